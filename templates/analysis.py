"""Everything that is derived from one document value, each computed when first asked for and then kept."""

from functools import cached_property
from typing import TYPE_CHECKING

from editor.model.document import Document
from editor.model.errors import UnknownTemplate, UserError

# The parsers are imported where they are first used: compiling their patterns takes longer than opening a window.
if TYPE_CHECKING:
    from editor.model.assignments import Assignment
    from editor.model.citations import Citation, ShortForm
    from editor.model.counts import DeclaredCount
    from editor.model.outline import Section
    from editor.model.targets import Target
    from templates.coverage import Coverage
    from templates.document_kind import DocumentKind
    from templates.register import Register
    from templates.superior_plan import SuperiorPlan
    from templates.template import Template


class Analysis:
    """What checks, panels and exports read beside the document itself; made anew for every document value."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def template(self) -> "Template | None":
        """Return the template under the plan's layers and its superior's plan.

        None for a plan without a template, or with one that the library lacks.
        """
        return self.superior.template if self.superior is not None else self._library_template

    @cached_property
    def _library_template(self) -> "Template | None":
        from templates.template import load

        if not self.document.template:
            return None
        try:
            return load(self.document.template, self.document.metadata.layers)
        except UnknownTemplate:  # a plan of a newer program opens all the same, without coverage
            return None

    @cached_property
    def superior(self) -> "SuperiorPlan | None":
        """Return the superior's plan (上级方案) that this one is held against; None without one, or without use of it.

        One that does not answer to the template (somebody changed either) stays in the plan and is left alone.
        """
        kept, template = self.document.metadata.superior, self._library_template
        if kept is None or template is None:
            return None
        from templates.superior_plan import superior_plan

        try:
            return superior_plan(template, kept)
        except UserError:
            return None

    @cached_property
    def sections(self) -> "tuple[Section, ...]":
        """Return the outline (提纲)."""
        from editor.model.outline import outline

        return outline(self.document)

    @cached_property
    def coverage(self) -> "Coverage":
        """Return what became of each requirement; without rows where there is no template."""
        from templates.coverage import Coverage, cover

        if self.template is None:
            return Coverage((), (), {})
        return cover(self.document, self.sections, self.template)

    @cached_property
    def kind(self) -> "DocumentKind":
        """Return what kind of document it is (方案, 通知, 总结 …), which decides what may be asked of it."""
        from templates.document_kind import kind_of

        return kind_of(self.document, self.coverage)

    @cached_property
    def assignments(self) -> "tuple[Assignment, ...]":
        """Return who leads and who is responsible (任务分工), in document order."""
        from editor.model.assignments import assignments

        return assignments(self.document, self.sections)

    @cached_property
    def by_heading(self) -> "dict[str, tuple[Assignment, ...]]":
        """Return the assignments by the block id of the heading they govern."""
        found: dict[str, tuple[Assignment, ...]] = {}
        for assignment in self.assignments:
            if assignment.governs:
                found[assignment.governs] = (*found.get(assignment.governs, ()), assignment)
        return found

    @cached_property
    def deadlines(self) -> "dict[str, str]":
        """Return the deadlines (时限) as printed, by the block id of the heading they hold for."""
        from editor.model.deadlines import deadlines

        return deadlines(self.document, self.sections, self.assignments)

    @cached_property
    def targets(self) -> "tuple[Target, ...]":
        """Return the figures the plan sets or refers to (指标)."""
        from editor.model.targets import targets

        return targets(self.document)

    @cached_property
    def declared_counts(self) -> "tuple[DeclaredCount, ...]":
        """Return the numbers of actions, projects … that the text announces (实施5项提升行动)."""
        from editor.model.counts import declared_counts

        return declared_counts(self.document)

    @cached_property
    def citations(self) -> "tuple[Citation, ...]":
        """Return every document the plan cites."""
        from editor.model.citations import citations

        return citations(self.document)

    @cached_property
    def basis(self) -> "tuple[Citation, ...]":
        """Return the documents of the preamble (依据)."""
        from editor.model.citations import basis

        return basis(self.document)

    @cached_property
    def short_forms(self) -> "tuple[ShortForm, ...]":
        """Return the short forms the plan defines (以下简称)."""
        from editor.model.citations import short_forms

        return short_forms(self.document)

    @cached_property
    def register(self) -> "Register":
        """Return the register of units (单位库) that the plan's names are found in."""
        from templates.register import Register

        return Register(self.document.metadata)

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {block.id: position for position, block in enumerate(self.document.blocks)}

    def section_path(self, block_id: str) -> "tuple[Section, ...]":
        """Return the sections a block stands in, from level 1 down; empty for metadata and before the first heading."""
        from editor.model.outline import path_to

        position = self._positions.get(block_id)
        return () if position is None else path_to(self.sections, position)


def analyse(document: Document) -> Analysis:
    """Return the analysis of a document; nothing is computed before it is asked for."""
    return Analysis(document)
