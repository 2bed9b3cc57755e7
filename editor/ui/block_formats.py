"""The 公文 look of each kind of block (GB/T 9704-2012, 7.3): fonts, alignment, indents and lines, at a zoom."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
)

from editor.gongwen.layout import STANDARD
from editor.model.document import Block, BlockKind
from editor.model.outline import heading_parts
from editor.ui import theme
from editor.ui.positions import to_units

_PITCH = STANDARD.pitch_twips / 20  # points from line to line


@dataclass(frozen=True, slots=True)
class Look:
    """What decides how a block is set; blocks with equal looks have equal formats."""

    kind: BlockKind
    level: int = 0


BODY = Look(BlockKind.PARAGRAPH)


@lru_cache(maxsize=64)
def _look(kind: BlockKind, level: int) -> Look:
    return Look(kind, level if kind is BlockKind.HEADING else 0)


def look_of(block: Block) -> Look:
    """Return the look of a block."""
    return _look(block.kind, block.level)


@lru_cache(maxsize=1)
def _installed() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


def _font(families: tuple[str, ...], points: float, bold: bool = False) -> QFont:
    here = [family for family in families if family in _installed()]
    return theme.font(here or families, points, bold)


def _with_substitute(families: tuple[str, ...], points: float) -> QFont:
    """Return a font of the first installed family; a 宋体 that stands in for it is bold, or it would not stand out."""
    own = tuple(family for family in families if family not in theme.SONG and family != "Noto Serif CJK SC")
    return _font(families, points, bold=not any(family in _installed() for family in own))


class Formats:
    """The formats of all looks at one zoom (1.0 is the size on paper at 96 dots per inch)."""

    def __init__(self, zoom: float) -> None:
        self.zoom = zoom
        self._blocks: dict[Look, QTextBlockFormat] = {}
        self._chars: dict[Look, QTextCharFormat] = {}
        self._headings: dict[int, QTextCharFormat] = {}
        body = _font(theme.FANGSONG, STANDARD.body_size * zoom)
        self.em = QFontMetricsF(body).horizontalAdvance("国")  # one character (一字) in pixels

    @property
    def line_width(self) -> float:
        """Return the width of the 28 characters of a line in pixels."""
        return STANDARD.characters_per_line * self.em

    def pixels(self, millimetres: float) -> float:
        """Return a length on paper in pixels of this zoom."""
        return millimetres / STANDARD.width * self.line_width

    def block(self, look: Look) -> QTextBlockFormat:
        """Return the paragraph format of a look."""
        if look not in self._blocks:
            self._blocks[look] = self._block(look)
        return self._blocks[look]

    def chars(self, look: Look) -> QTextCharFormat:
        """Return the character format of a look."""
        if look not in self._chars:
            made = QTextCharFormat()
            made.setFont(self.font(look))
            if look.kind is BlockKind.TABLE:
                made.setForeground(theme.colour("muted"))
            self._chars[look] = made
        return self._chars[look]

    def heading(self, level: int) -> QTextCharFormat:
        """Return the character format of the heading in a block of `level`."""
        if level not in self._headings:
            self._headings[level] = QTextCharFormat()
            self._headings[level].setFont(self.heading_font(level))
        return self._headings[level]

    def font(self, look: Look) -> QFont:
        """Return the font of a look; a heading's own font is laid over the part that is the heading."""
        size = STANDARD.body_size * self.zoom
        match look.kind:
            case BlockKind.TITLE:
                return _with_substitute(theme.XIAOBIAOSONG, STANDARD.title_size * self.zoom)
            case BlockKind.ANNEX:
                return _font(theme.HEI, size)
            case BlockKind.TABLE:
                return _font(theme.UI, STANDARD.table_size * self.zoom)
            case _:
                return _font(theme.FANGSONG, size)

    def heading_font(self, level: int) -> QFont:
        """Return the font of a heading (7.3.3): 黑体, 楷体, 仿宋; the last bold, to stand out on a screen."""
        size = STANDARD.body_size * self.zoom
        match level:
            case 1:
                return _font(theme.HEI, size)
            case 2:
                return _with_substitute(theme.KAI, size)
            case _:
                return _font(theme.FANGSONG, size, bold=True)

    def _block(self, look: Look) -> QTextBlockFormat:
        made = QTextBlockFormat()
        pitch = _PITCH if look.kind is not BlockKind.TITLE else STANDARD.title_line + 4
        scale = self.em / STANDARD.body_size  # pixels of a point
        made.setLineHeight(pitch * scale, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        match look.kind:
            case BlockKind.TITLE:
                made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                made.setBottomMargin(pitch * scale)
            case BlockKind.ANNEX:
                made.setTopMargin(pitch * scale)
            case BlockKind.TABLE:
                made.setBackground(theme.colour("window"))
                made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            case _:
                made.setTextIndent(2 * self.em)
        return made


class HeadingHighlighter(QSyntaxHighlighter):
    """Sets the heading of a paragraph in its own font, up to the first 。, and tints 【placeholders】.

    The level of a heading stands in the user state of its QTextBlock; 0 and -1 are no headings.
    """

    def __init__(self, document: QTextDocument, formats: Formats) -> None:
        super().__init__(document)
        self._formats = formats

    def use(self, formats: Formats) -> None:
        """Take the formats of another zoom."""
        self._formats = formats

    def highlightBlock(self, text: str) -> None:
        """Format one paragraph."""
        level = self.currentBlock().userState()
        if level > 0:
            parts = heading_parts(text)
            end = len(text) if parts.body is None else parts.body
            self.setFormat(0, to_units(text, end), self._formats.heading(level))
        start = text.find("【")
        while start >= 0 and (end := text.find("】", start)) >= 0:
            first = to_units(text, start)
            tinted = QTextCharFormat(self.format(first))
            tinted.setBackground(theme.colour("placeholder"))
            self.setFormat(first, to_units(text, end + 1) - first, tinted)
            start = text.find("【", end)
