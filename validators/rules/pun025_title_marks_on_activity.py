"""《》 on the name of a day, week, contest or body, which is no work and no document."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_ACTIVITY = re.compile(
    r"《([^《》〈〉]{1,20}(?:科普日|宣传日|活动日|纪念日|开放日|科技周|活动周|宣传周|宣传月|活动月|科普月|科技节|文化节|读书节"
    r"|大赛|竞赛|挑战赛|锦标赛|博览会|人民政府|领导小组|科学技术协会))》(?!的?(?:公告|方案|办法|报告|实录|丛书|一书|节目|栏目))"
)


@rule(
    code="PUN025",
    name="title-marks-on-activity",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="活动、会议或者机构的名称用了书名号。",
    reason="书名号只标示书、文件、作品的名称；活动、会议、机构的名称需要标示时用引号。",
    source="GB/T 15834-2011 附录A",
    fix_title="改为引号",
    applicability=Applicability.UNSAFE,
    marks="《",
    examples=(
        Bad("组织开展《全国科普日》活动", "组织开展“全国科普日”活动"),
        Bad("举办《青少年科技创新大赛》", "举办“青少年科技创新大赛”"),
        Good("组织开展“全国科普日”活动"),
        Good("落实《全国科普日活动方案》，学习《科普大讲堂》"),
        Good("落实《关于举办〈科普日〉展览的通知》，观看《科技节》栏目"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find titles that end with the word for such a thing."""
    for one in matches(_ACTIVITY, block.text, "{0}", lambda match: f"“{match.group(1)}”"):
        yield Finding(one.start, one.end, f"“{one.message[1:-1]}”不是书名、文件名，不用书名号。", one.replacement)
