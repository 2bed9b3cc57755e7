"""A title of the plan or the notice that ends with a mark."""

from collections.abc import Iterator

from editor.model.document import Block, BlockKind
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_MARKS = "。；，、：;,.:"


@rule(
    code="ELM012",
    name="title-with-final-mark",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="公文标题末尾用了标点。",
    reason="公文标题除书名号、引号、括号等外一般不用标点，末尾不加标点。",
    source="实务（沿用国发〔2000〕23号的做法）",
    fix_title="删去末尾的标点",
    examples=(
        Bad("云溪县人民政府关于印发云溪县科普方案的通知。", "云溪县人民政府关于印发云溪县科普方案的通知"),
        Good("云溪县人民政府关于印发云溪县科普方案的通知"),
        Good("为落实部署，制定本方案。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Look at titles, and at any text that reads like the title of a notice."""
    text = block.text.rstrip()
    kept = text.rstrip(_MARKS)
    titled = block.kind is BlockKind.TITLE or block.id == "meta:notice_title"
    reads_so = kept.endswith("的通知") and "关于" in kept and not any(mark in kept for mark in "。，；")
    if kept and kept != text and (titled or reads_so):
        yield Finding(len(kept), len(text), f"标题末尾多了标点“{text[len(kept) :]}”。", "")
