"""The place of a panel that is built when it is first seen, and follows the plan only while it is seen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.session import Change, Session
from editor.ui import theme

if TYPE_CHECKING:
    from editor.ui.matrix_panel import MatrixPanel
    from editor.ui.targets_panel import TargetsPanel


class LatePanel(QWidget):
    """Holds what `make` builds; a start pays nothing for it, nor does a key while it is hidden."""

    def __init__(self, make: "Callable[[QWidget], MatrixPanel | TargetsPanel]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._session: Session | None = None
        self._is_stale = False
        self.panel: MatrixPanel | TargetsPanel | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.setMinimumSize(16 * theme.em(self), 9 * theme.em(self))

    def show_session(self, session: Session) -> None:
        """Show another plan, now or when the panel is seen."""
        self._session = session
        self._is_stale = True
        if self.isVisible():
            self._catch_up()

    def on_change(self, change: Change) -> None:
        """Follow a change, now or when the panel is seen."""
        if self.panel is not None and self.isVisible() and not self._is_stale:
            self.panel.on_change(change)
        else:
            self._is_stale = True

    def sizeHint(self) -> QSize:
        """Ask for a third of the window's height."""
        return QSize(self.minimumWidth(), max(self.minimumHeight(), self.window().height() // 3))

    def showEvent(self, event: QShowEvent) -> None:
        """Build the panel, or bring it up to date."""
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        if self.panel is None:
            self.panel = self._make(self)
            self._place.addWidget(self.panel)
            self.setFocusProxy(self.panel)
            self.panel.show()  # now, so that it can take the focus
        if self._session is not None and self._is_stale:
            self._is_stale = False
            self.panel.show_session(self._session)
