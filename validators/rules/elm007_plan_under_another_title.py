"""A notice that calls the plan by another title than the plan's own."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.patterns import quoted
from validators.reading import leading_titles, plain
from validators.rule import Bad, Finding, Good, Scope, rule

_IN_TITLE = re.compile(r"印发[《〈]?(?P<name>.{4,100}?)[》〉]?(?:的通知)+$")
_IN_BODY = re.compile(r"(?:^|将|印发)\s*《(?P<name>[^《》]{4,100})》(?:已经|已|印发|（以下简称)")

_NOTICE = "云溪县人民政府关于印发《云溪县科普实施方案（2026—2030年）》的通知"


@rule(
    code="ELM007",
    name="plan-under-another-title",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="通知里的方案名称与方案标题不一致。",
    reason="印发的是哪一份方案，以标题为准；两处逐字一致，引用时才不会出错。",
    source="党政机关公文处理工作条例 第二十条（四）",
    examples=(
        Bad(("# 云溪县科普实施方案（2026——2030年）", "一、要求"), metadata=(("notice_title", _NOTICE),)),
        Bad(
            ("# 云溪县科普实施方案", "一、要求"),
            metadata=(("notice_body", "现将《云溪县科普工作方案》印发给你们。"),),
        ),
        Good(("# 云溪县科普实施方案", "# （2026—2030年）", "一、要求"), (("notice_title", _NOTICE),)),
        Good(("# 云溪县科普实施方案", "一、要求")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the plan's title with the notice's title and with the first title of its body."""
    titles = leading_titles(analysis)
    own = plain("".join(block.text for block in titles)).rstrip("。，；：")  # a final mark is another rule's
    if not own:
        return
    metadata = analysis.document.metadata
    said: set[str] = set()
    for key, pattern in (("notice_title", _IN_TITLE), ("notice_body", _IN_BODY)):
        text: str = getattr(metadata, key).replace("\n", " ")
        match = pattern.search(text.rstrip())
        name = plain(match["name"]) if match else own
        if match and name != own and name not in said:
            said.add(name)
            message = f"通知里的方案名称“{quoted(name)}”与方案标题“{quoted(own)}”不一致。"
            shorter = name in own or own in name  # the place or the years left out
            yield Finding(
                *match.span("name"),
                message,
                block_id=f"meta:{key}",
                related=(Related(titles[0].id, own),),
                severity=Severity.HINT if shorter else Severity.WARNING,
            )
