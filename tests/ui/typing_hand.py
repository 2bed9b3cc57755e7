"""A hand at the keyboard: the events that keys, input methods and the clipboard send to a text widget."""

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication

from editor.ui.document_view import DocumentView
from editor.ui.positions import to_units
from editor.ui.shown_lines import shown_text

_NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(view: DocumentView, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = _NONE) -> None:
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))


def type_text(view: DocumentView, text: str) -> None:
    for char in text:
        press(view, Qt.Key.Key_unknown, char)


def enter(view: DocumentView) -> None:
    press(view, Qt.Key.Key_Return, "\r")


def compose(view: DocumentView, preedit: str) -> None:
    look = QTextCharFormat()
    look.setFontUnderline(True)
    attribute = QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.TextFormat, 0, len(preedit), look)
    QApplication.sendEvent(view, QInputMethodEvent(preedit, [attribute]))


def commit(view: DocumentView, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(view, event)


def paste(view: DocumentView, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    view.insertFromMimeData(data)


def select(view: DocumentView, first: tuple[int, int], last: tuple[int, int] | None = None) -> None:
    """Put the caret at line and character `first`, and select up to `last`."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(_position(view, first))
    if last is not None:
        cursor.setPosition(_position(view, last), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def _position(view: DocumentView, place: tuple[int, int]) -> int:
    block = view.document().findBlockByNumber(place[0])
    return block.position() + to_units(block.text(), place[1])


def shown(view: DocumentView) -> list[str]:
    return view.document().toRawText().split("\u2029")


def wanted(blocks) -> list[str]:
    return [shown_text(block) for block in blocks] or [""]
