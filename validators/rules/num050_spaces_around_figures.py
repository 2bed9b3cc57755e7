"""Spaces between figures and Chinese characters."""

import re
from collections.abc import Iterator

from editor.model.document import BlockKind
from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.patterns import HAN
from validators.reading import as_class
from validators.rule import Bad, Finding, Good, Scope, edit, rule

# Five figures and more are a telephone or a code.
_SPACE = re.compile(rf"(?<={HAN}) {{1,2}}(?=[0-9]{{1,4}}(?![0-9./A-Za-z-]))|(?<=[0-9]) {{1,2}}(?=[%％]|{HAN})")
_OF_LATIN = re.compile(r"[A-Za-z] [0-9.]{1,6}$")  # Python 3.11 等: the number belongs to the word before it
_START = re.compile(r"\s*(?:(?:附?[表图]|附件|专栏) ?)?[0-9.]{1,8} {1,2}")  # the number of a heading, of a table
_READ = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TITLE)


@keep_by_text
def _spaces(text: str) -> tuple[tuple[int, int], ...]:
    if " " not in text:
        return ()
    number = _START.match(text)
    found = _SPACE.finditer(text, number.end() if number else 0)
    return tuple(match.span() for match in found if not _belongs(text, match.start(), match.end()))


def _belongs(text: str, start: int, end: int) -> bool:
    """Return whether a space is another rule's (in a 发文字号), or ends a name in Latin letters."""
    return (text.startswith("号", end) and "〔" in text) or _OF_LATIN.search(text, max(0, start - 9), start) is not None


@rule(
    code="NUM050",
    name="spaces-around-figures",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="数字与汉字之间有空格。",
    reason="公文里数字与汉字连写；空格多半从网页带来，断行时会把“2027”和“年”分开。",
    source="实务",
    fix_title="删去数字前后的空格",
    examples=(
        Bad(("一、要求", "到 2027 年底，覆盖率达到 15 %。"), ("一、要求", "到2027年底，覆盖率达到15%。")),
        Good(("一、要求", "到2027年底，覆盖率达到15%。")),
        Good(("一、要求", "采用Python 3.11 等软件，执行GB/T 9704标准，电话 87880000。")),
        Good(("1 要求", "表1 主要指标", "做好工作。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the habit once, with one fix for all places."""
    found = [
        Finding(
            start, end, block.text[max(0, start - 4) : end + 5], block_id=block.id, edits=(edit(block, start, end, ""),)
        )
        for block in analysis.document.blocks
        if block.kind in _READ
        for start, end in _spaces(block.text)
    ]
    yield from as_class(found, f"数字与汉字之间有空格，共{len(found)}处。")
