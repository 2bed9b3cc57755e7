"""An indicator of the imported superior's plan for which the plan sets no value."""

from collections.abc import Iterator

from templates.analysis import Analysis
from templates.matching import alike
from templates.requirement import TemplateTarget
from validators.diagnostic import Severity
from validators.goals import is_main
from validators.patterns import quoted
from validators.reading import at_heading
from validators.requirements import sections_by_id, superior
from validators.rule import Bad, Finding, Good, Scope, rule

_LIKE = 0.7  # two names of one indicator, as printed
_AIMS = "G3"  # the section with the targets

_PLAN = ("一、目标", "（一）工作目标。到2025年，全县公民具备科学素质的比例达到16%。")


def _is_set(analysis: Analysis, wanted: TemplateTarget) -> bool:
    return any(alike(wanted.indicator, target.indicator) >= _LIKE for target in analysis.targets if target.indicator)


@rule(
    code="TGT020",
    name="superior-target-absent",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="上级方案的指标，本级方案没有写。",
    reason="上级分解的指标要有着落；本级不适用的，可以在方案之外说明。",
    source="上级方案",
    examples=(
        Bad(_PLAN, metadata=(("layers", ("example-superior",)),)),
        Good(_PLAN),
        Good(
            (*_PLAN, "到2025年，居民健康素养水平达到32%。"),
            (("layers", ("example-superior",)),),
        ),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the shares that the nearest layer sets for the plan's own years; told once, at the targets."""
    template = analysis.template
    if template is None or not template.layers:
        return
    end = analysis.document.metadata.period_end
    absent = [
        f"“{quoted(one.indicator)}”（{one.year}年{one.value:g}{one.unit}）"
        for one in template.targets
        if one.kind == "target" and not is_main(one.indicator) and (end is None or one.year <= end)
        if not _is_set(analysis, one)
    ]
    if absent:
        message = f"{superior(analysis)}的方案有{'、'.join(absent)}，本方案没有相应的指标。"
        ids = analysis.coverage.row(_AIMS).block_ids if any(one.id == _AIMS for one in template.requirements) else ()
        section = sections_by_id(analysis).get(ids[0]) if ids else None
        yield Finding(0, 0, message) if section is None else at_heading(section, message)
