"""Labelled lists of units inside one text: 「牵头单位：A、B。责任单位：C」, on a line or in brackets."""

import re
from collections.abc import Iterator
from dataclasses import replace

from editor.model.assignment_clauses import VERB, Form, Note, Part, mark_units, promote, read_clauses
from editor.model.unit_lists import BRACKET, CLOSING, ETC, LONGEST_LIST, OPENING, Span, looks_like_unit, split_units

_LEAD = "(?:牵头|主办|主责|主抓)(?:负责|责任|实施|落实|组织)?"
_DUTY = "(?:责任|负责|配合|参加|参与|协办|协助|协同|承办|落实|实施|支持|联办|协作|会办)(?:责任|落实|实施)?"
_BODY = "(?:单位|部门|主体|机关|机构|科室|处室|股室)"
_KIND = "(?:各|总|主要|具体|共同|第一|其他|[省市县区旗州]级|[市县区]直)"
_LABEL = re.compile(
    rf"(?P<box>[【\[〔*]{{1,2}}(?=[^】\]〕*：:]{{2,10}}[：:]?[】\]〕*]))?(?P<name>{_KIND}?(?:"
    rf"(?:牵头|主办|责任)(?:及|和|与|、|/|[（(])(?:责任|配合|参与|协办)[）)]?{_BODY}"
    rf"|(?P<lead>(?:责任)?{_LEAD}{_BODY}?)|{_DUTY}{_BODY}|配合|协办|参加|参与|协同"
    r"|(?P<plan>(?:任务|责任|职责|工作)?分工)))"
    r"(?:[（(](?:部门|单位|科室|责任人|排名不分先后)[）)])?\s{0,3}(?P<colon>[】\]〕*]{0,2}\s{0,3}[：:﹕][】\]〕*]{0,2}|(?(box)[】\]〕*]{1,2}|(?<=\s)))"
)
_OTHER_LABEL = re.compile(r"[\s；;，,、。]\s{0,8}[\u4e00-\u9fff]{2,8}[：:]")
_AFTER = re.compile(rf"(?:{ETC})?(?:[（(][^（）()]{{1,30}}[）)])?")
_BETWEEN = re.compile(r"[\s。；;，,、.*（）()]*")
_UNIT_BEFORE = "局委部办会院联协府心校站队司道镇）)"
_NO_ITEM = re.compile(r"[的要将须并把为被是了0-9]|应(?!急)|时限|时间|期限|联系|电话")


def labelled_notes(text: str) -> Iterator[Note]:
    """Yield the runs of labelled lists that follow each other, each as one note."""
    run: list[Part] = []
    run_end = 0
    labels = [label for label in _LABEL.finditer(text) if _opens(text, label)]
    limits = [*(label.start() for label in labels[1:]), len(text)]
    for label, limit in zip(labels, limits, strict=False):
        end = _content_end(text, label.end(), limit)
        parts = _listed(text, label, end)
        if run and not (parts and _continues(text, run, label)):
            yield from _note(text, run, run_end)
            run = []
        run += parts
        run_end = end
    yield from _note(text, run, run_end)


def _opens(text: str, label: re.Match[str]) -> bool:
    """Return whether a label can stand here: after a mark, or where the list before it ran into it."""
    before = text[max(0, label.start() - 4) : label.start()]
    free = not before or not "\u4e00" <= before[-1] <= "\u9fff"
    if label["colon"]:
        return free or before[-1] in _UNIT_BEFORE
    return free and (not before or before[-1] in OPENING + " \u3000\t。；;")


def _content_end(text: str, start: int, limit: int) -> int:
    """Return where a list ends at the latest: full stop, closing bracket of one that was open before, next label."""
    limit = min(limit, start + LONGEST_LIST)
    stop = min((at for mark in "。！？" if (at := text.find(mark, start, limit)) >= 0), default=limit)
    depth = 0
    for mark in BRACKET.finditer(text, start, stop):
        depth += 1 if mark["open"] else -1
        if depth < 0:
            return mark.start()
    return stop


def _listed(text: str, label: re.Match[str], stop: int) -> tuple[Part, ...]:
    """Return what follows a label: usually one list; several parts where verbs give the roles."""
    other = _OTHER_LABEL.search(text, label.end(), stop)
    end = other.start() if other else stop
    parts = read_clauses(text, label.end(), end) if VERB.search(text, label.end(), end) else ()
    if len(parts) > 1 or (parts and label["plan"]):
        return (replace(parts[0], start=label.start()), *parts[1:])
    units = parts[0].units if parts else _items(text, label, end)
    if not units or label["plan"]:
        return ()
    lead = bool(label["lead"]) or any(part.lead for part in parts)
    spans, marked = mark_units(text, units)
    after = _AFTER.match(text, units[-1][1], end)
    end = parts[0].end if parts else (after.end() if after else units[-1][1])
    return (Part(label["name"], lead, spans, label.start(), end, () if lead else marked),)


def _items(text: str, label: re.Match[str], end: int) -> tuple[Span, ...]:
    """Return the names up to the first item that is prose; none where most do not look like units."""
    units: list[Span] = []
    for start, after in split_units(text, label.end(), end):
        name = text[start:after]
        if not looks_like_unit(name) and (len(name) > 10 or _NO_ITEM.search(name)):
            break
        units.append((start, after))
    known = sum(looks_like_unit(text[start:after]) for start, after in units)
    enough = known == len(units) if not label["colon"] else 2 * known >= len(units)
    return tuple(units) if known and enough else ()


def _continues(text: str, run: list[Part], label: re.Match[str]) -> bool:
    """Return whether a label goes on with the run: only marks between, and neither a second lead nor the same label."""
    if not _BETWEEN.fullmatch(text, run[-1].end, label.start()):
        return False
    return not (label["lead"] and any(part.lead for part in run)) and label["name"] not in {part.label for part in run}


def _note(text: str, run: list[Part], stop: int) -> Iterator[Note]:
    labels = "".join(part.label for part in run)
    if not run or ("承办" in labels and "主办" in labels):  # the foot of a web page: 主办：… 承办：…
        return
    start, end = run[0].start, run[-1].end
    opening = start
    while opening > 0 and text[opening - 1] in " \u3000\t":
        opening -= 1
    closed = text[stop : stop + 1]
    form, outer = Form.LABELLED_LINE, (start, end)
    if opening > 0 and text[opening - 1] in OPENING and (not closed or closed in CLOSING):
        form, outer = Form.LABELLED_NOTE, (opening - 1, stop + len(closed))
    yield Note(*outer, (start, end), form, promote(tuple(run)))
