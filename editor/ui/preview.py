"""Shows one panel or dialog alone, with a new plan of a made-up county: `python -m editor.ui.outline_panel`."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from editor.model.document import Level
from editor.session import Session
from editor.ui import theme
from templates.register import default_units
from templates.template import DEFAULT_TEMPLATE, load, new_document


def sample_session() -> Session:
    """Return a session on a new plan of 云溪县."""
    document = new_document(
        load(DEFAULT_TEMPLATE),
        place="云溪县",
        level=Level.COUNTY,
        period=(2026, 2030),
        issuer="云溪县人民政府办公室",
        units=default_units("云溪县", Level.COUNTY),
    )
    return Session(document)


def preview(make: Callable[[Session], QWidget]) -> None:
    """Show what `make` makes of a sample session until its window is closed."""
    application = QApplication([])
    theme.apply(application)
    widget = make(sample_session())
    widget.show()
    application.exec()
