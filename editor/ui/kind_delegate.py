"""Editing the kind of a unit in the register's table."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor.ui.labels import KINDS
from editor.ui.units_model import Index


class KindDelegate(QStyledItemDelegate):
    """Edits the kind of a unit with a list of kinds."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a list of the kinds."""
        box = QComboBox(parent)
        box.setAccessibleName("类别")
        for key, words in KINDS.items():
            box.addItem(words, key)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Choose the unit's kind."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take over the chosen kind."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
