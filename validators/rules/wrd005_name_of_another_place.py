"""我市 in a county's plan, 我区 in a 县."""

import re
from collections.abc import Iterator

from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.reading import whole_text
from validators.rule import Bad, Finding, Good, Scope, rule

_OURS = re.compile(r"我([县区市旗州])(?![场民])")


@keep_by_text
def _mentions(text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((*match.span(), match.group(1)) for match in _OURS.finditer(text))


@rule(
    code="WRD005",
    name="name-of-another-place",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="自称与本级不符，如县的方案写“我市”。",
    reason="照抄上级或外地方案时容易留下别处的自称；引述上级要求的除外。",
    source="实务",
    fix_title="改为本级的自称",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(("一、要求", "完善我市科普设施。"), ("一、要求", "完善我县科普设施。")),
        Good(("一、要求", "完善我县科普设施。")),
        Good(("一、要求", "完善我市科普设施。"), (("place", "云溪市"),)),
        Good(("一、要求", "完善我市科普设施。"), (("place", ""),)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare with the last character of the place name."""
    own = analysis.document.metadata.prefix
    if own not in tuple("县区市旗州") or "我" not in whole_text(analysis):
        return
    for block in analysis.document.blocks:
        for start, end, prefix in _mentions(block.text):
            if prefix != own:
                message = f"本级是“{own}”，这里写的是“我{prefix}”。"
                yield Finding(start, end, message, f"我{own}", block_id=block.id)
