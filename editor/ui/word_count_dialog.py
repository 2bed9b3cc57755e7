"""The figures of plan, section and selection beside each other (字数统计)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.model.document import Document
from editor.model.finding import Scope, passages
from editor.model.outline import Section
from editor.model.word_count import WordCount, count_blocks, count_texts
from editor.ui import theme

_ROWS = (
    ("words", "字数（同 Word、WPS，计标点）"),
    ("without_marks", "字数（不计标点）"),
    ("chinese", "中文字符"),
    ("other", "数字和外文单词"),
    ("characters", "字符数（不计空格）"),
    ("with_blanks", "字符数（计空格）"),
    ("paragraphs", "段落数"),
)


class WordCountDialog(QDialog):
    """A small table; a column for each text that was counted."""

    def __init__(
        self, counts: Sequence[tuple[str, WordCount]], tables: WordCount, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("字数统计")
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.em(self))
        for row, (name, words) in enumerate(_ROWS, start=1):
            grid.addWidget(QLabel(words, self), row, 0)
            for column, (heading, figures) in enumerate(counts, start=1):
                number = QLabel(f"{getattr(figures, name):,}", self)
                number.setAccessibleName(f"{heading}，{words}")
                number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(number, row, column, Qt.AlignmentFlag.AlignRight)
        for column, (heading, _) in enumerate(counts, start=1):
            label = QLabel(heading, self)
            theme.set_role(label, "muted")
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignRight)
        about = QLabel(f"{_counted_too(tables)}公文要素不计。", self)
        about.setWordWrap(True)
        theme.set_role(about, "muted")
        close = QPushButton("关闭", self)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addLayout(grid)
        layout.addWidget(about)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _counted_too(tables: WordCount) -> str:
    if not tables.words:
        return "正文中的表格计在内，"
    return f"正文中的表格计在内，共 {tables.words:,} 字（不计标点 {tables.without_marks:,} 字）；"


def counted(document: Document, path: Sequence[Section], selected: Scope | None) -> list[tuple[str, WordCount]]:
    """Return what is shown: the plan, the section the caret is in, and what is selected, tables with their cells."""
    blocks = document.blocks
    counts = [("全文", count_blocks(blocks))]
    if path:
        counts.append(("所在一节", count_blocks(blocks[path[-1].start : path[-1].end])))
    if selected is not None:
        texts = (one.text[one.start : one.end] for one in passages(document, selected))
        counts.append(("选中", count_texts(texts)))
    return counts
