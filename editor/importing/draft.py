"""The document that an import puts together: blocks, texts of the metadata, what is left out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from editor.importing.lines import Line
from editor.importing.result import Dropped
from editor.model.document import Block, BlockKind, Form, new_id

_BETWEEN_CHINESE = re.compile(r"(?<=[^\x00-\x7f])\s+(?=\S)|\s+(?=[^\x00-\x7f])")


@dataclass(slots=True)
class Draft:
    """The document being put together; `texts` are metadata, `printed` and `origin` as in Imported."""

    blocks: list[Block] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
    origin: dict[str, int] = field(default_factory=dict)
    dropped: list[Dropped] = field(default_factory=list)
    form: Form | None = None  # what the head shows
    marks: list[str] = field(default_factory=list)  # agencies of the 发文机关标志
    known: tuple[str, ...] = ()  # the bodies that issue, where a docx of ours says so
    signatories: list[tuple[str, str]] = field(default_factory=list)  # 职务 and name beside each 签名章

    def add(self, kind: BlockKind, line: Line, level: int = 0, part: slice = slice(None)) -> None:
        """Append a block with the text (or a part) of a line."""
        block = Block(new_id(), kind, line.text[part].strip(), level)
        self.blocks.append(block)
        self._note(block.id, block.text, line.printed[part].strip(), line.number)

    def add_title(self, lines: Sequence[Line], part: slice = slice(None)) -> None:
        """Append one title block made of all its lines."""
        block = Block(new_id(), BlockKind.TITLE, join_title(line.text[part] for line in lines))
        self.blocks.append(block)
        self._note(block.id, block.text, join_title(line.printed[part] for line in lines), lines[0].number)

    def add_table(self, lines: Sequence[Line]) -> None:
        """Append one table block made of rows."""
        rows = tuple(line.cells or tuple(cell.strip() for cell in line.text.split("\t")) for line in lines)
        block = Block(new_id(), BlockKind.TABLE, rows=rows)
        self.blocks.append(block)
        self.origin[block.id] = lines[0].number

    def put(self, key: str, text: str, printed: str, line: Line) -> None:
        """Set a metadata text; a second value is appended to notes and paragraphs and reported for the others."""
        old = self.texts.get(key, "")
        if not old:
            self.texts[key] = text
            self._note(f"meta:{key}", text, printed, line.number)
        elif key in ("notice_body", "contact", "availability", "copy_to") and text != old:
            mark = "\n" if key == "notice_body" else "；"
            before = self.printed.get(f"meta:{key}", old)
            self.texts[key] = old + mark + text
            self._note(f"meta:{key}", self.texts[key], before + mark + printed, self.origin[f"meta:{key}"])
        else:
            self.drop(line, "与前面重复" if text == old else f"前面已有“{old[:30]}”")

    def drop(self, line: Line, why: str) -> None:
        """Note a line that is left out."""
        self.dropped.append(Dropped(line.number, line.printed, why))

    def _note(self, key: str, text: str, printed: str, line: int) -> None:
        self.origin[key] = line
        if printed != text:
            self.printed[key] = printed


def join_title(texts: Iterable[str]) -> str:
    """Return the lines of a title as one, without the blanks that spread its letters."""
    return _BETWEEN_CHINESE.sub("", "".join(text.strip() for text in texts))
