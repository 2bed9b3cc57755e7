"""How the find bar looks for words: whole words, expressions, case, and where."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from editor.model.finding import Query, Scope
from editor.ui import theme
from editor.ui.document_view import DocumentView
from editor.ui.positions import to_index

_SWITCHES = (
    ("whole", "全字", "全字匹配：数字、字母不是一部分，也不在本方案更长的单位名称、简称里面"),
    ("is_pattern", "正则", "按正则表达式查找；替换内容里用 \\1 引用分组"),
    ("match_case", "大小写", "区分大小写"),
)
_PLACES = ("全文和公文要素", "光标所在一节", "选中的文字")


class FindOptions(QWidget):
    """Three switches and the place to search."""

    changed = Signal()

    def __init__(self, view: DocumentView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.scope: Scope | None = None
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
        self.scope = None
        self._places.setCurrentIndex(0)

    def grow(self, by: int) -> None:
        """Let a selected place grow with a text that was replaced in its last block."""
        if self.scope is not None and self.scope.end is not None:
            self.scope = Scope(self.scope.first, self.scope.last, self.scope.start, self.scope.end + by)

    def _on_switch(self) -> None:
        self.changed.emit()

    def _on_place(self, number: int) -> None:
        self.scope = (None, self._section(), self._selected())[number]
        if self.scope is None:
            self._places.setCurrentIndex(0)
        self.changed.emit()

    def _section(self) -> Scope | None:
        session, block = self._view.session, self._view.caret_block()
        path = session.analysis.section_path(block.id) if session is not None and block is not None else ()
        return Scope(path[-1].start, path[-1].end - 1) if path else None

    def _selected(self) -> Scope | None:
        cursor = self._view.textCursor()
        if not cursor.hasSelection():
            return None
        document = self._view.document()
        first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
        start = to_index(first.text(), cursor.selectionStart() - first.position())
        end = to_index(last.text(), cursor.selectionEnd() - last.position())
        return Scope(first.blockNumber(), last.blockNumber(), start, end)
