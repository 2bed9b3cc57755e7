"""The grid of 22 lines of 28 characters on a page, drawn from the layout's numbers."""

from PySide6.QtCore import QLineF, QRectF

from editor.gongwen.layout import Layout, twips
from editor.gongwen.typesetting.pages import Page

_MM = 25.4 / 1440  # a twip


def grid_lines(page: Page, layout: Layout) -> list[QLineF]:
    """Return the lines of the grid in millimetres; a turned page (clause 8) has the frame of its type area alone."""
    if page.width > page.height:
        return _frame(QRectF(layout.bottom, layout.left, layout.height, layout.width))
    # LibreOffice and the typesetter put half of what whole lines leave over above the first one.
    spare = (twips(page.height) - twips(layout.top) - twips(layout.bottom)) % layout.pitch_twips
    top = (twips(layout.top) + spare // 2) * _MM
    foot = top + layout.lines_per_page * layout.pitch_twips * _MM
    left = layout.left
    right = left + layout.characters_per_line * layout.em_twips * _MM
    rows = (top + line * layout.pitch_twips * _MM for line in range(layout.lines_per_page + 1))
    columns = (left + at * layout.em_twips * _MM for at in range(layout.characters_per_line + 1))
    return [*(QLineF(left, y, right, y) for y in rows), *(QLineF(x, top, x, foot) for x in columns)]


def _frame(area: QRectF) -> list[QLineF]:
    corners = (area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft())
    return [QLineF(one, corners[(at + 1) % 4]) for at, one in enumerate(corners)]
