"""The numbers of GB/T 9704-2012 and GB/T 33476.2-2016: one table that every part of the export reads.

Lengths are millimetres, type sizes and line heights points, unless a name says otherwise.
"""

from dataclasses import dataclass, field


def twips(millimetres: float) -> int:
    """Return millimetres in twentieths of a point, Word's unit of length."""
    return round(millimetres * 1440 / 25.4)


def emu(millimetres: float) -> int:
    """Return millimetres in English metric units, DrawingML's unit of length."""
    return round(millimetres * 36000)


def mm(points: float) -> float:
    """Return points in millimetres."""
    return points * 25.4 / 72


@dataclass(frozen=True, slots=True)
class Faces:
    """The font of each class the standard names (5.2.2, 7.2.4, 7.3.3, 7.5); the standard fixes classes, not names."""

    fangsong: str = "仿宋_GB2312"
    heiti: str = "黑体"
    kaiti: str = "楷体_GB2312"
    xiaobiaosong: str = "方正小标宋简体"
    songti: str = "宋体"

    @property
    def substitutes(self) -> tuple[tuple[str, str], ...]:
        """Return each font and what stands in where it is not installed."""
        return (
            (self.fangsong, "仿宋"),
            (self.heiti, "华文黑体"),
            (self.kaiti, "楷体"),
            (self.xiaobiaosong, "华文中宋"),
            (self.songti, "新宋体"),
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to set an official document; the defaults are the standard's (plan A: 22 lines of 28 characters)."""

    faces: Faces = field(default_factory=Faces)

    # Page: 5.1 A4; 5.2.1 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm.
    page_width: float = 210.0
    page_height: float = 297.0
    top: float = 37.0
    bottom: float = 35.0
    left: float = 28.0
    right: float = 26.0

    # Grid: 5.2.3, 22 lines of 28 characters. 579 twips are the most of which 22 fit into 225 mm; Word's 三号 is
    # 16 pt, of which only 27 fit into 156 mm, hence a quarter of a point less between characters.
    pitch_twips: int = 579
    lines_per_page: int = 22
    characters_per_line: int = 28
    body_size: float = 16.0  # 三号, 5.2.2
    body_spacing: float = -0.25

    # 版头, 7.2.4: upper edge of the 发文机关标志 35 mm under the top of the type area; its size is free.
    mark_drop: float = 35.0
    mark_size_max: float = 50.0
    mark_size_min: float = 26.0
    mark_gap_lines: int = 2  # 7.2.5: 发文字号 two blank lines below
    red: str = "FF0000"
    rule_drop: float = 4.0  # 7.2.7: red rule 4 mm under the 发文字号
    rule_thickness: float = mm(1.5)  # not in the standard; practice 1–2.25 pt

    # 主体, 7.3.
    title_size: float = 22.0  # 二号, 7.3.1
    title_line: float = 32.0
    title_characters: int = 20  # 22 pt each: what 156 mm holds
    title_gap_lines: int = 2  # 7.3.1: two blank lines under the red rule
    annex_note_gap_lines: int = 1  # 7.3.4
    signature_gap_lines: int = 1  # 7.3.5.2
    # 7.3.5.5: how far lines may close up to keep the signature on its page, or open to take text along to the next.
    tightest_twips: int = 440
    loosest_twips: int = 760
    annex_title_line: int = 3  # 7.3.7: title of an annex on the third line

    # Tables: the standard names no size; 小四 keeps long unit lists short.
    table_size: float = 12.0
    table_line: float = 17.0
    table_margin: float = 1.5  # left and right inside a cell

    # 版记, 7.4: 4号 type, outer rules 0.35 mm, inner 0.25 mm.
    imprint_size: float = 14.0
    imprint_line: float = 26.0
    imprint_rule_outer: float = 0.35
    imprint_rule_inner: float = 0.25

    # 页码, 7.5: 4号 宋体, centre of the dash 7 mm under the type area, one character in from the outer side.
    number_size: float = 14.0
    footer_twips: int = 1457  # foot of the page to foot of the number: puts the dash at 269.0 mm

    @property
    def width(self) -> float:
        """Return the width of the type area (版心), 156 mm."""
        return self.page_width - self.left - self.right

    @property
    def height(self) -> float:
        """Return the height of the type area, 225 mm."""
        return self.page_height - self.top - self.bottom

    @property
    def width_twips(self) -> int:
        """Return the width of the type area as Word computes it from page and margins."""
        return twips(self.page_width) - twips(self.left) - twips(self.right)

    @property
    def em_twips(self) -> int:
        """Return one character of the body (一字) with its spacing: 315 twips."""
        return round((self.body_size + self.body_spacing) * 20)

    def mark_size(self, characters: float) -> float:
        """Return the size at which a 发文机关标志 of so many characters fills one line and no more, in whole points."""
        fitting = int(self.width / mm(1) / max(characters, 1))
        return max(self.mark_size_min, min(self.mark_size_max, fitting))

    def title_after_twips(self, used: int) -> int:
        """Return the space under a title that ends `used` twips down the page: a blank line that ends on the grid."""
        gap = self.pitch_twips - used % self.pitch_twips
        return gap if 2 * gap >= self.pitch_twips else gap + self.pitch_twips


STANDARD = Layout()


def ems(text: str) -> float:
    """Return the width of `text` in characters (字): CJK and full-width marks 1, Latin letters and digits ½."""
    return sum(0.5 if ord(char) < 0x2000 and char not in "·×÷±" else 1.0 for char in text)
