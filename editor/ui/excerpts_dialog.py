"""The dialog before the excerpts for 征求意见 are written: to whom, what the letter says, where to."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from editor.gongwen.tasks.excerpts import Wishes
from editor.gongwen.tasks.unit_tasks import UnitShare
from editor.model.errors import UserError
from editor.ui import dialogs, theme
from editor.ui.choice_dialog import Answers
from editor.ui.date_text import parse_date
from editor.ui.field_editors import DateField, LineField
from editor.ui.field_row import FieldRow
from editor.ui.file_dialogs import ARCHIVES, choose_folder, choose_save

_ABOUT = "每个单位一份 Word 文件：征求意见函、只含本单位任务的摘录、回执；摘录的文字与方案一致。"


class ExcerptsDialog(QDialog):
    """Asks for the units, the letter's sender and dates, and a folder or a .zip file; `proposed` is a folder."""

    def __init__(self, shares: Sequence[UnitShare], issuer: str, proposed: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("导出征求意见稿")
        self._agreed: Path | None = None  # the user has agreed to write over what is there
        leads = sum(share.led > 0 for share in shares)
        self._all = QRadioButton(f"全部单位（{len(shares)}个）", self)
        self._leads = QRadioButton(f"只给牵头单位（{leads}个）", self)
        self._leads.setEnabled(leads > 0)
        self._folder, self._zip = QRadioButton("一个文件夹", self), QRadioButton("一个 .zip 压缩文件", self)
        self._sender = LineField("署名的单位", self)
        self._sender.set_value(issuer)
        self._sent_on, self._reply_by = DateField(parent=self), DateField(parent=self)
        self._path = QLineEdit(str(proposed), self)
        self._path.setAccessibleName("导出到")
        self._place()
        self._zip.toggled.connect(self._on_kind)
        self.setMinimumWidth(38 * theme.em(self))

    def _place(self) -> None:
        about = QLabel(_ABOUT, self)
        about.setWordWrap(True)
        theme.set_role(about, "muted")
        browse = QPushButton("浏览…", self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        dates = self._row(FieldRow("成文日期", self._sent_on, self), FieldRow("反馈期限", self._reply_by, self))
        layout = QVBoxLayout(self)
        layout.addWidget(about)
        layout.addLayout(self._choice("发给", self._all, self._leads))
        layout.addWidget(FieldRow("发函机关", self._sender, self))
        layout.addLayout(dates)
        layout.addLayout(self._choice("存成", self._folder, self._zip))
        layout.addWidget(QLabel("导出到", self))
        layout.addLayout(self._row(self._path, browse))
        layout.addStretch(1)
        layout.addWidget(Answers(self, "导出"))

    def _choice(self, name: str, first: QRadioButton, second: QRadioButton) -> QHBoxLayout:
        group = QButtonGroup(self)
        for button in (first, second):
            button.setAccessibleDescription(name)
            group.addButton(button)
        first.setChecked(True)
        row = self._row(QLabel(name, self), first, second)
        row.addStretch(1)
        return row

    def _row(self, *widgets: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.em(self) // 2)
        for widget in widgets:
            row.addWidget(widget)
        return row

    def path(self) -> Path:
        """Return the folder or the .zip file to write; the ending follows the choice."""
        text = self._path.text().strip()
        bare = text[:-4] if text.lower().endswith(".zip") else text
        return Path(f"{bare}.zip" if self._zip.isChecked() else bare)

    def wishes(self) -> Wishes:
        """Return what the user chose."""
        return Wishes(
            sender=self._sender.value(),
            sent_on=self._sent_on.value(),
            reply_by=self._reply_by.value(),
            lead_only=self._leads.isChecked(),
            replace=self._agreed == self.path(),
        )

    def accept(self) -> None:
        """Close, unless a date is none, or something would be written over and the user thinks better of it."""
        for name, field in (("成文日期", self._sent_on), ("反馈期限", self._reply_by)):
            if field.value() and parse_date(field.value()) is None:
                dialogs.show_error(
                    self, UserError(f"{name}“{field.value()}”不是日期。", "请写成2026年12月10日，或留空。")
                )
                field.setFocus()
                return
        path = self.path()
        if path == self._agreed or not _holds_something(path) or self._may_write(path):
            super().accept()

    def _may_write(self, path: Path) -> bool:
        if path.is_dir():
            text, yes = f"文件夹“{path.name}”里已有文件，要写入其中吗？同名文件会被替换，其余文件不动。", "写入"
        else:
            text, yes = f"“{path.name}”已经存在，要替换它吗？", "替换"
        if not dialogs.ask_replace(self, text, yes):
            return False
        self._agreed = path
        return True

    def _on_kind(self) -> None:
        self._path.setText(str(self.path()))

    def _browse(self) -> None:
        if self._zip.isChecked():
            path = self._agreed = choose_save(self, "导出征求意见稿", self.path(), ARCHIVES) or self._agreed
        else:
            path = choose_folder(self, "导出征求意见稿", self.path().parent)
        if path is not None:
            self._path.setText(str(path))


def _holds_something(path: Path) -> bool:
    return any(path.iterdir()) if path.is_dir() else path.exists()
