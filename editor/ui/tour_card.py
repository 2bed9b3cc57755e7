"""A card of the tour, and the frames around what it speaks of."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.ui import theme

_KEYS_HERE = "回车下一张，← 上一张，Esc 跳过。"
_KEYS_ELSEWHERE = "可以照常写；F6 到卡片，Esc 跳过。"
_WIDTH = 22  # ems
_NEXT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace)


class TourCard(QFrame):
    """Lies over the window without blocking it; its buttons leave the keyboard where it is."""

    stepped = Signal(int)  # 1 goes on, -1 back
    skipped = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour")
        self.setAccessibleName("快速上手")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # not by a click: it would take the keyboard from the text
        self.setFixedWidth(_WIDTH * theme.em(self))
        self._title, self._text, self._keys, self._count = (QLabel(self) for _ in range(4))
        for label in (self._title, self._text, self._keys):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self._title, "subheading")
        theme.set_role(self._keys, "muted")
        theme.set_role(self._count, "muted")
        self._skip = self._button("跳过", self.skipped.emit)
        self._back = self._button("上一张", lambda: self.stepped.emit(-1))
        self._next = self._button("下一张", lambda: self.stepped.emit(1))
        theme.set_role(self._next, "primary")
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        for button in (self._skip, self._back, self._next):
            row.addWidget(button)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.em(self) * 3 // 4,) * 4)
        layout.setSpacing(theme.em(self) // 2)
        for label in (self._title, self._text, self._keys):
            layout.addWidget(label)
        layout.addLayout(row)
        self.hide()

    def _button(self, words: str, does: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(does)
        return button

    def show_step(self, number: int, total: int, title: str, text: str) -> None:
        """Show the card `number` of `total`, counted from 1."""
        self._title.setText(title)
        self._text.setText(text)
        self._count.setText(f"{number} / {total}")
        self._back.setEnabled(number > 1)
        self._next.setText("下一张" if number < total else "完成")
        self._skip.setVisible(number < total)
        self.setAccessibleDescription(f"第{number}张，共{total}张。{title}。{text}")
        self._show_keys()
        self.setFixedHeight(self._layout.heightForWidth(self.width()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say which keys work now."""
        super().focusInEvent(event)
        self._show_keys()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say which keys work now."""
        super().focusOutEvent(event)
        self._show_keys()

    def _show_keys(self) -> None:
        self._keys.setText(_KEYS_HERE if self.hasFocus() else _KEYS_ELSEWHERE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, back or away."""
        if event.key() in _NEXT:
            self.stepped.emit(1)
        elif event.key() in _BACK:
            self.stepped.emit(-1)
        elif event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
        else:
            super().keyPressEvent(event)


class TourFrames(QWidget):
    """Lines around what a card speaks of; the mouse goes through them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window = window
        self._rects: tuple[QRect, ...] = ()
        self.hide()

    def show_around(self, rects: Sequence[QRect]) -> None:
        """Frame these places of the window."""
        self._rects = tuple(rects)
        line = self._line()
        self.setGeometry(self._window.rect())
        seen = QRegion()
        for rect in self._rects:  # the mask leaves the inside alone: a key there must not paint this widget, too
            seen += QRegion(rect) - QRegion(rect.adjusted(line, line, -line, -line))
        self.setMask(seen)
        self.setVisible(bool(self._rects))
        self.update()

    def _line(self) -> int:
        return max(2, theme.em(self) // 7)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        line = self._line()
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("accent"), line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
        for rect in self._rects:
            painter.drawRect(rect.adjusted(line // 2, line // 2, -line // 2, -line // 2))
        painter.end()
