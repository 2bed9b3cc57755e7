"""村长 for 村民委员会主任, 解放前 for 新中国成立前."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import in_title
from validators.rule import Bad, Finding, Good, Scope, rule

_HEADMAN = re.compile("(?<![农乡新山渔古])村长(?=[、，。；）和及与或等带牵负]|$)")
_LIBERATION = re.compile(
    "(?<!思想)(?<!心灵)(?<!力)(?<!个性)解放([前后])(?=[，、。；：的初]|全[国省市县]|我[国省市县]|$)"
)
_QUOTED = re.compile(r"“[^“”]{0,200}”")


@rule(
    code="WRD013",
    name="former-way-of-speaking",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="用了“村长”“解放前”一类旧说法。",
    reason="村民自治组织的负责人是村民委员会主任；时间界限写“新中国成立前（后）”。",
    source="新华社禁用词和慎用词（2016）",
    fix_title="改为规范说法",
    applicability=Applicability.UNSAFE,
    marks="村解",
    examples=(
        Bad("由村长牵头组织", "由村民委员会主任牵头组织"),
        Bad("解放前，全县没有一所中学", "新中国成立前，全县没有一所中学"),
        Good("支持各村长期开展活动，农村长效机制逐步健全"),
        Good("思想解放后，解放后顾之忧，组织解放军后勤人员，瞄准解放前沿技术"),
        Good("老人说：“解放前村长不管事。”"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find both outside quotations and titles."""
    if "村长" not in block.text and "解放" not in block.text:
        return
    bare = _QUOTED.sub(lambda match: "\u3000" * len(match.group()), block.text)
    found = [(match, "村民委员会主任") for match in _HEADMAN.finditer(bare)]
    found += [(match, f"新中国成立{match[1]}") for match in _LIBERATION.finditer(bare)]
    for match, better in found:
        if not in_title(bare, match.start()):
            yield Finding(*match.span(), f"“{match.group()}”宜写“{better}”。", better)
