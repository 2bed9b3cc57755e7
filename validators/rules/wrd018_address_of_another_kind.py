"""你局须 in a letter to an equal, 贵局 in a notice to bodies below."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import checked_texts, plain
from validators.rule import Bad, Finding, Good, Scope, rule

_BODY = "(?:局|委|办|单位|部门|县|市|区|镇|乡|校|院|公司|协会)"
_DOWN = re.compile(rf"你{_BODY}(?:须|必须|务必|要|应当?|应立即)")
_UP = re.compile(rf"贵{_BODY}(?![州阳港])")
_QUOTED = re.compile(r"“[^“”]{0,200}”")
_LETTER = ("notice_title", "云溪县科学技术协会关于商请支持科普活动的函")


@rule(
    code="WRD018",
    name="address-of-another-kind",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="称谓与行文方向不合，如函里写“你局须”，通知里写“贵局”。",
    reason="函是平行文，用“贵局”“请”；通知、批复是下行文，用“你局”“各单位”。",
    source="实务",
    examples=(
        Bad(("你局须于3月底前提供场地。",), metadata=(_LETTER,)),
        Bad(("请贵局认真落实。",), metadata=(("notice_title", "云溪县人民政府关于做好科普工作的通知"),)),
        Good(("请贵局于3月底前提供场地。",), (_LETTER,)),
        Good(("你局《关于增加经费的函》收悉。",), (("notice_title", "云溪县财政局关于科普经费的复函"),)),
        Good(("请各单位认真落实。",), (("notice_title", "云溪县人民政府关于做好科普工作的通知"),)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Choose the words by the end of the title; report the first place."""
    title = plain(analysis.document.metadata.notice_title)
    if title.endswith("函"):
        pattern, better = _DOWN, "函是平行文，宜写“请贵……”"
    elif title.endswith(("通知", "批复", "通报", "决定")):
        pattern, better = _UP, "这是下行文，宜写“你……”或者“各单位”"
    else:
        return
    for block in checked_texts(analysis):
        match = pattern.search(_QUOTED.sub(lambda found: "\u3000" * len(found.group()), block.text))
        if match is not None:
            yield Finding(*match.span(), f"“{match.group()}”：{better}。", block_id=block.id)
            return
