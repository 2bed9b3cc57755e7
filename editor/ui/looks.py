"""Light and dark: which look the user has chosen or the system has, and changing it while the window is open."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTreeWidget,
    QTreeWidgetItemIterator,
    QWidget,
)

from editor.settings import Settings
from editor.ui import theme
from editor.ui.colours import DARK, LIGHT, Colours


class Look(StrEnum):
    """What the user may choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {Look.LIGHT: Qt.ColorScheme.Light, Look.DARK: Qt.ColorScheme.Dark, Look.SYSTEM: Qt.ColorScheme.Unknown}


def colours_of(look: str) -> Colours:
    """Return the colours of a look; what is no look, as in damaged settings, follows the system."""
    if look == Look.SYSTEM or look not in list(Look):
        return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
    return DARK if look == Look.DARK else LIGHT


class Looks(QObject):
    """Keeps the program in the chosen look; `changed` tells those that have colours of their own in store."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        if self.look is not Look.SYSTEM:
            QGuiApplication.styleHints().setColorScheme(_SCHEMES[self.look])  # frame and dialogs of the system follow
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply)

    @property
    def look(self) -> Look:
        """Return what is chosen."""
        return Look(self._settings.look) if self._settings.look in list(Look) else Look.SYSTEM

    def follow_system(self) -> None:
        """Be light or dark as the system is."""
        self._choose(Look.SYSTEM)

    def choose_light(self) -> None:
        """Be light whatever the system is."""
        self._choose(Look.LIGHT)

    def choose_dark(self) -> None:
        """Be dark whatever the system is."""
        self._choose(Look.DARK)

    def _choose(self, look: Look) -> None:
        self._settings.look = look.value
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[look])
        self._apply()

    def _apply(self) -> None:
        application = QApplication.instance()
        wanted = colours_of(self.look)
        if not isinstance(application, QApplication) or wanted == theme.colours():
            return
        before = theme.colours()
        theme.apply(application, wanted)
        redraw(QApplication.allWidgets(), before)
        self.changed.emit()


def redraw(widgets: Iterable[QWidget], before: Colours) -> None:
    """Give buttons, actions and items of lists our icons and inks, those of `before`, in the colours now in use."""
    for widget in widgets:
        _redraw(widget)
        for action in widget.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly):
            _redraw(action)
        if isinstance(widget, QListWidget):
            for row in range(widget.count()):
                _redraw(widget.item(row))
        elif isinstance(widget, QTreeWidget):
            _redraw_tree(widget, before)


def _redraw(one: QWidget | QAction | QListWidgetItem) -> None:
    if isinstance(one, QLabel):
        theme.show_icon_again(one)
    elif isinstance(one, (QAbstractButton, QAction, QListWidgetItem)):
        icon = theme.redrawn(one.icon())
        if icon is not None:
            one.setIcon(icon)


def _redraw_tree(tree: QTreeWidget, before: Colours) -> None:
    items = QTreeWidgetItemIterator(tree)
    while (item := items.value()) is not None:
        for column in range(tree.columnCount()):
            icon = theme.redrawn(item.icon(column))
            if icon is not None:
                item.setIcon(column, icon)
            if item.foreground(column).style() is not Qt.BrushStyle.NoBrush:
                ink = theme.recoloured(item.foreground(column).color(), before)
                item.setForeground(column, ink or item.foreground(column))
        items += 1
