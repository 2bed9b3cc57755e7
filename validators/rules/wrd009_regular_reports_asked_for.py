"""每月报送: a duty to report at short intervals."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_REPORTS = re.compile(
    r"每(?:月|周|旬|半月|个月)(?:[0-9]{1,2}日)?(?:以?前|底|末|初)?[^。；]{0,20}?(?:报送|上报|报告|报县|报市|报区)"
)


@rule(
    code="WRD009",
    name="regular-reports-asked-for",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="要求下级每月、每周报送情况。",
    reason="减负规定要求文件一般不提出报送落实情况、制定配套文件的要求。方案大多要求年度总结，是否过多由本地掌握，本条默认关闭。",
    source="整治形式主义为基层减负若干规定（是否适用有争议）",
    enabled=False,
    marks="每",
    examples=(
        Bad("各乡镇每月25日前将落实情况报送县科协。"),
        Good("各单位每年12月底前报送工作总结。"),
        Good("每月组织1次科普活动。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find an interval of a month or less before a word for reporting."""
    yield from matches(_REPORTS, block.text, "“{0}”要求报送过密，请核对是否必要。")
