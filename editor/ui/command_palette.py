"""The command palette: a line to type a name or its pinyin into, and below it what it fits: commands, headings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QStyle, QVBoxLayout, QWidget

from editor import pinyin
from editor.ui import theme
from editor.ui.actions import MENUS, ROWS
from editor.ui.shortcut_delegate import SHORTCUT, ShortcutDelegate

_WIDTH, _LINES = 30, 12  # ems, rows shown without scrolling
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Named(Protocol):
    """What is looked for by its name."""

    @property
    def name(self) -> str:
        """Return the name."""


N = TypeVar("N", bound=Named)


@dataclass(frozen=True, slots=True)
class Offer:
    """A row of the palette: its name, what a choice does, and what stands beside it."""

    name: str
    choose: Callable[[], object]
    keys: str = ""
    icon: QIcon | None = None
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What the palette says of itself while it offers one kind of thing."""

    title: str
    hint: str
    nothing: str


@dataclass(frozen=True, slots=True)
class Command:
    """An action under the name by which it is looked for."""

    id: str
    name: str


def commands() -> tuple[Command, ...]:
    """Return all actions in the order of the table; what stands in a menu below another has its title in front."""
    groups = dict(group for _, entries in MENUS for group in _grouped(entries))
    named = ((row.id, groups.get(row.id, ""), row.text.rstrip("…")) for row in ROWS)
    return tuple(Command(one, f"{group}：{text}" if group else text) for one, group, text in named)


def _grouped(entries: Sequence[object]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        match entry:
            case (str(title), tuple(below)):
                yield from ((name, title) for name in below if isinstance(name, str))


def found(typed: str, among: Sequence[N]) -> list[N]:
    """Return what fits what is typed, the best first: by the words themselves, then by pinyin."""
    words = typed.strip().casefold()
    ranked = [(rank, one) for one in among if (rank := _rank(words, one.name)) is not None]
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])]


def _rank(words: str, name: str) -> tuple[bool, int] | None:
    at = name.casefold().find(words)
    if at >= 0:
        return False, at if words else 0
    place = pinyin.place_of(words, name)
    return (True, place) if place is not None else None


class CommandPalette(QFrame):
    """Lies over the window's upper edge; goes away with Escape, with a choice, and when something else is clicked.

    It is no window of its own: input methods have trouble with pop-ups that hold the keyboard.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._offers: Sequence[Offer] = ()
        self._found: list[Offer] = []
        self._before: QWidget | None = None  # where the keyboard was
        self.setObjectName("palette")
        self._field = QLineEdit(self)
        self._field.setMaxLength(40)
        self._field.textChanged.connect(self._search)
        self._field.returnPressed.connect(self._run)
        self._field.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys reach it from the line
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        blank = QPixmap(side, side)  # in place of an icon, so that all names begin below each other
        blank.fill(Qt.GlobalColor.transparent)
        self._no_icon = QIcon(blank)
        self._list.setIconSize(blank.size())
        self._list.setItemDelegate(ShortcutDelegate(self._list))
        self._list.itemClicked.connect(self._run)
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        theme.set_role(self._empty, "empty")
        layout = QVBoxLayout(self)
        for widget in (self._field, self._list, self._empty):
            layout.addWidget(widget)
        self.hide()

    def open(self, offers: Sequence[Offer], words: Words) -> None:
        """Offer these, the first chosen."""
        if self.isHidden():
            self._before = self.window().focusWidget()
        self._offers = offers
        self.setAccessibleName(words.title)
        self._field.setAccessibleName(words.title)
        self._list.setAccessibleName(words.title)
        self._field.setPlaceholderText(words.hint)
        self._empty.setText(words.nothing)
        self._field.clear()
        self._search("")
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def names(self) -> list[str]:
        """Return the names that are listed."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list with the line's arrow keys; go away when the keyboard goes elsewhere."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and event.reason() not in _STAYS:
            QTimer.singleShot(0, self, self.hide)
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return True
        if event.key() in _MOVES:
            self._move(event)
            return True
        return False

    def _move(self, event: QKeyEvent) -> None:
        """Go up and down, round the ends; a page at a time as the list does it."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if steps is not None and self._list.count():
            self._list.setCurrentRow((self._list.currentRow() + steps) % self._list.count())
        elif steps is None:
            self._list.keyPressEvent(event)

    def _search(self, typed: str) -> None:
        self._found = found(typed, self._offers)
        self._list.clear()
        for one in self._found:
            self._list.addItem(self._item(one))
        self._list.setCurrentRow(0)
        self._list.setVisible(self._list.count() > 0)
        self._empty.setVisible(self._list.count() == 0)
        self._place()

    def _item(self, offer: Offer) -> QListWidgetItem:
        item = QListWidgetItem(offer.icon if offer.icon is not None else self._no_icon, offer.name)
        item.setData(SHORTCUT, offer.keys)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.name} {offer.keys}".strip())
        item.setToolTip(offer.tip)
        return item

    def _place(self) -> None:
        unit, room = theme.em(self), self.window().rect()
        rows = min(self._list.count(), _LINES)
        self._list.setFixedHeight(rows * self._list.sizeHintForRow(0) + unit // 2 if rows else 0)
        width = min(_WIDTH * unit, room.width() - 2 * unit)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((room.width() - width) // 2, 2 * unit)

    def _run(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._found):
            chosen = self._found[row]
            self._leave()
            chosen.choose()

    def _leave(self) -> None:
        """Give the keyboard back and go."""
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
