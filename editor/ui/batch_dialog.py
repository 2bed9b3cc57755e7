"""The result of 批量检查: a row a file with its findings, the worst first; a report as xlsx, a file to open."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.batch.folder_check import FolderCheck
from editor.model.errors import UserError
from editor.reports.workbook import report_workbook
from editor.ui import dialogs, theme
from editor.ui.file_dialogs import EXCEL, choose_save, file_name
from editor.ui.long_work import run_long, write_made

_NAME = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_COLUMNS = ("文件", "错误", "警告", "提示", "不能用的原因")


class BatchDialog(QDialog):
    """Lists what was found; it is accepted where the user wants the selected file opened."""

    def __init__(self, found: FolderCheck, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("批量检查")
        self._found = found
        self._list = QTreeWidget(self)
        self._list.setAccessibleName("检查结果")
        self._list.setHeaderLabels(_COLUMNS)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setAlternatingRowColors(True)
        self._open = QPushButton("打开所选文件", self)
        self._save = QPushButton("保存报告（Excel）…", self)
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        theme.set_role(self._said, "muted")
        self._build()
        self._fill()

    def chosen(self) -> Path | None:
        """Return the selected file."""
        item = self._list.currentItem()
        return self._found.path_of(item.data(0, _NAME)) if item is not None else None

    def _build(self) -> None:
        summary = QLabel(self._summary(), self)
        summary.setTextFormat(Qt.TextFormat.PlainText)
        summary.setWordWrap(True)
        close = QPushButton("关闭", self)
        for button, does in ((self._save, self._on_save), (self._open, self.accept), (close, self.reject)):
            button.setAutoDefault(False)
            button.clicked.connect(does)
        theme.set_role(self._open, "primary")
        self._list.itemActivated.connect(self._on_activated)
        self._list.currentItemChanged.connect(self._show_buttons)
        row = QHBoxLayout()
        row.addWidget(self._save)
        row.addWidget(self._said, 1)
        row.addWidget(self._open)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(summary)
        layout.addWidget(self._list, 1)
        layout.addLayout(row)
        theme.fit(self, 60, 32)

    def _summary(self) -> str:
        totals = self._found.totals
        errors, warnings, hints = totals.by_severity
        clean = sum(not any(file.counts) for file in totals.files)
        words = f"检查了“{self._found.folder.name}”里的{len(totals.files)}份文稿："
        words += f"错误{errors}处，警告{warnings}处，提示{hints}处；{clean}份没有问题。"
        unusable = len(totals.unusable)
        return words + (f"另有{unusable}份不能用，原因列在后面。" if unusable else "")

    def _fill(self) -> None:
        totals = self._found.totals
        for file in totals.worst_first():
            self._add(file.name, [str(number) if number else "" for number in file.counts], "")
        for name, why in totals.unusable:
            self._add(name, ["", "", ""], why)
        header, unit = self._list.header(), theme.em(self)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, 4 * unit)
            self._list.headerItem().setTextAlignment(column, _RIGHT)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        self._list.setColumnHidden(4, not totals.unusable)
        self._list.setCurrentIndex(self._list.model().index(0, 0))
        self._list.setFocus()

    def _add(self, name: str, counts: list[str], why: str) -> None:
        path = Path(name)
        inside = str(path.relative_to(self._found.folder)) if path.is_relative_to(self._found.folder) else name
        item = QTreeWidgetItem(self._list, [inside, *counts, why])
        item.setData(0, _NAME, name)
        item.setToolTip(0, inside)
        item.setToolTip(4, why)
        for column, role in ((1, "error"), (2, "warning"), (3, "muted")):
            item.setTextAlignment(column, _RIGHT)
            item.setForeground(column, theme.colour(role))

    def _show_buttons(self) -> None:
        self._open.setEnabled(self.chosen() is not None)

    def _on_activated(self, _item: QTreeWidgetItem) -> None:
        if self.chosen() is not None:
            self.accept()

    def _on_save(self) -> None:
        proposed = self._found.folder / file_name(f"检查报告 {self._found.folder.name}", ".xlsx")
        path = choose_save(self, "保存检查报告", proposed, EXCEL)
        if path is None:
            return
        work = partial(write_made, path, partial(report_workbook, self._found))
        try:
            written = run_long(self, f"正在写“{path.name}”…", work)
        except UserError as error:
            dialogs.show_error(self, error)
            return
        self._said.setText(f"报告已写入“{path.name}”。" if written else "已取消，没有写报告。")
