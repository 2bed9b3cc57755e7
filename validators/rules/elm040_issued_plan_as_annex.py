"""A notice that issues a plan and lists it as an annex (附件说明) as well."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.patterns import shorten
from validators.reading import leading_titles, listed_annexes, plain
from validators.rule import Bad, Finding, Good, Scope, rule

_ISSUES = re.compile(r"(?:印发|转发)[《〈]?(.{4,100}?)[》〉]?的(?:通知|函)$")
_TITLE = ("notice_title", "云溪县人民政府关于印发云溪县科普方案的通知")
_BODY = "notice_body"


@rule(
    code="ELM040",
    name="issued-plan-as-annex",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="印发、转发的文件又列进了附件说明。",
    reason="印发的方案就是通知的内容，另面接排，不作为附件；附件说明只列另外附上的材料。",
    source="实务",
    examples=(
        Bad(
            ("# 云溪县科普方案", "一、要求"),
            metadata=(_TITLE, (_BODY, "现将方案印发给你们，请认真贯彻执行。\n附件：云溪县科普方案")),
        ),
        Good(("# 云溪县科普方案", "一、要求"), (_TITLE, (_BODY, "现将方案印发给你们。\n附件：任务分工表"))),
        Good(("# 云溪县科普方案", "一、要求"), (_TITLE, (_BODY, "现将方案印发给你们。"))),
        Good(
            ("一、要求",),
            (("notice_title", "云溪县人民政府关于做好科普工作的通知"), (_BODY, "请认真落实。\n附件：云溪县科普方案")),
        ),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the listed names with the name in the notice's title and the plan's own title."""
    issues = _ISSUES.search(plain(analysis.document.metadata.notice_title))
    if issues is None:
        return
    names = {plain(issues[1]), plain("".join(block.text for block in leading_titles(analysis)))}
    for item in listed_annexes(analysis):
        if plain(item.name).strip("《》") in names:
            message = f"印发的“{shorten(item.name)}”接排在通知后面，不列为附件。"
            yield Finding(item.start, item.end, message, block_id=item.block_id)
