"""版记 and 附件说明 on the rendered page, in millimetres (7.3.4, 7.4, 10.1); needs LibreOffice."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from editor.gongwen.export import Options
from editor.gongwen.layout import STANDARD
from editor.model.document import Block, BlockKind, Document, Form
from tests.gongwen.rendered import BLACK, FOOT, LEFT, MM, RIGHT, Page, needs_office, overlaps, pdfplumber, render_all
from tests.gongwen.sample import METADATA

pytestmark = needs_office

SMALL = STANDARD.imprint_size * MM  # a character of the 版记
MANY = "，".join(f"第{at}片区科普站" for at in range(1, 61))
SHORT = replace(METADATA, contact="", notice_body="请认真落实。")
EVEN = Options(layout=replace(STANDARD, imprint_even=True))
ANNEXES = ("附件：1.一张表", *(f"{at}.第{at}张表" for at in range(2, 13)))


def with_plan(*, lines: int = 0, notes: tuple[str, ...] = ()) -> Document:
    blocks = [Block(f"n{at}", BlockKind.ANNEX_NOTE, note) for at, note in enumerate(notes)]
    blocks += [Block(f"b{at}", BlockKind.PARAGRAPH, f"第{at}行。") for at in range(lines)]
    return Document("", SHORT, tuple(blocks))


CASES: Mapping[str, tuple[Document, Options]] = {
    "usual": (Document("", SHORT), Options()),
    "moved": (Document("", replace(SHORT, addressees=MANY)), Options()),
    "sixty copies": (Document("", replace(SHORT, copy_to=MANY)), Options()),
    "longer than a page": (Document("", replace(SHORT, copy_to="，".join([MANY] * 4))), Options()),
    "letter": (Document("", replace(SHORT, form=Form.LETTER, issuer_mark="云溪县人民政府")), Options()),
    "annexes": (with_plan(lines=3, notes=ANNEXES), Options()),
    "room on an even page": (with_plan(lines=5), EVEN),
    "an odd page": (with_plan(lines=30), EVEN),
    "a full even page": (with_plan(lines=22), EVEN),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("imprints")


@pytest.fixture(scope="module")
def rendered(folder: Path) -> dict[str, list[Page]]:
    return render_all(CASES, folder)


def test_three_rules_end_on_the_foot_of_the_type_area(rendered: dict[str, list[Page]]) -> None:
    rules = rendered["usual"][-1].wide_rules(BLACK)
    assert [rule.thickness for rule in rules] == pytest.approx([0.35, 0.25, 0.35], abs=0.05)
    assert rules[-1].y == pytest.approx(FOOT, abs=0.5)
    assert all((rule.x0, rule.x1) == pytest.approx((LEFT, RIGHT), abs=0.5) for rule in rules)


def test_its_texts_stand_a_character_in_at_either_side(rendered: dict[str, list[Page]]) -> None:
    page = rendered["usual"][-1]
    assert page.line("抄送：").x0 - LEFT == pytest.approx(SMALL, abs=1)
    printing = page.line("云溪县人民政府办公室")
    assert printing.x0 - LEFT == pytest.approx(SMALL, abs=1)
    assert RIGHT - printing.x1 == pytest.approx(SMALL, abs=1)
    second = next(after for line, after in zip(page.lines, page.lines[1:], strict=False) if line == page.line("抄送："))
    assert second.x0 - LEFT == pytest.approx(4 * SMALL, abs=1)  # under what follows the colon


def test_addressees_too_many_for_the_first_page_stand_over_the_copies(rendered: dict[str, list[Page]]) -> None:
    pages = rendered["moved"]
    assert "请认真落实。" in pages[0].text  # 7.3.3
    last = pages[-1]
    sent, copied = last.line("主送："), last.line("抄送：")
    rules = [rule.y for rule in last.wide_rules(BLACK)]
    assert len(rules) == 3
    assert rules[0] < sent.top < copied.top < rules[1]
    assert rules[-1] == pytest.approx(FOOT, abs=0.5)
    assert sum(line.text.startswith("主送：") for page in pages for line in page.lines) == 1


def test_sixty_copies_fill_more_than_half_a_page_and_cover_nothing(
    rendered: dict[str, list[Page]], folder: Path
) -> None:
    last = rendered["sixty copies"][-1]
    rules = last.wide_rules(BLACK)
    assert rules[-1].y - rules[0].y > STANDARD.height / 2
    assert rules[-1].y == pytest.approx(FOOT, abs=0.5)
    assert overlaps(folder / "sixty copies.pdf") == []


def test_an_imprint_longer_than_a_page_runs_on(rendered: dict[str, list[Page]], folder: Path) -> None:
    text = "".join(line.text for page in rendered["longer than a page"] for line in page.lines if "—" not in line.text)
    assert text.count("片区科普站") == 240
    assert overlaps(folder / "longer than a page.pdf") == []
    assert all(
        line.foot < FOOT + 1
        for page in rendered["longer than a page"]
        for line in page.lines
        if line.size < 14.1 and "—" not in line.text
    )


def test_a_letter_ends_with_its_copies_alone(rendered: dict[str, list[Page]]) -> None:
    last = rendered["letter"][-1]
    assert last.wide_rules(BLACK) == []
    assert "印发" not in "".join(line.text for line in last.lines if line.size < 15)
    foot = max(line.foot for line in last.lines if line.size < 15 and not line.text.startswith("—"))
    assert foot == pytest.approx(FOOT - 1.4, abs=1)  # its last line is the last of the type area


def test_the_names_of_twelve_annexes_stand_in_one_column(folder: Path, rendered: dict[str, list[Page]]) -> None:
    del rendered
    found = {}
    with pdfplumber.open(folder / "annexes.pdf") as pdf:
        for page in pdf.pages:
            for line in page.extract_text_lines(return_chars=True):
                for note in ANNEXES:
                    if line["text"].replace(" ", "") == note:
                        found[note] = next(char["x0"] for char in line["chars"] if char["text"] in "第一") * MM
    assert len(found) == len(ANNEXES)
    assert max(found.values()) - min(found.values()) < 2  # digits of a substituted font are not all half as wide


# On an even page


def numbers(pages: list[Page]) -> list[str]:
    return [next((line.text for line in page.lines if line.text.startswith("—")), "") for page in pages]


def test_the_imprint_stands_on_an_even_page_that_keeps_its_number(rendered: dict[str, list[Page]]) -> None:
    pages = rendered["room on an even page"]
    assert numbers(pages) == ["—1—", "—2—"]
    assert "第4行。" in pages[-1].text
    assert "抄送：" in pages[-1].text


def test_after_an_odd_page_it_has_the_next_one_alone(rendered: dict[str, list[Page]]) -> None:
    pages = rendered["an odd page"]
    assert numbers(pages) == ["—1—", "—2—", "—3—", "—4—"]
    assert pages[-1].lines[0].text.startswith("抄送：")
    assert pages[-1].wide_rules(BLACK)[-1].y == pytest.approx(FOOT, abs=0.5)


def test_after_a_full_even_page_a_blank_one_comes_between_without_numbers(rendered: dict[str, list[Page]]) -> None:
    pages = rendered["a full even page"]
    assert numbers(pages) == ["—1—", "—2—", "", ""]
    assert pages[2].lines == []
    assert pages[3].lines[0].text.startswith("抄送：")
    assert pages[3].wide_rules(BLACK)[-1].y == pytest.approx(FOOT, abs=0.5)
