"""The menu 帮助: the page on what is in use, all shortcuts, and the tour, which the first start with a plan shows."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from editor.settings import Settings
from editor.ui.focus_mode import FocusMode

if TYPE_CHECKING:  # what a start of the window need not wait for
    from editor.ui.tour import Tour

_HEADLESS = ("offscreen", "minimal")  # platforms where nobody sees a card
_PAUSE = 400  # milliseconds between the finished window and the first card


class HelpActions(QObject):
    """`make_tour` is called when the tour is first shown."""

    def __init__(
        self, settings: Settings, focus_mode: FocusMode, make_tour: "Callable[[], Tour]", window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._focus_mode = focus_mode
        self._make_tour = make_tour
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._begin)
        self._may_begin = False

    @cached_property
    def _tour(self) -> "Tour":
        return self._make_tour()

    def show(self) -> None:
        """Explain what the keyboard is in."""
        from editor.ui.help_topics import topic_of

        active = QApplication.activeWindow() or self._window
        self._open(topic_of(active.focusWidget() or active))

    def show_shortcuts(self) -> None:
        """Show all actions with their shortcuts."""
        from editor.help_pages import SHORTCUTS

        self._open(SHORTCUTS)

    def show_tour(self) -> None:
        """Show the cards because the user asked for them: the keyboard goes to the first."""
        self._start(take_focus=True)

    def allow_tour(self) -> None:
        """Let the first plan be met with the tour: the program was started by somebody at a screen."""
        self._may_begin = QGuiApplication.platformName() not in _HEADLESS

    def on_plan(self) -> None:
        """Begin with an open plan and a complete window if this is the first time, once the window has come to rest."""
        if self._may_begin and not self._settings.tour_shown:
            self._timer.start()

    def _begin(self) -> None:
        if QApplication.activeModalWidget() is not None:  # a question is open: wait for the answer
            self._timer.start()
            return
        self._start(take_focus=False)

    def _start(self, *, take_focus: bool) -> None:
        self._timer.stop()
        self._settings.tour_shown = True
        if self._focus_mode.is_on:
            self._focus_mode.toggle()  # the cards point at what it hides
        self._tour.start(take_focus=take_focus)

    def _open(self, page_id: str) -> None:
        from editor.ui.help_window import show_help

        show_help(page_id, QApplication.activeWindow() or self._window)
