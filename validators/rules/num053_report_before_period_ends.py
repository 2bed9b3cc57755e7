"""A report on a whole year (or half-year) that is due before it has ended."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_DUE = re.compile(
    r"(?<![0-9])(?P<month>1[0-2]|[56])月(?P<day>[0-9]{1,2})日(?:以|之)?前[^。；，、0-9]{0,8}?"
    r"(?P<what>全年|年度|上半年|半年)(?!工作?(?:计划|安排|要点)|计划|预算|方案|任务|目标)[^。；，、0-9]{0,20}?"
    r"(?:情况|总结|报告|进展|成效|台账|数据)"
)
_LAST = {"全年": (12, 31), "年度": (12, 31), "上半年": (6, 30), "半年": (6, 30)}


@rule(
    code="NUM053",
    name="report-before-period-ends",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="报送全年（半年）情况的日期在这一年（半年）结束之前。",
    reason="年底前几天就报全年情况，数据要么估计、要么不全；可以推到次年年初，确有统一要求的保留。",
    source="实务",
    marks="月",
    examples=(
        Bad("每年12月30日前将全年工作落实情况报送县科协"),
        Bad("6月20日前报送上半年工作总结"),
        Good("每年6月30日前将半年工作情况、12月31日前将全年工作情况报送县科协"),
        Good("次年1月10日前报送全年工作总结"),
        Good("每年12月20日前报送年度工作计划"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Compare the day with the last of what is reported on."""
    if "月" not in block.text or "前" not in block.text:
        return
    for match in _DUE.finditer(block.text):
        due, last = (int(match["month"]), int(match["day"])), _LAST[match["what"]]
        if last[0] - 2 < due[0] and due < last:
            what = match["what"]
            message = f"“{due[0]}月{due[1]}日前”报{what}情况，这时{what}还没有结束，请核对是否确要在此之前报。"
            yield Finding(match.start(), match.end("what"), message)
