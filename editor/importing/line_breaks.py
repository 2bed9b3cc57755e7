"""Line breaks that a crawl lost or added: a plan on one line, a heading glued to its text, a sentence cut in two."""

import re
from collections.abc import Callable, Iterator, Sequence

from editor.importing.headings import known_names
from editor.importing.lines import Line
from editor.model.outline import heading_parts, to_chinese

_LONG = 1500  # characters; a line with several parts of a plan on it is longer
_CONTINUES = re.compile(r"[，。；：、）》”’]|（以下(?:简称|称)")
_ENDED = re.compile(r"[。！？；：]\s*$")
_BEFORE_NUMBER = r"(?:(?<=[。；：！”》）)\s])|(?<=方案)|(?<=年）)|^)"
_FRONT_BREAKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<=的通知)\s*(?=各|[\u3400-\u9fff]{1,8}[〔\[（]\d{4})",
        r"(?<=\d号)\s+(?=[\u3400-\u9fff])|(?<=〕\d号)(?=[\u3400-\u9fff]{2,20}关于|各)|(?<=〕\d\d号)(?=[\u3400-\u9fff]{2,20}关于|各)",
        r"(?<=[部门单位构处府会][：:])\s*(?=\S)",
        r"(?<=。)\s*(?=[\u3400-\u9fff]{4,30}(?:政府|办公室|委员会|局|科协)\s*(?:19|20)\d\d\s*年\s*\d{1,2}\s*月)",
        r"(?<=政府|公室|员会|科协)\s*(?=(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?![前起至到]))",
        r"(?<=日)\s*(?=[（(](?:此件|联系))|(?<=公开[）)])\s*|(?<=发布[）)])\s*",
        r"(?<=\d月\d日)\s*(?=[\u3400-\u9fff]{2,30}(?:方案|规划|纲要))|(?<=月\d\d日)\s*(?=[\u3400-\u9fff]{2,30}(?:方案|规划|纲要))",
        r"(?<=方案|年）|年\))\s*(?=为(?:了|深入|全面|认真|贯彻|进一步|切实)|根据|按照)",
    )
)
_TAIL_BREAKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<=。)\s*(?=(?:牵头|责任|配合|主要责任|参加)(?:单位|部门)[：:])",
        r"(?<=[局委办会部院协队社联])\s*(?=(?:责任|配合|参加)(?:单位|部门)[：:])",
        _FRONT_BREAKS[3].pattern,
        _FRONT_BREAKS[4].pattern,
        _FRONT_BREAKS[5].pattern,
    )
)
# 行动 or 工程 ends a group's name unless the word goes on (行动计划, 工程建设, 工程师) or the clause does.
_GLUED = re.compile(
    r"[^。；]{2,28}?(?:行动|工程)(?![的、，：。；和及与等计方中力者师建设技学院纲规项指机化质量能“（《])"
)
# What text begins with and no heading goes on with.
_OPENS_TEXT = re.compile(r"“|以习近平|到?20\d\d年|坚持以|深入贯彻")
_LONGEST_CLEAR = 30


def repair_breaks(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with lost breaks put back and sentences that were cut in two joined."""
    result: list[Line] = []
    for line in lines:
        for part in _split(line):
            if result and _is_continuation(result[-1], part):
                result[-1] = _joined(result[-1], part)
            else:
                result.append(part)
    return tuple(result)


def _is_continuation(before: Line, line: Line) -> bool:
    if before.cells or line.cells or len(before.text) < 20 or _ENDED.search(before.text[-3:]):
        return False
    return _CONTINUES.match(line.text) is not None and len(before.covers) < 50


def _joined(before: Line, line: Line) -> Line:
    covers = (*before.covers, line.number, *line.covers)
    return Line(before.number, before.text + line.text, before.printed + line.printed, (), 0, covers, before.level)


def _split(line: Line) -> Iterator[Line]:
    if line.cells:
        yield line
        return
    cuts = _cuts(line.text) if len(line.text) >= _LONG else [0]
    for start, end in zip(cuts, [*cuts[1:], len(line.text)], strict=True):
        yield from _unglued(_piece(line, start, end))


def _piece(line: Line, start: int, end: int) -> Line:
    text = line.text[start:end]
    lead = len(text) - len(text.lstrip())
    last = len(text.rstrip())
    if (lead, last) == (0, len(line.text)):
        return line
    printed = line.printed[start:end][lead:last]
    return Line(line.number, text[lead:last], printed, (), 0, line.covers, line.level)


def _unglued(line: Line) -> Iterator[Line]:
    cut = _glued_end(line.text)
    pieces = [_piece(line, 0, cut), _piece(line, cut, len(line.text))] if cut else [line]
    yield from (piece for piece in pieces if piece.text)


def _glued_end(text: str) -> int:
    """Return where a numbered heading ends that its text follows without a mark, 0 where there is none."""
    parts = heading_parts(text)
    if not parts.number_level or parts.number_level > 2 or len(text) - parts.start <= _LONGEST_CLEAR:
        return 0
    title = text[parts.start : parts.start + 60]
    opening = _OPENS_TEXT.search(title)
    if opening and title[: opening.start()] in known_names():
        return parts.start + opening.start()
    if parts.end - parts.start <= _LONGEST_CLEAR:
        return 0
    match = _GLUED.match(title)
    if match:
        return parts.start + match.end()
    names = [name for name in known_names() if len(name) > 3 and title.startswith((name, f"实施{name}"))]
    longest = max((len(name) + 2 * title.startswith(f"实施{name}") for name in names), default=0)
    if not longest or re.match(r"[的、，和及与等计方：（。]", title[longest:]):
        return 0
    return parts.start + longest


def _cuts(text: str) -> list[int]:
    """Return where the lines of a text begin that lost its breaks: at its numbers, where they run in sequence."""
    cuts = {0, *_indents(text)}
    firsts = _sequence(text, 0, len(text), lambda count: rf"{_BEFORE_NUMBER}{to_chinese(count)}、")
    if len(firsts) < 2:
        return sorted(cuts)
    cuts.update(firsts)
    for pattern in _FRONT_BREAKS:
        cuts.update(match.end() for match in pattern.finditer(text, 0, firsts[0]))
    for start, end in zip(firsts, [*firsts[1:], len(text)], strict=True):
        cuts.update(_cuts_inside(text, start, end))
    for pattern in _TAIL_BREAKS:
        cuts.update(match.end() for match in pattern.finditer(text, firsts[0]))
    return sorted(cut for cut in cuts if cut < len(text))


def _cuts_inside(text: str, start: int, end: int) -> Iterator[int]:
    seconds = _sequence(text, start, end, lambda count: rf"[（(]{to_chinese(count)}[）)]")
    yield from seconds
    for low, high in zip([start, *seconds], [*seconds, end], strict=True):
        yield from _heading_end(text, low, high)
        thirds = _sequence(text, low, high, lambda count: rf"(?<![\d.]){count}[.．、](?!\d)")
        if len(thirds) > 1:
            yield from thirds


def _heading_end(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a heading on its own line ended: at white space before any mark."""
    match = re.compile(r"\S[^。，；\s]{2,34}(\s+)").match(text, start, end)
    if match:
        yield match.end()


def _indents(text: str) -> Iterator[int]:
    """Yield where paragraphs began: two full-width blanks are an indentation."""
    for match in re.finditer(r"　{2}[　\s]{0,20}|[ \t]{4,40}", text):
        yield match.end()


def _sequence(text: str, start: int, end: int, pattern: Callable[[int], str]) -> list[int]:
    """Return where the numbers 1, 2, 3 … of one form stand, each after the one before."""
    found: list[int] = []
    while len(found) < 40:
        match = re.compile(pattern(len(found) + 1)).search(text, start, end)
        if match is None:
            break
        found.append(match.start())
        start = match.end()
    return found
