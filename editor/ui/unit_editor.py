"""The dialog that edits a plan's register of units (单位库)."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from editor.model.document import Metadata, Unit
from editor.ui import dialogs, theme
from editor.ui.choice_dialog import Answers, ChoiceDialog
from editor.ui.kind_delegate import KindDelegate
from editor.ui.labels import FUNCTIONS as FUNCTION_LABELS
from editor.ui.paste_dialog import PasteDialog
from editor.ui.unit_text import parse_units, register_problems
from editor.ui.units_model import ALIASES, FORMER, FUNCTIONS, KIND, NAME, SHORT, UnitsModel
from templates.register import default_units

_ABOUT = "分工里只认单位库中的名称。次序就是本地排名次序；职责用来推荐牵头单位和责任单位。"


class UnitEditor(QDialog):
    """A table of the units, in their order; `.units()` returns what the user made of it."""

    def __init__(self, metadata: Metadata, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._level = metadata.place, metadata.level
        self._model = UnitsModel(metadata.units, self)
        self.setWindowTitle(f"单位库：{self._place}" if self._place else "单位库")
        about = QLabel(_ABOUT, self)
        about.setWordWrap(True)
        theme.set_role(about, "muted")
        self._table = self._build_table()
        self._message = QLabel(self)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setWordWrap(True)
        self._message.setAccessibleName("单位库的问题")
        bottom = QHBoxLayout()
        bottom.addWidget(self._message, 1)
        bottom.addWidget(Answers(self))
        layout = QVBoxLayout(self)
        layout.addWidget(about)
        layout.addLayout(self._build_actions())
        layout.addWidget(self._table, 1)
        layout.addLayout(bottom)
        theme.fit(self, 68, 36)
        self._model.dataChanged.connect(self._show_problems)
        self._model.refused.connect(self._show_refusal)
        self._show_problems()

    def _build_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._model)
        table.setAccessibleName("单位库")
        table.setItemDelegateForColumn(KIND, KindDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.activated.connect(self._on_activated)
        unit = theme.em(table)
        table.verticalHeader().setDefaultSectionSize(unit * 7 // 4)
        table.verticalHeader().setMinimumSectionSize(unit)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, ems in ((NAME, 15), (SHORT, 8), (ALIASES, 11), (FORMER, 11), (KIND, 6)):
            header.resizeSection(column, ems * unit)
        header.setSectionResizeMode(FUNCTIONS, QHeaderView.ResizeMode.Stretch)
        return table

    def _build_actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, icon, shortcut, slot in (
            ("添加", "add", "Ins", self._add),
            ("删除", "delete", "Ctrl+Del", self._remove),
            ("上移", "up", "Alt+Up", self._move_up),
            ("下移", "down", "Alt+Down", self._move_down),
            ("职责…", "assign", "", self._choose_functions),
            ("从文字导入…", "paste", "", self._paste),
            ("恢复默认", "restore", "", self._restore),
        ):
            button = QPushButton(theme.icon(icon), text, self)
            button.setAutoDefault(False)
            button.setAccessibleName(text.removesuffix("…"))
            if shortcut:
                button.setShortcut(QKeySequence(shortcut))
                button.setToolTip(f"{text}（{shortcut}）")
            button.clicked.connect(slot)
            row.addWidget(button)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText("查找单位")
        self._search.setAccessibleName("查找单位")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._on_search)
        self._search.returnPressed.connect(self._find_next)
        row.addWidget(self._search, 1)
        return row

    def units(self) -> tuple[Unit, ...]:
        """Return the units in their order."""
        return self._model.units()

    def accept(self) -> None:
        """Close only where every unit has a name and no name stands for two."""
        self._table.setFocus()  # an open cell editor writes back
        problems = register_problems(self._model.units())
        if problems:
            self._show_problems()
            return
        super().accept()

    def _show_problems(self) -> None:
        problems = register_problems(self._model.units())
        if problems:
            more = f"（另有{len(problems) - 2}处）" if len(problems) > 2 else ""
            self._show_message("".join(problems[:2]) + more, "error")
        else:
            self._show_message(f"共{self._model.rowCount()}个单位。", "muted")

    def _show_refusal(self, sentence: str) -> None:
        self._show_message(sentence, "error")

    def _show_message(self, text: str, role: str) -> None:
        theme.set_role(self._message, role)
        self._message.setText(text)

    def _row(self) -> int:
        return self._table.currentIndex().row()

    def _select(self, row: int, column: int = NAME) -> None:
        self._table.setCurrentIndex(self._model.index(row, column))

    def _add(self) -> None:
        row = self._row() + 1 if self._row() >= 0 else self._model.rowCount()
        self._model.insert_empty(row, self._level)
        self._select(row)
        self._show_problems()
        self._table.edit(self._model.index(row, NAME))

    def _remove(self) -> None:
        row = self._row()
        if row >= 0:
            self._model.remove(row)
            self._select(min(row, self._model.rowCount() - 1))
            self._show_problems()

    def _on_search(self) -> None:
        self._find(max(self._row(), 0))

    def _find_next(self) -> None:
        self._find(self._row() + 1)

    def _find(self, first: int) -> None:
        """Select the next unit from row `first` on that answers to what was typed, from the top again at the end."""
        words = self._search.text().strip()
        units = self._model.units()
        for row in (*range(first, len(units)), *range(min(first, len(units)))):
            unit = units[row]
            if words and any(words in name for name in (unit.name, unit.short, *unit.aliases)):
                self._select(row)
                return

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row = self._row()
        if row >= 0 and self._model.move(row, step):
            self._table.scrollTo(self._model.index(row + step, NAME))
            self._show_problems()

    def _on_activated(self, index: QModelIndex) -> None:
        if index.column() == FUNCTIONS:
            self._choose_functions()
        else:
            self._table.edit(index)

    def _choose_functions(self) -> None:
        row = self._row()
        if row < 0:
            return
        unit = self._model.units()[row]
        unknown = {function: function for function in unit.functions if function not in FUNCTION_LABELS}
        choices = list((FUNCTION_LABELS | unknown).items())
        explanation = f"{unit.short or unit.name or '这个单位'}承担哪些方面的职责："
        dialog = ChoiceDialog("职责", explanation, choices, unit.functions, self)
        if dialogs.run(dialog):
            self._model.setData(self._model.index(row, FUNCTIONS), dialog.chosen())

    def _paste(self) -> None:
        dialog = PasteDialog(self)
        if dialogs.run(dialog):
            known = (*self._model.units(), *default_units(self._place, self._level))
            self.take_over(parse_units(dialog.text(), known, self._place, self._level))

    def take_over(self, units: tuple[Unit, ...]) -> None:
        """Add pasted units that the register does not hold yet, at its end."""
        have = {unit.name for unit in self._model.units()} | {unit.id for unit in self._model.units()}
        new = [unit for unit in units if unit.name not in have and unit.id not in have]
        self._model.insert(self._model.rowCount(), new)
        if new:
            self._select(self._model.rowCount() - 1)
        self._show_problems()
        if not register_problems(self._model.units()):
            known = f"，{len(units) - len(new)}个已经有了" if len(units) > len(new) else ""
            self._show_message(f"加入了{len(new)}个单位{known}。", "muted")

    def _restore(self) -> None:
        self._model.show_units(default_units(self._place, self._level))
        self._show_problems()


if __name__ == "__main__":
    from editor.ui.preview import preview

    preview(lambda session: UnitEditor(session.document.metadata))
