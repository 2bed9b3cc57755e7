"""What a note consists of, and clauses that give units a role by a verb: 「A牵头，B按职责分工负责」."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from editor.model.unit_lists import Span, looks_like_unit, split_units


class Form(StrEnum):
    """How a note is written."""

    LABELLED_LINE = "labelled-line"  # 牵头单位：A。责任单位：B
    LABELLED_NOTE = "labelled-note"  # （牵头单位：A；责任单位：B）
    VERB = "verb"  # （A牵头，B按职责分工负责）, also without brackets


@dataclass(frozen=True, slots=True)
class Part:
    """One list of units with its role; offsets are characters into the text."""

    label: str  # as printed: 牵头单位, or a verb: 按职责分工负责
    lead: bool  # 牵头 or 责任
    units: tuple[Span, ...]
    start: int  # where the part starts, a label before the list included
    end: int  # where it ends, 等部门 and a verb after the list included
    marked: tuple[Span, ...] = ()  # those of `units` that lead by a 「（牵头）」 after the name


@dataclass(frozen=True, slots=True, eq=False)
class Note:
    """One assignment as it stands in one text; `start` and `end` take the brackets in, `inner` does not.

    Compared by identity: each text is read once and what was read is kept.
    """

    start: int
    end: int
    inner: Span
    form: Form
    parts: tuple[Part, ...]


_HOW = "(?:分别|共同|联合|协同|具体|各自|一起|主要|分工|直接|密切|按){0,2}"
_DO = (
    "(?:组织|抓好|做好)?(?:负责|落实|配合|参与|参加|协助|协办|承办|支持|实施|协同|协作|推进|承担|到位){1,3}"
    "(?:工作|到位)?"
)
_FUNCTION = (
    "(?:按照|按|依照|依据|依|根据)(?:各自)?(?:工作|部门|单位)?(?:职责|职能|责任|任务|分工){1,2}"
    "(?:范围|权限|要求)?(?:[和及与](?:任务|职责)?分工)?(?:内)?"
)
_LEADS = (
    "(?:(?:负责)?(?:牵头|主办|主抓|抓总)(?:负责|组织|落实|实施|推进|推动|抓好|协调|统筹|总协调|开展|抓总|办理){0,2}"
    "|为(?:牵头|主办)(?:单位|部门)|为主)"
)
_SERVES = "为(?:责任|配合|参加|参与|协办)(?:单位|部门)"
VERB = re.compile(
    rf"(?:[，,]\s?)?(?:(?P<with>会同)|(?:(?P<lead>{_HOW}{_LEADS})|(?P<function>{_HOW}{_FUNCTION}{_HOW}(?:{_DO})?)"
    rf"|(?P<duty>{_HOW}{_DO}|{_SERVES}))(?=[，,；;。、\s]|$))"
)
_MARK = re.compile(
    r"\s?[（(]\s?(?:(?P<lead>(?:牵头|主办|主责)(?:单位|部门)?)|(?:配合|协办|参与|责任)(?:单位|部门)?"
    r"|(?:排|列|下同|联系|电话)[^（）()]{0,24})\s?[）)]$"
)
# What may follow the verbs: a time limit, or who of the list leads (排第一位的为牵头单位，下同).
_COMMENT = re.compile(
    r"[，,；;。]\s?(?:[^，,；;。、（）()]{0,4}(?:20\d\d|每)年[^，,；;、（）()]{0,16}|长期[^，；、]{0,6}|持续[^，；、]{0,6}"
    r"|(?:排|列|以下)[^；;]{2,30}|下同)[。]?$"
)
_GAP = re.compile(r"[\s，,；;。、]*")
_SUPPORTING = re.compile("配合|参加|参与|协办|协助|协同|支持|协作|会办|联办")


def read_clauses(text: str, start: int, end: int) -> tuple[Part, ...]:
    """Return the parts that `text[start:end]` consists of; empty unless all of it is lists of units with verbs."""
    comment = _COMMENT.search(text, max(start, end - 60), end)
    end = comment.start() if comment else end
    parts: list[Part] = []
    at = start
    for verb in VERB.finditer(text, start, end):
        part = _part(text, at, verb)
        if part is None:
            return ()
        parts.append(part)
        gap = _GAP.match(text, verb.end(), end)
        at = gap.end() if gap else verb.end()
    if at < end and parts:
        rest = split_units(text, at, end)
        if not parts[0].lead or not _plausible(text, rest, sure=False):
            return ()
        parts.append(Part("", False, rest, rest[0][0], end))
    return tuple(parts)


def _part(text: str, at: int, verb: re.Match[str]) -> Part | None:
    units = split_units(text, at, verb.start())
    if not _plausible(text, units, sure=verb.lastgroup == "function"):
        return None
    spans, marked = mark_units(text, units)
    lead = verb.lastgroup in {"lead", "with"}
    return Part(verb.group().lstrip("，, "), lead, spans, spans[0][0], verb.end(), () if lead else marked)


def _plausible(text: str, units: tuple[Span, ...], *, sure: bool) -> bool:
    """Return whether these are units: all, or most of a long list, or half before 按职责分工负责, the rest short."""
    known = sum(looks_like_unit(text[start:end]) for start, end in units)
    if not units or known == len(units):
        return bool(units)
    most = 2 * known >= len(units) if sure else len(units) > 3 and 4 * known >= 3 * len(units)
    return most and all(end - start <= 12 or looks_like_unit(text[start:end]) for start, end in units)


def mark_units(text: str, units: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the units without 「（牵头）」 and the like after them, and those that lead by such a mark."""
    spans: list[Span] = []
    leading: list[Span] = []
    for start, end in units:
        mark = _MARK.search(text[start:end])
        span = (start, start + mark.start()) if mark else (start, end)
        spans.append(span)
        if mark and mark["lead"]:
            leading.append(span)
    return tuple(spans), tuple(leading)


def promote(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts with the first as lead where nobody is named lead but others only support: 负责 … 配合."""
    first = parts[0]
    if any(part.lead or part.marked for part in parts) or _SUPPORTING.search(first.label):
        return parts
    supported = any(_SUPPORTING.search(part.label) for part in parts[1:])
    if not supported or "职责" in first.label or "分工" in first.label:
        return parts
    return (replace(first, lead=True), *parts[1:])
