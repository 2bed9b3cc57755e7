"""What the window shows while no plan is open: three ways to begin, and the recent plans."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from editor.ui import theme

_CHOICES = (
    ("new", "new", "新建方案", "从全国模板起草\n随写随查"),
    ("open", "open", "打开文稿", "继续写已保存的\n拟稿文件"),
    ("import", "import", "导入旧稿", "从 Word、文本或\n网页文件开始"),
)
_CARD_WIDTH = 12  # ems
_ROWS = 6  # recent files shown without scrolling


class StartPage(QWidget):
    """Three big choices and the recent files."""

    chosen = Signal(str)  # id of an action: new, open, import
    file_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = theme.em(self)
        heading = QLabel("拟稿", self)
        heading.setFont(theme.font(theme.XIAOBIAOSONG, 3 * heading.font().pointSizeF(), bold=True))
        heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        about = QLabel("起草实施方案 · 随写随查 · 导出公文", self)
        about.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        theme.set_role(about, "muted")
        choices = QHBoxLayout()
        choices.setSpacing(unit)
        choices.addStretch(1)
        for action, icon, title, text in _CHOICES:
            choices.addWidget(self._card(action, icon, title, text))
        choices.addStretch(1)
        self._recent_title = QLabel("最近的文稿", self)
        self._recent_title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        theme.set_role(self._recent_title, "heading")
        self._recent = QListWidget(self)
        self._recent.setAccessibleName("最近的文稿")
        self._recent.setFrameShape(QListWidget.Shape.NoFrame)
        self._recent.itemActivated.connect(self._on_recent)
        self._recent.itemClicked.connect(self._on_recent)
        self._recent.setFixedWidth(len(_CHOICES) * (_CARD_WIDTH + 1) * unit - unit)
        self._recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._recent.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(heading)
        layout.addSpacing(unit // 2)
        layout.addWidget(about)
        layout.addSpacing(2 * unit)
        layout.addLayout(choices)
        layout.addSpacing(2 * unit)
        layout.addWidget(self._recent_title)
        layout.addWidget(self._recent, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def show_recent(self, files: Sequence[str]) -> None:
        """List the recent files that are still there."""
        self._recent.clear()
        for name in files:
            path = Path(name)
            if path.is_file():
                item = QListWidgetItem(theme.icon("recent", "muted"), f"{path.stem}    {path.parent}", self._recent)
                item.setData(Qt.ItemDataRole.UserRole, name)
                item.setToolTip(name)
        count = self._recent.count()
        for widget in (self._recent_title, self._recent):
            widget.setVisible(count > 0)
        self._recent.setFixedHeight(min(count, _ROWS) * self._recent.sizeHintForRow(0) + theme.em(self) // 2)

    def _card(self, action: str, icon: str, title: str, text: str) -> QToolButton:
        unit = theme.em(self)
        card = QToolButton(self)
        card.setObjectName(action)
        card.setProperty("role", "card")
        card.setIcon(theme.icon(icon, "accent"))
        card.setIconSize(QSize(3 * unit, 3 * unit))
        card.setText(f"{title}\n\n{text}")
        card.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        card.setAccessibleName(title)
        card.setFixedSize(_CARD_WIDTH * unit, 11 * unit)
        card.clicked.connect(self._on_card)
        return card

    def _on_card(self) -> None:
        self.chosen.emit(self.sender().objectName())

    def _on_recent(self, item: QListWidgetItem) -> None:
        self.file_chosen.emit(item.data(Qt.ItemDataRole.UserRole))
