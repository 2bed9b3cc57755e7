"""署名, 成文日期, seals and 签名章 on the rendered page, in millimetres (7.3.5); needs LibreOffice.

LibreOffice 7.4 puts a fifth of a character between 年 and a digit whatever the style says, so a date is wider than its
six characters: its middle, or the one edge that is set, is measured.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from math import hypot
from pathlib import Path

import pytest

from editor.gongwen.export import Options
from editor.gongwen.layout import STANDARD
from editor.model.document import Document, Metadata, Seal
from tests.gongwen.rendered import EM, FOOT, LEFT, MM, RED, RIGHT, needs_office, pdfplumber, read_pages, render_all

pytestmark = needs_office

LINE = STANDARD.pitch_twips / 20 * MM
SEAL = STANDARD.seal_size
HALF = STANDARD.body_size / 2 * MM  # of a character
DATE = "2026年3月5日"
METADATA = Metadata(
    place="云溪县",
    issuer="云溪县人民政府",
    doc_number="云政发〔2026〕3号",
    notice_title="云溪县人民政府关于开放中小学科学实验室的通知",
    addressees="各乡镇人民政府",
    notice_body="各乡镇要安排好往返接送。\n请认真落实。",
    signature_date="2026-03-05",
)
THREE = "云溪县教育局、云溪县水利局"
CASES: Mapping[str, Metadata] = {
    "unsealed": METADATA,
    "unsealed joint": replace(METADATA, joint_issuers="云溪县科学技术协会、云溪县人力资源和社会保障局"),
    "unsealed long": replace(METADATA, issuer="云溪县全民科学素质工作领导小组办公室"),
    "sealed": replace(METADATA, seal=Seal.STAMP),
    "sealed long": replace(METADATA, seal=Seal.STAMP, issuer="云溪县全民科学素质工作领导小组办公室"),
    "sealed two": replace(METADATA, seal=Seal.STAMP, joint_issuers="云溪县人力资源和社会保障局"),
    "sealed three": replace(METADATA, seal=Seal.STAMP, joint_issuers=THREE),
    "sealed five": replace(METADATA, seal=Seal.STAMP, joint_issuers=f"{THREE}、云溪县财政局、云溪县民政局"),
    "sealed in rows of one": replace(
        METADATA, seal=Seal.STAMP, joint_issuers="云溪县全民科学素质工作领导小组办公室、云溪县科协"
    ),
    "stamped": replace(METADATA, seal=Seal.SIGNATURE, signatory_post="县长", signatory="周望川"),
    "stamped joint": replace(
        METADATA,
        seal=Seal.SIGNATURE,
        joint_issuers=THREE,
        signatory_post="云溪县人民政府县长、云溪县教育局局长、云溪县水利局党组书记兼局长",
        signatory="周望川、林秋、欧阳明月",
    ),
}


@dataclass(frozen=True)
class Place:
    """Where a text stands: its sides and the middle of its characters, on a page counted from 1."""

    x0: float
    x1: float
    y: float
    page: int

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True)
class Printed:
    """The characters of a PDF, to be asked for texts."""

    places: list[tuple[str, Place]]

    def last(self, text: str) -> Place:
        """Return where a text stands the last time, all on one line."""
        drawn = "".join(char for char, _ in self.places)
        at = drawn.rindex(text)
        found = [place for _, place in self.places[at : at + len(text)]]
        assert max(place.y for place in found) - min(place.y for place in found) < 1
        return replace(found[0], x1=found[-1].x1)

    def above(self, place: Place) -> float:
        """Return the middle of the last line over a place."""
        return max(p.y for _, p in self.places if p.page == place.page and p.y < place.y - 5)


def read(made: Path) -> Printed:
    places = []
    with pdfplumber.open(made) as pdf:
        for page in pdf.pages:
            chars = [char for char in page.chars if char["text"].strip() and char["size"] > 15]  # no 版记, no 页码
            for char in sorted(chars, key=lambda char: (-round(char["matrix"][5]), char["x0"])):
                y = (page.height - char["matrix"][5] - 0.38 * char["size"]) * MM
                places.append((char["text"], Place(char["x0"] * MM, char["x1"] * MM, y, page.page_number)))
    return Printed(places)


def render_cases(cases: Mapping[str, Metadata], folder: Path) -> dict[str, Printed]:
    render_all({name: (Document("", metadata), Options()) for name, metadata in cases.items()}, folder)
    return {name: read(folder / f"{name}.pdf") for name in cases}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("signatures")


@pytest.fixture(scope="module")
def printed(folder: Path) -> dict[str, Printed]:
    return render_cases(CASES, folder)


def issuers_of(metadata: Metadata) -> list[str]:
    return [metadata.issuer, *filter(None, metadata.joint_issuers.split("、"))]


def mm_(value: float) -> object:
    return pytest.approx(value, abs=1)


@pytest.mark.parametrize("case", ["unsealed joint", "unsealed long"])
def test_without_a_seal_the_date_starts_two_characters_right_of_the_issuers(
    printed: dict[str, Printed], case: str
) -> None:
    places = [printed[case].last(name) for name in issuers_of(CASES[case])]
    date = printed[case].last(DATE)
    assert [place.x0 for place in places] == [mm_(places[0].x0)] * len(places)
    assert date.x0 - places[0].x0 == mm_(2 * EM)
    assert RIGHT - max(place.x1 for place in places) == mm_(2 * EM)


@pytest.mark.parametrize("case", ["unsealed", "unsealed joint", "unsealed long"])
def test_without_a_seal_the_issuers_stand_a_blank_line_under_the_text(printed: dict[str, Printed], case: str) -> None:
    places = [*map(printed[case].last, issuers_of(CASES[case])), printed[case].last(DATE)]
    line = places[-1].y - places[-2].y  # less than the grid's where the notice is closed up
    assert [after.y - before.y for before, after in pairwise(places)] == [mm_(line)] * (len(places) - 1)
    assert places[0].y - printed[case].above(places[0]) == mm_(2 * line)


def test_a_date_that_would_end_too_near_stands_two_characters_in(printed: dict[str, Printed]) -> None:
    assert RIGHT - printed["unsealed"].last(DATE).x1 == mm_(2 * EM)
    assert RIGHT - printed["unsealed"].last(METADATA.issuer).x1 == mm_(3 * EM)


def seals(found: Printed, metadata: Metadata) -> list[tuple[float, float]]:
    """Return the middles of the seals: each over its 署名, a little above where a line under it begins."""
    return [(place.middle, place.y + LINE / 2 - STANDARD.seal_rise) for place in map(found.last, issuers_of(metadata))]


@pytest.mark.parametrize("case", [case for case in CASES if case.startswith("sealed")])
def test_seals_have_their_room(printed: dict[str, Printed], case: str) -> None:
    found = printed[case]
    middles = seals(found, CASES[case])
    assert all(x - SEAL / 2 > LEFT - 0.5 and x + SEAL / 2 < RIGHT + 0.5 for x, _ in middles)
    assert all(hypot(a[0] - b[0], a[1] - b[1]) > SEAL + 1 for a, b in combinations(middles, 2))
    text = found.above(found.last(issuers_of(CASES[case])[0])) + HALF
    assert 0 < middles[0][1] - SEAL / 2 - text < LINE
    assert middles[-1][1] + SEAL / 2 < FOOT


@pytest.mark.parametrize("case", [case for case in CASES if case.startswith("sealed")])
def test_the_last_issuer_stands_in_the_middle_over_the_date(printed: dict[str, Printed], case: str) -> None:
    last, date = printed[case].last(issuers_of(CASES[case])[-1]), printed[case].last(DATE)
    assert last.middle == mm_(date.middle)
    if case not in {"sealed long", "sealed in rows of one"}:
        assert RIGHT - date.middle == mm_((4 + 6 / 2) * EM)  # 右空四字


def test_five_seals_stand_in_two_rows_in_the_order_of_the_agencies(printed: dict[str, Printed]) -> None:
    places = [printed["sealed five"].last(name) for name in issuers_of(CASES["sealed five"])]
    assert [round(place.y - places[0].y) for place in places] == [0, 0, 0, 46, 46]
    assert [place.middle for place in places[3:]] == [mm_(place.middle) for place in places[1:3]]


@pytest.mark.parametrize("case", ["stamped", "stamped joint"])
def test_the_stamp_ends_four_characters_in_and_the_post_stands_two_left_of_it(
    printed: dict[str, Printed], case: str
) -> None:
    found, metadata = printed[case], CASES[case]
    names = [found.last(name) for name in metadata.signatory.split("、")]
    stamp = RIGHT - 4 * EM - STANDARD.stamp_width
    assert [name.middle for name in names] == [mm_(stamp + STANDARD.stamp_width / 2) for _ in names]
    for post, name in zip(metadata.signatory_post.split("、"), names, strict=True):
        lines = [found.last(part) for part in (post[:6], post[-3:])] if len(post) > 6 else [found.last(post)]
        assert stamp - lines[-1].x1 == mm_(2 * EM)
        assert (lines[0].y + lines[-1].y) / 2 == mm_(name.y)
    date = found.last(DATE)
    assert RIGHT - date.x1 == mm_(4 * EM)
    assert date.y - LINE / 2 - (names[-1].y + STANDARD.stamp_height / 2) == mm_(LINE)
    assert names[0].y - STANDARD.stamp_height / 2 - found.above(names[0]) - LINE / 2 == mm_(2 * LINE)
    steps = [after.y - before.y for before, after in pairwise(names)]
    assert steps == [pytest.approx(STANDARD.stamp_height, abs=2) for _ in steps]


def test_who_signs_stands_in_red_for_the_stamp(folder: Path, printed: dict[str, Printed]) -> None:
    assert printed["stamped"].last("周望川").page == 1
    name = next(line for line in read_pages(folder / "stamped.pdf")[0].lines if "周望川" in line.text)
    assert (name.color, name.size) == (RED, STANDARD.title_size)


# 7.3.5.5: never alone on a page, whatever room the seals need


def with_body(lines: int, **changes: object) -> Metadata:
    text = "各乡镇人民政府负责安排往返接送，路程在五公里以内的由学校组织步行前往。"
    return replace(METADATA, notice_body="\n".join([text] * (lines // 2)), **changes)


SIGNING: Mapping[str, Mapping[str, object]] = {
    "unsealed": {},
    "sealed": {"seal": Seal.STAMP},
    "joint": {"seal": Seal.STAMP, "joint_issuers": f"{THREE}、云溪县财政局"},
    "stamped": {"seal": Seal.SIGNATURE, "signatory_post": "县长", "signatory": "周望川"},
}


@pytest.fixture(scope="module")
def pushed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    cases = {
        f"{kind} {lines}{note}": with_body(lines, availability=note, **SIGNING[kind])
        for kind in SIGNING
        for lines in (4, 6, 8, 10, 12)
        for note in ("", "此件公开发布")
    }
    return render_cases(cases, tmp_path_factory.mktemp("pushed"))


def test_the_signature_never_stands_alone(pushed: dict[str, Printed]) -> None:
    for name, found in pushed.items():
        date = found.last(DATE)
        rows = {round(place.y) for char, place in found.places if char == "乡" and place.page == date.page}
        assert rows, name
        signers = METADATA.issuer if "stamped" not in name else "周望川"
        assert found.last(signers).page == date.page, name
        if "此件" in name:
            assert found.last("（此件公开发布）").page == date.page, name


def test_the_first_page_shows_text_and_no_seal_leaves_the_page(pushed: dict[str, Printed]) -> None:
    for name, found in pushed.items():
        assert any(place.page == 1 for char, place in found.places if char == "送"), name
        if re.match("sealed|joint", name):
            assert seals(found, with_body(0, **SIGNING[name.split()[0]]))[-1][1] + SEAL / 2 < FOOT + 1, name
