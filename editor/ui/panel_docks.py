"""The panels around the text: where they stand, how wide they are, and remembering that between two starts."""

from PySide6.QtCore import QByteArray, Qt, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QTabWidget, QWidget

from editor.ui import theme
from editor.ui.panes import PaneMark

_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea
_ASKED_FOR = ("preview", "targets")  # not shown before
_WHERE_THERE_IS_ROOM = ("problems",)  # elsewhere the counts in the status bar bring them
_VERSION = 2  # of the arrangement: another number makes a remembered one invalid


class PanelDocks:
    """Outline at the left, guidance and 公文要素 at the right, problems below; the rest when asked for."""

    def __init__(
        self,
        window: QMainWindow,
        *,
        outline: QWidget,
        guidance: QWidget,
        metadata: QWidget,
        problems: QWidget,
        preview: QWidget,
        targets: QWidget,
    ) -> None:
        self._window = window
        self._placed = False
        self._width = 0  # of the column at the right before the preview was shown in it
        self._height = 0  # of what is below before the targets were shown in it
        self._docks = {
            "outline": self._dock("大纲", "outline", outline, _LEFT),
            "guidance": self._dock("写作指导", "guidance", guidance, _RIGHT),
            "metadata": self._dock("公文要素", "metadata", metadata, _RIGHT),
            "problems": self._dock("问题", "problems", problems, _BOTTOM),
            "preview": self._dock("公文预览", "preview", preview, _RIGHT),
            "targets": self._dock("指标", "targets", targets, _BOTTOM),
        }
        window.setCorner(Qt.Corner.BottomLeftCorner, _LEFT)
        window.setCorner(Qt.Corner.BottomRightCorner, _RIGHT)
        for side in (_RIGHT, _BOTTOM):
            window.setTabPosition(side, QTabWidget.TabPosition.North)
        window.tabifyDockWidget(self._docks["guidance"], self._docks["metadata"])
        window.tabifyDockWidget(self._docks["metadata"], self._docks["preview"])
        window.tabifyDockWidget(self._docks["problems"], self._docks["targets"])
        for dock in self._docks.values():  # tabs and counts say what they are; the lines are worth more as text
            dock.setTitleBarWidget(PaneMark(dock))

    def fill(self, **panels: QWidget) -> None:
        """Put panels in the places that were kept for them."""
        for name, panel in panels.items():
            kept = self._docks[name].widget()
            self._docks[name].setWidget(panel)
            panel.show()
            kept.deleteLater()

    def front(self, name: str) -> SignalInstance:
        """Return the signal that tells whether a panel has come to the front of its tabs."""
        return self._docks[name].visibilityChanged

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
        low = theme.is_low(self._window)
        for name, dock in self._docks.items():
            dock.setVisible(name not in _ASKED_FOR and not (low and name in _WHERE_THERE_IS_ROOM))
        for bar in self._window.findChildren(QTabBar):
            if not bar.accessibleName():
                bar.setAccessibleName("面板")
        if state and self._window.restoreState(QByteArray.fromBase64(state.encode()), _VERSION):
            return
        self._docks["guidance"].raise_()
        window, unit = self._window, theme.em(self._window)
        sides = [
            _between(10.5 * unit, 0.2 * window.width(), 17 * unit),
            _between(11 * unit, 0.21 * window.width(), 18 * unit),
        ]
        window.resizeDocks([self._docks["outline"], self._docks["guidance"]], sides, Qt.Orientation.Horizontal)
        window.resizeDocks([self._docks["problems"]], [round(0.26 * window.height())], Qt.Orientation.Vertical)

    def arrange(self, state: str) -> None:
        """Arrange panels and toolbars as they were (`state`, base64)."""
        self._window.restoreState(QByteArray.fromBase64(state.encode()), _VERSION)

    def state(self) -> str:
        """Return the present arrangement in base64, empty as long as no plan was open."""
        if not self._placed:
            return ""
        return bytes(self._window.saveState(_VERSION).toBase64().data()).decode()

    def reveal(self, name: str) -> None:
        """Bring a panel to the front."""
        self._docks[name].show()
        self._docks[name].raise_()

    def toggle_preview(self) -> None:
        """Show the preview and give it room, or hide it and give the room back."""
        preview, others = self._docks["preview"], self._docks["guidance"]
        if preview.visibleRegion().isEmpty():
            self._width = max(others.width(), preview.width()) if others.isVisible() else 0
            self.reveal("preview")
            wanted = max(self._width, self._window.width() * 2 // 5)
        else:
            preview.hide()
            wanted = self._width
        if wanted:
            self._window.resizeDocks([others if preview.isHidden() else preview], [wanted], Qt.Orientation.Horizontal)

    def toggle_targets(self) -> None:
        """Show the targets below the text and give them room, or hide them and give the room back."""
        targets, others = self._docks["targets"], self._docks["problems"]
        if targets.visibleRegion().isEmpty():
            if targets.isHidden():
                self._height = others.height() if others.isVisible() else 0
            self.reveal("targets")
            targets.widget().setFocus()
            wanted = max(self._height, self._window.height() * 2 // 5)
        else:
            targets.hide()
            wanted = self._height
        if wanted:
            self._window.resizeDocks([others if targets.isHidden() else targets], [wanted], Qt.Orientation.Vertical)

    def _dock(self, title: str, name: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        if widget.layout() is None:  # a place kept for a panel: of no size at all Qt makes -1 and complains
            widget.setMinimumSize(1, 1)
        dock.setWidget(widget)
        dock.setFeatures(dock.features() & ~QDockWidget.DockWidgetFeature.DockWidgetFloatable)
        self._window.addDockWidget(area, dock)
        return dock


def _between(least: float, wanted: float, most: float) -> int:
    return round(max(least, min(wanted, most)))
