"""Names as chips (小块) in lines that wrap: each can be reached by keys, moved, turned and removed."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from editor.ui import theme

CHIP_KEYS = "←→选单位，Delete移除，Alt+←→调整次序，L在牵头和责任之间换"
_WIDEST = 16  # ems of a name; a longer one is cut, its tooltip has all of it
_NONE = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier


class Chip(QFrame):
    """One name; a name that is not known says so with an icon and a word."""

    def __init__(self, line: "ChipLine", name: str, is_known: bool) -> None:
        super().__init__(line)
        self._line = line
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_role(self, "chip")
        row = QHBoxLayout(self)
        em = theme.em(self)
        row.setContentsMargins(em // 2, em // 8, em // 8, em // 8)
        row.setSpacing(em // 4)
        if not is_known:
            mark = QLabel(self)
            theme.show_icon(mark, "warning", "warning", round(0.9 * em))
            row.addWidget(mark)
        text = QLabel(self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, _WIDEST * em), self)
        text.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(text)
        if not is_known:
            word = QLabel("不在单位库", self)
            theme.set_role(word, "warning")
            row.addWidget(word)
        close = QToolButton(self)
        close.setIcon(theme.icon("close", "muted"))
        close.setIconSize(QSize(round(0.7 * em), round(0.7 * em)))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.setAccessibleName(f"移除{name}")
        close.setToolTip("移除（Delete）")
        close.clicked.connect(lambda: line.remove_asked.emit(line.at(self)))
        row.addWidget(close)
        unknown = "" if is_known else "，不在单位库"
        self.setAccessibleName(f"{line.title}：{name}{unknown}")
        self.setAccessibleDescription(CHIP_KEYS)
        self.setToolTip(f"{name}{unknown}\n{CHIP_KEYS}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means for a chip; the rest goes on to the popover."""
        if not self._line.take_key(self, event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keyboard."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()


class ChipLine(QWidget):
    """Chips of one kind; says what is asked for, the owner changes the names and shows them again."""

    remove_asked = Signal(int)
    shift_asked = Signal(int, int)  # place, by how many
    turn_asked = Signal(int)
    left = Signal(int)  # the keyboard goes up (-1) or down (1), or past an end

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = title
        self.chips: list[Chip] = []
        self._empty = QLabel("还没有选", self)
        theme.set_role(self._empty, "muted")
        self._empty.setMargin(theme.em(self) // 3)  # as high as a chip
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_names(self, names: Sequence[str], known: Sequence[bool]) -> None:
        """Show these names."""
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [Chip(self, name, is_known) for name, is_known in zip(names, known, strict=True)]
        for chip in self.chips:
            chip.show()
        self._empty.setVisible(not names)
        self._arrange(self.width(), place=True)
        self.updateGeometry()

    def at(self, chip: Chip) -> int:
        """Return the place of a chip."""
        return self.chips.index(chip)

    def take_key(self, chip: Chip, event: QKeyEvent) -> bool:
        """Return whether a key was meant for a chip."""
        at = self.at(chip)
        match event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, event.key():
            case modifiers, (Qt.Key.Key_Left | Qt.Key.Key_Right) as key if modifiers in (_NONE, _ALT):
                by = -1 if key == Qt.Key.Key_Left else 1
                if modifiers == _ALT:
                    self.shift_asked.emit(at, by)
                elif 0 <= at + by < len(self.chips):
                    self.chips[at + by].setFocus(Qt.FocusReason.OtherFocusReason)
                else:
                    self.left.emit(by)
            case modifiers, (Qt.Key.Key_Up | Qt.Key.Key_Down) as key if modifiers == _NONE:
                self.left.emit(-1 if key == Qt.Key.Key_Up else 1)
            case modifiers, Qt.Key.Key_Delete | Qt.Key.Key_Backspace if modifiers == _NONE:
                self.remove_asked.emit(at)
            case modifiers, Qt.Key.Key_L if modifiers in (_NONE, _ALT):
                self.turn_asked.emit(at)
            case _:
                return False
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the lines are together."""
        return self._arrange(width, place=False)

    def sizeHint(self) -> QSize:
        """Return room for two or three names a line."""
        width = 2 * _WIDEST * theme.em(self) // 2
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        self._arrange(self.width(), place=True)
        super().resizeEvent(event)

    def _arrange(self, width: int, *, place: bool) -> int:
        """Place the chips in lines and return the height; with `place` False return the height alone."""
        gap = theme.em(self) // 4
        corner, height = QPoint(0, 0), 0
        shown: Sequence[QWidget] = self.chips or (self._empty,)
        for one in shown:
            size = one.sizeHint().boundedTo(QSize(max(width, 1), 10_000))
            if corner.x() and corner.x() + size.width() > width:
                corner = QPoint(0, corner.y() + height + gap)
            height = size.height()
            if place:
                one.setGeometry(QRect(corner, size))
            corner.setX(corner.x() + size.width() + gap)
        return corner.y() + height
