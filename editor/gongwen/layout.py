"""The numbers of GB/T 9704-2012 and GB/T 33476.2-2016: one table that every part of the export reads.

Lengths are millimetres, type sizes and line heights points, unless a name says otherwise.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum


def twips(millimetres: float) -> int:
    """Return millimetres in twentieths of a point, Word's unit of length."""
    return round(millimetres * 1440 / 25.4)


def emu(millimetres: float) -> int:
    """Return millimetres in English metric units, DrawingML's unit of length."""
    return round(millimetres * 36000)


def mm(points: float) -> float:
    """Return points in millimetres."""
    return points * 25.4 / 72


class NumberPlace(StrEnum):
    """Where the 页码 stands at the foot of a page: on the outer side (7.5), or, as some offices have it, centred."""

    OUTSIDE = "outside"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Faces:
    """The font of each class the standard names (5.2.2, 7.2.4, 7.3.3, 7.5); the standard fixes classes, not names.

    `latin` sets digits and Latin letters of the text; empty, they are set as the Chinese around them.
    """

    fangsong: str = "仿宋_GB2312"
    heiti: str = "黑体"
    kaiti: str = "楷体_GB2312"
    xiaobiaosong: str = "方正小标宋简体"
    songti: str = "宋体"
    latin: str = ""

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


_DASH = 0.464  # from the foot of a line to the centre of its dash, in sizes of the type (measured in LibreOffice)


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
    # What the margins leave beyond the 版心 above and below: 2.42 mm in 33476.2, which counts half a leading out.
    inset: float = 0.0
    header_twips: int = 851  # nothing stands up there

    # Grid: 5.2.3, 22 lines of 28 characters. 579 twips are the most of which 22 fit into 225 mm; Word's 三号 is
    # 16 pt, of which only 27 fit into 156 mm, hence a quarter of a point less between characters.
    pitch_twips: int = 579
    body_size: float = 16.0  # 三号, 5.2.2
    body_spacing: float = -0.25
    # 33476.2 counts 空 N 行 from ink to ink, N × 10.39 mm; N empty lines of the grid are nearly half a line more.
    exact_gaps: bool = False

    # 版头. 7.2.2: 密级 on the second line even where no 份号 fills the first. 7.2.4: upper edge of the 发文机关标志
    # 35 mm under the top of the 版心; its size is free.
    secrecy_second_line: bool = True
    mark_drop: float = 35.0
    mark_size_max: float = 50.0
    mark_size_min: float = 26.0
    mark_gap_lines: int = 2  # 7.2.5: 发文字号 two blank lines below
    red: str = "FF0000"
    rule_drop: float = 4.0  # 7.2.7: red rule 4 mm under the 发文字号
    rule_thickness: float = mm(1.5)  # not in the standard; practice 1–2.25 pt
    # 联合行文: the mark gets smaller the more agencies it names; below this size nobody would read it as one.
    joint_mark_min: float = 14.0
    joint_mark_line: float = 1.2  # times its size

    # 信函, 10.1: mark 30 mm under the edge of the page, double rules 4 mm under it and 20 mm over the lower edge.
    letter_mark_top: float = 30.0
    letter_rule_drop: float = 4.0
    letter_rule_rise: float = 20.0
    letter_rule_width: float = 170.0
    letter_rule_thick: float = mm(2.25)  # not in the standard
    letter_rule_thin: float = mm(0.75)
    letter_rule_gap: float = mm(1.0)
    letter_text_drop: float = 4.84  # 7/8 of a character of 三号 (5.54 mm)
    letter_title_drop: float = 20.78  # two lines of 10.39 mm, from ink to ink

    # 命令, 10.2: mark 20 mm under the top of the 版心, 令号 and text two blank lines below each.
    order_mark_drop: float = 20.0
    order_gap_lines: int = 2

    # 主体, 7.3. 7.3.3 sets no level bold.
    bold_levels: tuple[int, ...] = ()
    title_size: float = 22.0  # 二号, 7.3.1
    title_line: float = 32.0
    title_gap_lines: int = 2  # 7.3.1: two blank lines under the red rule
    annex_note_gap_lines: int = 1  # 7.3.4
    # 署名 and 成文日期. 7.3.5.2: without a seal, two characters in. 7.3.5.1, 7.3.5.3: date and 签名章 four in.
    signature_gap_lines: int = 1
    signature_characters: int = 24  # a longer 署名 takes several lines
    unsealed_inset: int = 2
    sealed_inset: int = 4
    # A seal is 42 mm wide; its centre lies over that of 署名 and 成文日期, its top within a line of the text.
    seal_size: float = 42.0
    seal_rise: float = 3.0
    seal_gap: float = 4.0  # between seals: they may not touch
    seal_text_lines: int = 2  # blank lines over the 署名: put the top of its seal 7 mm under the text
    seals_per_row: int = 3
    # 7.3.5.3: 签名章 two blank lines under the text, 职务 two characters left of it; its size is not in the standard.
    stamp_text_lines: int = 2
    stamp_width: float = 40.0
    stamp_height: float = 20.0
    stamp_post_gap: int = 2
    stamp_date_lines: int = 1
    # 7.3.5.5: how far lines may close up to keep the signature on its page, or open to take text along to the next.
    tightest_twips: int = 440
    loosest_twips: int = 760
    annex_title_line: int = 3  # 7.3.7: title of an annex on the third line

    # Tables: the standard names no size; 小四 keeps long unit lists short.
    table_size: float = 12.0
    table_line: float = 17.0
    table_margin: float = 1.5  # left and right inside a cell

    # 版记, 7.4: 4号 type, outer rules 0.35 mm, inner 0.25 mm; GB/T 33476.2, 7.3.1 wants it on an even page.
    imprint_even: bool = False
    imprint_size: float = 14.0
    imprint_line: float = 26.0
    imprint_line_least: float = 20.0  # where a long list has to fit on one page
    imprint_rule_outer: float = 0.35
    imprint_rule_inner: float = 0.25

    # 页码, 7.5: 4号 宋体, centre of the dash 7 mm under the type area, one character in from the outer side.
    number_place: NumberPlace = NumberPlace.OUTSIDE
    number_size: float = 14.0
    number_drop: float = 7.0

    @property
    def width(self) -> float:
        """Return the width of the type area (版心), 156 mm."""
        return self.page_width - self.left - self.right

    @property
    def height(self) -> float:
        """Return the height between the margins: that of the type area, 225 mm, and twice the inset."""
        return self.page_height - self.top - self.bottom

    @property
    def head(self) -> float:
        """Return where the type area (版心) begins, from the top of the page: 37 mm."""
        return self.top + self.inset

    @property
    def foot(self) -> float:
        """Return where the type area (版心) ends, from the top of the page: 262 mm."""
        return self.page_height - self.bottom - self.inset

    @property
    def width_twips(self) -> int:
        """Return the width of the type area as Word computes it from page and margins."""
        return twips(self.page_width) - twips(self.left) - twips(self.right)

    @property
    def em_twips(self) -> int:
        """Return one character of the body (一字) with its spacing: 315 twips."""
        return round((self.body_size + self.body_spacing) * 20)

    @property
    def footer_twips(self) -> int:
        """Return from the foot of the page to that of the number's line: puts the dash `number_drop` under the 版心."""
        under_dash = round(self.number_size * 20 * _DASH)
        return twips(self.page_height - self.foot - self.number_drop) - under_dash

    @property
    def lines_per_page(self) -> int:
        """Return how many lines a full page has: 22 (5.2.3)."""
        return (twips(self.page_height) - twips(self.top) - twips(self.bottom)) // self.pitch_twips

    @property
    def characters_per_line(self) -> int:
        """Return how many characters a full line has: 28 (5.2.3)."""
        return self.width_twips // self.em_twips

    @property
    def title_characters(self) -> int:
        """Return how many characters a line of the title can hold: 20 of 22 pt."""
        return int(self.width_twips / 20 / self.title_size)

    @property
    def post_inset_twips(self) -> int:
        """Return how far the 职务 stands in from the right edge, left of the 签名章 (7.3.5.3)."""
        return (self.sealed_inset + self.stamp_post_gap) * self.em_twips + twips(self.stamp_width)

    def lines(self, characters: float) -> int:
        """Return how many lines of the body hold so many characters, counted generously: a mark may not start one."""
        return -int(-characters // (self.characters_per_line - 0.5))

    def blank_twips(self, lines: int) -> int:
        """Return the space that stands for so many blank lines (空 N 行), as the layout counts them."""
        leading = self.pitch_twips - round(self.body_size * 20)  # what a line has more than its characters
        return max(lines * self.pitch_twips - (leading if self.exact_gaps else 0), 0)

    def mark_size(self, characters: float) -> float:
        """Return the size at which a 发文机关标志 of so many characters fills one line and no more, in whole points."""
        fitting = int(self.width / mm(1) / max(characters, 1))
        return max(self.mark_size_min, min(self.mark_size_max, fitting))

    def title_after_twips(self, used: int) -> int:
        """Return the space under a title that ends `used` twips down the page: a blank line that ends on the grid."""
        gap = self.pitch_twips - used % self.pitch_twips
        return gap if 2 * gap >= self.pitch_twips else gap + self.pitch_twips


STANDARD = Layout()
_HALF_WIDE = re.compile(r"[\x00-\xb0\xb2-\xb6\xb8-\xd6\xd8-\xf6\xf8-\u1fff]")  # all below U+2000 but ± · × ÷


def ems(text: str) -> float:
    """Return the width of `text` in characters (字): CJK and full-width marks 1, Latin letters and digits ½."""
    return len(text) - len(_HALF_WIDE.findall(text)) / 2
