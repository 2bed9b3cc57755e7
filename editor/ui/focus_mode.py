"""Nothing but the text: panels and toolbars go away, and come back as they were."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QToolBar, QWidget

from editor.ui.panel_docks import PanelDocks


class FocusMode(QObject):
    """Hides what stands around the text of a window."""

    said = Signal(str)

    def __init__(self, window: QMainWindow, docks: PanelDocks, text: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._docks = docks
        self._text = text
        self._kept = ""  # the arrangement to come back to

    @property
    def is_on(self) -> bool:
        """Return whether the text is alone."""
        return bool(self._kept)

    @property
    def kept(self) -> str:
        """Return the arrangement to be remembered: while the text is alone, the one before."""
        return self._kept or self._docks.state()

    def toggle(self) -> None:
        """Leave the text alone, or bring everything back."""
        if self._kept:
            self._docks.arrange(self._kept)
            self._kept = ""
            return
        self._kept = self._docks.state()
        for kind in (QDockWidget, QToolBar):
            for one in self._window.findChildren(kind, options=Qt.FindChildOption.FindDirectChildrenOnly):
                one.hide()
        self._text.setFocus()
        self.said.emit("专注模式：只留正文，再按 F11 恢复。")
