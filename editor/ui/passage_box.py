"""One passage of the superior's plan in the panel: where it stands, its text, long ones folded; copied or inserted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.ui import theme
from templates.passages import Passage

_FOLDED = 160  # characters shown of a long passage: about ten lines of the panel
_SPARED = 60  # a passage that is longer by no more than this is shown whole


class PassageBox(QWidget):
    """Shows a passage; what the user does with its text leaves as a wish."""

    insert_requested = Signal(object)  # tuple of paragraphs
    said = Signal(str)  # a sentence for the status bar
    unfolded = Signal(bool)

    def __init__(self, passage: Passage, *, is_unfolded: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = passage.texts
        below = ("下列：" + "；".join(passage.below),) if passage.below else ()
        self._whole = "\n".join((*passage.texts, *below)) or "（只有标题）"
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.em(self) // 4)
        layout.addWidget(self._label(" › ".join(passage.path), "muted"))
        self._text = self._label("", "sample")
        self._text.setMargin(theme.em(self) // 2)
        layout.addWidget(self._text)
        self._fold = QPushButton(self)
        self._fold.setCheckable(True)
        self._fold.setChecked(is_unfolded)
        self._fold.toggled.connect(self._on_fold)
        self._fold.setVisible(len(self._whole) > _FOLDED + _SPARED)
        layout.addWidget(self._fold)
        if passage.texts:
            layout.addLayout(self._build_buttons(passage.path[-1]))
        self._show_text()

    def _build_buttons(self, heading: str) -> QHBoxLayout:
        copy = QPushButton(theme.icon("copy"), "复制", self)
        copy.setAccessibleName(f"复制上级“{heading}”的原文")
        copy.clicked.connect(self._on_copy)
        insert = QPushButton(theme.icon("insert"), "插入正文", self)
        insert.setToolTip("作为新段落插到光标所在段的下面，请再改成本地的说法")
        insert.setAccessibleName(f"把上级“{heading}”的原文插到光标下面")
        insert.clicked.connect(self._on_insert)
        row = QHBoxLayout()
        row.setSpacing(theme.em(self) // 3)
        row.addWidget(copy)
        row.addWidget(insert)
        row.addStretch(1)
        return row

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        theme.set_role(label, role)
        return label

    def _show_text(self) -> None:
        whole = self._fold.isChecked() or len(self._whole) <= _FOLDED + _SPARED
        self._text.setText(self._whole if whole else self._whole[:_FOLDED] + "…")
        self._fold.setText("收起" if self._fold.isChecked() else f"显示全文（{len(self._whole)}字）")

    def _on_fold(self, unfolded: bool) -> None:
        self._show_text()
        self.unfolded.emit(unfolded)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._texts))
        self.said.emit("已复制上级方案的这一段。")

    def _on_insert(self) -> None:
        self.insert_requested.emit(self._texts)
