"""2026年—2030年 in some places and 2026—2030年 in others."""

import re
from collections.abc import Iterator

from editor.model.document import Block, BlockKind
from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.patterns import YEAR, in_title
from validators.reading import as_class
from validators.rule import Bad, Finding, Good, Scope, edit, rule

_RANGE = re.compile(rf"(?<![0-9—.-]){YEAR}(年?)[—～]{YEAR}年(?![0-9—])")


@keep_by_text
def _ranges(text: str) -> tuple[tuple[int, int, int], ...]:
    """Return start, end and where the first 年 stands (-1 without) of every range outside titles."""
    if "—" not in text and "～" not in text:
        return ()
    found = _RANGE.finditer(text)
    return tuple(
        (*match.span(), match.start(1) if match.group(1) else -1)
        for match in found
        if not in_title(text, match.start())
    )


def _finding(block: Block, start: int, end: int, at: int) -> Finding:
    change = edit(block, at, at + 1, "") if at >= 0 else edit(block, start + 4, start + 4, "年")
    return Finding(start, end, block.text[start:end], block_id=block.id, edits=(change,))


@rule(
    code="NUM035",
    name="year-ranges-in-two-ways",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="起止年份有的在前一年后写“年”，有的没有写。",
    reason="“2026年—2030年”和“2026—2030年”都可以，同一篇里用一种写法。",
    source="实务",
    fix_title="改为全文一致的写法",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(
            ("一、要求", "2026—2030年分步实施。", "2026—2028年抓试点。", "2029年—2030年抓推广。"),
            ("一、要求", "2026—2030年分步实施。", "2026—2028年抓试点。", "2029—2030年抓推广。"),
        ),
        Good(("一、要求", "2026年—2028年抓试点。", "2029年—2030年抓推广。")),
        Good(("一、要求", "2026—2028年抓试点。", "落实《云州市科普规划（2021年—2025年）》。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the way that is used less, once; titles are left as they are."""
    with_year: list[Finding] = []
    without: list[Finding] = []
    for block in analysis.document.blocks:
        if block.kind is not BlockKind.TITLE:
            for start, end, at in _ranges(block.text):
                (without if at < 0 else with_year).append(_finding(block, start, end, at))
    rare, usual = sorted((with_year, without), key=len)
    if rare:
        message = f"起止年份这里写“{rare[0].message}”，别处写“{usual[0].message}”，全文宜一致。"
        yield from as_class(rare, message)
