"""总书记 at its first mention without the name."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.patterns import in_title
from validators.reading import checked_texts
from validators.rule import Bad, Finding, Good, Scope, rule

_POST = "总书记"


@rule(
    code="WRD015",
    name="title-without-name",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="第一次提到“总书记”没有写姓名。",
    reason="领导人第一次出现写姓名和职务，以后可以只写职务。",
    source="实务",
    examples=(
        Bad(("一、要求", "深入贯彻总书记重要讲话精神。")),
        Good(("一、要求", "深入贯彻习近平总书记重要讲话精神，牢记总书记嘱托。")),
        Good(("一、要求", "组织学习《总书记的人民情怀》。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at the first mention outside titles only."""
    for block in checked_texts(analysis):
        at = block.text.find(_POST)
        while at >= 0 and in_title(block.text, at):
            at = block.text.find(_POST, at + 1)
        if at < 0:
            continue
        if not block.text.endswith("习近平", 0, at):
            yield Finding(at, at + len(_POST), "第一次提到“总书记”，宜写“习近平总书记”。", block_id=block.id)
        return
