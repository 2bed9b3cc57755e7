"""A colon inside the list that another colon announces."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_ANNOUNCED = re.compile(r"(?:如下|下列[^，。；：“”]{0,8}|以下[^，。；：“”]{0,8})：([^。！？“”《》]{1,200})")
# A time or a ratio; 一是： is another rule's.
_INNER = re.compile(r"(?<![0-9])(?<![一二三四五六七八九十]是)：(?![0-9])")


@rule(
    code="PUN019",
    name="colon-inside-colon",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="一句话里冒号套着冒号。",
    reason="冒号管到哪里要一眼看清；一句里套用两个冒号，层次就乱了，可以改用逗号，或者另起段落分条写。",
    source="GB/T 15834-2011 冒号",
    marks="：",
    examples=(
        Bad("具体要求如下：宣传：各单位要广泛发动；培训：各单位要分级组织。"),
        Good("具体要求如下：一是广泛发动；二是分级组织。"),
        Good("开放时间如下：上午8：30至11：30，师生比1：3。"),
        Good("要求如下：广泛发动。牵头单位：县科协。"),
        Good("要求如下：落实“时间：全年”的标注。"),
        Good("牵头单位：县科协，责任单位：县教育局"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find the first colon between one that announces a list and the end of that sentence."""
    if block.text.count("：") < 2:
        return
    for match in _ANNOUNCED.finditer(block.text):
        inner = _INNER.search(block.text, *match.span(1))
        if inner is not None:
            around = block.text[max(match.start(1), inner.start() - 6) : inner.end()]
            yield Finding(*inner.span(), f"前面的冒号还没管完，“{around}”这里又套了一个冒号。")
