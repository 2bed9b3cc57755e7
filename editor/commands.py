"""User actions as pure functions: document and place in, transaction out; None where the action makes no sense now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from editor.model import assignments as assigning
from editor.model.assignment_check import require_read_back
from editor.model.document import Block, BlockKind, Document, Metadata, clean_line, new_id
from editor.model.edits import ReplaceBlocks, Transaction, set_metadata
from editor.model.numbering import numbered
from editor.model.outline import Section, walk
from templates.analysis import Analysis
from templates.template import Need, Requirement, Template, localise
from templates.unit_matrix import MatrixUnit, Role, task_assignments, unit_key


@dataclass(frozen=True, slots=True)
class Selection:
    """The blocks the user has selected: indexes of the first and the last one; the caret stands in the last."""

    first: int
    last: int


def set_kind(document: Document, selection: Selection, kind: BlockKind, level: int = 0) -> Transaction | None:
    """Make the selected blocks titles, headings of `level` or paragraphs; headings get the number they should have."""
    old = document.blocks[selection.first : selection.last + 1]
    new = tuple(
        block if block.kind is BlockKind.TABLE else replace(block, kind=kind, level=level, text=block.text)
        for block in old
    )
    if new == old:
        return None
    edit = ReplaceBlocks(selection.first, old, new)
    changed = edit.apply(document)
    headings = {block.id for block in new if block.kind is BlockKind.HEADING}
    return Transaction("设置段落类型", (edit, *numbered(changed, headings)))


def renumber(document: Document) -> Transaction | None:
    """Give every numbered heading the number its place asks for (GB/T 9704-2012, 7.3.3)."""
    edits = numbered(document)
    return Transaction("重排标题序号", edits) if edits else None


def tie(document: Document, block_id: str, requirements: tuple[str, ...]) -> Transaction | None:
    """Tie a heading to requirements of the template by hand; it stays tied when it is renamed."""
    index = document.index(block_id)
    block = document.blocks[index]
    if block.kind is not BlockKind.HEADING or block.requirements == requirements:
        return None
    return Transaction("对应模板条目", (ReplaceBlocks(index, (block,), (replace(block, requirements=requirements),)),))


def declare_not_applicable(document: Document, requirement_id: str, declared: bool = True) -> Transaction | None:
    """Declare that a requirement does not concern the place (不涉及), or take that back."""
    now = document.metadata.not_applicable
    if (requirement_id in now) == declared:
        return None
    new = (*now, requirement_id) if declared else tuple(item for item in now if item != requirement_id)
    label = "标为不涉及" if declared else "取消不涉及"
    return Transaction(label, (set_metadata(document, "not_applicable", new),))


def set_field(document: Document, key: str, value: object, label: str = "修改公文要素") -> Transaction | None:
    """Set one field of the metadata."""
    if getattr(document.metadata, key) == value:
        return None
    return Transaction(label, (set_metadata(document, key, value),))


def set_template_field(document: Document, field_id: str, value: str) -> Transaction | None:
    """Set one of the template's own fields."""
    fields = dict(document.metadata.fields)
    if fields.get(field_id, "") == value:
        return None
    fields[field_id] = value
    return Transaction("填写模板字段", (set_metadata(document, "fields", tuple(fields.items())),))


def assign_units(
    analysis: Analysis, heading_id: str, lead: Sequence[str], responsible: Sequence[str], which: int = 0
) -> Transaction | None:
    """Write who leads and who is responsible into the text of a section, in the style the plan uses.

    `heading_id` may be a block with an assignment that no heading stands above; `which` of several is meant.
    Raises NotReadBack where the text would not say what was chosen.
    """
    document = analysis.document
    found = task_assignments(analysis, heading_id)
    if found:
        return _rewritten(document, found[which], lead, responsible)
    section = next((s for s in walk(analysis.sections) if s.block.id == heading_id), None)
    if section is None or not (lead or responsible):
        return None
    style = assigning.prevailing_style(analysis.assignments) or assigning.Style.ONE_LINE
    transaction = assigning.insert(document, section, lead, responsible, style)
    require_read_back(document, transaction, heading_id, None, lead, responsible)
    return transaction


def _rewritten(
    document: Document, assignment: assigning.Assignment, lead: Sequence[str], responsible: Sequence[str]
) -> Transaction | None:
    """Return the change of one assignment, None where it changes nothing; raises NotReadBack."""
    transaction = assigning.rewrite(document, assignment, lead, responsible)
    if transaction.apply(document) == document:
        return None
    owner = assignment.governs or assignment.block_id
    require_read_back(document, transaction, owner, assignment, lead, responsible)
    return transaction


def set_role(analysis: Analysis, task_id: str, unit: MatrixUnit, role: Role | None) -> Transaction | None:
    """Make a unit lead a task, be responsible for it, or (None) have nothing to do with it; the others stay.

    Raises NotReadBack where the text would not say so.
    """
    register = analysis.register

    def is_meant(name: str) -> bool:
        return unit_key(name, register) == unit.key

    found = task_assignments(analysis, task_id)
    lists = [([one.text for one in given.lead], [one.text for one in given.responsible]) for given in found]
    at = next((at for at, (lead, duty) in enumerate(lists) if any(map(is_meant, lead + duty))), 0)
    lead, duty = lists[at] if lists else ([], [])
    if (role is Role.LEAD and any(map(is_meant, lead))) or (role is Role.RESPONSIBLE and any(map(is_meant, duty))):
        return None
    name = next(filter(is_meant, lead + duty), unit.name)  # as it is printed there already
    lead, duty = ([other for other in names if not is_meant(other)] for names in (lead, duty))
    if role is Role.LEAD:
        lead.append(name)
    elif role is Role.RESPONSIBLE:
        duty.insert(register.place_among(name, duty), name)
    if not found:
        return assign_units(analysis, task_id, lead, duty)
    return _rewritten(analysis.document, found[at], lead, duty)


def insert_requirement(analysis: Analysis, requirement_id: str) -> Transaction | None:
    """Insert a missing requirement at its place in the template's order: heading, starting text, numbers set right."""
    template = analysis.template
    if template is None:
        return None
    requirement = template.requirement(requirement_id)
    index = _place_for(analysis, template, requirement)
    if index is None:
        return None
    blocks = tuple(_requirement_blocks(template, requirement, analysis.document.metadata))
    edit = ReplaceBlocks(index, (), blocks)
    changed = edit.apply(analysis.document)
    headings = {block.id for block in blocks if block.kind is BlockKind.HEADING}
    return Transaction(f"插入“{requirement.name}”", (edit, *numbered(changed, headings)))


def insert_paragraphs(document: Document, after: int, texts: Sequence[str], label: str) -> Transaction | None:
    """Insert texts as paragraphs after the block `after`; an empty paragraph there gives its place to them."""
    new = tuple(Block(new_id(), BlockKind.PARAGRAPH, clean_line(text)) for text in texts if text.strip())
    if not new or not 0 <= after < len(document.blocks):
        return None
    here = document.blocks[after]
    if here.kind is BlockKind.PARAGRAPH and not here.text.strip():
        return Transaction(label, (ReplaceBlocks(after, (here,), new),))
    return Transaction(label, (ReplaceBlocks(after + 1, (), new),))


def _requirement_blocks(template: Template, requirement: Requirement, metadata: Metadata) -> Iterator[Block]:
    """Yield heading and starting text of a requirement, and all that is required or recommended below it."""
    name = localise(template, requirement.name, metadata)
    texts = localise(template, requirement.starting_text, metadata).splitlines()
    if requirement.level == 3 and texts:  # a task is written as a run-in heading
        name = f"{name}。{texts.pop(0)}"
    yield Block(new_id(), BlockKind.HEADING, name, requirement.level)
    for text in texts:
        yield Block(new_id(), BlockKind.PARAGRAPH, text)
    for child in template.children(requirement.id):
        if child.need is not Need.OPTIONAL:
            yield from _requirement_blocks(template, child, metadata)


def _place_for(analysis: Analysis, template: Template, requirement: Requirement) -> int | None:
    """Return where the requirement's heading belongs: after what precedes it in the template, inside its parent."""
    siblings = template.children(requirement.parent)
    position = next(at for at, sibling in enumerate(siblings) if sibling.id == requirement.id)
    for before in reversed(siblings[:position]):
        if found := _sections_of(analysis, before.id):
            return _before_closing_assignment(analysis, max(section.end for section in found))
    for after in siblings[position + 1 :]:
        if found := _sections_of(analysis, after.id):
            return min(section.start for section in found)
    if requirement.parent is None:
        return len(analysis.document.blocks)
    parents = _sections_of(analysis, requirement.parent)
    return _before_closing_assignment(analysis, parents[0].end) if parents else None


def _sections_of(analysis: Analysis, requirement_id: str) -> list[Section]:
    ids = set(analysis.coverage.row(requirement_id).block_ids)
    return [section for section in walk(analysis.sections) if section.block.id in ids]


def _before_closing_assignment(analysis: Analysis, index: int) -> int:
    """Step back over a group's closing lines 牵头单位…责任单位…, which stay last in their group."""
    closing = {block_id for found in analysis.assignments if found.scope == "section" for block_id in found.blocks}
    blocks = analysis.document.blocks
    while index > 0 and blocks[index - 1].id in closing and blocks[index - 1].kind is BlockKind.PARAGRAPH:
        index -= 1
    return index
