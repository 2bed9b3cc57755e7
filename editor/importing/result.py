"""What an import gives back: the document, and for every line of the source what became of it."""

from dataclasses import dataclass, field
from enum import StrEnum

from editor.model.document import Document


class Role(StrEnum):
    """The part a source line plays; a heading with run-in text is a heading."""

    NOISE = "noise"
    METADATA = "metadata"  # the page's list of 索引号, 发文字号 …, the red head, 版记
    DOC_NUMBER = "doc-number"
    NOTICE_TITLE = "notice-title"
    ADDRESSEES = "addressees"
    NOTICE_BODY = "notice-body"
    SIGNATURE_ISSUER = "signature-issuer"
    SIGNATURE_DATE = "signature-date"
    AVAILABILITY = "availability"
    CONTACT = "contact"
    PLAN_TITLE = "plan-title"
    PREAMBLE = "preamble"
    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    HEADING_4 = "heading-4"
    PARAGRAPH = "paragraph"
    ASSIGNMENT = "assignment"
    ATTACHMENT_NOTE = "attachment-note"
    ATTACHMENT_TITLE = "attachment-title"
    ATTACHMENT_TABLE = "attachment-table"

    @property
    def heading_level(self) -> int:
        """Return 1–4 for a heading, else 0."""
        return _HEADING_LEVELS.get(self, 0)


_HEADING_LEVELS = {Role.HEADING_1: 1, Role.HEADING_2: 2, Role.HEADING_3: 3, Role.HEADING_4: 4}


def heading_role(level: int) -> Role:
    """Return the role of a heading of `level` 1–4."""
    return Role(f"heading-{level}")


@dataclass(frozen=True, slots=True)
class Dropped:
    """Text of the source that is not in the document: where it stood, what it was, why it is left out (Chinese)."""

    line: int
    text: str
    why: str


_MOST_LINES = 40  # a block, or a text of the notice, is never longer in lines


@dataclass(frozen=True, slots=True)
class Imported:
    """A file read as a document; line numbers count from 1 in the source (docx: paragraphs).

    `roles` holds every non-blank line once, `origin` the first line of each block and of "meta:<key>",
    `printed` the text as the source prints it where a mark was restored in the block: same length, same offsets;
    `source` the untouched text of every non-blank line.
    """

    document: Document
    kind: str  # implementation-plan, work-plan or other
    roles: dict[int, Role]
    origin: dict[str, int]
    noise: tuple[Dropped, ...]
    notes: tuple[str, ...]
    printed: dict[str, str] = field(default_factory=dict)
    source: dict[int, str] = field(default_factory=dict)

    def locate(self, block_id: str, start: int, end: int) -> tuple[int | None, int | None, int | None]:
        """Return line, start and end (characters into the line) of a place in a block or "meta:<key>".

        A block may be several source lines, and a line longer than its block by what was cleaned away: the words
        are looked for again, the same occurrence counted from the block's first line on. Start and end are None
        where the line does not print them so; the line is None for what the source does not hold.
        """
        first = self.origin.get(block_id)
        if first is None:
            return None, None, None
        text = self._text(block_id)
        words, skip = text[start:end], text.count(text[start:end], 0, start) if end > start else 0
        last = min((line for line in self.origin.values() if line > first), default=first + _MOST_LINES)
        for number in range(first, last if words else first):
            line = self.source.get(number, "")
            at = line.find(words)
            while at >= 0 and skip:
                at, skip = line.find(words, at + 1), skip - 1
            if at >= 0:
                return number, at, at + len(words)
        return first, None, None

    def _text(self, block_id: str) -> str:
        if block_id in self.printed:
            return self.printed[block_id]
        if block_id.startswith("meta:"):
            return str(getattr(self.document.metadata, block_id.removeprefix("meta:")))
        return self.document.blocks[self.document.index(block_id)].text
