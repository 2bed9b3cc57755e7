"""A five-year plan (十四五) spoken of as lying ahead in a plan for later years, or one for earlier years."""

import re
from collections.abc import Iterator

from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from templates.facts import FiveYearPlan, five_year_plans
from validators.diagnostic import Severity
from validators.patterns import in_title
from validators.plan_date import plan_date
from validators.rule import Bad, Finding, Good, Scope, rule

_NAMED = r"[“‘\"]?(十[二三四五]五)[”’\"]?"
_TIME = "(?:时期|期间|规划期)"
# Only what can be said of the years ahead alone.
_AHEAD = re.compile(
    rf"(?:为(?:做好|推进|推动|加快|促进|提升|谋划|加强)|未来|今后|(?:谋划|制定|编制)(?:好|我县|全县|本县)?){_NAMED}{_TIME}"
    rf"|{_NAMED}{_TIME}[，,]?[^。；]{{0,24}}?(?:力争|争取|计划(?=到|新|建|实|开)|努力实现|下一步|将(?=建|新|继续|实施|重点|着力|大力))"
)
_BACK = re.compile(r"[已曾]|以来|取得|成效|成就|总结|回顾|收官|印发|累计|明显|显著|了")
_SENTENCE = re.compile("[^。；]+")


@keep_by_text
def _ahead(text: str) -> tuple[tuple[int, str, bool], ...]:
    """Return where a text speaks of a five-year plan as lying ahead, its name, and whether it sets aims for it."""
    if "五" not in text:
        return ()
    found = []
    for sentence in _SENTENCE.finditer(text):
        if "五" in sentence.group() and not _BACK.search(sentence.group()):
            for match in _AHEAD.finditer(text, *sentence.span()):
                name = match[1] or match[2]
                at = match.start(1) if match[1] else match.start(2)
                if not in_title(text, at):
                    found.append((at, name, match[2] is not None))
    return tuple(found)


def _misfit(plan: FiveYearPlan, first: int, last: int) -> str | None:
    if plan.last < first:
        return f"（{plan.first}—{plan.last}年）在方案的时间之前"
    return f"（{plan.first}—{plan.last}年）在方案的规划期之后" if plan.first > last else None


_PERIOD = (("period_start", 2026), ("period_end", 2030))


@rule(
    code="WRD033",
    name="five-year-plan-of-another-period",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="把不在规划期内的五年规划当作今后的时期来写。",
    reason="“十四五”是2021—2025年，“十五五”是2026—2030年；在新一期方案里把上一期当作今后，多半是照抄旧稿。",
    source="国民经济和社会发展五年规划纲要",
    examples=(
        Bad(("一、要求", "为做好“十四五”时期科普工作，制定本方案。"), metadata=_PERIOD),
        Bad(("一、要求", "“十四五”期间，全县力争新建科普基地10个。"), metadata=(("signature_date", "2026-06-01"),)),
        Bad(
            ("一、要求", "“十五五”时期，力争新建科普基地10个。"),
            metadata=(("period_start", 2021), ("period_end", 2025)),
        ),
        Good(("一、要求", "为做好“十五五”时期科普工作，制定本方案。"), _PERIOD),
        Good(("一、现状", "“十四五”时期，科普工作取得明显进展。“十四五”期间，建成科普基地10个。"), _PERIOD),
        Good(("一、要求", "为谋划“十五五”时期科普工作打好基础。"), (("period_start", 2021), ("period_end", 2025))),
        Good(("一、要求", "“十四五”期间，全县力争新建科普基地10个。"), (("signature_date", "2022-11-07"),)),
        Good(("一、要求", "“十四五”期间，全县力争新建科普基地10个。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare with the period of the metadata, else with the plan's own date; report each name once."""
    metadata = analysis.document.metadata
    signed = plan_date(metadata)
    first = metadata.period_start or (signed.earliest.year if signed else None)
    if first is None:
        return
    last = metadata.period_end or first + 4
    misfits = {one.name: (one, why) for one in five_year_plans() if (why := _misfit(one, first, last))}
    for block in analysis.document.blocks:
        for at, name, sets_aims in _ahead(block.text):
            # A plan may prepare (谋划) the next five years; it may not prepare those that are over.
            if name in misfits and (sets_aims or misfits[name][0].last < first):
                plan, why = misfits.pop(name)
                message = f"“{name}”{why}，这里当作今后的时期来写。"
                yield Finding(at, at + len(name), message, block_id=block.id, source=plan.source)
