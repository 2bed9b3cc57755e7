"""The mark above an annex (附件1) with a colon, a blank or a Chinese number."""

import re
from collections.abc import Iterator

from editor.model.document import Block, BlockKind
from editor.model.outline import from_chinese
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_MARK = re.compile(r"\s?附\s{0,2}件\s{0,2}([0-9]{1,2}|[一二三四五六七八九十]{1,3})?\s{0,2}([：:。.、，]?)\s?")


@rule(
    code="ELM028",
    name="annex-mark-in-wrong-form",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="附件页首的“附件1”写法不对。",
    reason="附件顺序号用阿拉伯数字，“附件1”独占一行、后面不加冒号。",
    source="GB/T 9704-2012 7.3.4、7.3.7",
    fix_title="改为规范的写法",
    marks="附",
    examples=(
        Bad("附件1：", "附件1"),
        Bad("附件一", "附件1"),
        Bad("附件 2", "附件2"),
        Good("附件1"),
        Good("附件"),
        Good("附件：任务分工表"),
        Good("附件："),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Look at texts that are nothing but such a mark; 附件： without a number may open a note."""
    match = _MARK.fullmatch(block.text) if len(block.text) < 16 else None
    if match is None or not (match[1] or block.kind is BlockKind.ANNEX):
        return
    number = match[1] or ""
    proper = f"附件{number if number.isdigit() or not number else from_chinese(number)}"
    if block.text != proper and not (block.text.strip() == "附件" and not match[2]):
        yield Finding(0, len(block.text), f"附件标记“{block.text.strip()}”应写“{proper}”。", proper)
