"""书名号 around the plan's name in a notice title."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_MARKED = re.compile(r"(?<=印发)《([^《》]{4,80}(?:方案|计划|要点|意见)(?:（[^（）]{1,20}）)?)》(?=的通知$)")


@rule(
    code="ELM017",
    name="title-marks-in-notice-title",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="通知标题里的方案名称加了书名号。",
    reason="标题中法规、规章的名称加书名号，方案、计划一般不加。近年国务院办公厅印发方案也有加书名号的，两种做法都有依据，本条默认关闭。",
    source="实务（有争议）",
    fix_title="删去书名号",
    applicability=Applicability.UNSAFE,
    enabled=False,
    marks="《",
    examples=(
        Bad("云溪县人民政府关于印发《云溪县科普实施方案》的通知", "云溪县人民政府关于印发云溪县科普实施方案的通知"),
        Good("云溪县人民政府关于印发云溪县科普实施方案的通知"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find the marks right after 印发."""
    yield from matches(_MARKED, block.text, "通知标题里的“{0}”一般不加书名号。", lambda match: match.group(1))
