"""A list to choose several things from, with a search field: requirements of the template, office functions."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui import theme


class ChoiceDialog(QDialog):
    """Choose any number of `choices` (key, text); `.chosen()` returns their keys in the order of the list."""

    def __init__(
        self,
        title: str,
        explanation: str,
        choices: Sequence[tuple[str, str]],
        chosen: Iterable[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        about = QLabel(explanation, self)
        about.setWordWrap(True)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText("输入文字查找")
        self._search.setAccessibleName("查找")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._list = QListWidget(self)
        self._list.setAccessibleName(title)
        self._fill(choices, frozenset(chosen))
        self._list.itemActivated.connect(self._toggle)
        self._search.returnPressed.connect(self._list.setFocus)
        answers = Answers(self)
        layout = QVBoxLayout(self)
        for widget in (about, self._search, self._list, answers):
            layout.addWidget(widget)
        theme.fit(self, 26, 30)
        self._list.scrollToItem(self._list.currentItem())

    def _fill(self, choices: Sequence[tuple[str, str]], chosen: frozenset[str]) -> None:
        for key, text in choices:
            item = QListWidgetItem(text, self._list)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
        first = next((row for row, (key, _) in enumerate(choices) if key in chosen), 0)
        if choices:
            self._list.setCurrentRow(first)

    def chosen(self) -> tuple[str, ...]:
        """Return the keys of what is ticked."""
        items = [self._list.item(row) for row in range(self._list.count())]
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked
        )

    def _filter(self, text: str) -> None:
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(text.strip() not in item.text())

    def _toggle(self, item: QListWidgetItem) -> None:
        checked = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)


class Answers(QWidget):
    """The buttons 确定 and 取消 of a dialog; Enter in a list or a table presses neither, Ctrl+Enter presses 确定.

    Not a QDialogButtonBox: that one makes 确定 the default, and Enter in a table would close the dialog.
    """

    def __init__(self, dialog: QDialog, accept: str = "确定", reject: str = "取消") -> None:
        super().__init__(dialog)
        self.accept_button = QPushButton(accept, self)
        self.accept_button.setObjectName("accept")
        self.accept_button.setShortcut(QKeySequence("Ctrl+Return"))
        self.accept_button.setToolTip(f"{accept}（Ctrl+回车）")
        self.accept_button.clicked.connect(dialog.accept)
        theme.set_role(self.accept_button, "primary")
        self.reject_button = QPushButton(reject, self)
        self.reject_button.clicked.connect(dialog.reject)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        for button in (self.accept_button, self.reject_button):
            button.setAutoDefault(False)
            row.addWidget(button)
