"""Why a finding may stand: a short conversation with usual reasons to pick from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.ui import theme
from editor.ui.choice_dialog import Answers

REASONS = (
    "引用上级文件原文，照原样保留",
    "当地习惯写法，已核实",
    "有意这样写，不影响理解",
    "已请示，按领导意见保留",
    "定稿前再核，暂且保留",
)


class IgnoreDialog(QDialog):
    """Asks for the reason; `.reason()` returns it in one line."""

    def __init__(self, message: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("忽略此处")
        about = self._label(message)
        theme.set_role(about, "heading")
        where = self._label(f"原文：{words}" if words != message else "")
        where.setVisible(words != message)
        note = self._label("理由随文稿保存，列在“问题”面板末尾的“已忽略”中，随时可以恢复；原文改动后会重新检查。")
        theme.set_role(note, "muted")
        self._reason = QLineEdit(REASONS[0], self)
        self._reason.setAccessibleName("忽略的理由")
        self._reason.setPlaceholderText("写一句理由，便于以后核对")
        self._usual = QListWidget(self)
        self._usual.setAccessibleName("常用理由")
        for reason in REASONS:
            QListWidgetItem(reason, self._usual)
        self._usual.setCurrentRow(0)
        self._usual.currentTextChanged.connect(self._reason.setText)
        self._usual.itemActivated.connect(self.accept)
        answers = Answers(self, "忽略")
        self._accept = answers.accept_button
        self._accept.setDefault(True)
        self._reason.textChanged.connect(self._on_text)
        layout = QVBoxLayout(self)
        for widget in (about, where, self._label("理由："), self._reason, self._usual, note, answers):
            layout.addWidget(widget)
        theme.fit(self, 26, 18)
        self._reason.setFocus()
        self._reason.selectAll()

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def reason(self) -> str:
        """Return the reason that was given."""
        return " ".join(self._reason.text().split())

    def _on_text(self) -> None:
        self._accept.setEnabled(bool(self.reason()))
