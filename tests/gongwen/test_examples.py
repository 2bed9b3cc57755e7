"""Every example through LibreOffice, all in one start: the text of the pages is the docx's, all of it inside the page.

Bad input is among them: it has to give a correct page, or a sentence that says what to change.
"""

import re
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache

import pytest

from editor.model.errors import UserError
from tests.gongwen.examples import BAD, EXAMPLES
from tests.gongwen.rendered import FOOT, LEFT, RIGHT, Example, Line, Page, needs_office, overlaps

pytestmark = needs_office

HANGING = 6.0  # millimetres: a mark may hang outside the type area at the end of a line


@pytest.fixture(params=EXAMPLES)
def example(request: pytest.FixtureRequest, examples: dict[str, Example | UserError]) -> Example:
    found = examples[request.param]
    if isinstance(found, UserError):
        assert request.param in BAD
        assert found.message
        assert found.next_step
        pytest.skip(f"refused in a sentence: {found}")
    return found


@cache
def drawable(char: str) -> bool:
    """Return whether any font of this machine has a character; all others look alike on the page."""
    if char < "\u2fff" and unicodedata.category(char) == "Cf":  # joins, no glyph
        return False
    if "\u4e00" <= char <= "\u9fff" or char.isascii():
        return True
    found = subprocess.run(["fc-list", f":charset={ord(char):x}", "family"], capture_output=True, check=True)
    return bool(found.stdout.strip())


def body(page: Page) -> list[Line]:
    """Return the lines of a page without its number."""
    return [line for line in page.lines if not re.fullmatch(r"—\d+—", re.sub("[\u200d\u200b]", "", line.text))]


def counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(char for text in texts for char in text if not char.isspace() and drawable(char))


def test_the_text_of_the_pages_is_the_text_of_the_docx(example: Example) -> None:
    drawn = counted(line.text for page in example.pages for line in body(page))
    written = counted(example.texts)
    assert written - drawn == Counter()
    repeated = drawn - written  # a table's header stands on each of its pages
    assert set(repeated) <= set("序号重点任务牵头责任单位时限事项内容")


def test_nothing_is_printed_over_other_text(example: Example) -> None:
    assert overlaps(example.pdf) == []


def test_all_text_stands_inside_the_type_area(example: Example) -> None:
    for page in example.pages:
        if page.landscape:
            continue
        assert all(line.x0 > LEFT - 0.5 and line.x1 < RIGHT + HANGING for line in body(page))
        assert all(line.top > 28 and line.foot < FOOT + 1 for line in body(page))


def test_no_page_but_one_before_an_even_imprint_is_empty(example: Example) -> None:
    for page, after in zip(example.pages, [*example.pages[1:], None], strict=True):
        assert body(page) or (after and "印发" in after.text) or not example.texts


# Bad input → what the sentence about it has to say; none where the page is as good as any.
SAID = {
    "单位名称200字": "一行排不下",
    "单位名称200字的信函": "一行排不下",
    "单位名称200字并联合": "一行排不下",
    "标题200字": "排不成梯形或菱形",
    "发文字号200字": "一行排不下",
    "主送机关60个": "移到版记",
    "抄送机关60个": "版记超过一页",
    "没有任务却要分工表": "没有找到任务分工",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gives_a_page_and_where_it_is_needed_a_sentence(
    examples: dict[str, Example | UserError], name: str
) -> None:
    found = examples[name]
    sentences = (str(found),) if isinstance(found, UserError) else found.said
    pages = 0 if isinstance(found, UserError) else len(found.pages)
    sys.stdout.write(f"{name}: {pages} pages" + "".join(f"\n    {sentence}" for sentence in sentences) + "\n")
    assert pages or sentences
    assert not SAID.get(name) or any(SAID[name] in sentence for sentence in sentences)
