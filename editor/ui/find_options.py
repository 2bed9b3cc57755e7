"""How the find bar looks for words: whole words, expressions, case, and where."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from editor.model.finding import Query, Scope
from editor.model.outline import Section
from editor.ui import theme
from editor.ui.document_view import DocumentView
from editor.ui.positions import to_index

_SWITCHES = (
    (
        "whole",
        "全字",
        "全字匹配：查“2025”不会找到“12025”，查“科协”不会找到“县科协”里的“科协”（单位名称、简称以单位库和正文为准）",
    ),
    ("is_pattern", "正则", "按正则表达式查找；替换内容里用 \\1 引用分组"),
    ("match_case", "大小写", "区分英文字母的大小写"),
)
_EVERYWHERE, _SECTION, _SELECTED = range(3)
_PLACES = ("全文和公文要素", "光标所在一节", "选中的文字")


class FindOptions(QWidget):
    """Three switches and the place to search, which is remembered by its blocks: lines may come and go before it."""

    changed = Signal()

    def __init__(self, view: DocumentView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._heading = ""  # id of the section's heading
        self._first = self._last = ""  # ids of the selected blocks
        self._start = self._end = 0
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._switches: dict[str, QToolButton] = {}
        for name, text, tip in _SWITCHES:
            button = QToolButton(self)
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setCheckable(True)
            theme.set_role(button, "framed")
            button.toggled.connect(self._on_switch)
            layout.addWidget(button)
            self._switches[name] = button
        self._places = QComboBox(self)
        self._places.setAccessibleName("查找范围")
        self._places.addItems(_PLACES)
        self._places.activated.connect(self._on_place)
        layout.addWidget(self._places)

    def query(self, text: str) -> Query:
        """Return what is looked for."""
        return Query(text, **{name: button.isChecked() for name, button in self._switches.items()})

    def switch(self, name: str, on: bool) -> None:
        """Set a switch: whole, is_pattern or match_case."""
        self._switches[name].setChecked(on)

    def choose_place(self, number: int) -> None:
        """Search the whole plan (0), the section under the caret (1) or what is selected (2)."""
        self._places.setCurrentIndex(number)
        self._on_place(number)

    def reset_place(self) -> None:
        """Search the whole plan again."""
        self._places.setCurrentIndex(_EVERYWHERE)

    def scope(self) -> Scope | None:
        """Return the place to search as it stands now; None, and the whole plan, where it is not there any more."""
        found = (lambda: None, self._section, self._selected)[self._places.currentIndex()]()
        if found is None:
            self.reset_place()
        return found

    @property
    def place(self) -> str:
        """Return the words for a place that is not the whole plan."""
        return self._places.currentText() if self._places.currentIndex() != _EVERYWHERE else ""

    def grow(self, block_id: str, by: int) -> None:
        """Let a selected place grow with the text that was replaced in its last block."""
        if block_id == self._last:
            self._end += by

    def _on_switch(self) -> None:
        self.changed.emit()

    def _on_place(self, number: int) -> None:
        if number == _SECTION:
            block = self._view.caret_block()
            path = self._path(block.id) if block is not None else ()
            self._heading = path[-1].block.id if path else ""
        elif number == _SELECTED:
            self._remember(selected_scope(self._view))
        self.scope()
        self.changed.emit()

    def _path(self, block_id: str) -> tuple[Section, ...]:
        session = self._view.session
        return tuple(session.analysis.section_path(block_id)) if session is not None else ()

    def _section(self) -> Scope | None:
        path = self._path(self._heading) if self._heading in self._numbers() else ()
        return Scope(path[-1].start, path[-1].end - 1) if path else None

    def _remember(self, scope: Scope | None) -> None:
        self._first = self._last = ""
        if scope is not None:
            self._first, self._last = self._view.block_id(scope.first), self._view.block_id(scope.last)
            self._start, self._end = scope.start, scope.end or 0

    def _selected(self) -> Scope | None:
        numbers = self._numbers()
        first, last = numbers.get(self._first, -1), numbers.get(self._last, -1)
        return Scope(first, last, self._start, self._end) if 0 <= first <= last else None

    def _numbers(self) -> dict[str, int]:
        session = self._view.session
        blocks = session.document.blocks if session is not None else ()
        return {block.id: number for number, block in enumerate(blocks)}


def selected_scope(view: DocumentView) -> Scope | None:
    """Return what is selected in the text, None where nothing is."""
    cursor = view.textCursor()
    if not cursor.hasSelection():
        return None
    document = view.document()
    first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    start = to_index(first.text(), cursor.selectionStart() - first.position())
    end = to_index(last.text(), cursor.selectionEnd() - last.position())
    return Scope(first.blockNumber(), last.blockNumber(), start, end)
