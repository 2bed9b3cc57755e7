"""The frozen edges of the 分工矩阵: names of units from top to bottom with what they have to do, tasks with counts."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from editor.ui import theme
from editor.ui.matrix_model import TASK_OR_UNIT
from templates.unit_matrix import Load, MatrixTask, MatrixUnit

_MOST = 10  # characters of a name
_UPRIGHT = str.maketrans("（）()", "︵︶︵︶")  # as they stand in vertical text


class UnitHeader(QHeaderView):
    """A unit a column: its name from top to bottom, the number of its tasks, a bar as long as its share of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(theme.em(self))
        self.setDefaultSectionSize(round(1.7 * theme.em(self)))

    def sizeHint(self) -> QSize:
        """Return the room for the longest name, the number and the bar."""
        names = (str(self.model().headerData(at, self.orientation()) or "") for at in range(self.count()))
        longest = max((min(len(name), _MOST) for name in names), default=0)
        return QSize(super().sizeHint().width(), round((max(longest, 4) * 0.92 + 2.3) * theme.em(self)))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one unit."""
        unit = self.model().headerData(section, self.orientation(), TASK_OR_UNIT)
        if not isinstance(unit, MatrixUnit):
            return
        painter.save()
        current = self.selectionModel() is not None and self.selectionModel().currentIndex().column() == section
        painter.fillRect(rect, theme.colour("selection" if current else "window"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        em = theme.em(self)
        self._paint_name(painter, rect.adjusted(0, em // 4, 0, -round(1.8 * em)), unit)
        self._paint_count(painter, QRect(rect.left(), rect.bottom() - round(1.6 * em), rect.width(), em), unit)
        self._paint_bar(painter, rect, unit)
        painter.restore()

    def _paint_name(self, painter: QPainter, rect: QRect, unit: MatrixUnit) -> None:
        painter.setPen(theme.colour("muted" if unit.load is Load.IDLE else "text"))
        name = unit.name if len(unit.name) <= _MOST else f"{unit.name[: _MOST - 1]}…"
        step = round(0.92 * theme.em(self))
        top = max(rect.bottom() - step * len(name), rect.top())
        for at, character in enumerate(name.replace("…", "⋮").translate(_UPRIGHT)):
            painter.drawText(QRect(rect.left(), top + at * step, rect.width(), step), _CENTRE, character)

    def _paint_count(self, painter: QPainter, rect: QRect, unit: MatrixUnit) -> None:
        heavy = unit.load is Load.HEAVY
        font = painter.font()
        font.setBold(heavy)
        painter.setFont(font)
        painter.setPen(theme.colour("warning" if heavy else "muted" if unit.load is Load.IDLE else "text"))
        painter.drawText(rect, _CENTRE, f"{unit.tasks}{'↑' if heavy else ''}" if unit.tasks else "0")

    def _paint_bar(self, painter: QPainter, rect: QRect, unit: MatrixUnit) -> None:
        most = getattr(self.model(), "most", 0)
        if not most or not unit.tasks:
            return
        em = theme.em(self)
        room = rect.width() - em // 2
        bar = QRect(rect.left() + em // 4, rect.bottom() - em // 2, round(room * unit.tasks / most), em // 4)
        painter.fillRect(bar, theme.colour("warning" if unit.load is Load.HEAVY else "accent"))


class TaskHeader(QHeaderView):
    """A task a row: its title, and how many units lead it and are responsible; one without any says so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(theme.em(self))
        self.setDefaultSectionSize(round(1.6 * theme.em(self)))
        self._width = 16 * theme.em(self)

    def set_room(self, width: int) -> None:
        """Take a share of the panel's width."""
        em = theme.em(self)
        wanted = max(11 * em, min(width * 3 // 10, 26 * em))
        if wanted != self._width:
            self._width = wanted
            self.updateGeometry()
            self.geometriesChanged.emit()

    def sizeHint(self) -> QSize:
        """Return the width that was given."""
        return QSize(self._width, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one task."""
        task = self.model().headerData(section, self.orientation(), TASK_OR_UNIT)
        if not isinstance(task, MatrixTask):
            return
        painter.save()
        current = self.selectionModel() is not None and self.selectionModel().currentIndex().row() == section
        painter.fillRect(rect, theme.colour("selection" if current else "paper"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        em = theme.em(self)
        said = "没有单位" if task.is_bare else f"●{task.leads} ○{task.responsible}"
        metrics = painter.fontMetrics()
        room = rect.adjusted(em // 3 + max(task.level - 2, 0) * em, 0, -em // 3, 0)
        if task.is_bare:
            painter.fillRect(QRect(rect.left(), rect.top(), max(em // 4, 3), rect.height()), theme.colour("error"))
        painter.setPen(theme.colour("error" if task.is_bare else "muted"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)
        painter.setPen(QPen(theme.colour("error" if task.is_bare else "text")))
        left = room.adjusted(0, 0, -metrics.horizontalAdvance(said) - em // 2, 0)
        title = metrics.elidedText(task.title, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()


_CENTRE = Qt.AlignmentFlag.AlignCenter
