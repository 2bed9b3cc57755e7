"""A target lower than the one that the superior's document sets for the same year."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.goals import is_main, superior_target
from validators.patterns import quoted
from validators.requirements import has_layer, superior
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="TGT003",
    name="target-below-superior",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="目标值低于上级同一年的目标值。",
    reason="下级目标一般不低于上级；起点低、经上级核定的可以保留。只对照国家纲要时仅作提示。",
    source="上级方案；《全民科学素质行动规划纲要（2021—2035年）》 目标",
    examples=(
        Bad(("一、目标", "到2025年，全县公民具备科学素质的比例达到12%。")),
        Bad(("一、目标", "到2025年，居民健康素养水平达到25%。"), metadata=(("layers", ("example-superior",)),)),
        Good(("一、目标", "到2025年，居民健康素养水平达到25%。")),
        Good(("一、目标", "到2025年，全县公民具备科学素质的比例达到16%。")),
        Good(("一、目标", "到2030年，全县公民具备科学素质的比例达到12%。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare only with a value for the very same year."""
    for target in analysis.targets:
        if target.kind != "target" or target.unit != "%" or target.comparator.startswith("<"):
            continue
        above = superior_target(analysis, target)
        if above is not None and target.value < above.value:
            what = "目标值" if is_main(target.indicator) else f"“{quoted(target.indicator)}”"
            message = f"{target.year}年的{what}{target.value:g}%低于{superior(analysis)}的{above.value:g}%。"
            severity = Severity.WARNING if has_layer(analysis) else Severity.HINT
            yield Finding(target.start, target.end, message, block_id=target.block_id, severity=severity)
