"""The bar that finds words in text, tables and 公文要素, and puts others in their place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from editor.model.finding import Hit, passages, replace_all
from editor.model.found_places import NO_CELL, FoundPlaces, Place
from editor.ui import theme
from editor.ui.document_view import DocumentView
from editor.ui.find_field import FindField
from editor.ui.find_options import FindOptions
from editor.ui.find_search import FindSearch, Question, Then
from editor.ui.positions import to_index

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QWidget):
    """Finds the next and the previous place of what is typed into it; Escape goes back to the text."""

    field_wanted = Signal(str)  # key of the 公文要素 a place is in
    cell_found = Signal(str, int, int)  # the table's id, row and column
    said = Signal(str)  # what the bar would say if it were seen

    def __init__(self, view: DocumentView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._place: Place | None = None  # of the last hit: a caret cannot stand in a cell or a 公文要素
        self._caret = (0, 0)  # where it left the caret
        self.hide()

    def _build(self) -> None:
        """Make what the bar holds when it is first asked for: the start of the window does not wait for it."""
        self._field = FindField("在正文、表格和公文要素中查找", "查找内容", self)
        self._field.textChanged.connect(self._on_text)
        self._message = QLabel(self)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setAccessibleName("查找结果")
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        theme.set_role(self._message, "muted")
        self._message.hide()
        self.options = FindOptions(self._view, self)
        self.options.changed.connect(self._on_options)
        self._search = FindSearch(self)
        self._search.failed.connect(self._say)
        self._search.waiting.connect(lambda: self._say("正在查找…"))
        self._place_parts()

    def _place_parts(self) -> None:
        unit = theme.em(self)
        layout = QGridLayout(self)
        layout.setContentsMargins(unit // 2, unit // 4, unit // 2, unit // 4)
        layout.addWidget(self._field, 0, 0)
        layout.addWidget(self._tool("up", "上一处（Shift+F3）", self.find_previous), 0, 1)
        layout.addWidget(self._tool("down", "下一处（F3）", self.find_next), 0, 2)
        layout.addWidget(self.options, 0, 3)
        layout.addWidget(self._tool("close", "关闭查找（Esc）", self.stop), 0, 5)
        layout.setColumnStretch(0, 3)
        layout.setColumnStretch(4, 1)
        self._new = FindField("替换成", "替换内容", self)
        one, everything = QPushButton("替换", self), QPushButton("全部替换…", self)
        one.clicked.connect(self.replace_one)
        everything.clicked.connect(self.replace_all)
        self._replacing = (self._new, one, everything)
        layout.addWidget(self._new, 1, 0)
        layout.addWidget(one, 1, 1, 1, 2)
        layout.addWidget(everything, 1, 3, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._message, 2, 0, 1, 6)

    def _tool(self, icon: str, text: str, slot: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme.icon(icon))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(slot)
        return button

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
        is_hit = self._place is not None and self._caret == self._cursor()  # the line of a table, perhaps
        if selected and "\u2029" not in selected and not is_hit:
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

    def _find(self, by: int) -> None:
        if self.layout() is None or not self._field.text():
            self.start()
            return
        self._field.remember()
        self._with_found(lambda found: self._go(found, by))

    def replace_one(self) -> None:
        """Replace the place that is selected and go to the next; where none is selected, just go to it."""
        self._field.remember()
        self._new.remember()
        self._with_found(self._replace_one)

    def _replace_one(self, found: FoundPlaces) -> None:
        session, number = self._view.session, found.at(self._here())
        if session is None or number is None:
            self._go(found, 1)
            return
        hit, place = found.hits[number], found.places[number]
        transaction = replace_all(session.document, (hit,))
        if transaction is not None and session.apply(transaction):
            self.options.grow(hit.id, len(hit.new) - len(hit.old))
        end = hit.start + len(hit.new)
        if hit.cell is None and not hit.key:
            self._view.jump(hit.id, end, end, focus=False)
        self._remember((*place[:2], end, end))
        self._with_found(lambda rest: self._go(rest, 1, "已替换，没有更多了"))

    def replace_all(self) -> None:
        """Show what would be replaced, and replace what stays ticked as one step."""
        self._field.remember()
        self._new.remember()
        self._with_found(self._preview)

    def _preview(self, found: FoundPlaces) -> None:
        from editor.ui import dialogs
        from editor.ui.replace_preview import ReplacePreview

        session = self._view.session
        if session is None or not found.hits:
            self._say(self._nothing())
            return
        self._say(found.summary)
        texts = {(one.id, one.cell): one.text for one in passages(session.document)}
        preview = ReplacePreview(found.hits, texts, self)
        if not dialogs.run(preview):
            return
        chosen = preview.chosen()
        transaction = replace_all(session.document, chosen)
        changed = transaction is not None and session.apply(transaction)
        self._say(f"已替换 {len(chosen)} 处，可用“撤销”一次还原" if changed else "没有要替换的")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, back with Shift+Enter, replace with Enter in the second field, close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.find_previous()
        elif event.key() in _ENTER and self._new.hasFocus():
            self.replace_one()
        elif event.key() in _ENTER and self._field.hasFocus():
            self.find_next()
        else:
            super().keyPressEvent(event)

    def _on_text(self) -> None:
        """Look for what is typed from where the last place began."""
        number, cell, start, _ = self._here()
        cursor = self._view.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._view.setTextCursor(cursor)
        self._remember((number, cell, start, start))
        self._search.drop()
        if self._field.text():
            self._with_found(lambda found: self._go(found, 1))
        else:
            self._message.hide()

    def _on_options(self) -> None:
        if self.options.query("").is_pattern:
            self._search.prepare()
        self._on_text()

    def _with_found(self, then: Then) -> None:
        """Do something with all places once they are found; with those of the text as it is then."""
        session, text = self._view.session, self._field.text()
        if session is None or not text:
            return
        self._view.commit_composition()
        query, scope = self.options.query(text), self.options.scope()
        words = self._words() if query.whole else frozenset()
        question = Question(query, self._new.text(), session.document, scope, words)

        def on_found(found: FoundPlaces) -> None:
            now = self._view.session
            if now is not None and now.document is question.document:
                then(found)
            else:  # the text has changed while an expression was looked for
                self._with_found(then)

        self._search.ask(question, on_found)

    def _words(self) -> frozenset[str]:
        """Return the names that a whole word may not be a part of: units and short forms of the plan."""
        session = self._view.session
        if session is None:
            return frozenset()
        names = [name for unit in session.analysis.register.units for name in (unit.name, unit.short, *unit.aliases)]
        return frozenset((*names, *(form.short for form in session.analysis.short_forms)))

    def _go(self, found: FoundPlaces, by: int, nothing: str = "") -> None:
        """Show the next place; say which one it is, or that there is none."""
        step = found.step(self._here(), by)
        if step is None:
            self._say(nothing or self._nothing())
            return
        hit = found.hits[step.number]
        self._show(hit)
        self._remember(found.places[step.number])
        place = f"共 {len(found.hits)} 处：{hit.where}" if hit.where else found.summary
        round_end = ("（已到开头，从末尾继续）" if by < 0 else "（已到末尾，从头继续）") if step.went_round else ""
        self._say(f"第 {step.number + 1} 处，{place}{round_end}")

    def _nothing(self) -> str:
        where = f"在{self.options.place}里" if self.options.place else ""
        return f"{where}没有找到“{self._field.text()}”"

    def _show(self, hit: Hit) -> None:
        if hit.key:
            focused = self._field.hasFocus()
            self.field_wanted.emit(hit.key)
            if focused:  # the form takes it; the next Enter shall go on
                self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif hit.cell is not None:
            self._view.jump_to_table(hit.id)
            self.cell_found.emit(hit.id, *hit.cell)
        else:
            self._view.jump(hit.id, hit.start, hit.end, focus=False)

    def _say(self, words: str) -> None:
        self._message.setText(words)
        self._message.show()
        if not self.isVisible():
            self.said.emit(words)

    def _remember(self, place: Place) -> None:
        self._place, self._caret = place, self._cursor()

    def _cursor(self) -> tuple[int, int]:
        cursor = self._view.textCursor()
        return cursor.anchor(), cursor.position()

    def _here(self) -> Place:
        """Return the place of the last hit, that of the caret where it has moved since."""
        if self._place is not None and self._caret == self._cursor():
            return self._place
        cursor = self._view.textCursor()
        block = self._view.document().findBlock(cursor.selectionStart())
        text, start = block.text(), block.position()
        end = to_index(text, cursor.selectionEnd() - start)
        return block.blockNumber(), NO_CELL, to_index(text, cursor.selectionStart() - start), end
