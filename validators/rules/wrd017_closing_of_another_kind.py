"""特此报告 at the end of a 请示: a closing that belongs to another kind of document."""

import re
from collections.abc import Iterator

from editor.model.document import Block, BlockKind
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import checked_texts, plain
from validators.rule import Bad, Finding, Good, Scope, rule

_KIND = re.compile("(通知|通报|通告|公告|报告|请示|批复|函|意见|决定)$")
_CLOSING = re.compile("(特此)(?:予以)?(通知|通报|通告|公告|报告|汇报|请示|批复|函[告达复询商]?|决定)[。！]?$")
_REQUEST = ("notice_title", "云溪县科学技术协会关于增加科普经费的请示")
_ASKED = "为保障科普馆运行，请增加科普经费10万元。"


def _last(analysis: Analysis) -> Block | None:
    """Return the last paragraph of the notice, or of what stands in its place, that holds a closing."""
    texts = [block for block in checked_texts(analysis) if block.kind is BlockKind.PARAGRAPH]
    bodies = [block for block in texts if not block.id.startswith("meta:") or block.id == "meta:notice_body"]
    return next((block for block in reversed(bodies) if _CLOSING.search(block.text.rstrip())), None)


@rule(
    code="WRD017",
    name="closing-of-another-kind",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="结束语与文种不配，如请示末尾写“特此报告”。",
    reason="请示用“妥否，请批示”，报告用“特此报告”，函用“特此函告”“请予支持”，通知用“特此通知”；用错了，收文的人不知道要不要答复。",
    source="实务；党政机关公文处理工作条例 第八条",
    examples=(
        Bad((_ASKED, "特此报告。"), metadata=(_REQUEST,)),
        Bad((_ASKED, "特此通知。"), metadata=(("notice_title", "云溪县科学技术协会关于商请支持科普活动的函"),)),
        Good((_ASKED, "妥否，请批示。"), (_REQUEST,)),
        Good((_ASKED, "特此函复。"), (("notice_title", "云溪县科学技术协会关于科普经费的复函"),)),
        Good(("请认真落实。", "特此通知。"), (("notice_title", "云溪县人民政府关于做好科普工作的通知"),)),
        Good((_ASKED, "特此报告。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the last closing with the end of the title."""
    kind = _KIND.search(plain(analysis.document.metadata.notice_title))
    block = _last(analysis) if kind is not None else None
    closing = _CLOSING.search(block.text.rstrip()) if block is not None else None
    if kind is None or block is None or closing is None:
        return
    said = closing[2].replace("汇报", "报告")
    if not said.startswith(kind[1]):
        message = f"标题的文种是“{kind[1]}”，结束语却是“{closing.group().rstrip('。！')}”。"
        yield Finding(*closing.span(), message, block_id=block.id)
