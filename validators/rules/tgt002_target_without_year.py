"""A percentage to be reached without the year by which."""

from collections.abc import Iterator

from templates.analysis import Analysis
from templates.document_kind import WITH_TASKS
from validators.diagnostic import Severity
from validators.goals import in_report, is_main
from validators.patterns import quoted
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="TGT002",
    name="target-without-year",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    kinds=WITH_TASKS,
    summary="目标值没有写到哪一年实现。",
    reason="没有年份的目标无法考核；写明“到哪一年”或者“每年”。",
    source="实务",
    examples=(
        Bad(("一、目标", "全县公民具备科学素质的比例达到20%。")),
        Good(("一、目标", "到2030年，全县公民具备科学素质的比例达到20%。")),
        Good(("一、主要成效", "公民具备科学素质的比例由9.8%提高到13.5%；")),
        Good(("一、目标", "每年居民健康素养水平提高2个百分点。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report percentages: a number of events may take its year from its section; a minor one only hints."""
    for target in analysis.targets:
        undated = target.kind == "target" and target.year is None and not target.frequency
        if undated and target.unit == "%" and not in_report(analysis, target):
            value = f"{target.value:g}{target.unit}"
            message = f"“{quoted(target.indicator)}”的目标值{value}没有写到哪一年实现。"
            severity = Severity.WARNING if is_main(target.indicator) else Severity.HINT
            yield Finding(target.start, target.end, message, block_id=target.block_id, severity=severity)
