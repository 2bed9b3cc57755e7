"""The line above the problems list: which severities and words, how grouped, and the button that fixes all."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from editor.ui import theme
from editor.ui.problem_rows import Grouping
from validators.diagnostic import Severity

_NARROW, _LEAST = 33, 23  # ems: below the first, words give way to numbers; below the second, nothing fits
_GROUPINGS = {Grouping.NONE: "不分组", Grouping.SECTION: "按章节分组", Grouping.KIND: "按类别分组"}


class ProblemFilter(QWidget):
    """Tells what shall be shown and how; counts stand on its buttons."""

    changed = Signal()  # severities or words
    grouping_changed = Signal(object)  # a Grouping
    fix_all_requested = Signal()
    settings_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.em(self) // 3)
        self._counts: dict[Severity, int] = {}
        self._safe = 0
        self._toggles = {severity: self._toggle(severity) for severity in Severity}
        self._search = self._search_field()
        self._groupings = self._grouping_button()
        self._show_grouping()
        self._settings = QToolButton(self)
        self._settings.setIcon(theme.icon("settings"))
        self._settings.setToolTip("检查项设置：本方案查哪些、不查哪些")
        self._settings.setAccessibleName("检查项设置")
        self._settings.clicked.connect(self.settings_requested)
        self._fix_all = QPushButton(self)
        self._fix_all.setIcon(theme.icon("fix-all"))
        self._fix_all.setToolTip("一次改好所有可安全修正的问题：不改变意思，可以一次撤销")
        self._fix_all.clicked.connect(self.fix_all_requested)
        for widget in (*self._toggles.values(), self._search, self._groupings, self._settings, self._fix_all):
            row.addWidget(widget, 1 if widget is self._search else 0)

    def _toggle(self, severity: Severity) -> QToolButton:
        toggle = QToolButton(self)
        toggle.setCheckable(True)
        toggle.setChecked(True)
        toggle.setIcon(theme.severity_icon(severity))
        toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        toggle.setToolTip(f"显示或隐藏{theme.severity_word(severity)}")
        toggle.toggled.connect(self.changed)
        return toggle

    def _search_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText("按文字筛选")
        field.setAccessibleName("按文字筛选问题")
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self.changed)
        field.setMinimumWidth(3 * theme.em(self))
        return field

    def _grouping_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme.icon("list"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu, group = QMenu("分组", button), QActionGroup(button)
        for grouping, words in _GROUPINGS.items():
            action = group.addAction(words)
            action.setCheckable(True)
            action.setData(grouping)
            menu.addAction(action)
        group.actions()[0].setChecked(True)
        group.triggered.connect(self._on_grouping)
        button.setMenu(menu)
        self._chosen = group
        return button

    def _on_grouping(self) -> None:
        self._show_grouping()
        self.grouping_changed.emit(self.grouping)

    def _show_grouping(self) -> None:
        words = _GROUPINGS[self.grouping]
        self._groupings.setToolTip(f"分组方式：{words}")
        self._groupings.setAccessibleName(f"问题的分组方式：{words}")

    @property
    def grouping(self) -> Grouping:
        """Return how the findings shall be grouped."""
        action = self._chosen.checkedAction()
        return Grouping(action.data()) if action is not None else Grouping.NONE

    def choose(self, grouping: str, hidden: Collection[str]) -> None:
        """Group as named and leave out the severities `hidden`; names that mean nothing change nothing."""
        for action in self._chosen.actions():
            if action.data() == grouping:
                action.setChecked(True)
        self._show_grouping()
        for severity, toggle in self._toggles.items():
            toggle.setChecked(severity.value not in hidden)

    @property
    def severities(self) -> frozenset[Severity]:
        """Return the severities that are to be shown."""
        return frozenset(severity for severity, toggle in self._toggles.items() if toggle.isChecked())

    @property
    def words(self) -> str:
        """Return the words that are looked for."""
        return self._search.text()

    def show_counts(self, counts: Mapping[Severity, int], safe: int) -> None:
        """Show how many findings there are, and how many can be mended without a look."""
        self._counts, self._safe = dict(counts), safe
        self._show_counts()

    def minimumSizeHint(self) -> QSize:
        """Return the room for icons and numbers."""
        return QSize(_LEAST * theme.em(self), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show words where there is room for them."""
        super().resizeEvent(event)
        self._show_counts()

    def _show_counts(self) -> None:
        narrow = self.width() < _NARROW * theme.em(self)
        for severity, toggle in self._toggles.items():
            number, word = self._counts.get(severity, 0), theme.severity_word(severity)
            text = f"{number}" if narrow else f"{word} {number}"
            if toggle.text() != text:
                toggle.setText(text)
                toggle.setAccessibleName(f"{word} {number}")
        text = f"修正 {self._safe}" if narrow else f"修正全部（{self._safe}）"
        if self._fix_all.text() != text:
            self._fix_all.setText(text)
            self._fix_all.setAccessibleName(f"修正全部（{self._safe}）")
        self._fix_all.setEnabled(self._safe > 0)
