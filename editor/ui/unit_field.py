"""A line to type units into, and the list of those that fit below it; the arrow keys reach the list from the line."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.assigning.draft import Draft
from editor.assigning.offers import fitting
from editor.ui import theme

_ROWS = 5
_LONGEST = 400  # characters that may be typed or pasted at once
_NAMES = Qt.ItemDataRole.UserRole


class UnitField(QWidget):
    """Offers the units that a draft does not name yet; what the line does not know is added as it is typed."""

    entered = Signal(object)  # names of units, as a tuple
    finished = Signal()  # Enter with nothing typed and no unit chosen
    left = Signal()  # the keyboard goes up to the chips

    def __init__(self, take_key: Callable[[QKeyEvent], bool], parent: QWidget) -> None:
        """`take_key` is asked first for keys that mean something in the whole popover."""
        super().__init__(parent)
        self._take_key = take_key
        self._draft: Draft | None = None
        self.line = QLineEdit(self)
        self.line.setMaxLength(_LONGEST)
        self.line.textChanged.connect(self.search)
        self.line.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName("可选的单位")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.itemClicked.connect(self._enter)
        self._none = QLabel(self)
        self._none.setWordWrap(True)
        theme.set_role(self._none, "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.line, self.list, self._none):
            layout.addWidget(widget)
        self.setFocusProxy(self.line)

    def show_draft(self, draft: Draft, title: str) -> None:
        """Offer what a draft lacks, to be added to the line of this title (牵头单位)."""
        self._draft = draft
        self.line.setPlaceholderText(f"加到{title}：输入名称、简称、职责或拼音，如kx")
        self.line.setAccessibleName(f"加到{title}")
        self.search()

    def search(self) -> None:
        """List the units that fit what is typed; all that are left where nothing is, the usual ones first."""
        draft = self._draft
        if draft is None:
            return
        typed = self.line.text().strip()
        self.list.clear()
        for name in fitting(draft.choices, typed, draft.names):
            self._add_row(name, (name,))
        names = () if typed.isascii() else draft.typed(typed)
        new = tuple(name for name in names if not draft.choices.holds(draft.names, name))
        strange = any(not draft.choices.is_known(name) for name in new)
        if strange or len(new) > 1:
            self._add_row(f"加入{''.join(f'“{name}”' for name in new)}{'（不在单位库）' if strange else ''}", new)
        self.list.setCurrentRow(0 if typed else -1)
        self.list.setVisible(self.list.count() > 0)
        self._none.setVisible(self.list.count() == 0)
        missing = "已经选上了。" if names else "没有这样的单位。可以换个说法，或者写出单位的全名。"
        self._none.setText(missing if typed else "单位库里的单位都选上了。")

    def _add_row(self, text: str, names: tuple[str, ...]) -> None:
        item = QListWidgetItem(text, self.list)
        item.setData(_NAMES, names)
        item.setToolTip(text)

    def fit_rows(self, most: int) -> None:
        """Give the list its height, at most so many rows."""
        row = max(self.list.sizeHintForRow(0), theme.em(self))
        self.list.setFixedHeight(max(1, min(_ROWS, most)) * row + 2 * self.list.frameWidth())
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the line."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_line_key(event)
        return False

    def _take_line_key(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers:
            return self._take_key(event)
        match event.key():
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up if self.list.currentRow() <= 0 and not self.line.text():
                self.left.emit()
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Left | Qt.Key.Key_Backspace if not self.line.text():
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self.list.currentItem() is not None:
                    self._enter(self.list.currentItem())
                elif not self.line.text().strip():
                    self.finished.emit()
            case _:
                return self._take_key(event)
        return True

    def _step(self, by: int) -> None:
        row, rows = self.list.currentRow(), self.list.count()
        if rows:
            self.list.setCurrentRow((row + by) % rows if row >= 0 else 0)

    def _enter(self, item: QListWidgetItem) -> None:
        names = item.data(_NAMES)
        self.line.clear()
        self.entered.emit(names)
