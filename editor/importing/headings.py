"""Headings among the lines of a plan's body: numbered, dashed, on their own line, and run-in without any number."""

import re
from collections.abc import Sequence
from functools import lru_cache

from editor.importing.page import Page
from editor.importing.result import heading_role
from editor.importing.wording import squeeze
from editor.model.outline import heading_parts
from editor.model.script import simplified
from templates.template import DEFAULT_TEMPLATE, load

MAX_TITLE = 50  # characters before the first 。; a longer first sentence is text
_LONGEST_TITLE = 120  # of a heading whose neighbours are clearly headings
_RUN_IN_TITLE = 34
_OWN_LINE = 30
_STATEMENT = re.compile(
    r"[^一二三四五六七八九]是(?!非)|^(?:到|截至|目前|近年|同时|此外|我[县市区省州]|“|全[县市区省州国]|\d|通过|当前|其中|另外)"
)
_VERB = re.compile(
    r"(?:将|把|实施|加强|推进|提升|提高|建立|完善|健全|开展|深化|强化|培育|培养|弘扬|树立|发挥|拓展|丰富|推动|深入|构建|打造|优化|促进|扩大|"
    r"创新|建设|落实|组织|引导|培树|增强|统筹|做好|普及|壮大|支持|鼓励|规范|营造|广泛|大力|积极|持续|着力|突出|坚持|搭建|聚焦|提质|繁荣|激发|"
    r"加快|加大|充实|整合|用好|办好|抓好|完成|夯实|注重|倡导|探索|改善|在.{2,12}中|对)"
)
_NOUN_END = re.compile(
    r"(?:行动|工程|计划|机制|体系|建设|教育|培训|能力|服务|作用|水平|素质|资源|品牌|队伍|要求|理念|观念|责任|合作|交流|设施|科普)$"
)
_OWN_LINE_END = re.compile(
    r"(?:行动|工程|要求|目标|原则|任务|措施|保障|前言|引言|意义|思想|形势|现状|基础|机制|条件|组织|实施|计划|体系|建设|步骤|安排|分工|指标|背景|附则|重点|领导|评估|提升|创新|培训|宣传)$"
)
_FIGURE = re.compile(r"\d\s*[%％]|\d{2,}\s*[个人次家所名场项]|到20\d\d年")
_LIST_END = re.compile(r"[；;]$")


def label_headings(page: Page, start: int, end: int) -> None:
    """Decide which open lines between `start` and `end` are headings, and of which level; the others stay open."""
    body = page.free(start, end)
    levels = _numbered_levels(page, body)
    for at, level in levels.items():
        page.mark(at, heading_role(level))
    _label_own_lines(page, body)
    _label_dashes(page, body)
    _label_run_in(page, body)


def _numbered_levels(page: Page, body: Sequence[int]) -> dict[int, int]:
    """Return the level of every numbered line that is a heading; siblings decide where the line itself does not."""
    parts = {at: heading_parts(page.text(at)) for at in body if not page.lines[at].cells}
    numbered = {at: found.number_level for at, found in parts.items() if found.number_level}
    # 第一部分 and 第一章 stand above 一、; everything else moves one down.
    chapters = {at for at in numbered if parts[at].number.startswith("第")}
    if len(chapters) > 1 and len(chapters) < len(numbered):
        numbered = {at: level if at in chapters else min(level + 1, 4) for at, level in numbered.items()}
    levels: dict[int, int] = {}
    for group in _siblings(numbered):
        clear = {at for at in group if is_title(page.text(at))}
        enough = len(clear) * 2 >= len(group)
        for at in group:
            known = at in clear and (enough or numbered[at] <= 2)
            if known or (enough and _could_be_title(page.text(at))):
                levels[at] = numbered[at]
    return levels


def _siblings(numbered: dict[int, int]) -> list[list[int]]:
    """Return runs of numbered lines of one level without a higher one between them."""
    groups: list[list[int]] = []
    open_groups: dict[int, list[int]] = {}
    for at, level in numbered.items():
        open_groups = {other: group for other, group in open_groups.items() if other <= level}
        if level not in open_groups:
            open_groups[level] = []
            groups.append(open_groups[level])
        open_groups[level].append(at)
    return groups


def is_title(text: str) -> bool:
    """Return whether a numbered line reads like a heading: short up to its first 。, no list item, no statement."""
    parts = heading_parts(text)
    title = text[parts.start : parts.end]
    if _LIST_END.search(text) or not title:
        return False
    if len(title) > MAX_TITLE:
        return re.match(r"[^。，；]{2,24}(?:[：:]|[ 　]+\S)", title) is not None
    if not parts.run_in and text.rstrip().endswith("。") and _is_sentence(title, parts.number_level):
        return False
    return "；" not in title


def _is_sentence(title: str, level: int) -> bool:
    """Return whether a line that ends with 。 and goes no further is an item of a list: a figure, or clauses."""
    return bool(_FIGURE.search(title)) or ("，" in title and len(title) > (18 if level > 2 else 25))


def _could_be_title(text: str) -> bool:
    parts = heading_parts(text)
    return 0 < parts.end - parts.start <= _LONGEST_TITLE and not _LIST_END.search(text)


def _label_dashes(page: Page, body: Sequence[int]) -> None:
    """Take ——标题。正文 for a heading one below the heading it stands under, unless its neighbours are list items."""
    level = 0
    groups: list[tuple[int, list[int]]] = []
    for at in body:
        role = page.roles[at]
        if role is not None and role.heading_level and not heading_parts(page.text(at)).mark:
            level = role.heading_level
            groups.append((min(level + 1, 4), []))
        elif role is None and level and heading_parts(page.text(at)).mark:
            groups[-1][1].append(at)
    for below, dashed in groups:
        titles = [at for at in dashed if _is_dashed_title(page.text(at))]
        if 2 * len(titles) > len(dashed):
            for at in titles:
                page.mark(at, heading_role(below))


def _is_dashed_title(text: str) -> bool:
    parts = heading_parts(text)
    if not parts.mark or _LIST_END.search(text):
        return False
    if not parts.run_in and text.rstrip().endswith("。") and (_FIGURE.search(parts.title) or "，" in parts.title):
        return False
    limit = MAX_TITLE if parts.run_in else _OWN_LINE
    return 0 < parts.end - parts.start <= limit and "；" not in parts.title


def _label_own_lines(page: Page, body: Sequence[int]) -> None:
    """Take short lines between paragraphs for headings without a number."""
    below = _numbered_below(page, body)
    above = 0
    for position, at in enumerate(body):
        role = page.roles[at]
        if role is not None and role.heading_level and heading_parts(page.text(at)).number:
            above = role.heading_level
        elif role is None and position + 1 < len(body) and _is_own_line(page, body, position):
            page.mark(at, heading_role(_own_line_level(page, at, above, below[position])))


def _numbered_below(page: Page, body: Sequence[int]) -> list[int | None]:
    """Return for every position of `body` the next numbered heading after it."""
    found: list[int | None] = []
    following: int | None = None
    for at in reversed(body):
        found.append(following)
        role = page.roles[at]
        if role is not None and role.heading_level and heading_parts(page.text(at)).number:
            following = at
    return found[::-1]


def _is_own_line(page: Page, body: Sequence[int], position: int) -> bool:
    at = body[position]
    line, text = page.lines[at], page.text(at)
    if line.cells or heading_parts(text).mark or not 2 <= len(text) <= 2 * _OWN_LINE:
        return False
    name = squeeze(text) in known_names()
    if re.search(r"[。；：，、！？…]", text.rstrip("。")) and not line.level and not name:
        return False
    before = page.text(body[position - 1]) if position else ""
    role_before = page.roles[body[position - 1]] if position else None
    broken_off = bool(before) and not re.search(r"[。！？）：；”]$", before) and role_before is None
    if line.level:
        return True
    follows = page.text(body[position + 1])
    return (
        len(text) <= _OWN_LINE
        and not broken_off
        and not text.endswith("。")
        and (name or _OWN_LINE_END.search(simplified(text)) is not None)
        and (len(follows) > len(text) or page.roles[body[position + 1]] is not None)
    )


def _own_line_level(page: Page, at: int, above: int, below: int | None) -> int:
    """Return the level between the numbered headings around: above a list that starts anew, else one deeper."""
    role = page.roles[below] if below is not None else None
    if below is not None and role is not None:
        if heading_parts(page.text(below)).ordinal == 1:
            return max(role.heading_level - 1, 1)
        if role.heading_level == 1 and not above:
            return 1
    if not above and page.lines[at].level:
        return page.lines[at].level
    return min(above + 1, 4)


def run_in_title(text: str) -> str:
    """Return what could be an unnumbered run-in heading (将弘扬…。坚持…): short, one clause, text after it."""
    stop = text.find("。", 0, _RUN_IN_TITLE + 1)
    if stop < 4 or len(text) - stop < 15:
        return ""
    title = text[:stop]
    if re.search(r"[，；：！？,;:（(《\d%％\t]", title):
        return ""
    return title


def _is_strong(title: str) -> bool:
    if not title or _STATEMENT.search(title):
        return False
    return _VERB.match(title) is not None or _NOUN_END.search(title) is not None or title in known_names()


@lru_cache(maxsize=1)
def known_names() -> frozenset[str]:
    """Return the names that the national template gives its parts, groups and tasks, with their synonyms."""
    requirements = load(DEFAULT_TEMPLATE).requirements
    return frozenset(name for entry in requirements for name in (entry.name, *entry.synonyms))


def _label_run_in(page: Page, body: Sequence[int]) -> None:
    """Take paragraphs that open with a short clause for headings, where the sections of the plan are built so."""
    sections = _leaf_sections(page, body)
    built = []
    for level, lines in sections:
        strong = [at for at in lines if _is_strong(run_in_title(page.text(at)))]
        built.append((level, lines, strong, len(strong) >= 2 and len(strong) * 2 >= len(lines) - 1))
    habit = sum(1 for *_, fits in built if fits)
    for level, lines, strong, fits in built:
        if not fits and not (level > 1 and habit >= 2 and strong and _all_but_first(lines, strong)):
            continue
        for position, at in enumerate(lines):
            title = run_in_title(page.text(at))
            if at in strong or (habit >= 2 and position and title and not _STATEMENT.search(title)):
                page.mark(at, heading_role(min(level + 1, 4)))


def _all_but_first(lines: Sequence[int], strong: Sequence[int]) -> bool:
    return set(lines[1:]) <= set(strong)


def _leaf_sections(page: Page, body: Sequence[int]) -> list[tuple[int, list[int]]]:
    """Return level and open paragraphs of every heading that no deeper heading follows."""
    sections: list[tuple[int, list[int]]] = []
    current: list[int] | None = None
    for at in body:
        role = page.roles[at]
        if role is not None and role.heading_level:
            if current is not None and sections[-1][0] < role.heading_level:
                sections[-1][1].clear()
            current = []
            sections.append((role.heading_level, current))
        elif role is None and current is not None and not page.lines[at].cells:
            current.append(at)
    return [(level, lines) for level, lines in sections if lines]
