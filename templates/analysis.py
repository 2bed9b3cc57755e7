"""Everything that is derived from one document value, each computed when first asked for and then kept."""

from functools import cached_property

from editor.model.assignments import Assignment, assignments
from editor.model.citations import Citation, ShortForm, basis, citations, short_forms
from editor.model.counts import DeclaredCount, declared_counts
from editor.model.document import Document
from editor.model.errors import UnknownTemplate
from editor.model.outline import Section, outline, path_to
from editor.model.targets import Target, targets
from templates.coverage import Coverage, cover
from templates.register import Register
from templates.template import Template, load


class Analysis:
    """What checks, panels and exports read beside the document itself; made anew for every document value."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def template(self) -> Template | None:
        """Return the template with the plan's layers; None for a plan without one, or with one the library lacks."""
        if not self.document.template:
            return None
        try:
            return load(self.document.template, self.document.metadata.layers)
        except UnknownTemplate:  # a plan of a newer program opens all the same, without coverage
            return None

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Return the outline (提纲)."""
        return outline(self.document)

    @cached_property
    def coverage(self) -> Coverage:
        """Return what became of each requirement; without rows where there is no template."""
        if self.template is None:
            return Coverage((), (), {})
        return cover(self.document, self.sections, self.template)

    @cached_property
    def assignments(self) -> tuple[Assignment, ...]:
        """Return who leads and who is responsible (任务分工), in document order."""
        return assignments(self.document, self.sections)

    @cached_property
    def by_heading(self) -> dict[str, tuple[Assignment, ...]]:
        """Return the assignments by the block id of the heading they govern."""
        found: dict[str, tuple[Assignment, ...]] = {}
        for assignment in self.assignments:
            if assignment.governs:
                found[assignment.governs] = (*found.get(assignment.governs, ()), assignment)
        return found

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Return the figures the plan sets or refers to (指标)."""
        return targets(self.document)

    @cached_property
    def declared_counts(self) -> tuple[DeclaredCount, ...]:
        """Return the numbers of actions, projects … that the text announces (实施5项提升行动)."""
        return declared_counts(self.document)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Return every document the plan cites."""
        return citations(self.document)

    @cached_property
    def basis(self) -> tuple[Citation, ...]:
        """Return the documents of the preamble (依据)."""
        return basis(self.document)

    @cached_property
    def short_forms(self) -> tuple[ShortForm, ...]:
        """Return the short forms the plan defines (以下简称)."""
        return short_forms(self.document)

    @cached_property
    def register(self) -> Register:
        """Return the register of units (单位库) that the plan's names are found in."""
        return Register(self.document.metadata)

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {block.id: position for position, block in enumerate(self.document.blocks)}

    def section_path(self, block_id: str) -> tuple[Section, ...]:
        """Return the sections a block stands in, from level 1 down; empty for metadata and before the first heading."""
        position = self._positions.get(block_id)
        return () if position is None else path_to(self.sections, position)


def analyse(document: Document) -> Analysis:
    """Return the analysis of a document; nothing is computed before it is asked for."""
    return Analysis(document)
