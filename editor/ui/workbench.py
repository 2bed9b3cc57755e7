"""The panels and what the actions do: built when the window has been seen, wired to each other and to the text."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from editor.settings import Settings
from editor.ui.decorations import Decorations
from editor.ui.document_view import DocumentView
from editor.ui.file_actions import FileActions

if TYPE_CHECKING:
    from editor.ui.check_actions import CheckActions
    from editor.ui.edit_actions import EditActions
    from editor.ui.guidance_panel import GuidancePanel
    from editor.ui.metadata_form import MetadataForm
    from editor.ui.outline_panel import OutlinePanel
    from editor.ui.print_actions import PrintActions
    from editor.ui.problems_panel import ProblemsPanel
    from editor.ui.rule_actions import RuleActions
    from editor.ui.section_actions import SectionActions
    from editor.ui.superior_actions import SuperiorActions
    from editor.ui.table_actions import TableActions

    Doer = EditActions | SectionActions | TableActions | CheckActions | RuleActions | SuperiorActions
    Panel = OutlinePanel | GuidancePanel | MetadataForm | ProblemsPanel

DOERS = ("edits", "sections", "tables", "checks", "rules", "superiors", "prints")
PARTS = (*DOERS, "outline", "guidance", "form", "problems")


class Workbench(QObject):
    """Imports and makes its parts in steps, a part a step; what is not made yet is not there."""

    edits: "EditActions"
    sections: "SectionActions"
    tables: "TableActions"
    checks: "CheckActions"
    rules: "RuleActions"
    superiors: "SuperiorActions"
    prints: "PrintActions"
    outline: "OutlinePanel"
    guidance: "GuidancePanel"
    form: "MetadataForm"
    problems: "ProblemsPanel"

    def __init__(
        self,
        view: DocumentView,
        decorations: Decorations,
        files: FileActions,
        settings: Settings,
        finish_typing: Callable[[], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._view = view
        self._decorations = decorations
        self._files = files
        self._settings = settings
        self._finish_typing = finish_typing
        self._window = window

    def build(self) -> Iterator[None]:
        """Make and wire all parts."""
        yield from self._build_actions()
        yield from self._build_panels()
        self._wire()

    def doers(self) -> "tuple[Doer, ...]":
        """Return what changes the open plan."""
        return self.edits, self.sections, self.tables, self.checks, self.rules, self.superiors

    def panels(self) -> "tuple[Panel, ...]":
        """Return what shows the open plan."""
        return self.outline, self.guidance, self.form, self.problems

    def _build_actions(self) -> Iterator[None]:
        from editor.ui.check_actions import CheckActions
        from editor.ui.edit_actions import EditActions
        from editor.ui.rule_actions import RuleActions
        from editor.ui.section_actions import SectionActions
        from editor.ui.superior_actions import SuperiorActions
        from editor.ui.table_actions import TableActions

        yield
        self.edits = EditActions(self._view, self._finish_typing, self._window)
        self.sections = SectionActions(self._view, self._finish_typing, self._window)
        self.tables = TableActions(self._view, self._finish_typing, self._window)
        self.checks = CheckActions(self._view, self._decorations, self._finish_typing, self._window)
        self.rules = RuleActions(self._finish_typing, self._window)
        self.superiors = SuperiorActions(self._settings, self._finish_typing, self._window)
        yield
        from editor.ui.print_actions import PrintActions

        self.prints = PrintActions(self._files, self._settings, self._window)
        yield

    def _build_panels(self) -> Iterator[None]:
        from editor.ui.outline_panel import OutlinePanel

        yield
        self.outline = OutlinePanel(self._window)
        yield
        from editor.ui.guidance_panel import GuidancePanel

        self.guidance = GuidancePanel(self._window)
        yield
        from editor.ui.metadata_form import MetadataForm

        yield
        self.form = MetadataForm(self._window)
        yield
        from editor.ui.problems_panel import ProblemsPanel

        yield
        self.problems = ProblemsPanel(self._window)
        self.problems.remember_in(self._settings)
        yield

    def _wire(self) -> None:
        self._view.level_asked.connect(self.sections.shift)
        self._view.blank_asked.connect(self.checks.step_blank)
        self.sections.done.connect(self.edits.done)
        self._view.table_asked.connect(self.tables.edit, Qt.ConnectionType.QueuedConnection)  # when the key is over
        self.tables.done.connect(self.edits.done)
        self.outline.jump_requested.connect(self.checks.jump)
        self.outline.insert_requested.connect(self.edits.insert_requirement)
        self.outline.not_applicable_requested.connect(self.edits.declare_not_applicable)
        self.outline.tie_requested.connect(self.edits.tie)
        self.outline.section_dropped.connect(self.sections.drop, Qt.ConnectionType.QueuedConnection)
        self.outline.requirement_selected.connect(self.guidance.show_requirement)
        self.problems.jump_requested.connect(self.checks.jump)
        self.problems.fix_requested.connect(self.checks.fix)
        self.problems.fix_all_requested.connect(self.checks.fix_all)
        self.problems.settings_requested.connect(self.rules.choose_rules)
        self.problems.unignore_requested.connect(self.rules.unignore)
        later = Qt.ConnectionType.QueuedConnection  # a dialog opens when the menu it was chosen in has gone
        self.problems.ignore_requested.connect(self.rules.ignore, later)
        self.problems.switch_off_requested.connect(self.rules.switch_off, later)
        self.checks.ignore_wanted.connect(self.rules.ignore)
        self.checks.switch_off_wanted.connect(self.rules.switch_off)
        self.guidance.insert_requested.connect(self.edits.insert_requirement)
        self.guidance.text_requested.connect(self.edits.insert_paragraphs)
        self.form.field_changed.connect(self.edits.set_field)
        self.form.template_field_changed.connect(self.edits.set_template_field)
        self.form.units_requested.connect(self.edits.edit_units)
        self.checks.reached.connect(self.problems.show_problem)
