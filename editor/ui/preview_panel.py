"""The 公文 beside the text: its pages as the export will have them, set and painted in another thread."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor.gongwen.typesetting.pages import Page
from editor.model.document import Block, BlockKind, Document
from editor.model.errors import UserError
from editor.session import Change, Session
from editor.settings import Settings
from editor.ui import theme
from editor.ui.page_choice import Choice, choice_of
from editor.ui.page_places import Line, from_dense, to_dense
from editor.ui.page_strips import Missing
from editor.ui.page_view import PageView
from editor.ui.page_worker import Ticket, Worker
from editor.ui.preview_bar import PreviewBar

if TYPE_CHECKING:
    from editor.ui.page_work import SetPlan

PAUSE = 400  # milliseconds without a change before the pages are set anew
_BUSY = "正在排版…"


class PreviewPanel(QWidget):
    """Follows a session and its caret as long as it is seen."""

    jump_requested = Signal(str, int, int)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._session: Session | None = None
        self._set: SetPlan | None = None
        self._shown: object = None  # what the pages were made from
        self._caret = ("", 0)
        self._following = True  # the caret moved, and its line has not been shown yet
        self.bar = PreviewBar(settings, self)
        self.view = PageView(self)
        self._said = QLabel(self)
        self._said.setAccessibleName("排版说明")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.hide()
        theme.set_role(self._said, "muted")
        self._setter, self._painter = Worker(self), Worker(self)
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(PAUSE)
        self._build()
        self._wire()

    def _build(self) -> None:
        unit = theme.em(self)
        below = QHBoxLayout()
        below.setContentsMargins(unit // 2, unit // 4, unit // 2, unit // 4)
        below.addWidget(self._said, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.view, 1)
        layout.addLayout(below)
        self._said.setMinimumWidth(unit)
        self.view.set_zoom(self.bar.zoom())
        self.view.set_columns(self.bar.columns())
        self.view.set_grid(self.bar.has_grid())
        self.view.say("打开文稿后，这里按页显示排好版的公文。")

    def _wire(self) -> None:
        self.bar.zoom_chosen.connect(self.view.set_zoom)
        self.bar.columns_chosen.connect(self.view.set_columns)
        self.bar.grid_chosen.connect(self.view.set_grid)
        self.view.zoom_changed.connect(self.bar.choose_zoom)
        self.view.page_changed.connect(self._show_page)
        self.view.wanted.connect(self._paint_more)
        self.view.clicked.connect(self._on_click)
        self._setter.answered.connect(self._on_set)
        self._setter.failed.connect(self._on_failed)
        self._painter.answered.connect(self._on_painted)
        self._painter.failed.connect(self._on_failed)
        self._due.timeout.connect(self.refresh)

    # what the window tells

    def show_session(self, session: Session) -> None:
        """Show the pages of another plan."""
        self._session, self._set, self._shown, self._caret = session, None, None, ("", 0)
        self.view.say(_BUSY)
        self.refresh()

    def on_change(self, change: Change) -> None:
        """Set the pages anew after a pause; what is being set is given up."""
        if change.transaction is None:
            return
        self._following = True
        self._give_up()
        if self.isVisible():
            self._due.start()

    def show_place(self, block_id: str, index: int) -> None:
        """Show and mark the line that holds a place in a block (the caret moved)."""
        if (block_id, index) != self._caret:
            self._caret, self._following = (block_id, index), True
            self._show_caret()

    def refresh(self) -> None:
        """Set the pages anew if anything they depend on has changed; nothing happens while they are not seen."""
        self._due.stop()
        if self._session is None or not self.isVisible():
            return
        document, choice = self._session.document, choice_of(self._settings)
        if (document, choice) != self._shown:
            self._shown = (document, choice)
            self.bar.show_busy(_BUSY)
            self._setter.ask(partial(_set, document, choice, self.view.pages))
        else:
            self._paint_more()

    def _give_up(self) -> None:
        """Drop the pages that are being set."""
        if self._setter.is_busy:
            self._setter.drop()
            self._shown = None

    # answers

    def _on_set(self, answer: object) -> None:
        self._set = cast("SetPlan", answer)
        self.view.show_pages(self._set.pages, self._set.layout)
        self._say(self._set.said)
        self._show_page(self.view.page)
        self._show_caret()
        self._paint_more()

    def _on_failed(self, error: UserError) -> None:
        self._set = None
        self.view.say("\n".join(filter(None, (error.message, error.next_step))))
        self.bar.show_busy("")
        self._say("")

    def _paint_more(self) -> None:
        """Have what is seen and not painted yet painted, one page at a time."""
        missing = self.view.missing() if self.isVisible() and not self._painter.is_busy else None
        if missing is not None:
            self._painter.ask(partial(_paint, missing))

    def _on_painted(self, answer: object) -> None:
        missing, images = cast("tuple[Missing, Sequence[QImage]]", answer)
        self.view.take(missing, images)
        self._paint_more()

    # the caret, and clicks

    def _show_caret(self) -> None:
        if self._set is None:
            return
        lines = self._set.places.lines(self._caret[0])
        self.view.show_marks([(line.page, _rect(line)) for line in lines])
        line = self._set.places.line(self._caret[0], to_dense(self._text(), self._caret[1]))
        if line is not None and self._following and self.isVisible():
            self._following = False
            self.view.reveal(line.page, _rect(line))

    def _on_click(self, page: int, x: float, y: float) -> None:
        line = self._set.places.at(page, x, y) if self._set is not None else None
        if line is None:
            return
        block = self._block(line.source)
        text = block.text if block is not None and block.kind is not BlockKind.TABLE else ""
        index = from_dense(text, line.character(x, y))
        if block is not None:  # the place is seen already: the page need not jump under the mouse
            self._caret, self._following = (line.source, index), False
            self._show_caret()
        self.jump_requested.emit(line.source, index, index)

    def _text(self) -> str:
        block = self._block(self._caret[0])
        return block.text if block is not None else ""

    def _block(self, block_id: str) -> Block | None:
        blocks = self._session.document.blocks if self._session is not None else ()
        return next((block for block in blocks if block.id == block_id), None)

    # around the pages

    def _show_page(self, number: int) -> None:
        pages = self.view.pages
        self.bar.show_page(pages[number].number if 0 <= number < len(pages) else 0, pages[-1].number if pages else 0)

    def _say(self, words: str) -> None:
        self._said.setToolTip(words.replace("<", "‹"))  # Qt would read it as HTML
        self._said.setVisible(bool(words))
        self._elide()

    def _elide(self) -> None:
        room = self.width() - 2 * theme.em(self)
        mode = Qt.TextElideMode.ElideRight
        self._said.setText(self._said.fontMetrics().elidedText(self._said.toolTip(), mode, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the line below the pages."""
        super().resizeEvent(event)
        self._elide()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed meanwhile."""
        super().showEvent(event)
        self._following = True
        self.refresh()
        self._show_caret()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give up all work, and the memory of the pictures."""
        super().hideEvent(event)
        self._due.stop()
        self._give_up()
        self._painter.drop()
        self.view.forget_pictures()


def _rect(line: Line) -> QRectF:
    return QRectF(line.left, line.top, line.right - line.left, line.foot - line.top)


def _set(document: Document, choice: Choice, shown: Sequence[Page], ticket: Ticket) -> object:
    from editor.ui.page_work import set_plan  # the room that sets pages is loaded beside the UI thread

    return set_plan(document, choice, shown, ticket)


def _paint(missing: Missing, ticket: Ticket) -> object:
    from editor.ui.page_work import paint_strips

    return missing, paint_strips(missing.page, missing.strips, missing.scale, ticket)
