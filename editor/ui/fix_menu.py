"""The menu in the text: what can be mended under the mouse comes first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor.ui import theme
from validators.diagnostic import Diagnostic


class FixMenu(QMenu):
    """Offers the fixes of these findings and tells which one was chosen."""

    fix_chosen = Signal(object)  # a Diagnostic

    def __init__(self, diagnostics: Sequence[Diagnostic], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for one in diagnostics:
            if one.fix is not None:
                action = QAction(theme.icon("fix"), f"修正：{one.fix.title}".replace("&", "&&"), self)
                action.setData(one)
                action.setToolTip(one.message)
                action.triggered.connect(self._on_triggered)
                self.addAction(action)
        if self.actions():
            self.addSeparator()

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.fix_chosen.emit(action.data())
