"""The dialog before an export (where to, in which layout, with what) and the report after it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.gongwen.export import Options, Report
from editor.model.errors import UserError
from editor.settings import Settings
from editor.ui import dialogs, theme
from editor.ui.choice_dialog import Answers
from editor.ui.file_dialogs import WORD, choose_save
from editor.ui.fonts import missing_fonts
from editor.ui.long_work import run_long
from editor.ui.page_worker import Ticket
from editor.ui.profile_picker import ProfilePicker


@dataclass(frozen=True, slots=True)
class Wish:
    """One export as the user wants it; PDF and table stand beside the docx under its name."""

    path: Path
    options: Options
    pdf: Path | None = None
    workbook: Path | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """Return every file that will be written."""
        return tuple(path for path in (self.path, self.pdf, self.workbook) if path is not None)


class ExportDialog(QDialog):
    """Asks, then exports with `write` in another thread; the dialog stays after a failure, or where it is given up."""

    def __init__(
        self, proposed: Path, settings: Settings, write: Callable[[Wish, Ticket], Report], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("导出公文")
        self.report: Report | None = None  # after `accept`
        self._settings = settings
        self._write = write
        self._confirmed: set[Path] = set()  # files the user has agreed to replace
        self._path = QLineEdit(str(proposed), self)
        self._path.setAccessibleName("导出到")
        self._picker = ProfilePicker(settings.export_profile, self)
        self._table = self._box("附任务分工表", settings.export_table, "由正文中的“牵头单位、责任单位”自动生成")
        self._landscape = self._box("分工表横排", settings.export_landscape, "表格占用横向的页面（GB/T 9704，8）")
        self._pdf = self._box("同时生成 PDF", settings.export_pdf, "与公文同名，放在同一文件夹")
        self._workbook = self._box("分工表另存 Excel", settings.export_workbook, "与公文同名，放在同一文件夹")
        self._fonts = QLabel(self)
        self._fonts.setWordWrap(True)
        theme.set_role(self._fonts, "warning")
        self._answers = Answers(self, "导出")
        self._build()
        self._picker.changed.connect(self._show_fonts)
        self._table.toggled.connect(self._landscape.setEnabled)
        self._landscape.setEnabled(self._table.isChecked())
        self._show_fonts()
        theme.fit(self, 40, 22)

    def wish(self) -> Wish:
        """Return what the user chose; the ending .docx is added where it is missing."""
        text = self._path.text().strip()
        path = Path(text if text.lower().endswith(".docx") else f"{text}.docx")
        table = self._table.isChecked()
        options = Options(
            table=table, landscape=table and self._landscape.isChecked(), layout=self._picker.profile().layout
        )
        pdf = path.with_suffix(".pdf") if self._pdf.isChecked() else None
        workbook = path.with_suffix(".xlsx") if self._workbook.isChecked() else None
        return Wish(path, options, pdf, workbook)

    def accept(self) -> None:
        """Export and close, unless files would be replaced and the user thinks better of it, or writing fails."""
        wish = self.wish()
        if not self._may_replace(wish):
            return
        try:
            self.report = run_long(self, f"正在导出“{wish.path.name}”…", partial(self._write, wish))
        except UserError as error:
            dialogs.show_error(self, error)
            return
        if self.report is None:
            return
        self._remember()
        super().accept()

    def _box(self, words: str, checked: bool, tip: str) -> QCheckBox:
        box = QCheckBox(words, self)
        box.setChecked(checked)
        box.setToolTip(tip)
        return box

    def _build(self) -> None:
        browse = QPushButton("浏览…", self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self._path, 1)
        row.addWidget(browse)
        boxes = QGridLayout()
        for at, box in enumerate((self._table, self._landscape, self._pdf, self._workbook)):
            boxes.addWidget(box, at // 2, at % 2)
        boxes.setColumnStretch(2, 1)
        boxes.setHorizontalSpacing(2 * theme.em(self))
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel("导出到", self))
        layout.addLayout(row)
        layout.addWidget(QLabel("排版配置", self))
        layout.addWidget(self._picker)
        layout.addLayout(boxes)
        layout.addWidget(self._fonts)
        layout.addStretch(1)
        layout.addWidget(self._answers)

    def _browse(self) -> None:
        path = choose_save(self, "导出公文", self.wish().path, WORD)
        if path is not None:
            self._path.setText(str(path))
            self._confirmed.add(path)

    def _may_replace(self, wish: Wish) -> bool:
        there = [path for path in wish.files if path not in self._confirmed and path.exists()]
        if there:
            names = "、".join(f"“{path.name}”" for path in there)
            if not dialogs.ask_replace(self, f"{names}已经存在，要替换吗？", "替换"):
                return False
            self._confirmed.update(there)
        return True

    def _show_fonts(self) -> None:
        said = missing_fonts(self._picker.profile().layout.faces)
        self._fonts.setText(said)
        self._fonts.setVisible(bool(said))

    def _remember(self) -> None:
        settings = self._settings
        settings.export_profile = self._picker.key()
        settings.export_table, settings.export_landscape = self._table.isChecked(), self._landscape.isChecked()
        settings.export_pdf, settings.export_workbook = self._pdf.isChecked(), self._workbook.isChecked()


def tell_export(parent: QWidget, report: Report, wish: Wish) -> None:
    """Say what was written and what was left out, and open the folder if the user wants to."""
    if dialogs.export_report(parent, report, [path.name for path in wish.files[1:]]):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(report.path.parent)))
