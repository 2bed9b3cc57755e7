"""A notice, work plan or summary longer than the rules on shorter papers allow."""

from collections.abc import Iterator

from editor.model.document import BlockKind
from templates.analysis import Analysis
from templates.document_kind import DocumentKind
from validators.diagnostic import Severity
from validators.reading import leading_titles
from validators.rule import Bad, Finding, Good, Scope, rule

_MOST = 4000
_LINE = "组织科技工作者走进村社，讲解种植养殖、健康饮食、防灾避险知识，每次活动留下联系方式，方便群众再问。"


@rule(
    code="WRD008",
    name="overlong-document",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    kinds=frozenset({DocumentKind.WORK_PLAN, DocumentKind.NOTICE, DocumentKind.SUMMARY}),
    summary="部署专项工作、具体任务的文件超过4000字。",
    reason="部署专项工作或者具体任务的文件一般不超过4000字。按正文计字，不含附件；各地口径不一，只供参考。五年实施方案的内容由上级提纲规定，不在此列。",
    source="整治形式主义为基层减负若干规定",
    examples=(
        Bad(("# 云溪县2026年科普工作方案", *(_LINE,) * 100)),
        Good(("# 云溪县2026年科普工作方案", *(_LINE,) * 20)),
        Good(("# 云溪县2026年科普工作方案", *(_LINE,) * 20, "附件", "# 活动安排", *(_LINE,) * 100)),
        Good(("# 云溪县全民科学素质行动规划纲要实施方案（2026—2030年）", *(_LINE,) * 100)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Count the characters before the first annex, blanks left out."""
    document = analysis.document
    count = sum(not char.isspace() for char in document.metadata.notice_body)
    for block in document.blocks:
        if block.kind is BlockKind.ANNEX:
            break
        count += sum(not char.isspace() for char in block.text)
    if count > _MOST:
        title = next(iter(leading_titles(analysis)), None)
        where = (0, len(title.text), title.id) if title is not None else (0, 0, None)
        yield Finding(
            where[0], where[1], f"正文共{count}字，部署专项工作的文件一般不超过{_MOST}字。", block_id=where[2]
        )
