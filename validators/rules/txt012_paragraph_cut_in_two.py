"""A paragraph that breaks off without a mark and goes on in the next one."""

from collections.abc import Iterator

from editor.model.document import BlockKind
from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.paragraphs import is_cut_in_two
from validators.patterns import shorten
from validators.reading import positions_by_kind
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="TXT012",
    name="paragraph-cut-in-two",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="一段话没有说完就另起了一段。",
    reason="从 PDF 或网页复制时，每一行会变成一段；一句话断成两段，排版、检索和分工都会出错。",
    source="实务",
    examples=(
        Bad(("为贯彻落实党中央、国务院关于科普工作的决策部署，深入推进", "乡村科普建设，制定本方案。")),
        Bad(("健全科普服务网络。充分发挥科普在生态保护、公共服务，", "基层治理中的作用。")),
        Bad(("普及科学知识，开设science populari-", "zation课程。")),
        Good(("为贯彻落实关于科普工作的决策部署，深入推进乡村科普建设，制定本方案。", "各单位要落实责任。")),
        Good(("牵头单位：县科协，县教育局，县农业农村局，县卫生健康局", "责任单位：县财政局")),
        Good(("落实各项工作责任，形成推动科普工作的整体合力", "（一）加强领导")),
        Good(("云溪县科普工作联络名单",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at every paragraph that another one follows."""
    blocks = analysis.document.blocks
    for at in positions_by_kind(analysis)[BlockKind.PARAGRAPH]:
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if following is not None and is_cut_in_two(blocks[at], following):
            text = blocks[at].text.rstrip()
            tail, head = shorten(text[-8:], 9), shorten(following.text.strip(), 12)
            message = f"这一段断在“{tail}”，没有说完，下一段“{head}”像是接着写的。"
            related = (Related(following.id, head),)
            yield Finding(max(0, len(text) - 8), len(text), message, block_id=blocks[at].id, related=related)
