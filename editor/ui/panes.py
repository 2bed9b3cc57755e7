"""The keyboard's way round the window: from the text to the panels and back, with a mark where it is."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDockWidget, QMainWindow, QWidget
from shiboken6 import isValid

from editor.ui import theme


class PaneMark(QWidget):
    """A thin line along the upper edge of a panel, coloured while the keyboard is in the panel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_on = False

    @property
    def is_on(self) -> bool:
        """Return whether the keyboard is in the panel."""
        return self._is_on

    def show_focus(self, is_on: bool) -> None:
        """Show whether the keyboard is in the panel."""
        if is_on != self._is_on:
            self._is_on = is_on
            self.update()

    def sizeHint(self) -> QSize:
        """Be a sixth of a line high."""
        return QSize(1, max(2, theme.em(self) // 6))

    def minimumSizeHint(self) -> QSize:
        """Keep that height."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        if self._is_on:
            painter = QPainter(self)
            painter.fillRect(event.rect(), theme.colour("accent"))
            painter.end()


class Panes(QObject):
    """Goes to the next or the previous of text and visible panels; Escape in a panel goes back to the text."""

    said = Signal(str)  # the name of where the keyboard has come to

    def __init__(self, window: QMainWindow, text: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._text = text
        self._guests: list[QWidget] = []  # what lies over the window for a time
        self._docks = window.findChildren(QDockWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self._last: dict[QDockWidget, QWidget] = {}  # where the keyboard was in each panel
        for dock in self._docks:
            back = QShortcut(QKeySequence("Escape"), dock)
            back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            back.activated.connect(self.to_text)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    def invite(self, guest: QWidget) -> None:
        """Let the way lead to `guest`, too, as long as it is shown."""
        self._guests.append(guest)

    def panels(self) -> Iterator[tuple[str, str]]:
        """Yield name and title of every panel, shown or not."""
        for dock in self._docks:
            yield dock.objectName(), dock.windowTitle()

    def next(self) -> None:
        """Go to the next pane, from the last to the text."""
        self._step(1)

    def previous(self) -> None:
        """Go to the pane before, from the text to the last."""
        self._step(-1)

    def to_text(self) -> None:
        """Go back to the text."""
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to(self, name: str) -> None:
        """Bring a panel to the front, with the keyboard in it."""
        self._enter(self.bring_forward(name))

    def bring_forward(self, name: str) -> QDockWidget:
        """Show a panel before those that share its place; the keyboard stays where it is."""
        dock = next(one for one in self._docks if one.objectName() == name)
        dock.show()
        dock.raise_()
        return dock

    def _step(self, by: int) -> None:
        docks = [dock for dock in self._docks if not dock.visibleRegion().isEmpty()]
        panes = [self._text, *docks, *(one for one in self._guests if one.isVisible())]
        here = QApplication.focusWidget()
        at = next((number for number, pane in enumerate(panes) if here is not None and _holds(pane, here)), 0)
        pane = panes[(at + by) % len(panes)]
        if isinstance(pane, QDockWidget):
            self._enter(pane)
        else:
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.said.emit(pane.accessibleName())

    def _enter(self, dock: QDockWidget) -> None:
        """Put the keyboard where it was in a panel, at first on its list, or on the first thing that takes keys."""
        last = self._last.get(dock)
        target = last if last is not None and isValid(last) and _takes_keys(last) else _entrance(dock.widget())
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.said.emit(f"{dock.windowTitle()}：Esc 回到正文")

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        for dock in filter(isValid, self._docks):  # some are gone while the window dies
            inside = now is not None and _holds(dock, now)
            if inside and now is not None:
                self._last[dock] = now
            mark = dock.titleBarWidget()
            if isinstance(mark, PaneMark):
                mark.show_focus(inside)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _takes_keys(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _entrance(panel: QWidget) -> QWidget:
    inside = [one for one in panel.findChildren(QWidget) if _takes_keys(one)]
    lists = [one for one in inside if isinstance(one, QAbstractItemView)]
    return next(iter((*lists, *inside)), panel)
