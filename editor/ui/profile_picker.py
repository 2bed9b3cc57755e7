"""Choosing a 排版配置: a shipped one, the user's own or a file, with what it does otherwise than the standard."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from editor.gongwen.differences import differences
from editor.gongwen.profile import Profile, available_profiles, load_profile
from editor.model.errors import UserError
from editor.settings import profiles_folder
from editor.ui import dialogs, theme
from editor.ui.file_dialogs import PROFILES, choose_open

_MOST_LINES = 9  # shown without scrolling


class ProfilePicker(QWidget):
    """A list of profiles, a button that opens one more from a file, and the differences of the chosen one.

    `wanted` is the `key` of an earlier choice; where it is gone, the standard is chosen and a sentence says so.
    """

    changed = Signal()

    def __init__(self, wanted: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        profiles, complaints = available_profiles(profiles_folder())
        self._choices: list[tuple[str, Profile]] = []  # what finds a profile again, and the profile
        self._box = QComboBox(self)
        self._box.setAccessibleName("排版配置")
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(16)
        self._shown = QPlainTextEdit(self)
        self._shown.setReadOnly(True)
        self._shown.setTabChangesFocus(True)
        self._shown.setAccessibleName("与国标不同之处")
        self._build()
        for profile in profiles:
            self._add(profile.id, profile)
        self._complaints = (*complaints, *self._choose_again(wanted))
        self._show()
        self._box.currentIndexChanged.connect(self._show)

    def profile(self) -> Profile:
        """Return the chosen profile."""
        return self._choices[self._box.currentIndex()][1]

    def key(self) -> str:
        """Return what finds the chosen profile again: its id, or the file it was opened from."""
        return self._choices[self._box.currentIndex()][0]

    def open(self, path: Path) -> None:
        """Add the profile in a file and choose it; a file that is none is told, and the choice stays."""
        try:
            self._add(str(path), load_profile(path))
        except UserError as error:
            dialogs.show_error(self, error)
            return
        self._box.setCurrentIndex(self._box.count() - 1)

    def _build(self) -> None:
        opener = QPushButton("打开配置文件…", self)
        opener.setAutoDefault(False)
        opener.setToolTip(f"打开本单位的排版配置（.json）；放在 {profiles_folder()} 里的每次都会列出")
        opener.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self._box, 1)
        row.addWidget(opener)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._shown)

    def _add(self, key: str, profile: Profile) -> None:
        self._choices.append((key, profile))
        self._box.addItem(profile.name)

    def _choose_again(self, wanted: str) -> list[str]:
        keys = [key for key, _ in self._choices]
        if not wanted or wanted in keys:
            self._box.setCurrentIndex(keys.index(wanted) if wanted else 0)
            return []
        try:
            self._add(wanted, load_profile(wanted))
        except UserError as error:
            return [f"上次用的排版配置打不开，已改用国标：{error.message}"]
        self._box.setCurrentIndex(self._box.count() - 1)
        return []

    def _browse(self) -> None:
        path = choose_open(self, "打开排版配置", "", PROFILES)
        if path is not None:
            self.open(path)

    def _show(self) -> None:
        profile = self.profile()
        said = differences(profile.layout)
        lines = [*self._complaints, *([f"依据：{profile.source}"] if profile.source else [])]
        if said:
            lines += ["与国标（GB/T 9704-2012）不同的地方：", *(f"{at}. {one}" for at, one in enumerate(said, 1))]
        else:
            lines.append("版面与国标（GB/T 9704-2012）没有不同。")
        self._shown.setPlainText("\n".join(lines))
        self._shown.setFixedHeight((min(len(lines), _MOST_LINES) + 2) * theme.em(self))
        self.changed.emit()
