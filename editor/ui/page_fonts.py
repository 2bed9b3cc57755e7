"""The installed fonts in which pages are measured and drawn: the official ones, else the nearest that there are."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import local

from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout

from editor.model.errors import UserError
from editor.ui.fonts import is_installed

_EM = 1000  # pixels; widths are measured at this size and scaled
# Class of a face, found in its name → what stands in, nearest first; a star asks for the bold cut of a text face.
_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC")
_SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "WenQuanYi Zen Hei", "Microsoft YaHei")
_STAND_INS = (
    (("小标宋", "XiaoBiaoSong"), ("方正小标宋_GBK", "华文中宋", *(f"{face}*" for face in _SERIF), "宋体", *_SERIF)),
    (("仿宋", "FangSong"), ("仿宋_GB2312", "仿宋", "华文仿宋", "FandolFang R", *_SERIF, "宋体")),
    (("楷", "Kai"), ("楷体_GB2312", "楷体", "华文楷体", "LXGW WenKai", "AR PL UKai CN", *_SERIF, "宋体")),
    (("黑", "Hei"), ("黑体", "华文黑体", *_SANS)),
    (("宋", "Song", "Sun"), ("宋体", "新宋体", *_SERIF)),
    (("Times",), ("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman", "DejaVu Serif")),
)


@dataclass(slots=True)
class Face:
    """An installed font for an official face; `widths` are the advances of its characters in ems, as they are asked.

    `latin` is the font that the system names for a face of which nothing is installed. LibreOffice sets digits and
    Latin letters in it, so they get its widths here, or lines would end at other places than in its PDF.
    """

    raw: QRawFont
    font: QFont  # for characters that the font itself lacks: Qt looks for another
    latin: QRawFont | None = None
    widths: dict[str, float] = field(default_factory=dict)
    sizes: dict[float, QRawFont] = field(default_factory=dict)
    held: dict[str, bool] = field(default_factory=dict)
    latin_widths: dict[str, float] = field(default_factory=dict)

    def width(self, char: str) -> float:
        """Return the advance of a character in ems."""
        if char not in self.widths:
            self.widths[char] = self._measured(char)
        return self.widths[char]

    def latin_width(self, char: str) -> float:
        """Return the advance of a character among Latin ones in ems."""
        if char not in self.latin_widths:
            glyphs = self.latin.glyphIndexesForString(char) if self.latin else []
            known = self.latin is not None and len(glyphs) == 1 and glyphs[0]
            width = self.latin.advancesForGlyphIndexes(glyphs)[0].x() / _EM if self.latin and known else None
            self.latin_widths[char] = self.width(char) if width is None else width
        return self.latin_widths[char]

    def _measured(self, char: str) -> float:
        glyphs = self.raw.glyphIndexesForString(char)
        if len(glyphs) == 1 and glyphs[0]:
            return float(self.raw.advancesForGlyphIndexes(glyphs)[0].x()) / _EM
        layout = shape(char, self.font)  # kept: a line of it lives no longer than it does
        return layout.lineAt(0).naturalTextWidth() / _EM

    def sized(self, size: float) -> QRawFont:
        """Return the font at a size in pixels."""
        if size not in self.sizes:
            font = QRawFont(self.raw)
            font.setPixelSize(size)
            self.sizes[size] = font
        return self.sizes[size]

    def holds(self, char: str) -> bool:
        """Return whether the font has a glyph of its own for a character."""
        if char not in self.held:
            glyphs = self.raw.glyphIndexesForString(char)
            self.held[char] = len(glyphs) == 1 and bool(glyphs[0])
        return self.held[char]


def shape(text: str, font: QFont) -> QTextLayout:
    """Return a text laid out in one line, for what needs shaping or another font."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(_EM * _EM)
    layout.endLayout()
    return layout


class _OwnFaces(local):
    """The fonts of one thread: a QRawFont belongs to the thread that made it."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, bool], Face] = {}


_own = _OwnFaces()


def face_of(face: str, bold: bool = False) -> Face:
    """Return the font in which a face is drawn here; raises UserError where no font for Chinese is installed."""
    if (face, bold) not in _own.found:
        _own.found[face, bold] = _find(face, bold)
    return _own.found[face, bold]


def _find(face: str, bold: bool) -> Face:
    family, cut = _stand_in(face)
    font = _font(family, bold or cut)
    foreign = family in {*_SERIF, *_SANS} and family != face
    return Face(QRawFont.fromFont(font), font, QRawFont.fromFont(_font(face, bold)) if foreign else None)


def _font(family: str, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(_EM)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferOutline)
    return font


def _stand_in(face: str) -> tuple[str, bool]:
    """Return an installed family for a face, and whether its bold cut is meant."""
    if is_installed(face):
        return face, False
    for names, families in _STAND_INS:
        if any(name in face for name in names):
            for family in families:
                if is_installed(family.rstrip("*")):
                    return family.rstrip("*"), family.endswith("*")
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    if not chinese:
        raise UserError(
            f"本机没有“{face}”，也没有其他中文字体，无法排出页面。",
            "请先安装仿宋、黑体、楷体、宋体和小标宋字体，或只导出 docx。",
        )
    return chinese[0], False


def substituted(faces: Sequence[str]) -> str:
    """Return a sentence that names the fonts that are not installed and what is drawn instead; "" without any."""
    lacking = [face for face in dict.fromkeys(faces) if face and not is_installed(face)]
    if not lacking:
        return ""
    said = "、".join(f"“{face}”（以“{_stand_in(face)[0]}”代替）" for face in lacking)
    return f"本机没有安装{said}，PDF 的字形与正式公文不同，请在装有这些字体的电脑上生成正式文件。"


def measure(face: str, size: float, bold: bool, text: str, chinese: bool) -> Sequence[float]:
    """Return the advance of each character in points, as `page_painter` draws it: the typesetter's `Measure`."""
    found = face_of(face, bold)
    if found.latin is not None and not chinese:
        return [found.latin_width(char) * size for char in text]
    widths = found.widths
    return [(widths[char] if char in widths else found.width(char)) * size for char in text]
