"""A 报告 that asks for a decision."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import checked_texts, plain
from validators.rule import Bad, Finding, Good, Scope, rule

# 以上报告如无不妥，请批转… is the old closing of a report that is to be passed on.
_ASKS = re.compile(
    r"(?:[妥当]否|是否(?:妥当|可行)|如无不妥|以上(?:报告|意见)?)[，,]?\s?请(?:予)?(?:批示|批复|审批|批准|指示)|恳请[^。；]{0,20}(?:批示|批复|批准)"
)
_REPORT = ("notice_title", "云溪县科学技术协会关于全国科普月活动情况的报告")


@rule(
    code="ELM042",
    name="request-inside-report",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="报告里夹带请示事项。",
    reason="不得在报告等非请示性公文中夹带请示事项；报告不需要答复，夹带的请示会被耽误，应另写请示。",
    source="党政机关公文处理工作条例 第十五条（四）",
    examples=(
        Bad(("现将有关情况报告如下。", "以上报告妥否，请批示。"), metadata=(_REPORT,)),
        Good(("现将有关情况报告如下。", "特此报告。"), (_REPORT,)),
        Good(("妥否，请批示。",), (("notice_title", "云溪县科学技术协会关于增加科普经费的请示"),)),
        Good(("以上报告如无不妥，请批转各乡镇执行。",), (_REPORT,)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for the closings of a request in a document whose title ends with 报告."""
    title = plain(analysis.document.metadata.notice_title)
    if not title.endswith("报告") or title.endswith("请示报告"):
        return
    for block in checked_texts(analysis):
        for match in _ASKS.finditer(block.text):
            message = f"报告里写“{match.group()}”，是请示事项，应另写请示。"
            yield Finding(*match.span(), message, block_id=block.id)
