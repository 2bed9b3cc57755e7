"""A phase or deadline that had passed before the plan was signed."""

import re
from collections.abc import Iterator
from functools import lru_cache

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.patterns import HAN
from validators.reading import signature_year
from validators.rule import Bad, Finding, Good, Scope, rule

# 实施方案（2016—2020年） is a title, not a phase.
_PHASE = re.compile(
    rf"(?:启动|部署|动员|准备|实施|推进|总结|评估|攻坚|提升){HAN}{{0,6}}(?<![案划要])[（(]"
    r"(?:20[0-9]{2}年?(?:[0-9]{1,2}月)?[—\-–―─－至到])?(?P<year>20[0-9]{2})年?(?:[0-9]{1,2}月|底|上半年|下半年)?[）)]"
)
_DEADLINE = re.compile(r"(?P<year>20[0-9]{2})年(?:年?底|年?末|[0-9]{1,2}月(?:底|[0-9]{1,2}日)?)(?:以前|之前|前)")
_CLAUSE = re.compile("[^。；，]+")
_PAST = re.compile(r"[已曾]|以来|印发|实施了|完成了|建成了")


@lru_cache(maxsize=16384)
def _times(text: str) -> tuple[tuple[int, int, int], ...]:
    """Return start, end and year of the phases and deadlines that a text sets."""
    found = [(*match.span(), int(match["year"])) for match in _PHASE.finditer(text)]
    for clause in _CLAUSE.finditer(text):
        if "前" in clause.group() and not _PAST.search(clause.group()):
            deadlines = _DEADLINE.finditer(text, *clause.span())
            found += [(*match.span(), int(match["year"])) for match in deadlines]
    return tuple(sorted(found))


@rule(
    code="NUM022",
    name="time-already-past",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="阶段或期限在成文日期之前就已结束。",
    reason="给出的时间在印发时已经过去，无法执行；多半是起草时间长、定稿时没有更新。",
    source="实务",
    examples=(
        Bad(("一、步骤", "启动实施（2025年），做好动员。"), metadata=(("signature_date", "2026-03-02"),)),
        Bad(("一、步骤", "2025年底前完成清单编制。"), metadata=(("signature_date", "2026-03-02"),)),
        Good(("一、步骤", "启动实施（2026年），2027年底前完成。"), (("signature_date", "2026-03-02"),)),
        Good(("一、现状", "2025年底前已完成清单编制。"), (("signature_date", "2026-03-02"),)),
        Good(("一、步骤", "启动实施（2025年），做好动员。")),
        Good(("总结《实施方案（2016—2020年）》经验。",), (("signature_date", "2026-03-02"),)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the years that paragraphs set with the year of 成文日期."""
    signed = signature_year(analysis.document.metadata)
    if signed is None:
        return
    for block in analysis.document.blocks:
        for start, end, year in _times(block.text):
            if year < signed:
                message = f"“{block.text[start:end]}”早于成文日期（{signed}年）。"
                yield Finding(start, end, message, block_id=block.id)
