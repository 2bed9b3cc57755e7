from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from editor.gongwen.elements import Elements
from editor.gongwen.layout import STANDARD, ems, mm, twips
from editor.gongwen.parts import seals
from editor.gongwen.parts.signature import add_signature, signature_height, signature_offsets
from editor.gongwen.word.ooxml import add, name, root
from editor.model.document import Seal
from tests.gongwen.parts_of import Paragraph, paragraphs, xml

ELEMENTS = Elements(issuer="云溪县人民政府", issuers=("云溪县人民政府",), date="2026年3月5日")
NOTES = ("（联系电话：县科协，00000000）", "（此件公开发布）")
EMU = 36000
PITCH, EM, WIDTH = STANDARD.pitch_twips, STANDARD.em_twips, STANDARD.width_twips
THREE = ("云溪县农业农村局", "云溪县教育局", "云溪县水利局")
FIVE = (*THREE, "云溪县财政局", "云溪县民政局")
LONG = ("云溪县人力资源和社会保障局", "云溪县科学技术协会", "云溪县教育局")


def body():
    return add(root("w:document"), "w:body")


def signed(line: int = 0, **changes: object) -> list[Paragraph]:
    parent = body()
    add_signature(parent, replace(ELEMENTS, **changes), STANDARD, line)
    return paragraphs(parent)


def number(paragraph: Paragraph, path: str, attribute: str) -> int:
    return int(paragraph.attribute(path, attribute) or 0)


# Without a seal


@pytest.mark.parametrize(
    ("issuer", "date", "expected"),
    [
        (
            "云溪县人民政府办公室",
            "2026年3月5日",
            (2, 4),
        ),  # ten and six: the 署名 two in, the date two right of its start
        ("云溪县人民政府", "2026年3月5日", (3, 2)),  # seven and six: the date may not come nearer than two
        ("云溪县科协", "2026年11月15日", (6, 2)),  # five and seven: the date two in, the 署名 gives way (7.3.5.2)
        ("云溪县人民政府", "", (2, 2)),
        ("云" * 200, "2026年12月31日", (2, 17)),  # as wide as a 署名 may be: 24
    ],
)
def test_signature_offsets_follow_the_clause(issuer: str, date: str, expected: tuple[float, float]) -> None:
    assert signature_offsets(issuer, date, STANDARD) == expected


@pytest.mark.parametrize("issuer", ["云溪县科协", "云溪县人民政府", "云溪县全民科学素质工作领导小组办公室"])
@pytest.mark.parametrize("date", ["2026年3月5日", "2026年12月31日"])
def test_the_date_starts_two_characters_right_of_the_issuer(issuer: str, date: str) -> None:
    issuer_right, date_right = signature_offsets(issuer, date, STANDARD)
    assert (issuer_right + ems(issuer)) - (date_right + ems(date)) == 2
    assert min(issuer_right, date_right) >= 2


def test_an_unsealed_signature_in_xml() -> None:
    parent = body()
    add_signature(parent, replace(ELEMENTS, notes=NOTES), STANDARD)
    assert xml(parent[0]) == (
        '<w:p><w:pPr><w:pStyle w:val="Signature"/><w:keepNext w:val="1"/><w:spacing w:before="579"/>'
        '<w:ind w:right="945"/></w:pPr><w:r><w:t>云溪县人民政府</w:t></w:r></w:p>'
    )
    assert xml(parent[1]) == (
        '<w:p><w:pPr><w:pStyle w:val="SignatureDate"/><w:keepNext w:val="1"/><w:ind w:right="630"/></w:pPr>'
        "<w:r><w:t>2026年3月5日</w:t></w:r></w:p>"
    )
    assert [p.text for p in paragraphs(parent)[2:]] == list(NOTES)


def test_under_a_long_issuer_the_date_is_set_by_where_it_starts() -> None:
    issuer, date = signed(issuers=("云溪县人民政府办公室",))
    starts = WIDTH - number(issuer, "w:ind", "w:right") - 10 * EM
    assert date.attribute("w:jc") == "left"
    assert number(date, "w:ind", "w:left") == starts + 2 * EM  # 右移二字, 7.3.5.2


def test_joint_issuers_without_seals_stand_one_under_the_other() -> None:
    *issuers, date = signed(issuers=LONG)
    assert [p.text for p in issuers] == list(LONG)
    starts = {number(p, "w:ind", "w:left") for p in issuers}
    assert starts == {WIDTH - (2 + 13) * EM}  # the longest ends two characters in
    assert [number(p, "w:spacing", "w:before") for p in issuers] == [PITCH, 0, 0]
    assert number(date, "w:ind", "w:left") == starts.pop() + 2 * EM
    assert all(p.attribute("w:keepNext") == "1" for p in issuers)


# With seals


def test_a_sealed_signature_in_xml() -> None:
    parent = body()
    add_signature(parent, replace(ELEMENTS, seal=Seal.STAMP, notes=NOTES[1:]), STANDARD)
    left = WIDTH - (4 + 6 + 4) * EM  # date and, in its middle, 署名 share the fourteen characters at the right
    assert xml(parent[0]) == (
        '<w:p><w:pPr><w:pStyle w:val="Signature"/><w:keepNext w:val="1"/><w:spacing w:before="1158"/>'
        f'<w:ind w:left="{left}"/><w:jc w:val="center"/></w:pPr><w:r><w:t>云溪县人民政府</w:t></w:r></w:p>'
    )
    assert xml(parent[1]) == (
        '<w:p><w:pPr><w:pStyle w:val="SignatureDate"/><w:keepNext w:val="1"/>'
        f'<w:ind w:left="{left}"/><w:jc w:val="center"/></w:pPr><w:r><w:t>2026年3月5日</w:t></w:r></w:p>'
    )
    assert [p.text for p in paragraphs(parent)] == ["云溪县人民政府", "2026年3月5日", "（此件公开发布）"]


def test_a_long_sealed_issuer_ends_at_the_edge_and_takes_the_date_along() -> None:
    issuer, date, _room = signed(seal=Seal.STAMP, issuers=("云溪县全民科学素质工作领导小组办公室",))
    assert issuer.attribute("w:ind", "w:left") is None
    assert number(date, "w:ind", "w:left") == WIDTH - 18 * EM  # in the middle of the eighteen characters above


@pytest.mark.parametrize("line", [440, 500, 579, 700, 760])
def test_the_top_of_the_seal_is_under_the_text_and_within_a_line_of_it(line: int) -> None:
    gap = seals.gap_above(STANDARD, line)
    top = gap + line - twips(STANDARD.seal_size / 2 + STANDARD.seal_rise)  # 署名 and date meet a line under the gap
    assert 0 <= top <= line


def test_what_the_last_seal_needs_below_the_date_is_kept_free() -> None:
    below = signed(seal=Seal.STAMP)[-1]
    assert (below.style, below.text) == ("Hairline", "")
    reach = twips(STANDARD.seal_size / 2 - STANDARD.seal_rise) - PITCH
    assert number(below, "w:spacing", "w:line") == reach
    assert signed(seal=Seal.STAMP)[-2].attribute("w:keepNext") == "1"


def centres(paragraph: Paragraph) -> list[int]:
    return [int(stop.get(name("w:pos"))) for stop in paragraph.element.iter(name("w:tab")) if stop.get(name("w:pos"))]


@pytest.mark.parametrize(
    ("issuers", "expected"),
    [
        (THREE[1:], [THREE[1:]]),
        (THREE, [THREE]),
        (FIVE, [FIVE[:3], FIVE[3:]]),
        (LONG, [LONG[:2], LONG[2:]]),  # thirteen characters leave room for two in a row
        (("云溪县全民科学素质工作领导小组办公室", *THREE[1:]), None),  # and eighteen for one
    ],
)
def test_joint_seals_stand_in_rows_of_up_to_three(
    issuers: tuple[str, ...], expected: list[tuple[str, ...]] | None
) -> None:
    found = signed(seal=Seal.STAMP, issuers=issuers)
    assert "".join(p.text for p in found).replace("\t", "") == "".join(issuers) + ELEMENTS.date
    if expected is None:
        assert [p.text for p in found[:3]] == list(issuers)
        return
    assert [p.text for p in found[:-2]] == ["".join(f"\t{name}" for name in row) for row in expected]
    assert {p.style for p in found[:-2]} == {"JointSignature"}
    middle = WIDTH - 7 * EM  # of the date
    assert all(centres(p)[-1] == pytest.approx(middle, abs=1) for p in found[:-2])
    assert all(p.attribute("w:keepNext") == "1" for p in found[:-1])


@pytest.mark.parametrize("date", ["2026年3月5日", "2026年10月5日", "2026年12月31日", ""])
@pytest.mark.parametrize("issuers", [FIVE, LONG, THREE[1:], ("云溪县科协",) * 9])
def test_seals_neither_touch_nor_leave_the_type_area(issuers: Sequence[str], date: str) -> None:
    middles, size = seals.columns(issuers, date, STANDARD), twips(STANDARD.seal_size)
    assert all(right - left > size for left, right in pairwise(middles))
    assert middles[0] >= size // 2
    assert middles[-1] <= WIDTH - size // 2
    assert seals.row_step(STANDARD) > size


def test_rows_of_seals_are_a_seal_and_a_gap_apart() -> None:
    rows = [p for p in signed(seal=Seal.STAMP, issuers=FIVE) if p.style == "JointSignature"]
    assert number(rows[1], "w:spacing", "w:before") + PITCH == twips(STANDARD.seal_size + STANDARD.seal_gap)


# With a 签名章


def test_a_signature_stamp_in_xml() -> None:
    parent = body()
    signing = {"seal": Seal.SIGNATURE, "signatory_post": "县长", "signatory": "周望川"}
    add_signature(parent, replace(ELEMENTS, **signing), STANDARD)
    gap, post, date = parent
    around = (twips(STANDARD.stamp_height) - PITCH) // 2
    assert xml(gap) == (
        '<w:p><w:pPr><w:pStyle w:val="Hairline"/><w:keepNext w:val="1"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:line="{2 * PITCH + around}" w:lineRule="exact"/></w:pPr></w:p>'
    )
    assert [(p.style, p.text) for p in paragraphs(post)] == [("SignatoryPost", "县长"), ("Signatory", "周望川")]
    x, y = (int(offset.text) / EMU for offset in post.iter(name("wp:posOffset")))
    extent = post.find(f".//{name('wp:extent')}")
    width, height = (int(extent.get(side)) / EMU for side in ("cx", "cy"))
    assert x + width == pytest.approx(mm((WIDTH - 4 * EM) / 20), abs=0.01)  # 右空四字
    assert width == STANDARD.stamp_width
    assert y + height / 2 == pytest.approx(mm(PITCH / 20) / 2, abs=0.01)
    assert xml(date) == (
        f'<w:p><w:pPr><w:pStyle w:val="SignatureDate"/><w:spacing w:before="{PITCH + around}"/>'
        '<w:ind w:right="1260"/></w:pPr><w:r><w:t>2026年3月5日</w:t></w:r></w:p>'
    )


def test_a_post_of_two_lines_stands_in_the_middle_of_its_stamp_too() -> None:
    parent = body()
    post = "云溪县人力资源和社会保障局党组书记"
    add_signature(parent, replace(ELEMENTS, seal=Seal.SIGNATURE, signatory_post=post, signatory="林秋"), STANDARD)
    offset, extent = list(parent[1].iter(name("wp:posOffset")))[1], parent[1].find(f".//{name('wp:extent')}")
    assert int(offset.text) + int(extent.get("cy")) / 2 == pytest.approx(2 * PITCH * 635 / 2, abs=700)


def test_without_a_name_the_room_for_the_stamp_stays_blank() -> None:
    assert [p.text for p in signed(seal=Seal.SIGNATURE, signatory_post="县长") if p.text] == ["县长", ELEMENTS.date]


@pytest.mark.parametrize("mark", ["；", "、"])
def test_every_agency_has_a_row_for_its_stamp(mark: str) -> None:
    posts, names = ("云溪县教育局局长", "云溪县水利局局长"), ("林秋", "沈远山")
    signing = {"seal": Seal.SIGNATURE, "signatory_post": mark.join(posts), "signatory": mark.join(names)}
    found = [p.text for p in signed(issuers=THREE[1:], **signing) if p.text]
    assert found == [posts[0], names[0], posts[1], names[1], ELEMENTS.date]


def test_a_single_agency_keeps_a_post_of_two_offices_whole() -> None:
    found = signed(seal=Seal.SIGNATURE, signatory_post="副县长、县公安局局长")
    assert [p.text for p in found if p.text] == ["副县长、县公安局局长", ELEMENTS.date]


# What 7.3.5.5 counts with


@pytest.mark.parametrize("line", [440, 579])
@pytest.mark.parametrize("seal", Seal)
@pytest.mark.parametrize("issuers", [ELEMENTS.issuers, FIVE, LONG])
@pytest.mark.parametrize("notes", [(), NOTES])
def test_the_height_is_what_the_paragraphs_take(
    line: int, seal: Seal, issuers: tuple[str, ...], notes: tuple[str, ...]
) -> None:
    elements = replace(ELEMENTS, issuers=issuers, seal=seal, signatory_post="县长；主席；局长", notes=notes)
    parent = body()
    add_signature(parent, elements, STANDARD, line)
    flow = [p for p in paragraphs(parent) if p.style != "Signatory"]
    lines = [PITCH if p.style == "SignatoryPost" else number(p, "w:spacing", "w:line") for p in flow]
    taken = sum(lines) + sum(number(p, "w:spacing", "w:before") for p in flow)
    assert signature_height(elements, STANDARD, line) == pytest.approx(taken, abs=6)


def test_whatever_is_missing_the_rest_is_signed() -> None:
    for seal in Seal:
        assert [p.text for p in signed(seal=seal, issuers=()) if p.text] == [ELEMENTS.date]
        texts = [p.text for p in signed(seal=seal, date="") if p.text]
        assert texts == ([] if seal is Seal.SIGNATURE else ["云溪县人民政府"])


@pytest.mark.parametrize("seal", Seal)
@pytest.mark.parametrize("text", ["云溪县" + "科普工作" * 49, "2026年春天里的一个好日子" * 16])
def test_names_and_dates_of_two_hundred_characters_stay_in_the_type_area(seal: Seal, text: str) -> None:
    for changes in ({"issuers": (text,)}, {"issuers": (*THREE, text)}, {"date": text}, {"signatory_post": text}):
        for paragraph in signed(seal=seal, **changes):
            sides = [number(paragraph, "w:ind", f"w:{side}") for side in ("left", "right")]
            assert min(sides) >= 0
            assert sum(sides) <= WIDTH - 6 * EM
