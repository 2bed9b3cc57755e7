"""The named exceptions of the core: what went wrong and what to do, in the user's language."""


class UserError(Exception):
    """Something the user can mend; shown as one Chinese sentence and a next step, never as a traceback."""

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message + next_step)
        self.message = message
        self.next_step = next_step


class UnreadableFile(UserError):
    """A file that cannot be taken in: missing, empty, too large, of another kind, damaged."""


class UnwritableFile(UserError):
    """A target that cannot be written; what stood there before is untouched."""


class NotPasted(UserError):
    """What the clipboard holds cannot be taken in; the text stays as it was."""


class UnknownTemplate(UserError):
    """A template or layer id that the library does not hold."""


class NotReadBack(UserError):
    """Units that, once written into the text, would be read as others; nothing was changed."""


class TableTooLarge(UserError):
    """A table that would get more rows, columns or characters than it may have; it stays as it was."""


class EditMismatch(Exception):
    """An edit made for another state of the document; the document stays as it was."""
