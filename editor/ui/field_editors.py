"""Editors for one field of a form, all alike: a text value in and out, and a signal when the user has finished."""

from math import ceil

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.model.document import clean, clean_line
from editor.ui import theme
from editor.ui.choice_fields import ChoiceField, SuggestionField
from editor.ui.date_text import parse_date, print_date, store_date

_ENDLESS = 1 << 20  # taller than any text


class LineField(QLineEdit):
    """One line of text."""

    edited = Signal()

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.editingFinished.connect(self.edited)

    def value(self) -> str:
        """Return the text, clean."""
        return clean_line(self.text()).strip()

    def set_value(self, value: str) -> None:
        """Show a value; the caret and the selection stay where the text stays."""
        if value != self.text():
            self.setText(value)
            self.setCursorPosition(0)


class YearField(LineField):
    """A year of four figures, or nothing."""

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(hint, parent)
        self.setValidator(QIntValidator(2000, 2100, self))


class TextField(QPlainTextEdit):
    """Several paragraphs, one a line; the field grows with its text up to `most` lines."""

    edited = Signal()

    def __init__(self, hint: str = "", parent: QWidget | None = None, least: int = 4, most: int = 12) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self._soon = QTimer(self, singleShot=True, interval=0)  # not while the form is laying itself out
        self._soon.timeout.connect(self._fit)
        self.textChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Take the height that the text needs in the present width."""
        metrics = self.fontMetrics()
        margin = 2 * ceil(self.document().documentMargin())
        page = QRect(0, 0, max(self.viewport().width() - margin, metrics.height()), _ENDLESS)
        text = metrics.boundingRect(
            page, int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere), self.toPlainText()
        )
        line = metrics.lineSpacing()
        lines = min(max(ceil(text.height() / line), self._least), self._most)
        self.setFixedHeight(lines * line + margin + theme.em(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._soon.start()

    def value(self) -> str:
        """Return the paragraphs, clean, empty ones left out."""
        lines = (line.strip() for line in clean(self.toPlainText()))
        return "\n".join(line for line in lines if line)

    def set_value(self, value: str) -> None:
        """Show a value."""
        if value != self.toPlainText():
            self.setPlainText(value)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the user has finished."""
        super().focusOutEvent(event)
        self.edited.emit()


class LongLineField(TextField):
    """One line of text that is longer than the form is wide; it wraps, and holds no line break."""

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(hint, parent, least=1, most=6)

    def value(self) -> str:
        """Return the text, clean and in one line."""
        return clean_line(self.toPlainText()).strip()


class DateField(QWidget):
    """A date, typed in any usual form or taken from a calendar; empty where there is none yet."""

    edited = Signal()

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(hint or "未填，如2026年3月5日")
        self._line.setClearButtonEnabled(True)
        self._line.editingFinished.connect(self._on_finished)
        self._button = QToolButton(self)
        self._button.setIcon(theme.icon("calendar"))
        self._button.setAccessibleName("打开日历")
        self._button.setToolTip("打开日历")
        self._button.clicked.connect(self._open)
        self._popup: QFrame | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.em(self) // 4)
        layout.addWidget(self._line, 1)
        layout.addWidget(self._button)
        self.setFocusProxy(self._line)

    def setAccessibleName(self, name: str) -> None:
        """Name the line too: it is what has the focus."""
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)
        self._button.setAccessibleName(f"{name}：打开日历")

    def value(self) -> str:
        """Return the date in ISO form, or the words as they are where they are no date."""
        return store_date(clean_line(self._line.text()))

    def set_value(self, value: str) -> None:
        """Show a stored date as it is printed: 2026年3月5日."""
        text = print_date(value)
        if text != self._line.text():
            self._line.setText(text)

    def _on_finished(self) -> None:
        self.set_value(self.value())
        self.edited.emit()

    def _open(self) -> None:
        self._popup = QFrame(self, Qt.WindowType.Popup)
        self._popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = _calendar(self._popup)
        found = parse_date(self._line.text())
        if found is not None:
            calendar.setSelectedDate(QDate(found.year, found.month, found.day))
        calendar.clicked.connect(self._on_chosen)
        calendar.activated.connect(self._on_chosen)
        layout = QVBoxLayout(self._popup)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(calendar)
        self._popup.move(self.mapToGlobal(QPoint(0, self.height())))
        self._popup.show()
        calendar.setFocus()

    def _on_chosen(self, date: QDate) -> None:
        if self._popup is None:  # a double click chooses once
            return
        self._popup.close()
        self._popup = None
        self.set_value(date.toString(Qt.DateFormat.ISODate))
        self._line.setFocus()
        self.edited.emit()


def _calendar(parent: QWidget) -> QCalendarWidget:
    """Return a Chinese calendar in the program's look."""
    calendar = QCalendarWidget(parent)
    calendar.setAccessibleName("日历")
    calendar.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
    for name, icon, words in (("prevmonth", "previous", "上个月"), ("nextmonth", "next", "下个月")):
        button = calendar.findChild(QToolButton, f"qt_calendar_{name}")
        if isinstance(button, QToolButton):  # Qt's own name for it, which another version may change
            button.setIcon(theme.icon(icon))
            button.setAccessibleName(words)
    weekend = QTextCharFormat()
    weekend.setForeground(theme.colour("error"))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, weekend)
    calendar.setMinimumSize(16 * theme.em(calendar), 14 * theme.em(calendar))
    return calendar


Field = LineField | TextField | DateField | ChoiceField | SuggestionField
