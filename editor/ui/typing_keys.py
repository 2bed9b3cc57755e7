"""Keys that mean more than a character in the text: Enter, Backspace and Tab in headings, paired marks, 【】."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor

from editor.blanks import blank_at
from editor.model.document import Block, BlockKind, Document
from editor.typing_commands import (
    PAIRS,
    Step,
    completes_pair,
    in_title,
    is_empty_pair,
    press_backspace,
    press_enter,
    skips_closing,
)
from editor.ui.positions import to_index, to_units
from editor.ui.unit_popup import UnitPopup

if TYPE_CHECKING:
    from editor.ui.document_view import DocumentView

Command = Callable[[Document, int, int], Step | None]

_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_MARKS = frozenset(PAIRS) | frozenset(PAIRS.values())
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class TypingKeys:
    """Looks at what is typed before the text widget does; what it does not take is typed as usual."""

    def __init__(self, view: "DocumentView") -> None:
        self._view = view
        self._units = UnitPopup(view)
        self._filled = ""  # id of the block in which a 【】 was last typed over

    def take(self, event: QEvent) -> bool:
        """Return whether a key or a committed text was taken; never while an input method composes."""
        block = self._view.caret_block()
        if block is None or self._view.is_composing():
            return False
        if block.kind is BlockKind.TABLE:
            return isinstance(event, QKeyEvent) and self._take_table_key(event)
        if isinstance(event, QKeyEvent):
            self._note_filled(block, event.text())
            return self._take_key(event, block)
        if isinstance(event, QInputMethodEvent):
            if event.preeditString():
                self._units.hide()  # the input method's own list comes up here
            self._note_filled(block, event.commitString())
            alone = not event.preeditString() and not event.replacementLength()
            return alone and self._take_mark(event.commitString(), block)
        return False

    def _take_key(self, event: QKeyEvent, block: Block) -> bool:
        if self._units.take_key(event):
            return True
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key in _TABS and not modifiers & ~Qt.KeyboardModifier.ShiftModifier:
            back = modifiers & Qt.KeyboardModifier.ShiftModifier
            return self._take_tab(-1 if back else _TABS[key], block)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers in _PLAIN:
            return self._take_step(press_enter)
        if key == Qt.Key.Key_Backspace and modifiers in _PLAIN:
            return self._take_step(press_backspace) or self._take_empty_pair(block)
        return self._take_mark(event.text(), block)

    def _take_table_key(self, event: QKeyEvent) -> bool:
        """Edit the table with Enter, but at the line's end; make room above; select the line before it is deleted."""
        cursor, is_enter = self._view.textCursor(), event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not cursor.hasSelection():
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.insertBlock()
            self._view.moveCursor(QTextCursor.MoveOperation.PreviousBlock)
            return True
        if cursor.hasSelection() or event.modifiers() not in _PLAIN:
            return False
        if is_enter and not cursor.atBlockEnd():
            self._view.table_asked.emit()
            return True
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._view.select_blocks(cursor.blockNumber(), cursor.blockNumber())
            self._view.refused.emit("已选中整个表格，再按一次删除；删除后可以撤销。")
            return True
        return False

    def _take_tab(self, by: int, block: Block) -> bool:
        """Go to the next 【】 from one, or promote and demote a heading; elsewhere Tab leaves the text."""
        place = self._index(block, self._view.textCursor().selectionStart())
        if self._filled == block.id or blank_at(block.text, place):
            self._view.blank_asked.emit(by)
            return True
        if in_title(block, self._index(block, self._view.textCursor().position())):
            self._view.level_asked.emit(by)
            return True
        return False

    def _take_step(self, command: Command) -> bool:
        session, cursor = self._view.session, self._view.textCursor()
        if session is None or cursor.hasSelection():
            return False
        number = cursor.blockNumber()
        step = command(session.document, number, self._index(session.document.blocks[number], cursor.position()))
        if step is not None:
            self._view.take(step.transaction, step.block, step.at)
        return step is not None

    def _take_mark(self, char: str, block: Block) -> bool:
        """Complete an opening mark to a pair, step over a closing one that stands there already."""
        cursor = self._view.textCursor()
        if char not in _MARKS or cursor.hasSelection():
            return False
        at = self._index(block, cursor.position())
        if skips_closing(block.text, at, char):
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        elif completes_pair(block.text, at, char):
            cursor.insertText(char + PAIRS[char])
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        else:
            return False
        self._view.setTextCursor(cursor)
        self._view.ensureCursorVisible()
        return True

    def _take_empty_pair(self, block: Block) -> bool:
        cursor = self._view.textCursor()
        if cursor.hasSelection() or not is_empty_pair(block.text, self._index(block, cursor.position())):
            return False
        start = cursor.position() - 1
        cursor.setPosition(start)
        cursor.setPosition(start + 2, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        return True

    def _note_filled(self, block: Block, typed: str) -> None:
        """Remember that a selected 【】 is typed over: Tab goes on to the next one then."""
        cursor = self._view.textCursor()
        if cursor.hasSelection() and typed.strip():
            start, end = (self._index(block, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
            self._filled = block.id if blank_at(block.text, start) == (start, end) else ""
        elif self._filled != block.id:
            self._filled = ""

    def _index(self, block: Block, position: int) -> int:
        """Return the character of the caret's block that a place in the widget's text stands for."""
        start = self._view.textCursor().block().position()
        return to_index(block.text, min(max(position - start, 0), to_units(block.text, len(block.text))))
