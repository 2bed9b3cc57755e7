"""The panels around the text: where they stand, how wide they are, and remembering that between two starts."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QTabWidget, QWidget

from editor.ui import theme

_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea
_VERSION = 2  # of the arrangement: another number makes a remembered one invalid


class PanelDocks:
    """Outline at the left, guidance and 公文要素 at the right, problems below."""

    def __init__(
        self, window: QMainWindow, *, outline: QWidget, guidance: QWidget, metadata: QWidget, problems: QWidget
    ) -> None:
        self._window = window
        self._placed = False
        self._docks = {
            "outline": self._dock("大纲", "outline", outline, _LEFT),
            "guidance": self._dock("写作指导", "guidance", guidance, _RIGHT),
            "metadata": self._dock("公文要素", "metadata", metadata, _RIGHT),
            "problems": self._dock("问题", "problems", problems, _BOTTOM),
        }
        window.setCorner(Qt.Corner.BottomLeftCorner, _LEFT)
        window.setCorner(Qt.Corner.BottomRightCorner, _RIGHT)
        window.setTabPosition(_RIGHT, QTabWidget.TabPosition.North)
        window.tabifyDockWidget(self._docks["guidance"], self._docks["metadata"])
        for dock in self._docks.values():  # tabs and counts say what they are; the lines are worth more as text
            dock.setTitleBarWidget(QWidget(dock))

    def toggles(self) -> list[QAction]:
        """Return the actions that show and hide the panels."""
        return [dock.toggleViewAction() for dock in self._docks.values()]

    def hide(self) -> None:
        """Show no panels: there is no plan."""
        for dock in self._docks.values():
            dock.hide()

    def show(self, state: str) -> None:
        """Show the panels as they were left (`state`, base64), in their first arrangement where that is unknown."""
        if self._placed:
            return
        self._placed = True
        for dock in self._docks.values():
            dock.show()
        for bar in self._window.findChildren(QTabBar):
            if not bar.accessibleName():
                bar.setAccessibleName("面板")
        if state and self._window.restoreState(QByteArray.fromBase64(state.encode()), _VERSION):
            return
        self._docks["guidance"].raise_()
        window, unit = self._window, theme.em(self._window)
        sides = [
            _between(9.5 * unit, 0.2 * window.width(), 17 * unit),
            _between(14 * unit, 0.21 * window.width(), 18 * unit),
        ]
        window.resizeDocks([self._docks["outline"], self._docks["guidance"]], sides, Qt.Orientation.Horizontal)
        window.resizeDocks([self._docks["problems"]], [round(0.26 * window.height())], Qt.Orientation.Vertical)

    def state(self) -> str:
        """Return the present arrangement in base64, empty as long as no plan was open."""
        if not self._placed:
            return ""
        return bytes(self._window.saveState(_VERSION).toBase64().data()).decode()

    def reveal(self, name: str) -> None:
        """Bring a panel to the front."""
        self._docks[name].show()
        self._docks[name].raise_()

    def _dock(self, title: str, name: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.setWidget(widget)
        dock.setFeatures(dock.features() & ~QDockWidget.DockWidgetFeature.DockWidgetFloatable)
        self._window.addDockWidget(area, dock)
        return dock


def _between(least: float, wanted: float, most: float) -> int:
    return round(max(least, min(wanted, most)))
