"""Three or more phases with their years in one paragraph."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import HAN
from validators.rule import Bad, Finding, Good, Scope, rule

_PHASE = re.compile(rf"(?:^|(?<=[。；])){HAN}{{2,8}}[（(]20[0-9]{{2}}[^（）()。]{{0,20}}[）)][，：。]")
_FEWEST = 3


@rule(
    code="STR022",
    name="phases-in-one-paragraph",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="几个实施阶段连写在一段里。",
    reason="阶段分条写、各带时间，督办时一目了然；连写在一段里容易看漏。",
    source="实务",
    marks="（(",
    examples=(
        Bad("启动实施（2026年），做好动员。深入实施（2027—2029年），分项落实。总结评估（2030年），全面总结。"),
        Good("启动实施（2026年），做好动员。"),
        Good("依据《甲方案（2026—2030年）》《乙方案（2026—2030年）》《丙方案（2026—2030年）》，制定本方案。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Count the sentences that begin with a phase and its years."""
    text = block.text
    found = [*_PHASE.finditer(text)] if "（20" in text or "(20" in text else []
    if len(found) >= _FEWEST:
        yield Finding(found[0].start(), found[-1].end(), f"{len(found)}个实施阶段连写在一段里，宜分条写。")
