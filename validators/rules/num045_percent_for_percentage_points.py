"""The difference of two percentages given in % (个百分点)."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_VALUE = r"([0-9]{1,3}(?:\.[0-9]{1,2})?)[%％]"
# What stands between may compare or add up, but names no other thing that changed.
_CHANGE = re.compile(
    rf"[由从自][^，。；%％]{{0,16}}?{_VALUE}[^，。；%％]{{0,12}}?[到至为][^，。；%％]{{0,8}}?{_VALUE}"
    r"[，,（(]?(?:同比|净|共|累计|[比较][^，。；%％]{1,8}?)?"
    rf"(?:提高|提升|增加|增长|上升|下降|降低|减少)了?(?P<change>{_VALUE})"
)
# Of a share with one value alone nothing can be reckoned: 水平为29%，比2020年提高8%.
_RISE = re.compile(
    rf"(?:比例|比率|占比|比重|水平|率)(?:为|达|达到|是){_VALUE}[，,]比[^，。；%％]{{1,12}}?"
    rf"(?:提高|提升|增加|上升|下降|降低|减少)了?(?P<change>{_VALUE})"
)
_TOLERANCE = 0.011


@rule(
    code="NUM045",
    name="percent-for-percentage-points",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="两个百分数的差写成了“%”，没有写“个百分点”。",
    reason="从12%提高到15%，是提高3个百分点；写提高3%，意思是只提高到12.36%。",
    source="实务（统计用语）",
    fix_title="改为“个百分点”",
    applicability=Applicability.UNSAFE,
    marks="%％",
    examples=(
        Bad("由2020年的12%提高到2025年的15%，提高3%", "由2020年的12%提高到2025年的15%，提高3个百分点"),
        Bad("居民健康素养水平为29%，比2020年提高8%"),
        Good("由12%提高到15%，提高3个百分点"),
        Good("居民健康素养水平为29%，比2020年提高8个百分点"),
        Good("覆盖率达到29%，服务人数比2020年提高8%"),
        Good("由12%提高到15%，提高25%"),
        Good("由12%提高到15%，培训人数增长3%"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Compare the change with the difference of the two values: only then is it one of percentage points."""
    if "%" not in block.text and "％" not in block.text:
        return
    for match in _CHANGE.finditer(block.text):
        old, new, change = float(match[1]), float(match[2]), float(match[4])
        if abs(abs(new - old) - change) < _TOLERANCE:
            right = f"{match[4]}个百分点"
            message = f"从{match[1]}%到{match[2]}%，变化是{right}，这里写成了“{match['change']}”。"
            yield Finding(*match.span("change"), message, right)
    for match in _RISE.finditer(block.text):
        message = f"这里的“{match['change']}”如果是两个百分数的差，应写“{match[3]}个百分点”，请核对。"
        yield Finding(*match.span("change"), message, severity=Severity.HINT)
