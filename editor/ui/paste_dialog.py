"""The field into which a list of units is pasted."""

from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from editor.ui import theme
from editor.ui.choice_dialog import Answers

_ABOUT = (
    "一行一个单位；也可以从表格里复制三列：全称、简称、习惯称呼。\n"
    "只有全称时，简称按地名推出；已知的单位会带上职责和曾用名。"
)


class PasteDialog(QDialog):
    """A field for a pasted list of units."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("从文字导入单位")
        about = QLabel(_ABOUT, self)
        about.setWordWrap(True)
        self._edit = QPlainTextEdit(self)
        self._edit.setAccessibleName("单位名单")
        self._edit.setPlaceholderText("云溪县教育和体育局\t县教育体育局\t县教体局\n云溪县民政局")
        self._edit.setTabChangesFocus(True)
        layout = QVBoxLayout(self)
        layout.addWidget(about)
        layout.addWidget(self._edit, 1)
        layout.addWidget(Answers(self, "导入"))
        theme.fit(self, 34, 24)

    def text(self) -> str:
        """Return what was pasted."""
        return self._edit.toPlainText()
