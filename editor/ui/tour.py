"""The tour of the first start: four cards that point at what is used first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QToolBar, QWidget

from editor.blanks import blanks
from editor.help_pages import filled
from editor.ui import theme
from editor.ui.actions import Actions
from editor.ui.document_view import DocumentView
from editor.ui.panes import Panes
from editor.ui.positions import to_units
from editor.ui.shortcut_page import action_words
from editor.ui.tour_card import TourCard, TourFrames
from editor.ui.tour_place import place_card
from editor.ui.unit_popup import UnitPopup

_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)
_DELAY = 30  # milliseconds in which several changes of the window become one


@dataclass(frozen=True, slots=True)
class Step:
    """One card; `panels` are brought to the front for it, `anchors` tells where in the window it points."""

    title: str
    text: str
    anchors: Callable[[], list[QRect]]
    panels: tuple[str, ...] = ()


class Tour(QObject):
    """Shows the cards one after the other; the window stays as usable as without them.

    At the first start the keyboard stays in the text, because the user may be typing already: there only Escape ends
    the tour. F6 takes the keyboard to the card, and whoever asks for the tour in the menu has it there at once.
    """

    def __init__(self, view: DocumentView, panes: Panes, actions: Actions, window: QMainWindow) -> None:
        super().__init__(window)
        self._view = view
        self._actions = actions
        self._panes = panes
        self._window = window
        self._at = -1  # number of the card that is shown
        self._frames = TourFrames(window)
        self._card = TourCard(window)
        self._card.stepped.connect(self._step)
        self._card.skipped.connect(self.stop)
        panes.invite(self._card)
        self._steps = self._make_steps()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self._place)
        self._watched = [window, view, view.viewport(), *window.findChildren(QDockWidget)]
        view.verticalScrollBar().valueChanged.connect(self._on_moved)
        view.document().contentsChanged.connect(self._on_moved)

    def _make_steps(self) -> Sequence[Step]:
        words = action_words()
        named = (
            (
                "先填【】",
                "【】标出要按本地情况填写的内容。按{next_blank}逐处选中，直接输入就替换它。",
                self._blank,
                (),
            ),
            (
                "写什么，看两边",
                "左边大纲对照模板，看得出哪些写了、哪些还缺；右边写作指导随光标走，说明这一节写什么。",
                lambda: self._panels("outline", "guidance"),
                ("outline", "guidance"),
            ),
            (
                "随写随查",
                "检查出的问题列在下面。按{next}逐个看，按{fix}看怎么改；不是问题的可以忽略，写上理由。",
                lambda: self._panels("problems"),
                ("problems",),
            ),
            (
                "看版面，导出公文",
                "用{preview}按页看排好版的公文，用{export}得到 Word 文件。有疑问随时按{help}。",
                self._ways_out,
                (),
            ),
        )
        return [Step(title, filled(text, words), anchors, panels) for title, text, anchors, panels in named]

    @property
    def is_running(self) -> bool:
        """Return whether a card is shown."""
        return self._at >= 0

    def start(self, *, take_focus: bool) -> None:
        """Show the first card; with `take_focus` the keyboard goes to it."""
        for one in self._watched:
            one.removeEventFilter(self)
            one.installEventFilter(self)
        self._show(0)
        if take_focus:
            self._card.setFocus(Qt.FocusReason.PopupFocusReason)

    def stop(self) -> None:
        """Take the card away, and give the keyboard back if it had it."""
        if not self.is_running:
            return
        self._at = -1
        for one in self._watched:
            one.removeEventFilter(self)
        had_focus = self._card.hasFocus()
        self._card.hide()
        self._frames.hide()
        if had_focus:
            self._panes.to_text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window, and end with Escape in the text."""
        if event.type() in _MOVES:
            self._on_moved()
        elif watched is self._view and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_escape(event)
        return False

    def _take_escape(self, event: QKeyEvent) -> bool:
        offers = self._view.findChild(UnitPopup)
        busy = self._view.is_composing() or (offers is not None and offers.isVisible())
        if event.key() != Qt.Key.Key_Escape or busy:
            return False
        self.stop()
        return True

    def _step(self, by: int) -> None:
        if self._at + by >= len(self._steps):
            self.stop()
        elif self._at + by >= 0:
            self._show(self._at + by)

    def _show(self, number: int) -> None:
        self._at = number
        step = self._steps[number]
        for name in step.panels:
            self._panes.bring_forward(name)
        self._card.show_step(number + 1, len(self._steps), step.title, step.text)
        self._card.show()
        self._place()
        self._timer.start()  # panels that were brought forward find their place when the window has time

    def _on_moved(self) -> None:
        if self.is_running:
            self._timer.start()

    def _place(self) -> None:
        if not self.is_running:
            return
        unit = theme.em(self._window)
        rects = [one for one in self._steps[self._at].anchors() if not one.isEmpty()]
        room = self._window.rect().adjusted(unit // 2, unit // 2, -unit // 2, -unit // 2)
        self._card.move(place_card(self._card.size(), rects, room, unit // 2))
        self._frames.show_around(rects)
        self._frames.raise_()
        self._card.raise_()

    # what the cards point at, in the window's coordinates

    def _blank(self) -> list[QRect]:
        """Return the first 【】 in sight, the button that leads to one where there is none."""
        rect = self._first_blank()
        if rect is None:
            return self._button("next_blank")
        port = self._view.viewport()
        margin = theme.em(self._window) // 4
        seen = rect.adjusted(-margin, -margin, margin, margin).intersected(port.rect())
        return [self._there(port, seen)] if not seen.isEmpty() else []

    def _first_blank(self) -> QRect | None:
        view = self._view
        block = view.cursorForPosition(QPoint(0, 0)).block()
        bottom = view.viewport().height()
        while block.isValid():
            text = block.text()
            for start, end in blanks(text):
                rect = self._rect(block.position() + to_units(text, start), block.position() + to_units(text, end))
                if rect.top() > bottom:
                    return None
                if rect.top() >= 0 and rect.bottom() <= bottom:
                    return rect
            if self._rect(block.position(), block.position()).top() > bottom:
                return None
            block = block.next()
        return None

    def _rect(self, start: int, end: int) -> QRect:
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(start)
        rect = self._view.cursorRect(cursor)
        cursor.setPosition(end)
        return rect.united(self._view.cursorRect(cursor))

    def _panels(self, *names: str) -> list[QRect]:
        docks = [one for one in self._window.findChildren(QDockWidget) if one.objectName() in names]
        return [self._there(dock, dock.rect()) for dock in docks if not dock.visibleRegion().isEmpty()]

    def _ways_out(self) -> list[QRect]:
        """Return the button 导出 and the menu 视图, where the preview is."""
        found = self._button("export")
        menus = self._window.menuBar()
        for title in menus.actions():
            menu = title.menu()
            if isinstance(menu, QMenu) and self._actions["preview"] in menu.actions():
                found.append(self._there(menus, menus.actionGeometry(title)))
        return found

    def _button(self, action_id: str) -> list[QRect]:
        """Return the button of an action in the toolbar, nothing where there is no room for it."""
        bars = self._window.findChildren(QToolBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        buttons = [bar.widgetForAction(self._actions[action_id]) for bar in bars]
        return [self._there(one, one.rect()) for one in buttons if one is not None and one.isVisible()]

    def _there(self, widget: QWidget, rect: QRect) -> QRect:
        return QRect(widget.mapTo(self._window, rect.topLeft()), rect.size())
