"""The only bridge from a session to Qt: its listener becomes a signal."""

from PySide6.QtCore import QObject, Signal

from editor.session import Change, Session


class SessionSignals(QObject):
    """Emits `changed` for every change of one session until it is told to stop."""

    changed = Signal(object)  # editor.session.Change

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = session.subscribe(self._on_change)

    def stop(self) -> None:
        """Listen no more: another session takes its place."""
        self._end()
        self.deleteLater()

    def _on_change(self, change: Change) -> None:
        self.changed.emit(change)
