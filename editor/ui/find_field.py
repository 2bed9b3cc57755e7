"""A field for the words to look for; the Down key and the clock offer those looked for before."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from editor.ui import theme

_MOST = 12  # searches that are remembered, until the program ends
_SHOWN = 30  # characters of each


class FindField(QLineEdit):
    """Remembers what it is told to; Enter and Escape are left to the bar."""

    def __init__(self, hint: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._history: list[str] = []
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(11 * theme.em(self))
        self.setMaximumWidth(20 * theme.em(self))
        self._clock = self.addAction(theme.icon("recent", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._clock.setText(f"用过的{name}")
        self._clock.setToolTip(f"用过的{name}（↓）")
        self._clock.triggered.connect(self.offer_history)
        self._clock.setEnabled(False)

    def remember(self) -> None:
        """Put what is written first among what was looked for."""
        text = self.text()
        if text:
            self._history = [text, *(other for other in self._history if other != text)][:_MOST]
            self._clock.setEnabled(True)

    def history(self) -> tuple[str, ...]:
        """Return what was looked for, the latest first."""
        return tuple(self._history)

    def offer_history(self) -> None:
        """Open the list of what was looked for."""
        if not self._history:
            return
        menu = QMenu(self)
        for text in self._history:
            words = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            menu.addAction(words.replace("&", "&&")).setData(text)
        menu.setActiveAction(menu.actions()[0])
        menu.triggered.connect(lambda action: self.setText(action.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer what was looked for with the Down key."""
        if event.key() == Qt.Key.Key_Down:
            self.offer_history()
        else:
            super().keyPressEvent(event)
