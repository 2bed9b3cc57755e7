"""Assignments → text: write one down in a style, change the lists of one that is there and leave the rest alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from editor.model.assignment_clauses import Form, Note, Part, promote
from editor.model.assignment_notes import block_notes
from editor.model.assignment_types import Assignment, Style
from editor.model.document import Block, BlockKind, Document
from editor.model.edits import ReplaceBlocks, Transaction
from editor.model.errors import EditMismatch

_TITLE = "设置责任单位"
_LEAD_WORD = re.compile("牵头|主办|主责|主抓")
_LABELS = ("牵头单位", "责任单位")
_IS_LABEL = re.compile("(?:单位|部门|主体|机关|机构|科室|处室|股室)$")
_MARK = re.compile(r"\s?[（(][^（）()]{1,8}[）)]")
_HALF = str.maketrans("：；，（）", ":;,()")
_HALF_MARK = re.compile("[:;,(]")
_FULL_MARK = re.compile("[：；，（]")


def assignment_text(
    style: Style, lead: Sequence[str], responsible: Sequence[str], labels: tuple[str, str] = _LABELS
) -> tuple[str, ...]:
    """Return the text of an assignment in `style`: one text, two for TWO_LINES with both lists, none without units."""
    if not lead and not responsible:
        return ()
    match style:
        case Style.ONE_LINE:
            return ("。".join(_labelled(lead, responsible, labels)) + "。",)
        case Style.TWO_LINES:
            return _labelled(lead, responsible, labels)
        case Style.LABELLED_NOTE:
            return (f"（{'；'.join(_labelled(lead, responsible, labels))}）",)
        case Style.TASK_NOTE:
            return (f"（{_clauses(lead, responsible, labels, '按职责分工负责')}）",)
        case Style.HEADING:
            return (f"（由{_clauses(lead, responsible, labels, '参加' if lead else '负责')}）",)


def _labelled(lead: Sequence[str], responsible: Sequence[str], labels: tuple[str, str]) -> tuple[str, ...]:
    lists = zip(labels, (lead, responsible), strict=True)
    return tuple(f"{label}：{'、'.join(units)}" for label, units in lists if units)


def _clauses(lead: Sequence[str], responsible: Sequence[str], labels: tuple[str, str], duty: str) -> str:
    verbs = ["" if _IS_LABEL.search(label) else label for label in labels]
    verbs = [verbs[0] or "牵头", verbs[1] or duty]
    return "，".join("、".join(units) + verb for verb, units in zip(verbs, (lead, responsible), strict=True) if units)


@dataclass(frozen=True, slots=True)
class _Line:
    """One block of an assignment with the note in it."""

    index: int
    block: Block
    note: Note


def rewrite(document: Document, assignment: Assignment, lead: Sequence[str], responsible: Sequence[str]) -> Transaction:
    """Return the transaction that gives an assignment these lists, in its style and place.

    Labels, marks and the units that stay keep their text; equal lists change nothing. Raises EditMismatch where the
    assignment no longer stands in the document.
    """
    old_lists = ([unit.text for unit in assignment.lead], [unit.text for unit in assignment.responsible])
    if (list(lead), list(responsible)) == old_lists:
        return Transaction(_TITLE, ())
    lines = _lines(document, assignment)
    texts = _with_lists(lines, assignment, lead, responsible)
    if texts is None:
        texts = _written_anew(lines, assignment, lead, responsible)
    return _transaction(lines, texts)


def _lines(document: Document, assignment: Assignment) -> list[_Line]:
    lines = []
    for number, block_id in enumerate(assignment.blocks):
        found = ((i, block) for i, block in enumerate(document.blocks) if block.id == block_id)
        index, block = next(found, (-1, Block("", BlockKind.PARAGRAPH)))
        notes = block_notes(block.text, block.kind is BlockKind.HEADING)
        note = next((note for note in notes if number or note.start == assignment.start), None)
        if note is None:
            raise EditMismatch(f"no assignment at {block_id}:{assignment.start}")
        lines.append(_Line(index, block, note))
    return lines


def _with_lists(
    lines: list[_Line], assignment: Assignment, lead: Sequence[str], responsible: Sequence[str]
) -> list[str] | None:
    """Return the texts with the names exchanged list by list; None where a list would appear or become empty."""
    if bool(lead) != bool(assignment.lead) or bool(responsible) != bool(assignment.responsible):
        return None
    parts = [(number, part) for number, line in enumerate(lines) for part in line.note.parts]
    roles = promote(tuple(part for _, part in parts))
    texts = [line.block.text for line in lines]
    shares = _shares([[texts[n][a:b] for a, b in p.units] for n, p in parts], roles, lead, responsible)
    for (number, part), names in reversed(list(zip(parts, shares, strict=True))):
        if not names:
            return None
        texts[number] = _exchange(texts[number], part, names, lead)
    return texts


def _shares(
    printed: list[list[str]], roles: Sequence[Part], lead: Sequence[str], responsible: Sequence[str]
) -> list[list[str]]:
    """Deal the names out to the lists: who stood in one stays there, who is new goes to the first of the role."""
    shares: list[list[str]] = [[] for _ in printed]
    for leading, names in ((True, lead), (False, responsible)):
        homes = [i for i, part in enumerate(roles) if part.lead == leading or (leading and part.marked)]
        for name in names:
            home = next((i for i in homes if name in printed[i]), homes[0])
            shares[home].append(name)
    return shares


def _exchange(text: str, part: Part, names: Sequence[str], lead: Sequence[str]) -> str:
    """Return `text` with the names of one list exchanged; marks such as （牵头） follow their unit."""
    suffixes = {text[start:end]: _suffix(text, end) for start, end in part.units} if part.marked else {}
    mark = _suffix(text, part.marked[0][1]) if part.marked else ""
    dropped = {text[start:end] for start, end in part.marked}
    written = []
    for name in names:
        suffix = mark if name in lead else ("" if name in dropped else suffixes.get(name, ""))
        written.append(name + suffix if part.marked else name)
    start, end = part.units[0][0], part.units[-1][1]
    if part.marked:
        end += len(_suffix(text, end))
    if [text[a:b] for a, b in part.units] == list(names) and not part.marked:
        return text
    return text[:start] + _separator(text, part).join(written) + text[end:]


def _suffix(text: str, at: int) -> str:
    mark = _MARK.match(text, at)
    return mark.group() if mark else ""


def _separator(text: str, part: Part) -> str:
    if len(part.units) < 2:
        return "、"
    between = text[part.units[0][1] : part.units[1][0]]
    return between if between in {"、", "，", ",", "；", ";", "/"} else "、"


def _written_anew(
    lines: list[_Line], assignment: Assignment, lead: Sequence[str], responsible: Sequence[str]
) -> list[str]:
    """Return the texts with the notes written anew, in the form and the width of marks that they had."""
    first = lines[0]
    printed = (assignment.lead_label, assignment.responsible_label)
    form = first.note.form
    if form is Form.LABELLED_LINE and len(lines) > 1:
        anew = list(assignment_text(Style.TWO_LINES, lead, responsible, _labels(printed)))
    else:
        anew = [_inner(first, lead, responsible, printed)] if lead or responsible else []
    if _HALF_MARK.search(first.block.text, first.note.start, first.note.end) and not _FULL_MARK.search(
        first.block.text, first.note.start, first.note.end
    ):
        anew = [text.translate(_HALF) for text in anew]
    texts = [_replaced(line, text) for line, text in zip(lines, anew, strict=False)]
    return texts if anew else [_removed(first)]


def _labels(printed: tuple[str, str]) -> tuple[str, str]:
    """Return the labels to write: as printed, unless they would not say lead, or are no labels."""
    lead = printed[0] if _LEAD_WORD.search(printed[0]) and _IS_LABEL.search(printed[0]) else _LABELS[0]
    return lead, printed[1] if _IS_LABEL.search(printed[1]) else _LABELS[1]


def _inner(line: _Line, lead: Sequence[str], responsible: Sequence[str], printed: tuple[str, str]) -> str:
    start, end = line.note.inner
    if line.note.form is not Form.VERB:
        mark = "。" if line.note.form is Form.LABELLED_LINE else "；"
        return mark.join(_labelled(lead, responsible, _labels(printed)))
    by = "由" if line.block.text[start:end].lstrip().startswith("由") else ""
    verbs = (printed[0] if _LEAD_WORD.search(printed[0]) else "", printed[1])
    return by + _clauses(lead, responsible, verbs, "按职责分工负责")


def _replaced(line: _Line, text: str) -> str:
    start, end = line.note.inner
    return line.block.text[:start] + text + line.block.text[end:]


def _removed(line: _Line) -> str:
    before, after = line.block.text[: line.note.start], line.block.text[line.note.end :]
    if not before.strip(" \u3000—") or before.rstrip()[-1:] in {"。", "；"}:
        after = after.lstrip("。.；; ")
    return before.rstrip() + after


def _transaction(lines: list[_Line], texts: list[str]) -> Transaction:
    """Return the edits block by block; a line whose text is gone goes."""
    edits = []
    for number, line in reversed(list(enumerate(lines))):
        text = texts[number] if number < len(texts) else ""
        gone = not text.strip(" \u3000—。") and line.block.kind is BlockKind.PARAGRAPH
        new = () if gone else (replace(line.block, text=text),)
        if new != (line.block,):
            edits.append(ReplaceBlocks(line.index, (line.block,), new))
    return Transaction(_TITLE, tuple(edits))
