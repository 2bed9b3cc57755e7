"""The differences of two versions by section: what became of each piece, how it begins, whether it is decided."""

from collections.abc import Collection, Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from editor.model.comparison import Difference, Kind
from editor.model.difference_words import PLACE_MARK, kind_words, place_words
from editor.ui import theme

_ICONS = {
    Kind.CHANGED: ("changed", "warning"),
    Kind.ADDED: ("add", "success"),
    Kind.REMOVED: ("removed", "error"),
    Kind.MOVED: ("moved", "hint"),
    Kind.FIELD: ("metadata", "accent"),
}
_NUMBER = Qt.ItemDataRole.UserRole
TAKEN, KEPT = "已采用", "保留本文"


class DifferenceList(QTreeWidget):
    """Sections and their differences; `numbers_changed` tells which differences the selected row stands for."""

    numbers_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QTreeWidgetItem] = []
        self._groups: list[QTreeWidgetItem] = []
        self.setAccessibleName("不同之处")
        self.setHeaderLabels(["不同之处", "处理"])
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)  # to measure every state takes long
        self.setColumnWidth(1, self.fontMetrics().horizontalAdvance(KEPT) + theme.em(self))
        self.setUniformRowHeights(True)
        self.setIndentation(theme.em(self))
        self.currentItemChanged.connect(self._on_current)

    def show_differences(self, differences: Sequence[Difference], beginnings: Sequence[str]) -> None:
        """List differences, each with how it begins."""
        self.clear()
        numbered = enumerate(differences)
        self._items, self._groups = [], []
        for place, members in groupby(numbered, lambda one: place_words(one[1])):
            group = QTreeWidgetItem([place.rpartition(PLACE_MARK)[2], ""])
            group.setToolTip(0, place)
            self._groups.append(group)
            for number, one in members:
                item = _item(one, beginnings[number])
                item.setData(0, _NUMBER, number)
                group.addChild(item)
                self._items.append(item)
        self.addTopLevelItems(self._groups)
        self.expandAll()

    def show_states(self, still_open: Collection[int], kept: Collection[int]) -> None:
        """Say of each difference whether it is decided, and of each section how many are not."""
        for number, item in enumerate(self._items):
            state = "" if number in still_open and number not in kept else KEPT if number in still_open else TAKEN
            if item.text(1) != state:
                item.setText(1, state)
                item.setForeground(0, theme.colour("muted" if state else "text"))
                item.setForeground(1, theme.colour("muted"))
        for group in self._groups:
            members = [group.child(at) for at in range(group.childCount())]
            left = sum(not member.text(1) for member in members)
            group.setText(1, f"剩{left}处" if left else "已处理")

    def numbers(self) -> tuple[int, ...]:
        """Return the numbers of the differences of the selected row: one, or all of a section."""
        item = self.currentItem()
        if item is None:
            return ()
        members = [item] if item.parent() is not None else [item.child(at) for at in range(item.childCount())]
        return tuple(int(member.data(0, _NUMBER)) for member in members)

    def go_to(self, number: int) -> None:
        """Select a difference."""
        self.setCurrentItem(self._items[number])
        self.scrollToItem(self._items[number])

    def next_of(self, numbers: Collection[int], step: int) -> int | None:
        """Return the nearest of `numbers` behind (or before, for a step of -1) the selected row, round the end."""
        here = self.numbers()
        if not numbers:
            return None
        start = (here[-1] if step > 0 else here[0]) if here else (-1 if step > 0 else len(self._items))
        order: Sequence[int] = sorted(numbers, reverse=step < 0)
        return next((one for one in order if (one - start) * step > 0), order[0])

    def _on_current(self, _current: QTreeWidgetItem, _previous: QTreeWidgetItem) -> None:
        self.numbers_changed.emit()


def _item(one: Difference, beginning: str) -> QTreeWidgetItem:
    text = f"{kind_words(one)}：{beginning}"
    item = QTreeWidgetItem([text, ""])
    item.setIcon(0, theme.icon(*_ICONS[one.kind]))
    item.setToolTip(0, text)
    return item
