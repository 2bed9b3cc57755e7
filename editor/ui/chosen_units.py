"""The units chosen for a task: a line of chips for 牵头单位 and one for 责任单位, changed by keys and mouse."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QToolButton, QWidget

from editor.assigning.draft import Draft
from editor.ui.chip_line import Chip, ChipLine

TITLES = {True: "牵头单位", False: "责任单位"}


class ChosenUnits(QScrollArea):
    """Shows a draft and changes it; the title of the line that new units come to is pressed."""

    changed = Signal()
    aimed = Signal(bool)  # new units shall lead, or not
    left = Signal()  # the keyboard goes on to what is below

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._inner = QWidget(self)
        self._grid = QGridLayout(self._inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._lines = {leading: ChipLine(title, self._inner) for leading, title in TITLES.items()}
        self._titles = {leading: self._title(leading) for leading in TITLES}
        for row, (leading, line) in enumerate(self._lines.items()):
            self._grid.addWidget(self._titles[leading], row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(line, row, 1)
            line.remove_asked.connect(partial(self._remove, leading))
            line.shift_asked.connect(partial(self._shift, leading))
            line.turn_asked.connect(partial(self._turn, leading))
            line.left.connect(partial(self._go, leading))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inner)

    def _title(self, leading: bool) -> QToolButton:
        button = QToolButton(self._inner)
        button.setText(TITLES[leading])
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(f"加到{TITLES[leading]}（Alt+L）")
        button.clicked.connect(lambda: self.aimed.emit(leading))
        return button

    def show_draft(self, draft: Draft, *, leading: bool) -> None:
        """Show who is chosen, and to which line new units come."""
        self._draft = draft
        for one, names in ((True, draft.lead), (False, draft.responsible)):
            self._lines[one].show_names(names, [draft.choices.is_known(name) for name in names])
            self._titles[one].setChecked(one == leading)

    def chips(self) -> list[Chip]:
        """Return all chips in their order."""
        return [*self._lines[True].chips, *self._lines[False].chips]

    def fit(self, width: int, most: int) -> None:
        """Be as high as the lines are at this width, at most so high."""
        self.setFixedHeight(min(self._grid.heightForWidth(width), most))

    def focus(self, leading: bool, at: int = -1) -> bool:
        """Give the keyboard to a chip, the last one where there is none at that place; False without any."""
        chips = self._lines[leading].chips
        if not chips:
            return False
        chip = chips[at if at < len(chips) else -1]
        chip.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(chip)
        return True

    def _remove(self, leading: bool, at: int) -> None:
        if self._draft is not None:
            self._draft.remove(leading, at)
            self.changed.emit()
            if not self.focus(leading, at):
                self.aimed.emit(leading)

    def _shift(self, leading: bool, at: int, by: int) -> None:
        if self._draft is not None:
            to = self._draft.shift(leading, at, by)
            self.changed.emit()
            self.focus(leading, to)

    def _turn(self, leading: bool, at: int) -> None:
        if self._draft is not None:
            to = self._draft.turn(leading, at)
            self.changed.emit()
            self.focus(not leading, to)

    def _go(self, leading: bool, by: int) -> None:
        """Go from one line to the one above or below, from the last one to what is below."""
        if by < 0 and not leading:
            self.focus(True)
        elif by > 0 and not (leading and self.focus(False, 0)):
            self.left.emit()
