"""One table of where the standard puts each element and where it stands on the rendered page, ±1 mm; it is printed."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from editor.model.errors import UserError
from tests.gongwen.rendered import EM, FOOT, LEFT, RED, RIGHT, TOP, Example, Line, ink, needs_office

pytestmark = needs_office

PITCH = 579 / 1440 * 25.4  # one line of the grid
FIRST = 5.6  # from the top of the type area to the middle of its first line, as LibreOffice sets text
SMALL = 14 / 72 * 25.4  # one character of 4号
TITLE_LINE = 32 / 72 * 25.4
MIDDLE = (LEFT + RIGHT) / 2


@dataclass(frozen=True)
class Place:
    """What a clause says about an example, in millimetres, and how it is read off the pages."""

    clause: str
    example: str
    what: str
    expected: float
    measured: Callable[[Example], float]


def line(start: str, page: int = 0) -> Callable[[Example], Line]:
    return lambda example: example.pages[page].line(start)


def right_of(found: Callable[[Example], Line]) -> Callable[[Example], float]:
    return lambda example: RIGHT - found(example).x1


def left_of(found: Callable[[Example], Line]) -> Callable[[Example], float]:
    return lambda example: found(example).x0 - LEFT


def middle_of(found: Callable[[Example], Line]) -> Callable[[Example], float]:
    return lambda example: found(example).middle


def level_of(found: Callable[[Example], Line]) -> Callable[[Example], float]:
    """Measure from the top of the type area to the middle of a line."""
    return lambda example: (found(example).top + found(example).foot) / 2 - TOP


def between(upper: Callable[[Example], Line], lower: Callable[[Example], Line]) -> Callable[[Example], float]:
    """Measure from the foot of a line's characters to the top of another's."""
    return lambda example: lower(example).top - upper(example).foot


def steps(upper: Callable[[Example], Line], lower: Callable[[Example], Line]) -> Callable[[Example], float]:
    """Measure from line to line."""
    return lambda example: lower(example).foot - upper(example).foot


def red_top(example: Example) -> float:
    """Measure where the first red ink begins, from the edge of the page."""
    found = ink(example.pdf, 1, red=True)
    assert found is not None
    return found[1]


def rule(number: int, edge: str, color: str | None = None, page: int = 0) -> Callable[[Example], float]:
    return lambda example: float(getattr(example.pages[page].wide_rules(color)[number], edge))


def under_number(example: Example) -> float:
    page = example.pages[0]
    return page.wide_rules(RED)[0].y - page.holding("〔2026〕")[0].foot


def number(page: int, edge: Callable[[Line], float]) -> Callable[[Example], float]:
    return lambda example: edge(next(line for line in example.pages[page].lines if line.text == f"—{page + 1}—"))


def dash(line: Line) -> float:
    return (line.top + line.foot) / 2


def turned(even: bool, edge: Callable[[Line], float]) -> Callable[[Example], float]:
    def measure(example: Example) -> float:
        pages = [page for at, page in enumerate(example.pages, 1) if page.landscape and (at % 2 == 0) == even]
        return edge(next(line for line in pages[0].lines if line.turned))

    return measure


def whole(text: str, size: float = 16) -> Callable[[Example], Line]:
    """Return the line that says exactly this in this size, on whichever page it stands."""
    return lambda example: next(
        line for page in example.pages for line in page.lines if line.text == text and round(line.size) == size
    )


def right_of_date(half: float) -> Callable[[Example], float]:
    """Measure a 成文日期 from its middle, `half` its width in characters: digits are wider here than in 仿宋."""
    return lambda example: RIGHT - whole(MAY)(example).middle - half * EM


MAY = "2026年5月6日"
PLACES = (
    Place("5.2.1", "下行文", "版心左缘", LEFT, lambda e: min(line.x0 for line in e.pages[2].lines)),
    Place(
        "5.2.1",
        "下行文",
        "一行右缘",
        RIGHT,
        lambda e: max(line.x1 for line in e.pages[3].lines[:-1] if line.text[-1] not in "，。、；："),
    ),
    Place("7.2.1", "版头要素", "份号在第一行", FIRST, level_of(line("000021"))),
    Place("7.2.1", "版头要素", "份号顶格", 0, left_of(line("000021"))),
    Place("7.2.2", "版头要素", "密级在第二行", FIRST + PITCH, level_of(line("机密"))),
    Place("7.2.3", "版头要素", "紧急程度在第三行", FIRST + 2 * PITCH, level_of(line("特急"))),
    *(
        Place("7.2.4", example, "标志上缘距纸边", TOP + 35, red_top)
        for example in ("下行文", "版头要素", "上行文", "联合行文", "联合上行文", "国标电子版")
    ),
    Place("7.2.5", "下行文", "发文字号居中", MIDDLE, middle_of(line("云政发"))),
    Place("7.2.5", "上行文", "发文字号左空一字", EM, left_of(line("云科协"))),
    Place("7.2.6", "上行文", "签发人右空一字", EM, right_of(line("云科协"))),
    Place("7.2.6", "联合上行文", "首行签发人右空一字", EM, right_of(line("签发人"))),
    Place("7.2.6", "联合上行文", "签发人每行一格", PITCH, steps(line("签发人"), line("云科协"))),
    *(
        Place("7.2.7", example, "红线距发文字号", 4, under_number)
        for example in ("下行文", "上行文", "联合行文", "联合上行文", "国标电子版")
    ),
    Place("7.2.7", "下行文", "红线左端", LEFT, rule(0, "x0", RED)),
    Place("7.2.7", "下行文", "红线长", 156, rule(0, "length", RED)),
    Place("7.3.1", "下行文", "标题居中", MIDDLE, middle_of(line("关于印发"))),
    Place("7.3.2", "下行文", "主送机关顶格", 0, left_of(line("各乡镇"))),
    Place("7.3.3", "下行文", "正文左空二字", 2 * EM, left_of(line("现将"))),
    Place("7.3.3", "下行文", "一级标题左空二字", 2 * EM, left_of(line("一、总体要求", 1))),
    Place("7.3.4", "附件", "附件说明左空二字", 2 * EM, left_of(line("附件：1.", 1))),
    Place("7.3.4", "附件", "附件2与附件1序号对齐", 5 * EM, left_of(line("2.", 1))),
    Place("7.3.4", "附件", "附件说明空一行", 2 * PITCH, steps(line("子，不下", 1), line("附件：1.", 1))),
    Place("7.3.5.1", "盖章", "成文日期右空四字", 4 * EM, right_of_date(3)),
    Place("7.3.5.1", "盖章", "署名以日期居中", 0, lambda e: whole("云溪县人民政府")(e).middle - whole(MAY)(e).middle),
    Place("7.3.5.1", "盖章", "署名在日期上一行", PITCH, steps(whole("云溪县人民政府"), whole(MAY))),
    Place("7.3.5.2", "不盖章", "成文日期右空二字", 2 * EM, right_of(whole(MAY))),
    Place("7.3.5.2", "不盖章", "署名比日期多空一字", 3 * EM, right_of(whole("云溪县人民政府"))),
    Place("7.3.5.2", "不盖章", "正文下空一行", 2 * PITCH, steps(whole("办公室。"), whole("云溪县人民政府"))),
    Place(
        "7.3.5.2", "联合不盖章", "各署名依次一行", PITCH, steps(line("云溪县农业农村局", 1), line("云溪县教育局", 1))
    ),
    Place("7.3.5.3", "签名章", "成文日期右空四字", 4 * EM, right_of(whole(MAY))),
    Place("7.3.5.3", "命令", "成文日期右空四字", 4 * EM, right_of(whole("2026年4月10日"))),
    Place("7.3.6", "不盖章", "附注左空二字", 2 * EM, left_of(line("（此件", 1))),
    Place("7.3.6", "不盖章", "附注在日期下一行", PITCH, steps(whole(MAY), line("（此件", 1))),
    Place("7.3.7", "附件", "附件二字在第一行", FIRST, level_of(line("附件1", 2))),
    Place("7.3.7", "附件", "附件二字顶格", 0, left_of(line("附件1", 2))),
    Place("7.3.7", "附件", "附件标题在第三行", PITCH * 2 + TITLE_LINE / 2, level_of(line("云溪县科普场馆", 2))),
    Place("7.3.7", "附件", "附件标题居中", MIDDLE, middle_of(line("云溪县科普场馆", 2))),
    *(
        Place("7.4.1", example, "版记末线在版心下缘", FOOT, rule(-1, "y", page=-1))
        for example in ("下行文", "不盖章", "纪要", "国标电子版", "横排分工表")
    ),
    Place("7.4.1", "下行文", "版记线长", 156, rule(-1, "length", page=-1)),
    Place("7.4.2", "下行文", "抄送左空一字", SMALL, left_of(line("抄送", -1))),
    Place("7.4.2", "下行文", "抄送回行对齐", 4 * SMALL, left_of(line("院，", -1))),
    Place("7.4.3", "不盖章", "印发日期右空一字", SMALL, right_of(line("云溪县人民政府办公室", 1))),
    *(Place("7.5", example, "一字线中心距纸边", FOOT + 7, number(0, dash)) for example in ("下行文", "国标电子版")),
    Place("7.5", "下行文", "单页码右空一字", SMALL, number(0, lambda line: RIGHT - line.x1)),
    Place("7.5", "下行文", "双页码左空一字", SMALL, number(1, lambda line: line.x0 - LEFT)),
    Place("8", "横排分工表", "双页码一字线中心距左纸边", 28, turned(True, lambda line: line.middle)),
    Place("8", "横排分工表", "双页码起于", LEFT + SMALL, turned(True, lambda line: line.top)),
    Place("8", "横排分工表", "单页码一字线中心距左纸边", 28, turned(False, lambda line: line.middle)),
    Place("8", "横排分工表", "单页码止于", RIGHT - SMALL, turned(False, lambda line: line.foot)),
    Place("10.1", "信函", "标志上缘距纸边", 30, red_top),
    Place(
        "10.1", "信函", "红双线距标志", 4, lambda e: e.pages[0].wide_rules(RED)[0].y - 0.4 - e.pages[0].lines[0].foot
    ),
    Place("10.1", "信函", "上双线左端", 20, rule(0, "x0", RED)),
    Place("10.1", "信函", "上双线长", 170, rule(0, "length", RED)),
    Place("10.1", "信函", "下双线距纸下边", 20, lambda e: e.pages[0].height - e.pages[0].wide_rules(RED)[-1].y - 0.4),
    Place("10.1", "信函", "发文字号顶格在右", 0, right_of(line("云政办函"))),
    Place(
        "10.1",
        "信函",
        "发文字号距线八分之七字",
        4.84,
        lambda e: e.pages[0].line("云政办函").top - e.pages[0].wide_rules(RED)[1].y - 0.13,
    ),
    Place("10.1", "信函", "标题距发文字号二行", 20.78, between(line("云政办函"), whole("云溪县人民政府办公室", 22))),
    Place("10.2", "命令", "标志上缘距纸边", TOP + 20, red_top),
    Place("10.2", "命令", "令号居中", MIDDLE, middle_of(line("第5号"))),
    Place("10.2", "命令", "令号下空二行", 3 * PITCH, steps(line("第5号"), line("《云溪县"))),
    Place("10.3", "纪要", "标志上缘距纸边", TOP + 35, red_top),
    Place("10.3", "纪要", "出席左空二字", 2 * EM, left_of(line("出席"))),
    Place("10.3", "纪要", "出席回行对齐", 5 * EM, left_of(line("禾、"))),
)


def fits(place: Place, example: Example) -> tuple[bool, str]:
    """Return whether an element stands within a millimetre of its place, and a row of the table."""
    found = place.measured(example)
    off = found - place.expected
    row = f"{place.clause:<8} {place.expected:8.2f} {found:8.2f} {off:+6.2f}  {place.example} {place.what}"
    return abs(off) <= 1, row


def test_every_element_stands_within_a_millimetre_of_its_place(examples: dict[str, Example | UserError]) -> None:
    results = []
    for place in PLACES:
        example = examples[place.example]
        assert isinstance(example, Example), place.example
        results.append(fits(place, example))
    sys.stdout.write("clause   standard    found    off  millimetres\n" + "\n".join(row for _, row in results) + "\n")
    assert [row for good, row in results if not good] == []
