"""The text widget: the user's change in Qt becomes an edit of the model, an edit of the model a change in Qt."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from editor.model.document import Block, BlockKind
from editor.model.edits import ReplaceBlocks, Transaction
from editor.model.history import TYPING
from editor.session import Change, Origin, Session
from editor.ui.paper_edit import PaperEdit
from editor.ui.positions import to_units
from editor.ui.shown_document import Edited
from editor.ui.shown_lines import read_run

if TYPE_CHECKING:
    from editor.commands import Selection
    from editor.ui.clipboard import Clipboard
    from editor.ui.typing_keys import TypingKeys

_TYPED = (QEvent.Type.KeyPress, QEvent.Type.InputMethod)


class DocumentView(PaperEdit):
    """Shows the blocks of a session on a sheet of paper and turns typing into transactions.

    Qt edits, then the view reads what changed: input methods, paste and drag never pass through key presses.
    """

    caret_moved = Signal(str)  # id of the block the caret has come to
    place_changed = Signal()  # the caret moved, or the text around it changed
    composing = Signal()  # an input method has got another letter
    typed = Signal()  # the user changed the text; follows the session's change
    menu_requested = Signal(object)  # the QContextMenuEvent
    refused = Signal(str)  # a sentence: why an edit was taken back
    said = Signal(str)  # a sentence: what was not taken over
    level_asked = Signal(int)  # Tab in a heading: 1 demotes, -1 promotes it with all below it
    table_asked = Signal()  # Enter or a double click on the line of a table: it is to be edited
    blank_asked = Signal(int)  # Tab in a 【】: 1 goes to the next one, -1 to the one before

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._changing = False  # Qt has changed the text, the model does not know yet
        self._stale = False  # the model asks for another text, an input method is composing
        self._caret = 0
        self._caret_block = ""
        self.setAccessibleName("正文")
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)  # undo belongs to the session
        self.setTabChangesFocus(True)
        self.document().contentsChange.connect(self._on_contents_change)
        self.document().contentsChanged.connect(self._on_contents_changed)
        self.cursorPositionChanged.connect(self._on_caret)

    # session → widget

    @property
    def session(self) -> Session | None:
        """Return the session that is shown."""
        return self._session

    def show_session(self, session: Session) -> None:
        """Show the document of `session` from its beginning."""
        self._session = session
        self._stale = False
        self._shown.show(session.document.blocks)
        self.setReadOnly(session.read_only)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self._caret_block = ""
        self._tell_caret()

    def on_change(self, change: Change) -> None:
        """Show what changed, unless the user's own typing changed it."""
        if self._session is None:
            return
        if self.isReadOnly() != self._session.read_only:
            self.setReadOnly(self._session.read_only)
        if change.transaction is None or change.origin is Origin.VIEW:
            return
        place = self._settle(self._session)
        if place is not None and change.origin in (Origin.UNDO, Origin.REDO):
            self._put_caret(place)
        self._tell_caret()

    def _settle(self, session: Session) -> int | None:
        """Make the widget equal to the model; put off while an input method composes."""
        self._stale = self.is_composing()
        if self._stale:
            return None
        keep = self._caret_line()
        place = self._shown.show(session.document.blocks)
        if place is not None:
            self._restore_caret(*keep)
        return place

    def _caret_line(self) -> tuple[str, str, int]:
        """Return the block under the caret, its line, and the caret's place in it."""
        cursor = self.textCursor()
        return self._caret_block, cursor.block().text(), cursor.positionInBlock()

    def _restore_caret(self, block_id: str, line: str, place: int) -> None:
        """Put the caret back where its line stands unchanged after lines around it came and went."""
        index = self._index(block_id)
        block = self.document().findBlockByNumber(index) if index is not None else self.textCursor().block()
        if block.text() == line and (block.position() + place) != self.textCursor().position():
            cursor = self.textCursor()
            cursor.setPosition(block.position() + place)
            self.setTextCursor(cursor)

    # widget → session

    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        if not self._shown.writing:
            self._changing = True
            self._shown.touch(position, added)

    def _on_contents_changed(self) -> None:
        if self._shown.writing or self._session is None:
            return
        edited = self._shown.edited()
        if edited is not None:
            self._take(self._session, edited)
        elif self._stale or self._shown.is_touched:
            self._settle(self._session)
        self._changing = False
        self._caret = self.textCursor().position()
        if edited is not None:
            self.typed.emit()
            self._tell_caret()

    def _take(self, session: Session, edited: Edited) -> None:
        """Give the session what the user made of the lines, then set the widget right where the model differs."""
        old = session.document.blocks
        self._shown.note(edited)
        first, lines = (edited.first, edited.lines) if old else (0, self._shown.lines)  # no block shows as one line
        if self._stale:  # lines have come or gone in the model while an input method composed
            index = self._index(self._caret_block)
            first = index if index is not None else min(first, len(old))
        before = old[first : first + edited.gone]
        after = read_run(before, lines)
        if after is None:
            self.refused.emit("按回车编辑表格；要删除表格，请选中整行再按 Delete。")
        else:
            session.apply(Transaction(TYPING, (ReplaceBlocks(first, before, after),)), Origin.VIEW)
        if after is None or self._stale or not self._shown.shows(first, after):
            self._settle(session)

    def take(self, transaction: Transaction, block: int, at: int) -> None:
        """Apply what a key means as the user's own edit, and put the caret at character `at` of a block."""
        if self._session is None or not self._session.apply(transaction, Origin.VIEW):
            return
        self._settle(self._session)
        line = self.document().findBlockByNumber(block)
        self._put_caret(line.position() + to_units(line.text(), at))
        self.typed.emit()
        self._tell_caret()

    @cached_property
    def _keys(self) -> "TypingKeys":
        from editor.ui.typing_keys import TypingKeys  # not before the first key

        return TypingKeys(self)

    @cached_property
    def _clipboard(self) -> "Clipboard":
        from editor.ui.clipboard import Clipboard  # not before something is copied or pasted

        return Clipboard(self)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy blocks as what they are, beside HTML and text for other programs."""
        return self._clipboard.copied()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste through the model: headings, tables and numbering stay, styling does not come along."""
        self._clipboard.paste(source)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Return whether there is something to take, or to say why it is not taken."""
        return self._clipboard.takes(source)

    def paste_text(self) -> None:
        """Paste the clipboard's text alone."""
        self._clipboard.paste_text()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take dropped text through the model; Qt only takes away the mark it drew for it."""
        super().dragLeaveEvent(QDragLeaveEvent())
        self._clipboard.drop(event)

    def setPlainText(self, text: str) -> None:
        """Replace all text as a paste would, so that sheet and looks stay."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Finish composing and the running undo step before the focus goes."""
        self.commit_composition()
        if self._session is not None:
            self._session.close_typing()
        super().focusOutEvent(event)

    # caret

    def selection(self) -> "Selection":
        """Return the blocks that are selected, the block of the caret where nothing is."""
        from editor.commands import Selection

        cursor = self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        return Selection(first, last)

    def caret_block(self) -> Block | None:
        """Return the block under the caret, None in an empty document."""
        number = self.textCursor().blockNumber()
        blocks = self._session.document.blocks if self._session is not None else ()
        return blocks[number] if number < len(blocks) else None

    def jump(self, block_id: str, start: int, end: int, *, focus: bool = True) -> None:
        """Select characters `start` to `end` of a block and show them; nothing happens for a block that is gone."""
        index = self._index(block_id)
        if index is None:
            return
        self.commit_composition()
        block = self.document().findBlockByNumber(index)
        text = block.text()
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + to_units(text, start))
        cursor.setPosition(block.position() + to_units(text, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._centre()
        if focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def jump_to_table(self, block_id: str) -> None:
        """Show the line of a table and mark it, but for its ends: typing over the mark loses nothing."""
        index = self._index(block_id)
        if index is not None:
            line = self.document().findBlockByNumber(index).text()
            self.jump(block_id, 1, len(line) - 1, focus=False)

    def select_blocks(self, first: int, last: int) -> None:
        """Select whole blocks, so that what moved together can be moved on."""
        start, end = self.document().findBlockByNumber(first), self.document().findBlockByNumber(last)
        cursor = QTextCursor(start)
        cursor.setPosition(end.position() + len(end.text()), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def block_id(self, number: int) -> str:
        """Return the id of the block shown as line `number`, empty if there is none."""
        blocks = self._session.document.blocks if self._session is not None else ()
        return blocks[number].id if number < len(blocks) else ""

    def _index(self, block_id: str) -> int | None:
        blocks = self._session.document.blocks if self._session is not None else ()
        return next((index for index, block in enumerate(blocks) if block.id == block_id), None)

    def _put_caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _centre(self) -> None:
        """Scroll the caret to the middle if it is not well inside the window."""
        place = self.cursorRect()
        height = self.viewport().height()
        if place.top() < height // 8 or place.bottom() > height * 7 // 8:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.center().y() - height // 2)

    def _on_caret(self) -> None:
        if self._changing or self._shown.writing or self.textCursor().position() == self._caret:
            return
        self._caret = self.textCursor().position()
        if self._session is not None:
            self._session.close_typing()
        self._tell_caret()

    def _tell_caret(self) -> None:
        if self._stale:  # the lines are not the model's: which block the caret is in is known from before
            return
        block = self.caret_block()
        self.place_changed.emit()
        if block is not None and block.id != self._caret_block:
            self._caret_block = block.id
            self.caret_moved.emit(block.id)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window (Qt would claim them for its own), and take keys with a meaning here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_undo(event):
            event.ignore()
            return False
        if event.type() == QEvent.Type.InputMethod:
            self.composing.emit()
        if event.type() in _TYPED and not self.isReadOnly() and self._keys.take(event):
            event.accept()
            return True
        return super().event(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the table under the mouse; elsewhere select, as usual."""
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._caret_to_table(event.position().toPoint()):
            self.table_asked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for the menu: it owns the actions."""
        if not self.textCursor().hasSelection():
            self._caret_to_table(event.pos())
        self.menu_requested.emit(event)

    def _caret_to_table(self, place: QPoint) -> bool:
        """Put the caret on the line of the table under the mouse; False where there is none."""
        number = self.cursorForPosition(place).blockNumber()
        blocks = self._session.document.blocks if self._session is not None else ()
        if number >= len(blocks) or blocks[number].kind is not BlockKind.TABLE:
            return False
        self._put_caret(self.document().findBlockByNumber(number).position())
        return True


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
