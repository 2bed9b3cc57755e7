"""全省最先进 and the like: a judgement that nobody can prove."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import in_title
from validators.rule import Bad, Finding, Good, Scope, rule

_BEST = re.compile(
    r"(?:全国|全省|全市|全区|国内|世界|国际|亚洲)(?:最先进|最好|最优(?!秀)|最完善|最一流|顶尖|顶级|独一无二|绝无仅有)|史无前例|前无古人"
)
_QUOTED = re.compile(r"“[^“”]{0,60}”")


@rule(
    code="WRD010",
    name="superlative",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="用了“全省最先进”一类无法证明的评价。",
    reason="没有权威排名的极端评价经不起核对；有排名的写排名和出处，没有的写具体数字。",
    source="新华社禁用词和慎用词（2016）",
    marks="最顶一无",
    examples=(
        Bad("建成全省最先进的科普馆"),
        Bad("取得史无前例的成绩"),
        Good("公民具备科学素质的比例居全省第1位"),
        Good("学习借鉴“全国最好的科普馆”经验"),
        Good("开展全国最美科技工作者学习宣传"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find the words outside quotations and titles."""
    bare = _QUOTED.sub(lambda match: "\u3000" * len(match.group()), block.text)
    for match in _BEST.finditer(bare):
        if not in_title(bare, match.start()):
            yield Finding(*match.span(), f"“{match.group()}”无法证明，宜写具体数字或者有出处的排名。")
