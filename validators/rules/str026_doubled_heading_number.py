"""A heading that carries its number twice: 一、一、."""

from collections.abc import Iterator

from editor.model.document import Block, BlockKind
from editor.model.outline import heading_parts
from validators.diagnostic import Applicability, Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_KINDS = (BlockKind.HEADING, BlockKind.PARAGRAPH)


@rule(
    code="STR026",
    name="doubled-heading-number",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="标题的序号写了两遍。",
    reason="多半是自动编号之外又手打了一个序号，粘贴后两个都留下来了；只留一个。",
    source="实务",
    fix_title="只留一个序号",
    applicability=Applicability.UNSAFE,
    marks="、）)．.㈠㈡㈢㈣㈤⑴⑵⑶⑷⑸",
    examples=(
        Bad("一、一、总体要求", "一、总体要求"),
        Bad("（二）（二）加强领导", "（二）加强领导"),
        Good("一、总体要求"),
        Good("一、（一）加强领导"),
        Good("1.1.1号楼"),
        Good("一、二、三产业融合发展"),
        Good("三、“三、二、一”产业结构"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a number of the same form and value right after a heading's number."""
    if block.kind not in _KINDS:
        return
    first = heading_parts(block.text)
    if not first.number_level or block.text[first.start : first.start + 1].isdigit():
        return
    second = heading_parts(block.text[first.start :])
    if second.number_level == first.number_level and second.ordinal == first.ordinal:
        end = first.start + second.start
        yield Finding(first.start, end, f"序号“{second.number}”写了两遍。", "")
