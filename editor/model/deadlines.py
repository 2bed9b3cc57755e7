"""Deadlines (时限) of tasks: 「完成时限：2027年6月底前」, 「（县科协负责，2027年底前完成）」."""

import re
from collections.abc import Iterator, Sequence

from editor.model.assignment_types import Assignment
from editor.model.document import Block, BlockKind, Document
from editor.model.outline import Section, path_to

_DAY = (
    "(?:[0-9]{1,2}月(?:份|[0-9]{1,2}日)?|[上下]半年|第?[一二三四]季度)?(?:[上中下]旬)?(?:年?[底末初])?(?:以前|之前|前)?"
)
_YEAR = "(?:20[0-9]{2}|二[〇○零][一二三四五六七八九〇零]{2}|每)年"
_DATE = rf"(?:{_YEAR}{_DAY}|[“\"]?十[四五六七八]五[”\"]?(?:期末|末))"
_ONGOING = "(?:长期|持续|常年|全年)(?:坚持|推进|实施|开展|落实)?"
_LABEL = re.compile(
    r"(?:^|[\s。；;，,（(、])(?:(?:完成|办结|落实)?(?:时限|期限)(?:要求)?|(?:完成|办结)时间|时间节点)\s?[：:]\s?"
    r"(?P<when>[^。；;，,（(）)]{2,30})"
)
_DATED = re.compile(rf"{_DATE}|{_ONGOING}$")
_DONE = "(?:底?完成|建成|办结|落实到位)?"
_BY = rf"(?:到|至|截至|于|在)?(?P<when>(?:20[0-9]{{2}}年(?:至|—|－|-))?{_DATE}){_DONE}"
_IN_NOTE = re.compile(rf"[，,；;。]\s?{_BY}[。\s]*[）)]$")
_MARKS = " \u3000\t。.；;）)"
_AFTER_LINE = re.compile(rf"[，,；;。\s]*{_BY}[。；;\s]*")
_ENDING = re.compile(r"(?<=.)(?:完成|建成|办结|落实到位)$")


def is_deadline(text: str) -> bool:
    """Return whether a text, a whole line or the rest of one, states a deadline and nothing else."""
    label = _LABEL.match(text)
    if label is not None:
        return bool(labelled_deadline(text)) and not text[label.end() :].strip(_MARKS)
    return _AFTER_LINE.fullmatch(text) is not None


def labelled_deadline(text: str) -> str:
    """Return what follows 完成时限： in a text, as printed; empty where no label is followed by a date."""
    for label in _LABEL.finditer(text):
        when = _ENDING.sub("", label["when"].strip())
        if _DATED.search(when):
            return when
    return ""


def deadlines(document: Document, sections: Sequence[Section], found: Sequence[Assignment]) -> dict[str, str]:
    """Return the deadlines as printed, by the block id of the heading they hold for; the first one of a heading counts.

    Only what is labelled or ends an assignment is one: a year in the sentences of a task may be anything.
    """
    result: dict[str, str] = {}
    texts = {block.id: block.text for block in document.blocks}
    for assignment in found:
        if assignment.governs and (when := _in_assignment(assignment, texts)):
            result.setdefault(assignment.governs, when)
    owners = {at: assignment.governs for assignment in found for at in assignment.blocks}
    for heading, block in _governed(document, sections, owners):
        if when := labelled_deadline(block.text):
            result.setdefault(heading, when)
    return result


def _in_assignment(assignment: Assignment, texts: dict[str, str]) -> str:
    """Return the date at the end of a note's brackets, or behind the last unit of a line and nothing after it."""
    text = texts[assignment.block_id]
    match = _IN_NOTE.search(text[: assignment.end], assignment.start) or _AFTER_LINE.fullmatch(text, assignment.end)
    return match["when"] if match else ""


def _governed(document: Document, sections: Sequence[Section], owners: dict[str, str]) -> Iterator[tuple[str, Block]]:
    """Yield the paragraphs and headings with the heading each speaks for.

    A line that follows an assignment and says nothing but a deadline speaks for what the assignment governs.
    """
    before = ""
    for at, block in enumerate(document.blocks):
        if block.kind is BlockKind.ANNEX:
            return
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            continue
        path = path_to(sections, at)
        alone = block.kind is BlockKind.PARAGRAPH and _LABEL.match(block.text) is not None
        governs = owners.get(block.id) or (before if alone else "")
        if path:
            yield governs or path[-1].block.id, block
        before = governs
