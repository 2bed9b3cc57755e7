"""Texts in the cells of a workbook: text they stay, never a formula."""

from typing import TYPE_CHECKING

from editor.model.errors import UnwritableFile

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell

LONGEST = 32767  # characters in a cell of Excel


def write_text(cell: "Cell | MergedCell", text: str) -> None:
    """Put a text into a cell as text: also 「=1+1」, which Excel would compute, even when the cell is edited.

    Raises UnwritableFile for a text that no cell holds.
    """
    if len(text) > LONGEST:
        raise UnwritableFile(
            f"“{text[:20]}…”有 {len(text)} 个字，一个单元格最多 {LONGEST} 个，没有写入。", "请把这项任务拆成几项。"
        )
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
