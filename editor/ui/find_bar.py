"""The bar that finds words in the text and puts others in their place."""

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from editor.model.document import Block
from editor.model.finding import BadPattern, Hit, passages, replace_all
from editor.pattern_search import PatternSearch
from editor.ui import theme
from editor.ui.document_view import DocumentView
from editor.ui.find_options import FindOptions
from editor.ui.positions import to_index

Place = tuple[int, int, int]  # number of a block, start and end in it


class FindBar(QWidget):
    """Finds the next and the previous place of what is typed into it; Escape goes back to the text."""

    def __init__(self, view: DocumentView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._numbered: tuple[Block, ...] | None = None  # the blocks that the numbers are of
        self._number_of: dict[str, int] = {}
        self.hide()

    def _make_field(self, hint: str, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(hint)
        field.setAccessibleName(name)
        field.setClearButtonEnabled(True)
        field.setMaximumWidth(20 * theme.em(self))
        return field

    def _build(self) -> None:
        """Make what the bar holds when it is first asked for: the start of the window does not wait for it."""
        self._field = self._make_field("在正文中查找", "查找内容")
        self._field.textChanged.connect(self._on_text)
        self._field.returnPressed.connect(self.find_next)
        self._message = QLabel(self)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setAccessibleName("查找结果")
        theme.set_role(self._message, "muted")
        self.options = FindOptions(self._view, self)
        self.options.changed.connect(self._on_options)
        self._place_parts()

    def _place_parts(self) -> None:
        unit = theme.em(self)
        layout = QGridLayout(self)
        layout.setContentsMargins(unit // 2, unit // 4, unit // 2, unit // 4)
        layout.addWidget(self._field, 0, 0)
        for column, (icon, text, slot) in enumerate(
            (
                ("up", "上一处", self.find_previous),
                ("down", "下一处", self.find_next),
            ),
            start=1,
        ):
            layout.addWidget(self._tool(icon, text, slot), 0, column)
        layout.addWidget(self.options, 0, 3)
        layout.addWidget(self._message, 0, 4)
        layout.addWidget(self._tool("close", "关闭查找", self.stop), 0, 5)
        layout.setColumnStretch(4, 1)
        self._new = self._make_field("替换成", "替换内容")
        self._new.returnPressed.connect(self.replace_one)
        one, everything = QPushButton("替换", self), QPushButton("全部替换…", self)
        one.clicked.connect(self.replace_one)
        everything.clicked.connect(self.replace_all)
        self._replacing = (self._new, one, everything)
        layout.addWidget(self._new, 1, 0)
        layout.addWidget(one, 1, 1, 1, 2)
        layout.addWidget(everything, 1, 3, Qt.AlignmentFlag.AlignLeft)

    def _tool(self, icon: str, text: str, slot: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme.icon(icon))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(slot)
        return button

    @cached_property
    def _search(self) -> PatternSearch:
        return PatternSearch()

    def start(self) -> None:
        """Show the bar with what is selected in the text."""
        self._start(replacing=False)

    def start_replace(self) -> None:
        """Show the bar with the field for other words."""
        self._start(replacing=True)

    def _start(self, *, replacing: bool) -> None:
        if self.layout() is None:
            self._build()
        selected = self._view.textCursor().selectedText()
        session = self._view.session
        self.options.reset_place()
        for widget in self._replacing:
            widget.setVisible(replacing and session is not None and not session.read_only)
        self.show()
        if selected and "\u2029" not in selected:
            self._field.setText(selected)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def stop(self) -> None:
        """Hide the bar and go back to the text."""
        self.hide()
        self._search.close()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_next(self) -> None:
        """Select the next place after the caret, from the beginning again after the end."""
        self._find(1)

    def find_previous(self) -> None:
        """Select the place before the caret, from the end again before the beginning."""
        self._find(-1)

    def replace_one(self) -> None:
        """Replace the place that is selected and go to the next; where none is selected, just go to it."""
        session, hits = self._view.session, self._hits()
        here = self._here()
        hit = next((one for one in hits if self._place(one) == here), None)
        if session is None or hit is None:
            self._find(1)
            return
        transaction = replace_all(session.document, (hit,))
        if transaction is not None and session.apply(transaction):
            self.options.grow(len(hit.new) - len(hit.old))
        end = hit.start + len(hit.new)
        self._view.jump(hit.id, end, end, focus=False)
        self._find(1)

    def replace_all(self) -> None:
        """Show what would be replaced, and replace what stays ticked as one step."""
        from editor.ui import dialogs
        from editor.ui.replace_preview import ReplacePreview

        session, hits = self._view.session, self._hits()
        if session is None or not hits:
            return
        texts = {one.id: one.text for one in passages(session.document)}
        preview = ReplacePreview(hits, texts, self)
        if not dialogs.run(preview):
            return
        chosen = preview.chosen()
        transaction = replace_all(session.document, chosen)
        changed = transaction is not None and session.apply(transaction)
        self._message.setText(f"已替换 {len(chosen)} 处，可用“撤销”一次还原" if changed else "没有要替换的")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape, go back with Shift+Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.find_previous()
        else:
            super().keyPressEvent(event)

    def _on_text(self, text: str) -> None:
        cursor = self._view.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._view.setTextCursor(cursor)
        if text:
            self.find_next()
        else:
            self._message.clear()

    def _on_options(self) -> None:
        if self.options.query("").is_pattern:
            self._search.start()
        self._on_text(self._field.text())

    def _hits(self) -> tuple[Hit, ...]:
        """Return all places; none, and a sentence, where there are none or the expression is no good."""
        session, text = self._view.session, self._field.text()
        if session is None or not text:
            return ()
        self._view.commit_composition()
        query = self.options.query(text)
        try:
            searched = passages(session.document, self.options.scope)
            hits = self._search.find(query, searched, self._new.text(), self._words() if query.whole else ())
        except BadPattern as error:
            self._message.setText(str(error))
            return ()
        fields = sum(hit.id.startswith("meta:") for hit in hits)
        more = f"，其中公文要素 {fields} 处" if fields else ""
        self._message.setText(f"共 {len(hits)} 处{more}" if hits else f"没有找到“{text}”")
        return hits

    def _words(self) -> frozenset[str]:
        """Return the names that a whole word may not be a part of: units and short forms of the plan."""
        session = self._view.session
        if session is None:
            return frozenset()
        names = [name for unit in session.analysis.register.units for name in (unit.name, unit.short, *unit.aliases)]
        return frozenset((*names, *(form.short for form in session.analysis.short_forms)))

    def _find(self, direction: int) -> None:
        places = [(self._place(hit), hit) for hit in self._hits() if not hit.id.startswith("meta:")]
        if not places:
            return
        here = self._here()
        if direction > 0:
            _, hit = next((one for one in places if one[0] > here), places[0])
        else:
            _, hit = next((one for one in reversed(places) if one[0] < here), places[-1])
        self._view.jump(hit.id, hit.start, hit.end, focus=False)

    def _place(self, hit: Hit) -> Place:
        return self._numbers().get(hit.id, -1), hit.start, hit.end

    def _numbers(self) -> dict[str, int]:
        session = self._view.session
        blocks = session.document.blocks if session is not None else ()
        if self._numbered is not blocks:
            self._numbered, self._number_of = blocks, {block.id: number for number, block in enumerate(blocks)}
        return self._number_of

    def _here(self) -> Place:
        cursor = self._view.textCursor()
        block = self._view.document().findBlock(cursor.selectionStart())
        text, start = block.text(), block.position()
        end = to_index(text, cursor.selectionEnd() - start)
        return block.blockNumber(), to_index(text, cursor.selectionStart() - start), end
