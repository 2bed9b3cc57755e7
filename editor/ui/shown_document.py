"""What the text widget shows, line by line: reads the lines the user changed, writes those the model changed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from editor.model.document import Block
from editor.ui.block_formats import BODY, Formats, HeadingHighlighter, Look, look_of
from editor.ui.positions import to_units
from editor.ui.shown_lines import differing, shown_text

_SEPARATOR = "\u2029"  # between the blocks of a QTextDocument
_MANY = -1  # in place of the number of a line: more than one line, or lines came or went


@dataclass(frozen=True, slots=True)
class Edited:
    """What the user did to the lines: from line `first` on, `gone` lines have become `lines`."""

    first: int
    gone: int
    lines: list[str]


class ShownDocument:
    """A QTextDocument with one line per block; `writing` is set while the change is ours and not the user's."""

    def __init__(self, document: QTextDocument, formats: Formats) -> None:
        self._document = document
        self._formats = formats
        self._highlighter = HeadingHighlighter(document, formats)
        self._looks: list[Look | None] = [None]  # None: what the user's edit left there
        self._touched: set[int] = set()  # lines whose look Qt may have mixed up though their text is equal
        self._changed: set[int] = set()  # lines in which Qt changed something
        self.lines: list[str] = [""]
        self.writing = False

    def touch(self, position: int, added: int) -> None:
        """Remember where Qt has changed something; it splits and joins the formats of lines in its own way."""
        document = self._document
        first, last = document.findBlock(position), document.findBlock(position + added)
        end = last.blockNumber() if last.isValid() else document.blockCount() - 1
        if first.blockNumber() == end and document.blockCount() == len(self.lines):
            self._changed.add(end)
        else:
            self._changed.add(_MANY)
            self._touched.update(range(first.blockNumber() - 1, end + 2))

    @property
    def is_touched(self) -> bool:
        """Return whether looks are to be set right though no text may have changed."""
        return bool(self._touched)

    def edited(self) -> Edited | None:
        """Return what the user has changed since the last call or writing, None if no text has changed.

        Qt's counts of what changed cannot be trusted while an input method composes, so texts are compared: the one
        line where all changes lie in one, as with most keys, else all of them (0.4 ms for 30,000 characters).
        """
        if self.writing:
            return None
        changed, self._changed = self._changed, set()
        if len(changed) == 1 and _MANY not in changed:
            number = changed.pop()
            line = self._document.findBlockByNumber(number).text()
            return Edited(number, 1, [line]) if line != self.lines[number] else None
        lines = self._document.toRawText().split(_SEPARATOR)
        if lines == self.lines:
            return None
        run = differing(self.lines, lines)
        return Edited(run.before, len(self.lines) - run.after - run.before, lines[run.before : len(lines) - run.after])

    def note(self, edited: Edited) -> None:
        """Take what the user changed as what the widget shows now.

        What is typed inside a line takes on the line's look; where lines came or went the looks are unknown.
        """
        first, end = edited.first, edited.first + edited.gone
        if len(edited.lines) != edited.gone:
            unknown: list[Look | None] = [None] * len(edited.lines)
            self._looks[first:end] = unknown
            self._touched.update((first - 1, first + len(edited.lines)))
        self.lines[first:end] = edited.lines

    def shows(self, first: int, blocks: Sequence[Block]) -> bool:
        """Return whether these blocks stand from line `first` on as they should, and no look is to be set right."""
        end = first + len(blocks)
        return (
            not self._touched
            and self.lines[first:end] == [shown_text(block) for block in blocks]
            and self._looks[first:end] == [look_of(block) for block in blocks]
        )

    def show(self, blocks: Sequence[Block]) -> int | None:
        """Write what differs from `blocks`, text and look; return the place where a change of text ends, if any."""
        wanted = [shown_text(block) for block in blocks] or [""]
        looks = [look_of(block) for block in blocks] or [BODY]
        if wanted == self.lines and looks == self._looks and not self._touched:
            return None
        with self.our_writing() as cursor:
            place = self._write(cursor, wanted)
            self._format(looks)
        return place

    def use(self, formats: Formats) -> None:
        """Set everything anew in the formats of another zoom."""
        looks = [look or BODY for look in self._looks]
        self._formats = formats
        self._highlighter.use(formats)
        self._looks = [None] * len(looks)
        with self.our_writing():
            self._format(looks)

    @contextmanager
    def our_writing(self) -> Iterator[QTextCursor]:
        """Change the document through the cursor as one step that is not taken for the user's."""
        cursor = QTextCursor(self._document)
        self.writing = True
        cursor.beginEditBlock()
        try:
            yield cursor
        finally:
            cursor.endEditBlock()
            self.writing = False

    def _write(self, cursor: QTextCursor, wanted: list[str]) -> int | None:
        run = differing(self.lines, wanted)
        first = run.before
        have, want = self.lines[first : len(self.lines) - run.after], wanted[first : len(wanted) - run.after]
        place = None
        if len(have) == len(want):  # line by line, so that carets between them stay where they are
            for offset, (old, new) in enumerate(zip(have, want, strict=True)):
                if old != new:
                    place = self._replace(cursor, first + offset, old, new)
        else:
            if not have or not want:  # a line needs a neighbour to be joined to or split from
                first = max(first - 1, 0)
                more = 1 if first == run.before else 0
                have = self.lines[first : len(self.lines) - run.after + more]
                want = wanted[first : len(wanted) - run.after + more]
            place = self._replace(cursor, first, _SEPARATOR.join(have), _SEPARATOR.join(want))
        first, gone = run.before, len(self.lines) - run.after - run.before
        self.note(Edited(first, gone, wanted[first : len(wanted) - run.after]))
        self._changed.clear()
        return place

    def _replace(self, cursor: QTextCursor, line: int, old: str, new: str) -> int:
        """Change the text `old`, which starts at `line`, into `new`, leaving alone what is equal at both ends."""
        run = differing(old, new)
        start = self._document.findBlockByNumber(line).position()
        cursor.setPosition(start + to_units(old, run.before))
        cursor.setPosition(start + to_units(old, len(old) - run.after), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new[run.before : len(new) - run.after])
        return cursor.position()

    def _format(self, looks: Sequence[Look]) -> None:
        for number in self._touched & set(range(len(looks))):
            self._looks[number] = None
        self._touched.clear()
        block = self._document.begin()
        for number, look in enumerate(looks):
            if self._looks[number] != look:
                self._set_look(block, look)
            block = block.next()
        self._looks = list(looks)

    def _set_look(self, block: QTextBlock, look: Look) -> None:
        cursor = QTextCursor(block)
        cursor.setBlockFormat(self._formats.block(look))
        cursor.setBlockCharFormat(self._formats.chars(look))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(self._formats.chars(look))
        block.setUserState(look.level)
