"""Keeps unsaved work on disk while the user types, so that a crash costs two seconds at most."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from editor.model.errors import UserError
from editor.recovery import Journal
from editor.session import Change, Origin, Session

DELAY = 1500  # milliseconds from a change to its being on disk


class JournalKeeper(QObject):
    """Writes the open plan into its recovery file soon after a change, and removes the file after a save."""

    failed = Signal(str)  # one sentence, told once for each plan

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._journal = Journal(folder)
        self._session: Session | None = None
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.write)

    def show_session(self, session: Session) -> None:
        """Keep the work of another plan; what was kept of the last one is forgotten."""
        self.forget()
        self._journal = Journal(self._folder)
        self._session = session
        self._told = False

    def on_change(self, change: Change) -> None:
        """Note that there is something to keep, or that all of it is saved."""
        if change.origin is Origin.SAVE:
            self.forget()
        elif change.transaction is not None and not self._timer.isActive():
            self._timer.start()

    def write(self) -> None:
        """Keep the present state now; where undo has led back to the saved one there is nothing to keep."""
        self._timer.stop()
        if self._session is None or self._session.is_saved:
            self._journal.discard()
            return
        try:
            self._journal.write(self._session.document, self._session.path)
        except (UserError, OSError) as error:
            if not self._told:
                self._told = True
                sentence = error.message if isinstance(error, UserError) else str(error)
                self.failed.emit(f"自动备份没有写成（{sentence}），请及时保存。")

    def forget(self) -> None:
        """Remove what was kept: it was saved, or the user gave it up."""
        self._timer.stop()
        self._journal.discard()
