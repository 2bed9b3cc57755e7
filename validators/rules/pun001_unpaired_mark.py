"""A bracket, title mark or quotation mark without its partner."""

import re
from collections import Counter
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_MARK = re.compile(r"[（()）《》〈〉“”〔〕【】「」『』]")
_CLOSES = {"）": "（", "》": "《", "〉": "〈", "”": "“", "〕": "〔", "】": "【", "」": "「", "』": "『"}
_FULL = {"(": "（", ")": "）"}
_NAMES = dict(
    zip(
        "（《〈“〔【「『",
        ["括号", "书名号", "单书名号", "引号", "六角括号", "方头括号", "直角引号", "直角双引号"],
        strict=True,
    )
)
_TO_FULL = str.maketrans(_FULL)
_PAIRS = tuple(opener + closer for closer, opener in _CLOSES.items())
_USUAL_DEPTH = 2
_MOST = 50  # more in one paragraph is no slip but another kind of text
# 1） and a） number an item: nothing opens them.
_ITEM = re.compile(r"(?:^|(?<=[；;。：:，、\s]))[0-9A-Za-z一二三四五六七八九十①-⑳]{1,3}[)）]")


def _is_balanced(marks: str) -> bool:
    """Return whether the marks of a text pair off within a few levels; one that nests deeper is read slowly."""
    marks = marks.translate(_TO_FULL)
    for _ in range(_USUAL_DEPTH):
        for pair in _PAIRS:
            marks = marks.replace(pair, "")
    return not marks


def _unpaired(text: str) -> Iterator[int]:
    if _is_balanced("".join(_MARK.findall(text))):
        return
    items = {match.end() - 1 for match in _ITEM.finditer(text)}
    opened: list[tuple[str, int]] = []
    waiting: Counter[str] = Counter()  # how many of each opening mark are in `opened`
    for match in _MARK.finditer(text):
        at = match.start()
        mark = _FULL.get(match.group(), match.group())
        opener = _CLOSES.get(mark)
        if opener is None:
            opened.append((mark, at))
            waiting[mark] += 1
        elif waiting[opener]:
            while opened[-1][0] != opener:
                waiting[opened[-1][0]] -= 1
                yield opened.pop()[1]
            waiting[opener] -= 1
            opened.pop()
        elif at not in items:
            yield at
    yield from (at for _, at in opened)


@rule(
    code="PUN001",
    name="unpaired-mark",
    severity=Severity.ERROR,
    scope=Scope.BLOCK,
    summary="括号、书名号或引号不成对。",
    reason="成对的符号缺一半，读者不知道括到哪里为止；常见于删改和粘贴之后。",
    source="GB/T 15834-2011 括号、书名号、引号",
    marks="（()）《》〈〉“”〔〕【】「」『』",
    examples=(
        Bad("各乡镇（含街道要按时报送。"),
        Bad("落实《科学素质纲要要求。"),
        Bad("开展“三下乡活动。"),
        Bad("新时代文明实践中心所、站）要发挥作用。"),
        Good("依托新时代文明实践中心（所、站），开展“三下乡”活动。"),
        Good("《国务院关于印发〈全民科学素质行动规划纲要（2021—2035年）〉的通知》（国发〔2021〕9号）"),
        Good("1）摸底；2）建档。"),
        Good("一）摸底；a)建档；①）评估。"),
        Good("（县（市、区）〔街道〕）"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Match every closing mark with the nearest opening one of its kind."""
    for at in sorted(_unpaired(block.text))[:_MOST]:
        mark = _FULL.get(block.text[at], block.text[at])
        side = "右" if mark in _CLOSES else "左"
        around = block.text[max(0, at - 4) : at + 8].rstrip("。")
        yield Finding(at, at + 1, f"{_NAMES[_CLOSES.get(mark, mark)]}只有{side}半边，在这里：{around}。")
