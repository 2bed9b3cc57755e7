"""One indicator with two values for the same time."""

import re
from collections.abc import Iterator

from editor.model.targets import Target
from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.reading import blocks_by_id
from validators.rule import Bad, Finding, Good, Scope, rule

_ASIDE = re.compile(r"“[^“”]{0,20}”|相关|有关|各类")  # what one mention adds to the name
# At least, at most, and what is striven for (力争) may stand beside each other.
_BOUND = {"<": "most", "<=": "most", "~": "aim"}
_SHORTEST = 5  # 培训, 活动: too little to be one indicator
_SPECIFIC = 10  # a shorter name of a number may be counted in each action for other people
_SCOPE = re.compile(r"[全我]([国省市区县州盟旗])(?![性民面])")
_BEFORE = 30  # characters before a target that may say whose value it is


def _scope(analysis: Analysis, target: Target) -> str:
    """Return whose value it is: 国 or 省 where the words say so, nothing for the place itself."""
    text = blocks_by_id(analysis)[target.block_id].text
    start = max(text.rfind("。", 0, target.start), text.rfind("；", 0, target.start), target.start - _BEFORE, -1) + 1
    said = _SCOPE.findall(text, start, target.end)
    return said[-1] if said and said[-1] != analysis.document.metadata.prefix else ""


def _counted_apart(analysis: Analysis, one: Target, other: Target, indicator: str) -> bool:
    """Return whether two numbers of a common name belong to different actions: each counts its own people."""
    if one.unit == "%" or len(indicator) >= _SPECIFIC:
        return False
    groups = {_group(analysis, one), _group(analysis, other)}
    return len(groups) > 1 and "" not in groups


def _group(analysis: Analysis, target: Target) -> str:
    """Return the action or project in which a number stands, empty for one among the aims of the plan."""
    path = analysis.section_path(target.block_id)
    aims = not path or any(name.startswith("G") for name in analysis.coverage.requirements_of(path[0].block.id))
    return "" if aims or len(path) < 2 else path[1].block.id


@rule(
    code="TGT005",
    name="target-with-two-values",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="同一指标在两处的目标值不同。",
    reason="同一指标、同一年份只能有一个目标值；两处不同，执行和考核就各执一词。",
    source="党政机关公文处理工作条例 第二十条（四）",
    examples=(
        Bad(
            (
                "一、目标",
                "到2030年，居民健康素养水平达到30%。",
                "二、行动",
                "到2030年，居民健康素养水平达到35%。",
            )
        ),
        Good(("一、目标", "到2025年，居民健康素养水平达到30%。", "到2030年，居民健康素养水平达到35%。")),
        Good(("一、目标", "到2030年，全县公民具备科学素质的比例达到15%，力争达到15.5%。")),
        Good(("一、目标", "到2030年，全省公民具备科学素质的比例达到20%，全县公民具备科学素质的比例达到18%。")),
        Good(
            (
                "一、行动",
                "（一）甲行动。参与科普活动人数每年达到500人次。",
                "（二）乙行动。参与科普活动人数每年达到800人次。",
            )
        ),
        Good(("一、目标", "每年组织科普活动不少于20场，每年组织科普活动不超过30场。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare targets of the same indicator, bound, unit and time."""
    seen: dict[tuple[str | int | None, ...], Target] = {}
    for target in analysis.targets:
        indicator = _ASIDE.sub("", target.indicator)
        if target.kind != "target" or len(indicator) < _SHORTEST:
            continue
        bound = _BOUND.get(target.comparator, "least")
        key = (indicator, bound, target.unit, target.year, target.frequency, _scope(analysis, target))
        first = seen.setdefault(key, target)
        if first.value != target.value and not _counted_apart(analysis, first, target, indicator):
            message = f"“{target.indicator}”这里是{target.value:g}{target.unit}，前面是{first.value:g}{first.unit}。"
            related = (Related(first.block_id, f"{first.value:g}{first.unit}"),)
            yield Finding(target.start, target.end, message, block_id=target.block_id, related=related)
