"""A superior's plan (上级方案) as a layer: its outline, its own tasks, its targets and the wording of its lists."""

import re
from collections.abc import Iterator
from typing import Any

from editor.model.document import BlockKind, Level
from editor.model.errors import UserError
from editor.model.outline import Section, walk
from templates.analysis import Analysis
from templates.coverage import Row, Status
from templates.matching import core
from templates.requirement import Need, Requirement, Template
from templates.requirement_tree import RequirementTree, tree_of

_TASK_PARTS = ("A", "P")  # 提升行动, 重点工程: what a superior adds elsewhere is its own affair
_GROUP, _TASK = 2, 3  # heading levels
_FEWEST_GROUPS = 3  # actions and projects that a plan of this kind has at least
_LONGEST_TITLE = 40  # a longer heading is a whole sentence, no name
_FIRST_ID, _LAST_ID = 21, 99  # numbers of what a superior adds: the nation and the provinces use those below
_LEVELS = {Level.PROVINCE: "province", Level.CITY: "city", Level.COUNTY: "city"}
_CLAUSE = re.compile(r"[^，。；：！？（）()【】\s]{8,80}")
_OF_UNITS = re.compile(r"[局委办]、|、(?:团?[省市县区]|各|有关)|[《》〔〕0-9]")


def superior_layer(analysis: Analysis) -> dict[str, Any]:
    """Return an imported superior's plan as a layer of the template it was analysed with, in the library's own form.

    Raises UserError for a document in which hardly any action or project of the template is found.
    """
    template = analysis.template
    tree = tree_of(template) if template else None
    if template is None or tree is None or _groups_found(analysis) < _FEWEST_GROUPS:
        raise UserError(
            f"“{_title(analysis) or '这份文件'}”里没有几项与国家纲要对应的行动、工程，不能作为上级方案对照。",
            "请选择上级印发的实施方案全文。",
        )
    layer = {
        "kind": "layer",
        "name": analysis.document.metadata.place or "上级方案",
        "template": template.id,
        "change": dict(_changes(analysis)),
        "add": list(_additions(analysis, tree)),
        "drop": _dropped(analysis, tree),
        "targets": list(_targets(analysis, template)),
        "documents": list(_documents(analysis)),
        "enumerations": list(enumerations(analysis)),
    }
    import hashlib  # OpenSSL, which a plan without a superior's need not load

    digest = hashlib.sha256(repr(layer).encode()).hexdigest()[:12]
    return {"id": f"superior-{digest}", **layer}


def clauses(text: str) -> Iterator[re.Match[str]]:
    """Yield the clauses of a text that list things, with their places; lists of units and figures are none."""
    for match in _CLAUSE.finditer(text) if "、" in text else ():
        if "、" in match.group() and not _OF_UNITS.search(match.group()):
            yield match


def enumerations(analysis: Analysis) -> tuple[str, ...]:
    """Return the clauses of a plan that list at least three things, each once."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING)
    texts = (block.text for block in analysis.document.blocks if block.kind in kinds)
    found = (match.group() for text in texts for match in clauses(text))
    return tuple(dict.fromkeys(clause for clause in found if clause.count("、") > 1))


def _groups_found(analysis: Analysis) -> int:
    return sum(
        bool(row.block_ids) and row.requirement.level == _GROUP and row.requirement.id.startswith(_TASK_PARTS)
        for row in analysis.coverage.rows
    )


def _title(analysis: Analysis) -> str:
    titles = []
    for block in analysis.document.blocks:
        if block.kind is BlockKind.TITLE:
            titles.append(block.text.strip())
        elif titles:
            break
    return "".join(titles)


def _changes(analysis: Analysis) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what the superior calls a requirement, and that it wants what the nation leaves open."""
    sections = {section.block.id: section for section in walk(analysis.sections)}
    for row in analysis.coverage.rows:
        entry = row.requirement
        if not row.block_ids or entry.level == 1:
            continue
        change: dict[str, Any] = {}
        name = _own_name(sections.get(row.block_ids[0]), row) if len(row.block_ids) == 1 else ""
        if name:
            change = {"name": name, "verified": True}
        if entry.need is Need.OPTIONAL and entry.id.startswith(_TASK_PARTS):
            change["need"] = str(Need.RECOMMENDED)
        if change:
            yield entry.id, change


def _own_name(section: Section | None, row: Row) -> str:
    """Return what the superior calls a requirement where that is another name; leading verbs are none."""
    if section is None or section.level != row.requirement.level or row.status is Status.MERGED:
        return ""
    return section.title if _is_name(section.title) and core(section.title) != core(row.requirement.name) else ""


def _is_name(title: str) -> bool:
    """Return whether a heading names something: no sentence, and no braces, which the library fills in."""
    return 1 < len(title) <= _LONGEST_TITLE and "{" not in title and "}" not in title


def _additions(analysis: Analysis, tree: RequirementTree) -> Iterator[dict[str, Any]]:
    """Yield the superior's own groups and tasks, those of an added group after it."""
    extras = set(analysis.coverage.extras)
    known: dict[str, str] = {}  # heading → the id of what it answers to, or was added for it
    used: dict[str, int] = {}
    for section in walk(analysis.sections):
        ties = [name for name in analysis.coverage.requirements_of(section.block.id) if name in tree.by_id]
        if ties:
            known[section.block.id] = ties[0]
        elif section.block.id in extras and section.level in (_GROUP, _TASK):
            parent = _parent(analysis, section, known)
            if parent is None or not _is_name(section.title):
                continue
            number = used.get(parent, _FIRST_ID - 1) + 1
            if number > _LAST_ID:
                continue
            used[parent] = number
            known[section.block.id] = f"{parent}{'.' if section.level == _TASK else ''}{number}"
            yield _addition(section, known[section.block.id], parent)


def _parent(analysis: Analysis, section: Section, known: dict[str, str]) -> str | None:
    """Return the action or project part, or the group, under which a heading of the superior stands."""
    path = analysis.section_path(section.block.id)
    above = known.get(path[-2].block.id, "") if len(path) > 1 else ""
    fits = len(above) == 1 if section.level == _GROUP else len(above) > 1 and "." not in above
    return above if above.startswith(_TASK_PARTS) and fits else None


def _addition(section: Section, new_id: str, parent: str) -> dict[str, Any]:
    return {
        "id": new_id,
        "after": parent,
        "name": section.title,
        "level": section.level,
        "parent": parent,
        "need": str(Need.RECOMMENDED),
        "verified": True,
        "guidance": "这是上级方案自己列的内容，国家纲要没有；本地有相应工作的，照上级的名称写。",
        "questions": [],
        "leads": [],
        "partners": [],
        "starting_text": [],
        "synonyms": [],
        "keywords": [],
    }


def _dropped(analysis: Analysis, tree: RequirementTree) -> list[str]:
    """Return what the superior leaves out, the topmost of each branch of which it has nothing."""
    there = {row.requirement.id for row in analysis.coverage.rows if row.block_ids}
    for name in list(there):
        there.update(above.id for above in tree.ancestors(tree.by_id[name]))
    return [entry.id for entry in tree.every if entry.id not in there and _is_top(entry, there)]


def _is_top(entry: Requirement, there: set[str]) -> bool:
    return entry.parent is None or entry.parent in there


def _targets(analysis: Analysis, template: Template) -> Iterator[dict[str, Any]]:
    """Yield the shares (%) that the superior sets or starts from; other figures depend on the size of a place."""
    ids = {entry.id for entry in template.requirements}
    seen: set[tuple[str, int, str]] = set()
    for target in analysis.targets:
        key = (target.indicator, target.year or 0, target.kind)
        usable = target.unit == "%" and target.year is not None and target.kind in ("target", "baseline")
        if not usable or not target.indicator or key in seen:
            continue
        seen.add(key)
        yield {
            "indicator": target.indicator,
            "comparator": target.comparator,
            "value": target.value,
            "unit": target.unit,
            "year": target.year,
            "kind": target.kind,
            "source": _source(analysis),
            "requirement": "G3" if "G3" in ids else template.requirements[0].id,
        }


def _source(analysis: Analysis) -> str:
    number = analysis.document.metadata.doc_number
    title = _title(analysis)
    return f"上级方案《{title}》{f'（{number}）' if number else ''}" if title else "上级方案"


def _documents(analysis: Analysis) -> Iterator[dict[str, Any]]:
    metadata = analysis.document.metadata
    title = _title(analysis)
    if not title:
        return
    dated = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", metadata.signature_date) is not None
    document: dict[str, Any] = {
        "title": title,
        "doc_number": metadata.doc_number,
        "date": metadata.signature_date if dated else "",
        "level": _LEVELS[metadata.level],
        "verified": True,
    }
    if metadata.period_start and metadata.period_end and 2000 <= metadata.period_start <= metadata.period_end <= 2100:
        document["period"] = [metadata.period_start, metadata.period_end]
    yield document
