"""What stands in the cells of the 分工矩阵, painted in one go: thousands of cells would each cost a call otherwise."""

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QTableView

from editor.ui import theme
from editor.ui.matrix_model import MatrixModel
from templates.unit_matrix import Load, Role

_HEAT = 46  # of 255: how strongly the column of the busiest unit is tinted
_BARE = 30
_MARK = 0.42  # of a cell


def paint_cells(painter: QPainter, table: QTableView, model: MatrixModel, shown: QRect) -> None:
    """Paint the cells in `shown`: heat of busy units, red of tasks without units, lines, marks, the current cell."""
    columns = _span(table.columnAt(shown.left()), table.columnAt(shown.right()), len(model.units))
    rows = _span(table.rowAt(shown.top()), table.rowAt(shown.bottom()), len(model.tasks))
    if not columns or not rows:
        return
    across = [QRectF(table.columnViewportPosition(at), 0, table.columnWidth(at), 1) for at in columns]
    down = [QRectF(0, table.rowViewportPosition(at), 1, table.rowHeight(at)) for at in rows]
    area = QRectF(across[0].left(), down[0].top(), across[-1].right() - across[0].left(), 0)
    area.setBottom(down[-1].bottom())
    for at, place in zip(columns, across, strict=True):
        _paint_heat(painter, model, at, QRectF(place.left(), area.top(), place.width(), area.height()))
    for at, place in zip(rows, down, strict=True):
        if model.tasks[at].is_bare:
            ground = theme.colour("error")
            ground.setAlpha(_BARE)
            line = QRectF(area.left(), place.top(), area.width(), place.height())
            painter.fillRect(line, theme.colour("paper"))  # no heat here: it would take the red away
            painter.fillRect(line, ground)
    painter.setPen(theme.colour("border"))
    painter.drawLines([QLineF(place.right() - 1, area.top(), place.right() - 1, area.bottom()) for place in across])
    painter.drawLines([QLineF(area.left(), place.bottom() - 1, area.right(), place.bottom() - 1) for place in down])
    _paint_marks(painter, model, rows, columns, down, across)
    _paint_current(painter, table)


def _span(first: int, last: int, count: int) -> range:
    """Return what lies between two places; beyond the end there is nothing (-1)."""
    if first < 0:
        return range(0)
    return range(first, count if last < 0 else last + 1)


def _paint_heat(painter: QPainter, model: MatrixModel, column: int, place: QRectF) -> None:
    unit = model.units[column]
    if unit.load is not Load.IDLE:
        ground = theme.colour("warning" if unit.load is Load.HEAVY else "accent")
        ground.setAlpha(_HEAT * unit.tasks // max(model.most, 1))
        painter.fillRect(place, ground)


def _paint_marks(
    painter: QPainter, model: MatrixModel, rows: range, columns: range, down: list[QRectF], across: list[QRectF]
) -> None:
    """Paint a filled ring for who leads, an open one for who is responsible."""
    side = min(across[0].width(), down[0].height()) * _MARK
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent"), side / 7))
    filled, ring = theme.colour("accent"), QRectF(0, 0, side, side)
    for row, column, role in model.marks:
        if row in rows and column in columns:
            ring.moveCenter(QPointF(across[column - columns.start].center().x(), down[row - rows.start].center().y()))
            painter.setBrush(filled if role is Role.LEAD else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring)
    painter.restore()


def _paint_current(painter: QPainter, table: QTableView) -> None:
    place = QRectF(table.visualRect(table.currentIndex()))
    if place.isValid():
        width = max(theme.em(table) / 9, 1)
        colour = theme.colour("accent" if table.hasFocus() else "control")
        painter.setPen(QPen(colour, width))
        painter.drawRect(place.adjusted(width / 2, width / 2, -width / 2 - 1, -width / 2 - 1))
