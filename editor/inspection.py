"""What the program understood of a document, as one JSON-ready dict (main.py inspect FILE --format json)."""

import re
from collections.abc import Sequence
from datetime import date

from editor.importing.importer import plan_title
from editor.importing.place import kind_of
from editor.importing.result import Imported, Role, heading_role
from editor.model.assignments import is_assignment_line
from editor.model.document import BlockKind, Document
from editor.model.outline import HeadingParts, Section, heading_parts
from templates.analysis import Analysis, analyse

_SEPARATORS = "，、,；;"
_OPENING, _CLOSING = "（(", "）)"
_SHARED_HEAD = re.compile(r"各?[市县区乡镇州盟旗]")
_SHARED_TAIL = re.compile(r"[市县区乡镇州盟旗](?:人民)?政府|[市县区乡镇州盟旗]$")
_YEAR_DASH = re.compile(r"(?<=\d)\s*(?:[—―─\-–－~～]{1,2})\s*(?=\d{4}\s*年?)")
_BODY_KIND = re.compile(r"[委办局部厅室]")
_YEAR_ZERO = re.compile(r"(?<=二)[○ＯOo0零о](?=[一二三四五六七八九〇○]{2}年)")


def inspect_document(document: Document, imported: Imported | None) -> dict[str, object]:
    """Return the understanding of `document`; lines are those of the source, or block numbers for a .nigao plan."""
    view = _View(document, imported)
    metadata = document.metadata
    years = (metadata.period_start, metadata.period_end)
    issuers = (view.printed("meta:issuer", metadata.issuer), metadata.joint_issuers)
    return {
        "kind": document_kind(document, imported),
        "issuer": "、".join(filter(None, issuers)) or None,
        "doc_number": metadata.doc_number or None,
        "notice_title": view.printed("meta:notice_title", metadata.notice_title) or None,
        "plan_title": view.plan_title() or None,
        "addressees": split_addressees(view.printed("meta:addressees", metadata.addressees)),
        "signature_date": metadata.signature_date if _is_iso(metadata.signature_date) else None,
        "availability": view.printed("meta:availability", metadata.availability) or None,
        "period": {"start": years[0], "end": years[1]} if None not in years else None,
        "lines": [{"line": line, "role": str(role)} for line, role in view.roles()],
        "sections": [view.section(section) for section in view.analysis.sections],
        "assignments": view.assignments(),
        "targets": view.targets(),
        "basis": view.basis(),
        "coverage": view.coverage(),
        "units": view.units(),
    }


def document_kind(document: Document, imported: Imported | None) -> str:
    """Return implementation-plan (实施方案), work-plan (工作方案) or other."""
    return imported.kind if imported else kind_of(plan_title(document), document.metadata.notice_title)


def split_addressees(printed: str) -> list[str]:
    """Return the bodies of a list of addressees (主送机关); 各乡、镇人民政府 is one, parentheses stay together."""
    parts: list[str] = []
    depth, start = 0, 0
    for at, char in enumerate(printed):
        depth += (char in _OPENING) - (char in _CLOSING and depth > 0)
        if char in _SEPARATORS and not depth:
            parts.append(printed[start : at + 1])
            start = at + 1
    parts.append(printed[start:])
    joined: list[str] = []
    for part in parts:
        shared = joined and _SHARED_HEAD.fullmatch(joined[-1].split("、")[-2] if "、" in joined[-1] else "")
        name = part.rstrip(_SEPARATORS + "：: ")
        one = joined and joined[-1].endswith("、") and _BODY_KIND.fullmatch(name)  # 县政府各委、办、局
        if one or (shared and joined[-1].endswith("、") and _SHARED_TAIL.match(name)):
            joined[-1] += part
        else:
            joined.append(part)
    return [text for part in joined if (text := part.strip(_SEPARATORS + "：: \n\t　"))]


def _is_iso(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:  # printed text, or nothing
        return False
    return len(text) == 10


class _View:
    """One document and its analysis, seen with the line numbers and the print of its source."""

    def __init__(self, document: Document, imported: Imported | None) -> None:
        self.document = document
        self.imported = imported
        self.analysis: Analysis = analyse(document)
        self._blocks = {block.id: block for block in document.blocks}
        self._index = {block.id: position for position, block in enumerate(document.blocks, 1)}

    def printed(self, key: str, text: str) -> str:
        """Return a text as the source prints it."""
        return self.imported.printed.get(key, text) if self.imported else text

    def line(self, block_id: str) -> int:
        """Return the source line of a block, or its number from 1."""
        if self.imported and block_id in self.imported.origin:
            return self.imported.origin[block_id]
        return self._index.get(block_id, 1)

    def parts(self, block_id: str) -> HeadingParts:
        """Return the parts of a heading as printed."""
        return heading_parts(self.printed(block_id, self._blocks[block_id].text))

    def plan_title(self) -> str:
        """Return the title of the plan as printed."""
        first = next((b for b in self.document.blocks if b.kind in (BlockKind.TITLE, BlockKind.ANNEX)), None)
        return self.printed(first.id, first.text) if first is not None and first.kind is BlockKind.TITLE else ""

    def roles(self) -> Sequence[tuple[int, Role]]:
        """Return the role of every line of the source, or of every block."""
        if self.imported:
            return sorted(self.imported.roles.items())
        return _block_roles(self.document)

    def section(self, section: Section) -> dict[str, object]:
        """Return a heading and what stands below it."""
        parts = self.parts(section.block.id)
        return {
            "level": section.level,
            "number": parts.number,
            "heading": parts.title,
            "line": self.line(section.block.id),
            "run_in": parts.run_in,
            "requirements": list(self._requirements(section.block.id)),
            "children": [self.section(child) for child in section.children],
        }

    def _requirements(self, block_id: str) -> tuple[str, ...]:
        return self.analysis.coverage.requirements_of(block_id)

    def assignments(self) -> list[dict[str, object]]:
        """Return who does what, units as printed."""
        return [
            {
                "scope": found.scope,
                "heading": self.parts(found.governs).title if found.governs else "",
                "line": self.line(found.block_id),
                "lead": [self._unit(unit.block_id, unit.start, unit.end) for unit in found.lead],
                "responsible": [self._unit(unit.block_id, unit.start, unit.end) for unit in found.responsible],
            }
            for found in self.analysis.assignments
        ]

    def _unit(self, block_id: str, start: int, end: int) -> str:
        # Restoring a mark changes no offset, so the same span holds the printed name.
        return self.printed(block_id, self._blocks[block_id].text)[start:end]

    def units(self) -> list[str]:
        """Return every distinct unit named in an assignment, in the order of first mention."""
        mentions = [unit for found in self.analysis.assignments for unit in (*found.lead, *found.responsible)]
        return list(dict.fromkeys(self._unit(unit.block_id, unit.start, unit.end) for unit in mentions))

    def targets(self) -> list[dict[str, object]]:
        """Return the numbers the plan promises, and those it starts from."""
        return [
            {
                "indicator": found.indicator,
                "comparator": str(found.comparator),
                "value": found.value,
                "unit": found.unit,
                "year": found.year,
                "frequency": found.frequency,
                "line": self.line(found.block_id),
                "kind": str(found.kind),
            }
            for found in self.analysis.targets
        ]

    def basis(self) -> list[dict[str, object]]:
        """Return the documents cited in the preamble, titles and numbers normalised, each once."""
        found = dict.fromkeys((normalise_title(entry.title), entry.doc_number) for entry in self.analysis.basis)
        return [{"title": title, "doc_number": number} for title, number in found]

    def coverage(self) -> list[dict[str, object]]:
        """Return one row per requirement of the template and its layers."""
        return [
            {
                "requirement": row.requirement.id,
                "status": str(row.status),
                "headings": [self.parts(block_id).title for block_id in row.block_ids],
            }
            for row in self.analysis.coverage.rows
        ]


def normalise_title(title: str) -> str:
    """Return a cited title with the right dash between years and 〇 in numerals; nothing else changes."""
    return _YEAR_ZERO.sub("〇", _YEAR_DASH.sub("—", title))


def _block_roles(document: Document) -> list[tuple[int, Role]]:
    roles: list[tuple[int, Role]] = []
    headed, annex = False, False
    for number, block in enumerate(document.blocks, 1):
        headed = headed or block.kind is BlockKind.HEADING
        annex = annex or block.kind is BlockKind.ANNEX
        match block.kind:
            case BlockKind.HEADING:
                role = heading_role(block.level)
            case BlockKind.TITLE:
                role = Role.ATTACHMENT_TITLE if annex else Role.PLAN_TITLE
            case BlockKind.ANNEX:
                role = Role.ATTACHMENT_TITLE
            case BlockKind.ANNEX_NOTE:
                role = Role.ATTACHMENT_NOTE
            case BlockKind.TABLE:
                role = Role.ATTACHMENT_TABLE
            case _ if is_assignment_line(block.text):
                role = Role.ASSIGNMENT
            case _:
                role = Role.PARAGRAPH if headed else Role.PREAMBLE
        roles.append((number, role))
    return roles
