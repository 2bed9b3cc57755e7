"""A hand at the keyboard: the events that keys, input methods and the clipboard send to a text widget."""

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QKeyEvent, QTextCharFormat, QTextCursor
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


def paste_html(view: DocumentView, page: str, text: str = "") -> None:
    data = QMimeData()
    data.setHtml(page)
    if text:
        data.setText(text)
    view.insertFromMimeData(data)


class _Drop(QDropEvent):
    """A drop as the system sends it; `moved_from` is the widget whose text is being moved."""

    def __init__(self, data: QMimeData, at: QPointF, moved_from: QObject | None) -> None:
        actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        super().__init__(at, actions, data, Qt.MouseButton.LeftButton, _NONE)
        self.setDropAction(Qt.DropAction.MoveAction if moved_from else Qt.DropAction.CopyAction)
        self._moved_from = moved_from

    def source(self) -> QObject | None:
        return self._moved_from


def drop(view: DocumentView, data: QMimeData, place: tuple[int, int]) -> QDropEvent:
    """Drop what comes from another program before a character of a line that is in sight."""
    return _dropped(view, data, place, None)


def drag(view: DocumentView, place: tuple[int, int]) -> QDropEvent:
    """Drag the selected text to another place."""
    return _dropped(view, view.createMimeDataFromSelection(), place, view.viewport())


def _dropped(view: DocumentView, data: QMimeData, place: tuple[int, int], moved_from: QObject | None) -> QDropEvent:
    cursor = QTextCursor(view.document())
    cursor.setPosition(_position(view, place))
    event = _Drop(data, QPointF(view.cursorRect(cursor).center()), moved_from)
    view.dropEvent(event)
    return event


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
