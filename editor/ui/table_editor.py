"""The dialog that edits one table: cells, rows, columns, the clipboard of Excel and WPS 表格."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QTextDocumentFragment
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QToolBar, QToolButton, QVBoxLayout, QWidget

from editor.model import table_grid
from editor.model.errors import TableTooLarge
from editor.model.table_grid import Area, Rows
from editor.ui import dialogs, theme
from editor.ui.choice_dialog import Answers
from editor.ui.table_model import TableModel
from editor.ui.table_view import TableCells

_HELP = (
    "Tab 到下一格，在最后一格再按 Tab 加一行；直接输入会换掉原文，F2 或双击修改原文，Shift+回车在格内换行；"
    "可以从 Excel、WPS 表格整块粘贴。"
)
_RAGGED = "各行的格数不同：有斜线的地方是那一行没有的格，写入后补上。"
# Method, text, icon, keys.
_BAR = (
    ("row_above", "上方插行", "row-above", "Alt+Up"),
    ("row_below", "下方插行", "row-below", "Alt+Down"),
    ("column_left", "左侧插列", "column-left", "Alt+Left"),
    ("column_right", "右侧插列", "column-right", "Alt+Right"),
    None,
    ("remove_rows", "删除行", "row-delete", "Ctrl+Del"),
    ("remove_columns", "删除列", "column-delete", "Ctrl+Shift+Del"),
    None,
    ("move_up", "行上移", "up", "Alt+Shift+Up"),
    ("move_down", "行下移", "down", "Alt+Shift+Down"),
    None,
    ("undo", "撤销", "undo", "Ctrl+Z"),
    ("redo", "重做", "redo", "Ctrl+Y Ctrl+Shift+Z"),
)
_MENU = (
    ("cut", "剪切", "cut", "Ctrl+X"),
    ("copy", "复制", "copy", "Ctrl+C"),
    ("paste", "粘贴", "paste", "Ctrl+V"),
    ("erase", "清空", "", ""),
    None,
)
_ICON_ONLY = ("move_up", "move_down", "undo", "redo")
_READING = ("copy",)  # what a read-only table allows


class TableEditor(QDialog):
    """Shows the rows as a grid; `.rows()` returns what the user made of them once the dialog was accepted."""

    def __init__(
        self,
        title: str,
        rows: Rows,
        cell: tuple[int, int] = (0, 0),
        *,
        read_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{title}（只读）" if read_only else title)
        self._model = TableModel(rows, read_only=read_only, parent=self)
        self._cells = TableCells(self._model, self)
        self._cells.row_wanted.connect(self._add_row)
        self._cells.erased.connect(self.erase)
        self._cells.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._cells.customContextMenuRequested.connect(self._on_menu)
        self._actions = {entry[0]: self._action(*entry) for entry in (*_MENU, *_BAR) if entry is not None}
        self._message = QLabel(self)
        self._message.setAccessibleName("表格的大小和提示")
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setWordWrap(True)
        self._place_parts(read_only)
        self._model.changed.connect(self._show_state)
        self._model.refused.connect(self._refuse)
        self._show_state()
        theme.fit(self, 70, 38)
        self._cells.go_to(*cell)
        self._cells.setFocus()

    def _action(self, name: str, text: str, icon: str, keys: str) -> QAction:
        action = QAction(text, self)
        if icon:
            action.setIcon(theme.icon(icon))
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(one) for one in keys.split()])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(f"{text}（{keys.split()[0]}）" if keys else text)
        action.setEnabled(not self._model.read_only or name in _READING)
        action.triggered.connect(getattr(self, name))
        self._cells.addAction(action)
        return action

    def _place_parts(self, read_only: bool) -> None:
        bar = QToolBar("行和列", self)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for entry in _BAR:
            if entry is None:
                bar.addSeparator()
            else:
                bar.addAction(self._actions[entry[0]])
        for name in _ICON_ONLY:
            button = bar.widgetForAction(self._actions[name])
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        more = bar.findChild(QToolButton, "qt_toolbar_ext_button")  # on small screens; Qt draws it black in every look
        if isinstance(more, QToolButton):
            more.setIcon(theme.icon("next"))
        help_text = QLabel(_HELP, self)
        help_text.setWordWrap(True)
        theme.set_role(help_text, "muted")
        answers = Answers(self, "关闭" if read_only else "完成")
        answers.reject_button.setVisible(not read_only)
        bar.setVisible(not read_only)
        help_text.setVisible(not read_only)
        layout = QVBoxLayout(self)
        layout.addWidget(bar)
        layout.addWidget(self._cells, 1)
        for widget in (self._message, help_text, answers):
            layout.addWidget(widget)

    def rows(self) -> Rows:
        """Return the rows as they stand."""
        return self._model.rows()

    def accept(self) -> None:
        """Close with what is written, also in a cell that is still open."""
        self._cells.finish()
        super().accept()

    def reject(self) -> None:
        """Close without the changes; ask where there are any."""
        self._cells.finish()
        answer = dialogs.ask_keep_table(self) if self._model.is_changed else dialogs.Choice.DISCARD
        if answer is dialogs.Choice.SAVE:
            super().accept()
        elif answer is dialogs.Choice.DISCARD:
            super().reject()

    # rows and columns

    def row_above(self) -> None:
        """Insert as many rows above the selection as it has."""
        self._change(lambda rows, at: table_grid.insert_rows(rows, at.top, at.bottom - at.top + 1))

    def row_below(self) -> None:
        """Insert as many rows below the selection as it has, and go there."""
        at = self._area()
        count = at.bottom - at.top + 1
        if self._change(lambda rows, at: table_grid.insert_rows(rows, min(at.bottom + 1, len(rows)), count)):
            self._cells.select(Area(at.bottom + 1, at.left, at.bottom + count, at.right))

    def column_left(self) -> None:
        """Insert as many columns to the left as are selected."""
        self._change(lambda rows, at: table_grid.insert_columns(rows or ((),), at.left, at.right - at.left + 1))

    def column_right(self) -> None:
        """Insert as many columns to the right as are selected, and go there."""
        at = self._area()
        count = at.right - at.left + 1
        place = at.right + 1 if self._model.columnCount() else 0
        if self._change(lambda rows, _: table_grid.insert_columns(rows or ((),), place, count)):
            self._cells.select(Area(at.top, place, at.bottom, place + count - 1))

    def remove_rows(self) -> None:
        """Remove the rows of the selection."""
        self._change(lambda rows, at: table_grid.remove_rows(rows, at.top, at.bottom))

    def remove_columns(self) -> None:
        """Remove the columns of the selection."""
        self._change(lambda rows, at: table_grid.remove_columns(rows, at.left, at.right))

    def move_up(self) -> None:
        """Move the rows of the selection up."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the rows of the selection down."""
        self._move(1)

    def _move(self, by: int) -> None:
        at = self._area()
        if at.top + by >= 0 and at.bottom + by < self._model.rowCount():
            self._change(lambda rows, at: table_grid.move_rows(rows, at.top, at.bottom, by))
            self._cells.select(Area(at.top + by, at.left, at.bottom + by, at.right))

    def _add_row(self) -> None:
        """Add a row at the end and go to its first cell, as Word does."""
        end = self._model.rowCount()
        if self._change(lambda rows, _: table_grid.insert_rows(rows, len(rows))):
            self._cells.go_to(end, 0)

    # cells

    def erase(self) -> None:
        """Empty the selected cells."""
        self._change(table_grid.clear)

    def copy(self) -> None:
        """Copy the selected cells as spreadsheets do."""
        if self._model.rowCount():
            QGuiApplication.clipboard().setText(table_grid.to_text(self._model.rows(), self._area()))

    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        self.copy()
        self.erase()

    def paste(self) -> None:
        """Paste a block of cells from the first selected one on; a single text goes into all that are selected."""
        source = QGuiApplication.clipboard().mimeData()
        text = source.text() if source.hasText() else QTextDocumentFragment.fromHtml(source.html()).toPlainText()
        at = self._area()
        try:
            cells = table_grid.from_text(text)
        except TableTooLarge as error:
            self._refuse(str(error))
            return
        if len(cells) == 1 and len(cells[0]) == 1:
            cells = [cells[0] * (at.right - at.left + 1)] * (at.bottom - at.top + 1)
        if text and self._change(lambda rows, _: table_grid.write(rows, at.top, at.left, cells)):
            wide = max(map(len, cells))
            self._cells.select(Area(at.top, at.left, at.top + len(cells) - 1, at.left + wide - 1))

    # history

    def undo(self) -> None:
        """Take the last change back."""
        self._keeping_place(self._model.undo)

    def redo(self) -> None:
        """Bring the last undone change back."""
        self._keeping_place(self._model.redo)

    def _keeping_place(self, act: Callable[[], None]) -> None:
        self._cells.finish()
        at = self._area()
        act()
        self._cells.select(at)

    def _change(self, make: Callable[[Rows, Area], Rows]) -> bool:
        """Make other rows of the rows and the selection, which stays where it is."""
        self._cells.finish()
        at = self._area()
        done = self._model.change(lambda rows: make(rows, at))
        self._cells.select(at)
        return done

    def _area(self) -> Area:
        return self._cells.area() or Area(0, 0, 0, 0)

    def _on_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for entry in (*_MENU, *_BAR):
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[entry[0]])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._cells.viewport().mapToGlobal(place))

    def _show_state(self) -> None:
        rows = self._model.rows()
        size = f"{len(rows)} 行 × {table_grid.width(rows)} 列。"
        ragged = _RAGGED if table_grid.is_ragged(rows) else ""
        words = size + ragged if rows else "表格里没有格子了；完成后这个表格会从文稿中删除。"
        self._message.setText(words)
        theme.set_role(self._message, "" if rows else "warning")
        self._actions["undo"].setEnabled(self._model.can_undo)
        self._actions["redo"].setEnabled(self._model.can_redo)

    def _refuse(self, sentence: str) -> None:
        self._message.setText(sentence)
        theme.set_role(self._message, "error")
