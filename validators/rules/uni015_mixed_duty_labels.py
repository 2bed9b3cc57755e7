"""Labels of assignments that differ within one plan: 牵头单位 and 牵头部门."""

from collections import Counter
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="UNI015",
    name="mixed-duty-labels",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="分工的标签前后不一致。",
    reason="“牵头单位”和“牵头部门”、“责任单位”和“配合单位”混用，读者会以为是两种责任。",
    source="实务（任务分工）",
    examples=(
        Bad(
            (
                "一、行动",
                "（一）甲行动",
                "牵头单位：县科协。责任单位：县教育局。",
                "（二）乙行动",
                "牵头单位：县民政局。责任单位：县科协。",
                "（三）丙行动",
                "牵头部门：县教育局。责任单位：县科协。",
            )
        ),
        Good(("一、行动", "（一）甲行动", "牵头单位：县科协。责任单位：县教育局。")),
        Good(
            (
                "一、行动",
                "1.甲任务。做好工作。（县科协、县教育局按职责分工负责）",
                "2.乙任务。做好工作。（县科协负责）",
            )
        ),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report each rarer label once, at its first assignment; one unit alone has no shares to divide."""
    counted = [
        one for one in analysis.assignments if one.lead or one.responsible_label != "负责" or len(one.responsible) > 1
    ]
    for name in ("lead_label", "responsible_label"):
        labels = Counter(label for one in counted if (label := getattr(one, name)))
        usual = max(labels, key=lambda label: labels[label], default="")
        for label in labels:
            if label != usual:
                first = next(one for one in counted if getattr(one, name) == label)
                message = f"这里的标签是“{label}”，别处是“{usual}”，全文要统一。"
                yield Finding(first.start, first.end, message, block_id=first.block_id)
