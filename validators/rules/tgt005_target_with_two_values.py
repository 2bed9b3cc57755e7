"""One indicator with two values for the same time."""

import re
from collections.abc import Iterator

from editor.model.targets import Target
from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_ASIDE = re.compile(r"“[^“”]{0,20}”|相关|有关|各类")  # what one mention adds to the name
# At least, at most, and what is striven for (力争) may stand beside each other.
_BOUND = {"<": "most", "<=": "most", "~": "aim"}
_SHORTEST = 5  # 培训, 活动: too little to be one indicator


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
        Good(("一、目标", "每年组织科普活动不少于20场，每年组织科普活动不超过30场。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare targets of the same indicator, bound, unit and time."""
    seen: dict[tuple[str, str, str, int | None, str | None], Target] = {}
    for target in analysis.targets:
        indicator = _ASIDE.sub("", target.indicator)
        if target.kind != "target" or len(indicator) < _SHORTEST:
            continue
        key = (indicator, _BOUND.get(target.comparator, "least"), target.unit, target.year, target.frequency)
        first = seen.setdefault(key, target)
        if first.value != target.value:
            message = f"“{target.indicator}”这里是{target.value:g}{target.unit}，前面是{first.value:g}{first.unit}。"
            related = (Related(first.block_id, f"{first.value:g}{first.unit}"),)
            yield Finding(target.start, target.end, message, block_id=target.block_id, related=related)
