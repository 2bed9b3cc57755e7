"""The dialog before an export (where to, with what) and the report after it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.gongwen.export import Options, Report
from editor.ui import dialogs, theme
from editor.ui.choice_dialog import Answers
from editor.ui.file_dialogs import WORD, choose_save


class ExportDialog(QDialog):
    """Asks for the file and whether the 任务分工表 is added as an annex."""

    def __init__(self, proposed: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("导出公文")
        self._confirmed: Path | None = None  # Qt has asked about replacing this file
        self._path = QLineEdit(str(proposed), self)
        self._path.setAccessibleName("导出到")
        browse = QPushButton("浏览…", self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self._table = QCheckBox("把任务分工表作为附件附在后面", self)
        self._table.setToolTip("由正文中的“牵头单位、责任单位”自动生成，与正文一致")
        about = QLabel("按 GB/T 9704-2012 排版；没有填写的公文要素会空出，不影响其余部分。", self)
        about.setWordWrap(True)
        theme.set_role(about, "muted")
        row = QHBoxLayout()
        row.addWidget(self._path, 1)
        row.addWidget(browse)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel("导出到", self))
        layout.addLayout(row)
        layout.addWidget(self._table)
        layout.addWidget(about)
        layout.addStretch(1)
        layout.addWidget(Answers(self, "导出"))
        self.setMinimumWidth(34 * theme.em(self))

    def path(self) -> Path:
        """Return the file to write; the ending .docx is added where it is missing."""
        text = self._path.text().strip()
        return Path(text if text.lower().endswith(".docx") else f"{text}.docx")

    def options(self) -> Options:
        """Return what the user chose."""
        return Options(table=self._table.isChecked())

    def accept(self) -> None:
        """Close, unless a file would be replaced and the user thinks better of it."""
        path = self.path()
        if path == self._confirmed or not path.exists() or _may_replace(self, path):
            super().accept()

    def _browse(self) -> None:
        path = choose_save(self, "导出公文", self.path(), WORD)
        if path is not None:
            self._path.setText(str(path))
            self._confirmed = path


def _may_replace(parent: QWidget, path: Path) -> bool:
    text = f"“{path.name}”已经存在，要替换它吗？"
    box = QMessageBox(QMessageBox.Icon.Question, "导出公文", text, QMessageBox.StandardButton.NoButton, parent)
    replace = box.addButton("替换", QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    dialogs.run(box)
    return box.clickedButton() is replace


def tell_export(parent: QWidget, report: Report) -> None:
    """Say where the 公文 was written and what was left out, and open its folder if the user wants to."""
    if dialogs.export_report(parent, report):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(report.path.parent)))
