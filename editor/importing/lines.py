"""Lines on their way from a source to a document: as a reader found them, and as cleaning left them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of a text, one paragraph of a docx, or one row of a table, untouched."""

    number: int  # from 1 in the source
    text: str
    cells: tuple[str, ...] = ()  # of a table row; its text is the cells, tab between them
    table: int = 0  # which table the row belongs to, 0 outside tables
    covers: tuple[int, ...] = ()  # further source lines (the other cell paragraphs of a docx row)
    level: int = 0  # heading level that a Word style or an HTML h1–h6 claims; 0: none
    right: bool = False  # set against the right edge


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line after cleaning; `printed` has the length of `text` and the marks of the source."""

    number: int
    text: str
    printed: str
    cells: tuple[str, ...] = ()
    table: int = 0
    covers: tuple[int, ...] = ()
    level: int = 0
    right: bool = False
