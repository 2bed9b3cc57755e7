"""An internal office (股, 科) of a department as the issuing body."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_INTERNAL = re.compile(r"(?:局|委员会|办公室|中心|(?<=[市县区旗州])委[^，、]{2,6}部)([^局委部，、]{2,10}(?:股|科))$")


@rule(
    code="ELM025",
    name="internal-office-as-issuer",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="以部门的内设机构（股、科）名义发文。",
    reason="党政机关的内设机构除办公厅（室）外不得对外正式行文，应以部门名义发文、署名。",
    source="党政机关公文处理工作条例 第十七条",
    examples=(
        Bad(("一、要求",), metadata=(("issuer", "云溪县教育和体育局基础教育股"),)),
        Bad(("一、要求",), metadata=(("issuer", "中共云溪县委宣传部理论科"),)),
        Good(("一、要求",), (("issuer", "云溪县教育和体育局"),)),
        Good(("一、要求",), (("issuer", "云溪县人民政府办公室"),)),
        Good(("一、要求",), (("issuer", "国家统计局云溪调查队"),)),
        Good(("一、要求",), (("issuer", "云溪县妇幼保健院儿科"),)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at the end of the issuing body's name."""
    issuer = analysis.document.metadata.issuer.rstrip()
    office = _INTERNAL.search(issuer)
    if office is not None:
        message = f"“{office[1]}”是内设机构，不对外行文，请以“{issuer[: office.start(1)]}”的名义发文。"
        yield Finding(*office.span(1), message, block_id="meta:issuer")
