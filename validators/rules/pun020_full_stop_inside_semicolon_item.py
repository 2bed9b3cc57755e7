"""。 inside an item of a list whose items end with ；."""

import re
from collections.abc import Iterator

from editor.model.assignments import is_assignment_line
from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import shorten
from validators.rule import Bad, Finding, Good, Scope, rule

_ITEM = re.compile(
    r"(?:^|(?<=[。；：]))(?:[一二三四五六七八九十]是|[（(](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]|第[一二三四五六七八九十]，)"
)
_INSIDE = re.compile(r"“[^“”]{0,200}”|（[^（）]{0,200}）|《[^《》]{0,200}》")


def _items(text: str) -> Iterator[tuple[int, int]]:
    starts = [match.start() for match in _ITEM.finditer(text)]
    if len(starts) > 1:
        yield from zip(starts, [*starts[1:], len(text)], strict=True)


@rule(
    code="PUN020",
    name="full-stop-inside-semicolon-item",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="用分号隔开的各项，项内却有句号。",
    reason="句号比分号停顿大：项内已经用了句号，各项之间就不能再用分号，否则层次颠倒。",
    source="GB/T 15834-2011 分号",
    marks="；",
    examples=(
        Bad("（一）摸底。建立台账；（二）建库。分类录入；（三）评估。"),
        Bad("一是加强领导。成立专班；二是落实经费。"),
        Good("一是加强领导，成立专班；二是落实经费。"),
        Good("一是加强领导。成立专班。二是落实经费，专款专用；三是强化督查。"),
        Good("一是落实“讲科学。爱科学。”的要求；二是落实经费（含配套。另行下达）。"),
        Good("牵头单位：县科协。责任单位：县教育局；县财政局"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find the first item that ends with ； and holds 。 outside quotations, parentheses and titles."""
    text = block.text
    if "。" not in text or is_assignment_line(text):
        return
    for start, end in _items(text):
        item = text[start:end]
        stop = _INSIDE.sub(lambda match: "　" * len(match.group()), item).find("。")
        if item.endswith("；") and stop >= 0:
            yield Finding(start + stop, start + stop + 1, f"“{shorten(item, 16)}”用分号结束，里面却有句号。")
            return
