"""Clipboard and drag: what the text gives to other programs, and what it takes from them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication

from editor.clipboard.pasted import MIME_TYPE
from editor.model.document import BlockKind, Document
from editor.model.errors import NotPasted
from editor.ui.positions import to_index

if TYPE_CHECKING:
    from editor.clipboard.commands import Result
    from editor.clipboard.pasted import Pasted
    from editor.clipboard.place import Place
    from editor.ui.document_view import DocumentView

_LARGE = 200_000  # characters; a busy cursor shows that more is being read
_TABLE = "表格不能在这里修改；要替换它，请选中整行再粘贴。"
_PICTURE = "剪贴板里是图片，正文里只能放文字和表格，没有粘贴；请先把图片里的文字识别出来。"
_FILES = "剪贴板里是文件，没有粘贴；要打开它，请用“打开”，或把它拖到窗口里。"


class Clipboard:
    """Copies from the shown document and pastes into it through the model, as one undo step."""

    def __init__(self, view: "DocumentView") -> None:
        self._view = view

    def copied(self) -> QMimeData:
        """Return the selection as our own blocks, as HTML and as plain text."""
        from editor.clipboard import copying

        data = QMimeData()
        session = self._view.session
        if session is None:
            return data
        start, end = self._selection(session.document)
        copied = copying.selected(session.document, start, end)
        data.setText(copying.to_text(copied))
        data.setHtml(copying.to_html(copied))
        data.setData(MIME_TYPE, copying.to_bytes(copied))
        return data

    def takes(self, source: QMimeData) -> bool:
        """Return whether there is something to paste, or to say why not."""
        return any((source.hasText(), source.hasHtml(), source.hasFormat(MIME_TYPE), source.hasImage()))

    def paste(self, source: QMimeData, *, as_text: bool = False) -> None:
        """Put the clipboard in the place of the selection; a sentence says what was not taken."""
        cursor = self._ready_cursor()
        if cursor is not None:
            self._put(cursor, source, as_text)

    def paste_text(self) -> None:
        """Paste as plain text: no headings, no tables."""
        self.paste(QGuiApplication.clipboard().mimeData(), as_text=True)

    def drop(self, event: QDropEvent) -> None:
        """Take what is dropped; text of this view is moved, or copied with Ctrl."""
        own = event.source() in (self._view, self._view.viewport())
        moves = own and event.dropAction() == Qt.DropAction.MoveAction
        taken = False
        if self._ready_cursor() is not None:  # only then do places on the screen mean places in the text
            target = self._view.cursorForPosition(event.position().toPoint())
            taken = self._move(target) if moves else self._put(target, event.mimeData(), as_text=False)
        if taken:
            event.acceptProposedAction()
        else:
            event.setDropAction(Qt.DropAction.IgnoreAction)  # else the program it comes from would delete its text
            event.ignore()

    def _ready_cursor(self) -> QTextCursor | None:
        """Return the caret once nothing is half typed; None where the text may not be changed."""
        session = self._view.session
        if session is None or session.read_only:
            self._view.refused.emit("文稿是只读的，不能粘贴；请先用“另存为”存一份。")
            return None
        self._view.commit_composition()
        return self._view.textCursor()

    def _put(self, cursor: QTextCursor, source: QMimeData, as_text: bool) -> bool:
        from editor.clipboard.commands import paste

        session = self._view.session
        places = self._exact(cursor)
        if session is None or places is None:
            return False
        try:
            with _busy(source):
                pasted = read(source, as_text=as_text)
                if pasted.blocks:
                    self._apply(paste(session.document, *places, pasted))
        except NotPasted as error:
            self._view.refused.emit(f"{error.message}{error.next_step}")
            return False
        if pasted.note:
            self._view.said.emit(pasted.note)
        return True

    def _move(self, target: QTextCursor) -> bool:
        from editor.clipboard.commands import move

        session = self._view.session
        places, to = self._exact(self._view.textCursor()), self._exact(target)
        if session is None or places is None or to is None:
            return False
        result = move(session.document, *places, to[0])
        if result is not None:
            self._apply(result)
        return result is not None

    def _apply(self, result: "Result") -> None:
        session = self._view.session
        blocks = result.transaction.apply(session.document).blocks if session is not None else ()
        at_table = blocks[result.caret.block].kind is BlockKind.TABLE
        line_end = self._view.document().characterCount() if at_table and result.caret.at else result.caret.at
        self._view.take(result.transaction, result.caret.block, line_end)

    def _selection(self, document: Document) -> "tuple[Place, Place]":
        """Return where the selection begins and ends; a table that is touched belongs to it."""
        cursor = self._view.textCursor()
        return self._place(document, cursor.selectionStart(), 0), self._place(document, cursor.selectionEnd(), 1)

    def _exact(self, cursor: QTextCursor) -> "tuple[Place, Place] | None":
        """Return where a cursor's selection begins and ends; None (and a sentence) where that is inside a table."""
        session = self._view.session
        if session is None:
            return None
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        places = [[self._place(session.document, position, inside) for inside in (0, 1)] for position in ends]
        if any(one != other for one, other in places):
            self._view.refused.emit(_TABLE)
            return None
        return places[0][0], places[1][0]

    def _place(self, document: Document, position: int, inside: int) -> "Place":
        """Return the place that a position in the widget's text stands for; `inside` a table it is that side of it."""
        from editor.clipboard.place import Place

        line = self._view.document().findBlock(position)
        number, units = line.blockNumber(), position - line.position()
        if not document.blocks:
            return Place(0, 0)
        block = document.blocks[number]
        if block.kind is not BlockKind.TABLE:
            return Place(number, to_index(block.text, units))
        return Place(number, 0 if units == 0 else 1 if units >= line.length() - 1 else inside)


def read(source: QMimeData, *, as_text: bool = False) -> "Pasted":
    """Return what a clipboard holds as blocks; raises NotPasted with a sentence for what is no text, or too much."""
    from editor.clipboard import copying, reading

    has_text = source.hasText() and not source.hasUrls()
    text = source.text() if has_text or source.hasHtml() else ""
    if as_text and text:
        return reading.from_plain(text)
    if source.hasFormat(MIME_TYPE) and not as_text:
        return copying.from_bytes(bytes(source.data(MIME_TYPE).data()))
    if source.hasHtml():
        found = reading.from_html(source.html(), text)
        return reading.from_plain(copying.to_text(found)) if as_text else found
    if text or has_text:
        return reading.from_text(text)
    raise NotPasted(_FILES if source.hasUrls() else _PICTURE)


@contextmanager
def _busy(source: QMimeData) -> Iterator[None]:
    is_large = len(source.text()) + len(source.html()) > _LARGE
    if is_large:
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
    try:
        yield
    finally:
        if is_large:
            QApplication.restoreOverrideCursor()
