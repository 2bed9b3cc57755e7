"""The place of the 公文 preview in the window; the preview itself is built when it is first seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.session import Change, Session
from editor.settings import Settings
from editor.ui import theme
from editor.ui.document_view import DocumentView
from editor.ui.positions import to_index

if TYPE_CHECKING:
    from editor.ui.preview_panel import PreviewPanel


class PreviewHolder(QWidget):
    """Passes on what the window tells, from the moment the preview is there; a start pays nothing for it."""

    jump_requested = Signal(str, int, int)

    def __init__(self, settings: Settings, text: DocumentView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._text = text
        self._session: Session | None = None
        self.panel: PreviewPanel | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.setMinimumSize(11 * theme.em(self), 8 * theme.em(self))

    def show_session(self, session: Session) -> None:
        """Preview another plan."""
        self._session = session
        if self.panel is not None:
            self.panel.show_session(session)

    def on_change(self, change: Change) -> None:
        """Follow a change of the plan."""
        if self.panel is not None:
            self.panel.on_change(change)

    def on_place(self) -> None:
        """Follow the caret of the text."""
        if self.panel is None or not self.panel.isVisible():
            return
        block, cursor = self._text.caret_block(), self._text.textCursor()
        if block is not None:
            self.panel.show_place(block.id, to_index(cursor.block().text(), cursor.positionInBlock()))

    def refresh(self) -> None:
        """Follow the choices of an export."""
        if self.panel is not None:
            self.panel.refresh()

    def sizeHint(self) -> QSize:
        """Ask for a third of the window's width."""
        return QSize(max(self.minimumWidth(), self.window().width() // 3), 2 * self.minimumHeight())

    def showEvent(self, event: QShowEvent) -> None:
        """Build the preview after the window has been painted."""
        super().showEvent(event)
        if self.panel is None:
            QTimer.singleShot(0, self, self._load)
        else:
            self.on_place()

    def _load(self) -> None:
        """Load the modules of the preview in a turn of their own."""
        import editor.ui.preview_panel  # noqa: F401

        QTimer.singleShot(0, self, self._build)

    def _build(self) -> None:
        from editor.ui.preview_panel import PreviewPanel

        if self.panel is not None:
            return
        self.panel = PreviewPanel(self._settings, self)
        self.panel.jump_requested.connect(self.jump_requested)
        self._place.addWidget(self.panel)
        self.panel.show()  # now, so that it follows the caret from the first page on
        if self._session is not None:
            self.panel.show_session(self._session)
        self.on_place()
