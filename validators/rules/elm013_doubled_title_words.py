"""关于…关于 or 的通知的通知 in a title."""

import re
from collections.abc import Iterator

from editor.model.document import Block, BlockKind
from validators.diagnostic import Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_DOUBLED = re.compile(r"关于关于|关于(?:转发|印发)关于|(?:的通知){2,}|通知的通知$")


@rule(
    code="ELM013",
    name="doubled-title-words",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="标题里“关于”或“的通知”叠用。",
    reason="转发、印发的标题层层套用会重复“关于”“通知”，保留一个意思就完整。",
    source="实务",
    marks="知于",
    examples=(
        Bad("云溪县人民政府关于关于印发科普方案的通知"),
        Bad("云溪县人民政府关于转发关于加强科普工作的通知的通知"),
        Good("云溪县人民政府关于印发科普方案的通知"),
        Good("落实关于科普工作的要求，关于经费的要求另行规定。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Look at titles and at short texts that end like one."""
    text = block.text
    if block.kind is BlockKind.TITLE or (text.endswith("的通知") and len(text) < 120):
        yield from matches(_DOUBLED, text, "标题里的“{0}”用词重复。")
