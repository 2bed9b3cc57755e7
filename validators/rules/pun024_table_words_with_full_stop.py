"""A caption, or a short phrase in a table cell, that ends with 。."""

import re
from collections.abc import Iterator

from editor.model.document import Block, BlockKind
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity, TextEdit, TextRange
from validators.reading import as_class, positions_by_kind
from validators.rule import Bad, Finding, Good, Scope, rule

_CAPTION = re.compile(r"(?:附?表|图)\s?[0-9一二三四五六七八九十]{1,3}[\s：:.．、]{0,2}[^。，；：]{2,30}(。)$")
_PHRASE = re.compile(r"[^。，；：！？]{1,15}。")


def _caption(block: Block) -> Iterator[Finding]:
    match = _CAPTION.fullmatch(block.text.strip())
    if match:
        at = block.text.rindex("。")
        edits = (TextEdit(TextRange(block.id, at, at + 1), "。", ""),)
        message = f"图表的题名“{block.text.strip()[:-1]}”末尾用了句号"
        yield Finding(at, at + 1, message, block_id=block.id, edits=edits)


def _cells(table: Block) -> Iterator[Finding]:
    for row, cells in enumerate(table.rows, 1):
        for column, text in enumerate(cells, 1):
            if _PHRASE.fullmatch(text.strip()):
                message = f"表格第{row}行第{column}列的短语“{text.strip()}”末尾用了句号"
                yield Finding(0, 0, message, block_id=table.id)


@rule(
    code="PUN024",
    name="table-words-with-full-stop",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="图表的题名或者表格里的短语末尾用了句号。",
    reason="题名和短语不是句子，末尾不用句号；同一张表里有的用、有的不用，尤其不整齐。",
    source="GB/T 15834-2011 附录A",
    fix_title="删去句号",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(("表1 重点任务清单。",), ("表1 重点任务清单",)),
        Good(("表1 重点任务清单",)),
        Good(("表1列出了重点任务，各单位按此落实。",)),
        Good(("注：数据来源于县统计局。",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the habit once: captions among paragraphs, and phrases alone in their cell."""
    blocks = analysis.document.blocks
    places = positions_by_kind(analysis)
    found = [one for at in places[BlockKind.PARAGRAPH] for one in _caption(blocks[at])]
    found += [one for at in places[BlockKind.TABLE] for one in _cells(blocks[at])]
    if found:
        yield from as_class(found, found[0].message + (f"，全文共{len(found)}处。" if len(found) > 1 else "。"))
