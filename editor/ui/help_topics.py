"""Which page of the help belongs to which part of the window: one table, by the name of the class."""

from PySide6.QtWidgets import QWidget

from editor.ui.late_panel import LatePanel

TOPICS = {
    # the text and what lies over the window
    "DocumentView": "text",
    "FindBar": "find",
    "CommandPalette": "palette",
    "StartPage": "start",
    "TourCard": "start",
    "MainWindow": "start",
    # panels
    "OutlinePanel": "outline",
    "GuidancePanel": "guidance",
    "MetadataForm": "metadata",
    "ProblemsPanel": "problems",
    "PreviewPanel": "preview",
    "PreviewHolder": "preview",
    "MatrixPanel": "matrix",
    "TargetsPanel": "targets",
    # dialogs
    "AssignmentPopover": "assignment",
    "BatchDialog": "batch",
    "ChoiceDialog": "insert",
    "CompareDialog": "compare",
    "ExcerptsDialog": "excerpts",
    "ExportDialog": "export",
    "HelpWindow": "start",
    "IgnoreDialog": "problems",
    "Listing": "import",
    "NewPlanWizard": "new",
    "PasteDialog": "units",
    "ProgressBox": "files",
    "ReplacePreview": "find",
    "RuleHelp": "problems",
    "RuleSettingsDialog": "rules",
    "TableEditor": "tables",
    "TableSizeDialog": "tables",
    "UnitEditor": "units",
    "WordCountDialog": "count",
}
_FIRST = "start"


def topic_of(widget: QWidget | None) -> str:
    """Return the id of the page on the innermost part that holds `widget`; the first page where none is known."""
    while widget is not None:
        part = widget.panel if isinstance(widget, LatePanel) else widget
        if (topic := TOPICS.get(type(part).__name__)) is not None:
            return topic
        widget = widget.parentWidget()
    return _FIRST
