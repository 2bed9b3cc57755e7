"""分工矩阵 and 指标: what the user changes there is written into the text, what is wanted of them goes into files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from editor.model.errors import UserError
from editor.session import Change, Session
from editor.ui.late_panel import LatePanel

if TYPE_CHECKING:  # what a start of the window need not wait for
    from editor.model.targets import Target
    from editor.ui.file_actions import FileActions
    from editor.ui.matrix_panel import MatrixPanel
    from editor.ui.targets_panel import TargetsPanel
    from templates.analysis import Analysis
    from templates.unit_matrix import MatrixUnit, Role

_READ_ONLY = "这份文稿以只读方式打开，不能修改；请用“另存为”换一个文件名。"
_WORDS = {"lead": "牵头单位", "responsible": "责任单位"}


class OverviewActions(QObject):
    """Holds the two panels, which are built when they are first seen; the matrix is a window of its own."""

    done = Signal(str)  # a sentence for the status bar
    jump_requested = Signal(str, int, int)

    def __init__(self, files: "FileActions", finish_typing: Callable[[], None], window: QWidget) -> None:
        super().__init__(window)
        self._files = files
        self._finish_typing = finish_typing
        self._window = window
        self._session: Session | None = None
        self.matrix = LatePanel(self._make_matrix, window)
        self.matrix.setWindowFlag(Qt.WindowType.Window)  # it is wider than any place beside the text
        self.matrix.setWindowTitle("分工矩阵")
        close = QAction("关闭", self.matrix)
        close.setShortcuts([QKeySequence("Escape"), QKeySequence("Ctrl+W")])
        close.triggered.connect(self.matrix.close)
        self.matrix.addAction(close)
        self.targets = LatePanel(self._make_targets, window)

    def show_session(self, session: Session) -> None:
        """Show another plan."""
        self._session = session
        self.matrix.show_session(session)
        self.targets.show_session(session)

    def on_change(self, change: Change) -> None:
        """Follow a change."""
        self.matrix.on_change(change)
        self.targets.on_change(change)

    def toggle_matrix(self) -> None:
        """Show the matrix in its window, over the lower half of the text's; close it where it is at work."""
        if self.matrix.isActiveWindow():
            self.matrix.close()
            return
        if self.matrix.panel is None:
            place = self._window.frameGeometry()
            self.matrix.setGeometry(place.adjusted(0, place.height() * 9 // 20, 0, 0))
        self.matrix.show()
        self.matrix.raise_()
        self.matrix.activateWindow()
        self.matrix.setFocus()

    def _make_matrix(self, parent: QWidget) -> "MatrixPanel":
        from editor.ui.matrix_panel import MatrixPanel

        panel = MatrixPanel(parent)
        panel.role_requested.connect(self.set_role)
        panel.jump_requested.connect(self.jump_requested)
        panel.matrix_export_requested.connect(self.export_matrix)
        panel.duties_export_requested.connect(self.export_duties)
        return panel

    def _make_targets(self, parent: QWidget) -> "TargetsPanel":
        from editor.ui.targets_panel import TargetsPanel

        panel = TargetsPanel(parent)
        panel.jump_requested.connect(self.jump_requested)
        panel.value_requested.connect(self.set_value)
        return panel

    def set_role(self, task_id: str, unit: "MatrixUnit", role: "Role | None") -> None:
        """Write into the text what a unit is in a task."""
        from editor import commands

        session = self._session
        if session is None:
            return
        if session.read_only:
            self.done.emit(_READ_ONLY)
            return
        self._finish_typing()
        try:
            transaction = commands.set_role(session.analysis, task_id, unit, role)
        except UserError as error:
            self.done.emit(error.message + error.next_step)
            return
        if transaction is None or not session.apply(transaction):
            self.done.emit("这项任务的分工没有变；请到正文里看看这一句。")
            return
        self.done.emit(f"正文已改：{unit.name}{f'为{_WORDS[role]}' if role else '不再承担这项任务'}。")

    def set_value(self, target: "Target", text: str) -> None:
        """Write another number into the text; what is none is refused with a sentence."""
        from editor.model.target_edits import set_value

        session = self._session
        if session is None:
            return
        self._finish_typing()
        if target not in session.analysis.targets:
            self._refuse("这处文字刚刚变了，指标没有改；请看最新的数值。")
            return
        try:
            transaction = set_value(session.document, target, text)
        except UserError as error:
            self._refuse(f"{error.message}{error.next_step}")
            return
        if transaction is not None and session.apply(transaction):
            self.done.emit(f"正文已改：{target.indicator}为{text.strip()}。")

    def _refuse(self, why: str) -> None:
        from editor.ui.targets_panel import TargetsPanel

        if isinstance(self.targets.panel, TargetsPanel):
            self.targets.panel.refuse(why)
        self.done.emit(why)

    def export_matrix(self) -> None:
        """Write the matrix as a workbook where the user wants it."""
        from editor.gongwen.tasks.matrix_workbook import MATRIX_TITLE
        from editor.ui.file_dialogs import EXCEL, choose_save

        session = self._session
        if session is None:
            return
        self._finish_typing()
        path = choose_save(self._window, "导出分工矩阵", self._place(MATRIX_TITLE, ".xlsx"), EXCEL)
        if path is not None:
            self._write(path, partial(_make_matrix, session.analysis))

    def export_duties(self, unit: "MatrixUnit", suffix: str) -> None:
        """Write one unit's list of tasks (责任清单) where the user wants it."""
        from editor.ui.file_dialogs import EXCEL, WORD, choose_save

        session = self._session
        if session is None:
            return
        self._finish_typing()
        kinds = EXCEL if suffix == ".xlsx" else WORD
        path = choose_save(self._window, "导出责任清单", self._place(f"责任清单 {unit.name}", suffix), kinds)
        if path is not None:
            self._write(path, partial(_make_duties, session.analysis, unit.key, path.suffix))

    def _place(self, what: str, suffix: str) -> Path:
        from editor.ui.file_dialogs import file_name

        return self._files.place_for(suffix).with_name(file_name(f"{what} {self._files.plan_name}", suffix))

    def _write(self, path: Path, make: Callable[[], bytes]) -> None:
        """Write what is made in another thread to `path`."""
        from editor.ui import dialogs
        from editor.ui.long_work import run_long, write_made

        parent = QApplication.activeWindow() or self._window
        try:
            written = run_long(parent, f"正在导出“{path.name}”…", partial(write_made, path, make))
        except UserError as error:
            dialogs.show_error(parent, error)
            return
        self.done.emit(f"已导出到“{path}”。" if written else f"已取消，没有写入“{path.name}”。")


def _make_matrix(analysis: "Analysis") -> bytes:
    from editor.gongwen.tasks.matrix_workbook import matrix_workbook
    from templates.unit_matrix import unit_matrix

    return matrix_workbook(analysis.document, unit_matrix(analysis))


def _make_duties(analysis: "Analysis", key: str, suffix: str) -> bytes:
    from editor.gongwen.tasks.duty_list import duty_docx, duty_workbook, share_of

    make = duty_workbook if suffix.lower() == ".xlsx" else duty_docx
    return make(analysis.document, share_of(analysis, key))
