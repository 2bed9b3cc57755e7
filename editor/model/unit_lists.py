"""Lists of unit names (单位): where each name starts and ends in 「A、B和C等部门」, and what looks like a unit."""

import re
from itertools import pairwise

from editor.model.text_cache import keep_by_text

Span = tuple[int, int]

OPENING = "（([【〔［"
CLOSING = "）)]】〕］"
LONGEST_UNIT = 36  # 国家统计局云溪调查队 has 10; a name with another in brackets stays below this
LONGEST_LIST = 2500  # the longest list seen has 40 units, about 300 characters
BRACKET = re.compile(rf"(?P<open>[{re.escape(OPENING)}])|[{re.escape(CLOSING)}]")

_MARK = re.compile(rf"(?P<open>[{re.escape(OPENING)}])|(?P<close>[{re.escape(CLOSING)}])|(?P<cut>[、，,；;／/|])")
_ORGANISATION = re.compile(
    r"(?:局|委|办|(?<![内外全])部|厅|署|院|室|处|科|股|站|所|中心|队|校|园|馆|社|协|联|(?<!社)会|政府|公司|集团|厂|行|大学|中学|小学"
    r"|单位|部门|机构|企业|组织|小组|支部|台|日报|媒体|基地|群团|机关|专班|平台|政协|人大|书店|[农林牧渔茶团]场|[一二三四五六七八九十]中)$"
)
_SHORTENED = re.compile(r"(?:电信|移动|联通|供电|广电|税务|邮政|消防|气象)$")  # usual names without 局 or 公司
_ZONE = re.compile(
    r"(?:(?:开发|高新|新|经开|园|示范|度假|景|管理|保税|功能|工业|试验|合作|核心)区|(?:科学|科技|大学)城)$"
)
_TOWN = re.compile(r"(?:(?<!城)乡|(?<![城集])镇|镇街|街道|街镇|社区|[^农]村)$")
_PLACES = re.compile(r"^(?:各|全[省市县区]|有关|相关|所辖|辖区).{0,12}(?:[省市县区旗州盟乡镇街村场师团]|街道|地|苏木)$")
_PROSE = re.compile(r"[的了。：:！？“”《》]|(?<!纲)要|加强|做好|推动|建立|制定|开展|充分|切实|进一步")
_BRACKETED_TAIL = re.compile(r"[（(\[][^（）()\[\]]{1,30}[）)\]]$")
ETC = (
    r"等(?:[0-9一二三四五六七八九十]{1,3}[个家])?(?:有关|相关|各|责任|[省市县区][直级]|成员|职能|牵头|配合){0,3}"
    r"(?:部门和单位|部门、单位|部门单位|单位和部门|单位|部门|机构|方面|科室)?(?:共同|一起)?"
)
_ETC = re.compile(rf"{ETC}$")
_LEADING = re.compile(r"(?:[\s*·。．：:“”\"、，,；;—]|以及|由(?=.{2}))+")
_TRAILING = re.compile(r"[\s*。．.：:“”\"、，,；;]+$")
_AND = re.compile(r"以及|[和及与]|[ \t\u3000\xa0]+")
_JOINED = re.compile(r"^(?:和|及|与|以及)(?=[各市县区省州旗团])")

# 「各市、县人民政府」 is one unit: bare place words of one class under one 各.
_UPPER = r"(?:市|县|区|旗|州|盟|地|市州|县区|区县|自治县)"
_LOWER = r"(?:乡镇|乡|镇|街道|村|社区|镇乡)"
_ASIDE = r"(?:[（(][^（）()]{1,12}[）)])?"
_HEAD = re.compile(rf"各?(?:(?P<upper>{_UPPER})|(?P<lower>{_LOWER})){_ASIDE}")
_SHARED = r"(?:人民政府|政府|党委政府|党委|科协|科学技术协会)?"
_TAIL = re.compile(rf"(?:(?P<upper>{_UPPER})|(?P<lower>{_LOWER})){_ASIDE}(?P<shared>{_SHARED})")
_GOVERNMENT = re.compile(r"\s?(?:(?:人民)?政府|办事处)")
_BARE = re.compile(r"\s?(?:部门|单位)")


@keep_by_text
def looks_like_unit(name: str) -> bool:
    """Return whether `name` reads like an organisation: its ending, its length, no words of prose."""
    if not 2 <= len(name) <= LONGEST_UNIT:
        return False
    aside = _BRACKETED_TAIL.search(name)
    if aside is not None:
        before = name[: aside.start()]
        return looks_like_unit(before) or _HEAD.fullmatch(name) is not None
    if _PROSE.search(name):
        return False
    patterns = (_ORGANISATION, _SHORTENED, _ZONE, _TOWN, _PLACES)
    return any(pattern.search(name) for pattern in patterns) or _HEAD.fullmatch(name) is not None


def split_units(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the spans of the unit names in `text[start:end]`, without 等, 由 and the marks around them."""
    parts = [part for piece in _cut(text, start, end) for part in _divide(text, *piece)]
    names = [_trim(text, *part) for part in _join_places(text, parts)]
    return tuple(span for span in names if span[0] < span[1])


def _cut(text: str, start: int, end: int) -> list[Span]:
    """Cut at 、，； outside brackets; where brackets do not pair, everywhere."""
    cuts: list[int] = []
    everywhere: list[int] = []
    depth = 0
    for mark in _MARK.finditer(text, start, end):
        if mark["cut"]:
            everywhere.append(mark.start())
            if depth == 0:
                cuts.append(mark.start())
        else:
            depth = max(depth + (1 if mark["open"] else -1), 0)
    edges = [start - 1, *(everywhere if depth else cuts), end]
    return [(left + 1, right) for left, right in pairwise(edges) if left + 1 < right]


def _place_class(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    return "upper" if match["upper"] else "lower"


def _join_places(text: str, pieces: list[Span]) -> list[Span]:
    """Join 「各市」 + 「县人民政府」, 「各镇」 + 「街道」: the parts are no units of their own."""
    joined: list[Span] = []
    open_class = ""
    for start, end in pieces:
        tail = _TAIL.fullmatch(text, start, end)
        before = text[slice(*joined[-1])].rstrip() if joined else ""
        if open_class and _place_class(tail) == open_class and text[start - 1] in "、，,":
            joined[-1] = (joined[-1][0], end)
            open_class = "" if tail is None or tail["shared"] else open_class
        elif _completes(before, text[start:end]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
            open_class = _place_class(_HEAD.fullmatch(text, start, end))
    return joined


def _completes(before: str, name: str) -> bool:
    """Return whether a name is the bare second half of the one before: 各镇党委、政府; 各有关部门、单位."""
    if _GOVERNMENT.fullmatch(name):
        return before.endswith("委")
    return _BARE.fullmatch(name) is not None and before.endswith(("部门", "单位"))


def _divide(text: str, start: int, end: int) -> list[Span]:
    """Divide at 和, 及, 与 or a space where both sides are units; never inside a name such as 县发展和改革局."""
    parts: list[Span] = []
    joint = _AND.search(text, start + 1, end)
    while joint is not None:
        if joint.start() - start <= LONGEST_UNIT and _divides(text, start, joint, end):
            parts.append((start, joint.start()))
            start = joint.end()
        joint = _AND.search(text, joint.end() + 1, end)
    return [*parts, (start, end)]


def _divides(text: str, start: int, joint: re.Match[str], end: int) -> bool:
    left = text[start : joint.start()].strip()
    if max(left.rfind("（"), left.rfind("(")) > max(left.rfind("）"), left.rfind(")")) or not looks_like_unit(left):
        return False
    if _SHORTENED.search(left):
        return False  # 市文化广电和旅游局
    after = joint.end()
    following = _AND.search(text, after + 1, end)
    first = text[after : following.start() if following else end].strip()
    rest = text[after : min(end, after + 2 * LONGEST_UNIT)].strip()
    head, tail = _HEAD.fullmatch(left), _TAIL.fullmatch(first)
    if (head is not None and _place_class(head) == _place_class(tail)) or _GOVERNMENT.fullmatch(first):
        return False  # 各镇和街道, 县委和政府
    return looks_like_unit(first) or looks_like_unit(_ETC.sub("", first)) or looks_like_unit(_ETC.sub("", rest))


def _trim(text: str, start: int, end: int) -> Span:
    """Take 由, 等部门, white space and stray marks off both ends."""
    lead = _LEADING.match(text, start, end)
    start = lead.end() if lead else start
    name = text[start:end]
    joint = _JOINED.match(name)
    if joint and text[start - 1 : start] in {"、", "，", ","} and looks_like_unit(name[joint.end() :]):
        start += joint.end()
        name = name[joint.end() :]
    for ending in (_TRAILING, _ETC, _TRAILING):
        name = ending.sub("", name)
    return start, start + len(name)
