"""Editing a cell of a table: several lines, Enter and Tab go on to other cells, Escape takes back what was typed."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from editor.model.table_grid import cell_name
from editor.ui import theme
from editor.ui.table_model import Index

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BREAKS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier  # as in Word, as in Excel
_Hint = QAbstractItemDelegate.EndEditHint
_LOWEST = 2.2  # ems
_MOST = 12  # ems that the editor grows by itself


class CellDelegate(QStyledItemDelegate):
    """Makes the editor of a cell; `replaces` says whether what is typed replaces the text, as when typing began it."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self.replaces = False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a field of several lines that grows with what it holds."""
        editor = QPlainTextEdit(parent)
        editor.setAccessibleName(cell_name(index.row(), index.column()))
        editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        editor.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        editor.document().setDocumentMargin(0)
        editor.textChanged.connect(lambda: _grow(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the text, selected where typing shall replace it."""
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.moveCursor(QTextCursor.MoveOperation.End)
            if self.replaces:
                editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take over what was written."""
        if isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Cover the cell, and more where the text needs it."""
        view = self.parent()
        if isinstance(view, QTableView):  # all of the cell: the style would leave its padding out
            editor.setGeometry(view.visualRect(index))
        if isinstance(editor, QPlainTextEdit):
            _grow(editor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with Tab and Enter, break the line with Shift or Alt and Enter."""
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(watched, QPlainTextEdit) and isinstance(event, QKeyEvent):
            if event.key() in _ENTER and event.modifiers() & _BREAKS:
                watched.insertPlainText("\n")
                return True
            hint = _hint(event)
            if hint is not None:
                if hint is not _Hint.RevertModelCache:
                    self.commitData.emit(watched)
                self.closeEditor.emit(watched, hint)
                return True
        return super().eventFilter(watched, event)


def _hint(event: QKeyEvent) -> QAbstractItemDelegate.EndEditHint | None:
    if event.key() == Qt.Key.Key_Escape:
        return _Hint.RevertModelCache
    if event.key() == Qt.Key.Key_Backtab:
        return _Hint.EditPreviousItem
    if event.key() == Qt.Key.Key_Tab and not event.modifiers():
        return _Hint.EditNextItem
    if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return _Hint.SubmitModelCache
    return None


def _grow(editor: QPlainTextEdit) -> None:
    """Make the field as high as its text, inside the table."""
    unit, room = theme.em(editor), editor.parentWidget()
    lines = editor.document().size().height()  # a plain text document measures itself in lines
    wanted = round(lines * editor.fontMetrics().lineSpacing() + unit)
    height = max(editor.height(), round(_LOWEST * unit), min(wanted, _MOST * unit))
    if room is None:
        return
    height = min(height, room.height())
    editor.setGeometry(editor.x(), min(editor.y(), room.height() - height), editor.width(), height)
