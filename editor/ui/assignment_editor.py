"""The dialog that chooses who leads (牵头单位) and who is responsible (责任单位) for one section."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.model.document import Unit
from editor.model.outline import walk
from editor.ui import theme
from editor.ui.assignment_choices import AssignmentChoices
from editor.ui.choice_dialog import Answers
from editor.ui.labels import function_label
from templates.analysis import Analysis

_UNIT = Qt.ItemDataRole.UserRole


class AssignmentEditor(QDialog):
    """All units on the left, the chosen ones on the right; `.lead()` and `.responsible()` return printed names."""

    def __init__(self, analysis: Analysis, heading_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = AssignmentChoices(analysis, heading_id)
        title = next((one.title for one in walk(analysis.sections) if one.block.id == heading_id), "")
        self.setWindowTitle("分工")
        self._heading = self._label(f"“{title}”由谁牵头、谁负责", "heading")
        self._search = QLineEdit(self)
        self._search.setPlaceholderText("输入名称或职责查找")
        self._search.setAccessibleName("查找单位")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._search.returnPressed.connect(self._on_search_done)
        self._all = self._list("全部单位")
        self._lead = self._list("牵头单位")
        self._responsible = self._list("责任单位")
        present = self._choices.present()
        for unit in self._choices.units:
            self._add_candidate(unit)
        self._fill(self._lead, present.lead)
        self._fill(self._responsible, present.responsible)
        self._build_layout()
        self._all.itemActivated.connect(self._on_candidate)
        self._lead.itemActivated.connect(self._on_remove_lead)
        self._responsible.itemActivated.connect(self._on_remove_responsible)
        for listing, slot in ((self._lead, self._on_remove_lead), (self._responsible, self._on_remove_responsible)):
            remove = QAction("移除", listing)
            remove.setShortcut(QKeySequence(Qt.Key.Key_Delete))
            remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            remove.triggered.connect(slot)
            listing.addAction(remove)
        self._refresh()
        self._search.setFocus()

    def _build_layout(self) -> None:
        self._to_lead = self._button("加为牵头", "add", "Ctrl+L", self._add_lead)
        self._to_responsible = self._button("加为责任", "add", "Ctrl+R", self._add_responsible)
        self._remove_lead = self._button("移除牵头", "close", "", self._on_remove_lead)
        self._remove_responsible = self._button("移除责任", "close", "", self._on_remove_responsible)
        grid = QGridLayout()
        grid.addWidget(self._label("全部单位", "subheading"), 0, 0)
        grid.addWidget(self._search, 1, 0)
        grid.addWidget(self._all, 2, 0, 3, 1)
        grid.addWidget(self._label("牵头单位", "subheading"), 0, 1)
        grid.addWidget(self._lead, 1, 1, 2, 1)
        grid.addWidget(self._label("责任单位", "subheading"), 3, 1)
        grid.addWidget(self._responsible, 4, 1)
        grid.addLayout(_row(self._to_lead, self._to_responsible), 5, 0)
        grid.addLayout(_row(self._remove_lead, self._remove_responsible), 5, 1)
        grid.setRowStretch(2, 2)
        grid.setRowStretch(4, 5)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self._heading)
        layout.addLayout(self._build_suggestion())
        layout.addLayout(grid, 1)
        layout.addWidget(Answers(self))
        theme.fit(self, 42, 36)

    def _build_suggestion(self) -> QHBoxLayout:
        suggested = self._choices.suggested()
        words = [
            f"{title}：{'、'.join(names)}"
            for title, names in (("通常牵头", suggested.lead), ("通常参加", suggested.responsible))
            if names
        ]
        self._suggestion = self._label("；".join(words) or "模板对这一节没有推荐单位。", "muted")
        self._adopt = self._button("采用推荐", "check", "", self._on_adopt)
        self._adopt.setVisible(bool(words))
        self._adopt.setToolTip("把推荐的单位加进来，已选的不动")
        row = QHBoxLayout()
        row.addWidget(self._suggestion, 1)
        row.addWidget(self._adopt, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        theme.set_role(label, role)
        return label

    def _button(self, text: str, icon: str, shortcut: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(theme.icon(icon), f"{text}（{shortcut}）" if shortcut else text, self)
        button.setAutoDefault(False)
        button.setAccessibleName(text)
        if shortcut:
            button.setShortcut(QKeySequence(shortcut))
        button.clicked.connect(slot)
        return button

    def _list(self, name: str) -> QListWidget:
        listing = QListWidget(self)
        listing.setAccessibleName(name)
        listing.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        listing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listing.setTextElideMode(Qt.TextElideMode.ElideRight)
        return listing

    def _add_candidate(self, unit: Unit) -> None:
        functions = "、".join(function_label(function) for function in unit.functions)
        item = QListWidgetItem(self._choices.name(unit), self._all)
        item.setData(_UNIT, unit)
        item.setToolTip(f"{unit.name}\n职责：{functions}" if functions else unit.name)

    def lead(self) -> tuple[str, ...]:
        """Return the leading units in the order chosen."""
        return _names(self._lead)

    def responsible(self) -> tuple[str, ...]:
        """Return the responsible units in the register's order."""
        return self._choices.in_order(_names(self._responsible))

    def choose(self, lead: Sequence[str], responsible: Sequence[str]) -> None:
        """Add units by their printed names; one that is chosen already, under any name, stays where it is."""
        for listing, names in ((self._lead, lead), (self._responsible, responsible)):
            new = [name for name in names if not self._is_chosen(name)]
            self._fill(listing, new)
        self._refresh()

    def _fill(self, listing: QListWidget, names: Sequence[str]) -> None:
        for name in names:
            known = self._choices.is_known(name)
            item = QListWidgetItem(name if known else f"{name}（不在单位库）", listing)
            item.setData(_UNIT, name)
            if not known:
                item.setIcon(theme.icon("warning", "warning"))

    def _is_chosen(self, name: str) -> bool:
        return any(self._choices.same(name, other) for other in (*self.lead(), *_names(self._responsible)))

    def _refresh(self) -> None:
        """Keep the responsible in the register's order, take chosen units out of the candidates."""
        names = self.responsible()
        if names != _names(self._responsible):
            self._responsible.clear()
            self._fill(self._responsible, names)
        self._filter()

    def _filter(self) -> None:
        words = self._search.text().strip()
        first = None
        for row in range(self._all.count()):
            item = self._all.item(row)
            unit = item.data(_UNIT)
            shown = not self._is_chosen(item.text()) and _answers(unit, words)
            item.setHidden(not shown)
            first = item if shown and first is None else first
        current = self._all.currentItem()
        if first is not None and (current is None or current.isHidden()):
            self._all.setCurrentItem(first)

    def _picked(self) -> list[str]:
        return [item.text() for item in self._all.selectedItems() if not item.isHidden()]

    def _add_lead(self) -> None:
        self._take(self._picked(), ())

    def _add_responsible(self) -> None:
        self._take((), self._picked())

    def _take(self, lead: Sequence[str], responsible: Sequence[str]) -> None:
        self.choose(lead, responsible)
        self._search.clear()

    def _on_candidate(self, item: QListWidgetItem) -> None:
        """Take the unit: as the lead where there is none yet, else among the responsible."""
        if self.lead():
            self._take((), [item.text()])
        else:
            self._take([item.text()], ())

    def _on_search_done(self) -> None:
        item = self._all.currentItem()
        if self._search.text().strip() and item is not None and not item.isHidden():
            self._on_candidate(item)

    def _on_adopt(self) -> None:
        suggested = self._choices.suggested()
        self.choose(suggested.lead, suggested.responsible)

    def _on_remove_lead(self) -> None:
        self._remove(self._lead)

    def _on_remove_responsible(self) -> None:
        self._remove(self._responsible)

    def _remove(self, listing: QListWidget) -> None:
        for item in listing.selectedItems():
            listing.takeItem(listing.row(item))
        self._refresh()


def _names(listing: QListWidget) -> tuple[str, ...]:
    return tuple(listing.item(row).data(_UNIT) for row in range(listing.count()))


def _answers(unit: Unit, words: str) -> bool:
    """Return whether a unit is meant by what was typed: part of a name or of a function's name."""
    functions = (function_label(function) for function in unit.functions)
    return any(words in text for text in (unit.name, unit.short, *unit.aliases, *functions))


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


if __name__ == "__main__":
    from editor.ui.preview import preview

    preview(lambda session: AssignmentEditor(session.analysis, session.document.blocks[-1].id))
