from collections.abc import Callable

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from editor.session import Session
from editor.ui.choice_dialog import ChoiceDialog
from editor.ui.matrix_panel import MatrixPanel
from editor.ui.metadata_form import MetadataForm
from editor.ui.new_plan_wizard import NewPlanWizard
from editor.ui.outline_panel import OutlinePanel
from editor.ui.paste_dialog import PasteDialog
from editor.ui.problems_panel import ProblemsPanel
from editor.ui.table_editor import TableEditor
from editor.ui.table_size_dialog import TableSizeDialog
from editor.ui.targets_panel import TargetsPanel
from editor.ui.unit_editor import UnitEditor
from tests.ui.plans import new_plan

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
PANELS = (OutlinePanel, ProblemsPanel, MetadataForm, MatrixPanel, TargetsPanel)
MAKERS: dict[str, Callable[[Session], QWidget]] = {
    "units": lambda session: UnitEditor(session.document.metadata),
    "paste": lambda _session: PasteDialog(),
    "wizard": lambda _session: NewPlanWizard(),
    "table": lambda _session: TableEditor("编辑表格", (("甲",),)),
    "table size": lambda _session: TableSizeDialog(),
    "choice": lambda _session: ChoiceDialog("职责", "选择职责：", [("a", "甲")], ()),
}


def _is_inner(widget: QWidget) -> bool:
    """Return whether a control is a part of another one that Qt builds and names itself."""
    owner = widget.parentWidget()
    inside = isinstance(owner, (QComboBox, QAbstractSpinBox, QLineEdit, QAbstractItemView))
    inside = inside or (owner is not None and owner.metaObject().className().startswith("QComboBox"))
    return inside or isinstance(widget, QHeaderView) or widget.objectName().startswith("qt_")


def _nameless(widget: QWidget) -> list[str]:
    controls = [one for one in widget.findChildren(QWidget) if isinstance(one, CONTROLS) and not _is_inner(one)]
    assert controls
    return [
        f"{type(one).__name__} {one.objectName()}"
        for one in controls
        if not one.accessibleName() and not (isinstance(one, QAbstractButton) and one.text())
    ]


@pytest.mark.parametrize("kind", PANELS)
def test_every_control_of_a_panel_has_a_name(themed: QApplication, qtbot, kind: type) -> None:
    panel = kind()
    qtbot.addWidget(panel)
    session = Session(new_plan())
    panel.show_session(session)
    panel.show()
    QApplication.processEvents()
    assert _nameless(panel) == []


@pytest.mark.parametrize("name", MAKERS)
def test_every_control_of_a_dialog_has_a_name(themed: QApplication, qtbot, name: str) -> None:
    dialog = MAKERS[name](Session(new_plan()))
    qtbot.addWidget(dialog)
    assert _nameless(dialog) == []
