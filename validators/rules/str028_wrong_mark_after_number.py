"""A paragraph that begins with a number and a mark that makes it no heading: 1，加强领导, （一）：, 一：."""

import re
from collections.abc import Iterator

from editor.model.document import Block, BlockKind
from editor.model.outline import from_chinese, number_for
from validators.diagnostic import Applicability, Severity
from validators.patterns import HAN
from validators.rule import Bad, Finding, Good, Scope, rule

_NUMBER = re.compile(
    rf"\s{{0,8}}(?:(?P<l1>[一二三四五六七八九十]{{1,3}})[：:；;]"
    rf"|[（(](?P<l2>[一二三四五六七八九十]{{1,3}})[）)][，,：:；;。]|(?P<l3>[0-9]{{1,2}})[，,：:；;。]"
    rf"|[（(](?P<l4>[0-9]{{1,2}})[）)][，,：:；;。])(?={HAN})"
)
_KINDS = (BlockKind.HEADING, BlockKind.PARAGRAPH)
_LEVELS = {"l1": 1, "l2": 2, "l3": 3, "l4": 4}


@rule(
    code="STR028",
    name="wrong-mark-after-number",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="段首的序号后面用错了标点。",
    reason="序号写作“一、”“（一）”“1.”“（1）”；用了逗号、冒号，看上去不像标题，程序也认不出层次。",
    source="GB/T 9704-2012 7.3.3；GB/T 15834-2011 附录",
    fix_title="改为规范的序号",
    applicability=Applicability.UNSAFE,
    marks="，,：:；;。",
    examples=(
        Bad("1，加强组织领导", "1.加强组织领导"),
        Bad("（一）：加强组织领导", "（一）加强组织领导"),
        Bad("二：工作目标", "二、工作目标"),
        Good("1.加强组织领导"),
        Good("（一）加强组织领导"),
        Good("8：30开始，12：00结束"),
        Good("3，4月开展"),
        Good("一，要加强领导；二，要落实责任。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Look at the beginning of the paragraph only."""
    match = _NUMBER.match(block.text) if block.kind in _KINDS and not block.id.startswith("meta:") else None
    if match is None:
        return
    form = match.lastgroup or ""
    numeral = match.group(form)
    ordinal = int(numeral) if numeral.isascii() else from_chinese(numeral)
    if ordinal:
        right = number_for(_LEVELS[form], ordinal)
        yield Finding(*match.span(), f"序号“{match.group().strip()}”应写成“{right}”。", right)
