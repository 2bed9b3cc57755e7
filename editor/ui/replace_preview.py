"""What replacing all would do, place by place, to be looked through before it is done."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.model.finding import Cell, Hit
from editor.model.found_places import summary
from editor.ui import theme
from editor.ui.choice_dialog import Answers

_AROUND = 12  # characters shown on either side
_MOST = 2000  # rows; what is beyond them is replaced without being listed


class ReplacePreview(QDialog):
    """A list of the places, all ticked; `.chosen()` returns those that are to be replaced."""

    def __init__(
        self, hits: Sequence[Hit], texts: Mapping[tuple[str, Cell | None], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("全部替换")
        self._hits = hits
        listed = f"下面列出前 {_MOST} 处，其余的也会替换。" if len(hits) > _MOST else ""
        about = QLabel(f"{summary(hits)}。{listed}不想替换的去掉勾；替换后可用“撤销”一次还原。", self)
        about.setWordWrap(True)
        self._list = QListWidget(self)
        self._list.setAccessibleName("将要替换的地方")
        self._list.setUniformItemSizes(True)
        for hit in hits[:_MOST]:
            item = QListWidgetItem(described(hit, texts[hit.id, hit.cell]), self._list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        layout = QVBoxLayout(self)
        for widget in (about, self._list, Answers(self, "替换")):
            layout.addWidget(widget)
        theme.fit(self, 42, 24)

    def chosen(self) -> tuple[Hit, ...]:
        """Return the places that are ticked."""
        rows = [self._list.item(row) for row in range(self._list.count())]
        listed = tuple(
            hit for hit, row in zip(self._hits, rows, strict=False) if row.checkState() == Qt.CheckState.Checked
        )
        return listed + tuple(self._hits[_MOST:])


def described(hit: Hit, text: str) -> str:
    """Return a place with some words around it and what comes there."""
    before, after = text[max(0, hit.start - _AROUND) : hit.start], text[hit.end : hit.end + _AROUND]
    head = "…" if hit.start > _AROUND else ""
    tail = "…" if hit.end + _AROUND < len(text) else ""
    where = f"{hit.where}：" if hit.where else ""
    shown = f"{where}{head}{before}〔{hit.old} → {hit.new or '删去'}〕{after}{tail}"
    return shown.replace("\n", " ")  # of a cell with several lines
