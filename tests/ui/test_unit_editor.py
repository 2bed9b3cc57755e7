import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QTableView

from editor.model.document import Level, Metadata, Unit
from editor.ui.paste_dialog import PasteDialog
from editor.ui.unit_editor import UnitEditor
from editor.ui.units_model import ALIASES, FORMER, FUNCTIONS, KIND, NAME, SHORT, UnitsModel
from templates.register import default_units

UNITS = (
    Unit("edu", "云溪县教育和体育局", "县教育体育局", ("县教体局",), (("县教育局", 2019),), functions=("education",)),
    Unit("sci", "云溪县科学技术协会", "县科协", kind="mass", functions=("coordination-science",)),
    Unit("civil", "云溪县民政局", "县民政局"),
)


@pytest.fixture
def model() -> UnitsModel:
    return UnitsModel(UNITS)


@pytest.fixture
def editor(themed: QApplication, qtbot) -> UnitEditor:
    made = UnitEditor(Metadata(place="云溪县", units=UNITS))
    qtbot.addWidget(made)
    return made


def _press(editor: UnitEditor, name: str) -> None:
    next(button for button in editor.findChildren(QPushButton) if button.accessibleName() == name).click()


def _message(editor: UnitEditor) -> str:
    return next(label.text() for label in editor.findChildren(QLabel) if label.accessibleName() == "单位库的问题")


def _table(editor: UnitEditor) -> QTableView:
    return editor.findChild(QTableView)


def _names(editor: UnitEditor) -> list[str]:
    return [unit.short for unit in editor.units()]


def test_model_keeps_the_contract_of_qt(model: UnitsModel, qtmodeltester) -> None:
    qtmodeltester.check(model)
    model.insert_empty(1, Level.COUNTY)
    model.move(0, 1)
    model.remove(2)
    qtmodeltester.check(model)


def test_every_column_can_be_changed(model: UnitsModel) -> None:
    for column, value in (
        (NAME, " 云溪县教育局 "),
        (SHORT, "县教育局"),
        (ALIASES, "县教局、县教委"),
        (FORMER, "县教体局（2025）"),
        (KIND, "institution"),
        (FUNCTIONS, ("education", "sports")),
    ):
        assert model.setData(model.index(0, column), value)
    assert model.units()[0] == Unit(
        "edu",
        "云溪县教育局",
        "县教育局",
        ("县教局", "县教委"),
        (("县教体局", 2025),),
        "institution",
        functions=("education", "sports"),
    )


def test_former_name_without_a_year_is_refused_aloud(model: UnitsModel, qtbot) -> None:
    with qtbot.waitSignal(model.refused) as caught:
        assert not model.setData(model.index(0, FORMER), "县教育局")
    assert "要写终止的年份" in caught.args[0]
    assert model.units() == UNITS


@pytest.mark.parametrize(("row", "step", "order"), [(0, 1, ["sci", "edu", "civil"]), (2, -1, ["edu", "civil", "sci"])])
def test_units_move_by_one(model: UnitsModel, row: int, step: int, order: list[str]) -> None:
    assert model.move(row, step)
    assert [unit.id for unit in model.units()] == order


def test_units_do_not_move_past_the_ends(model: UnitsModel) -> None:
    assert not model.move(0, -1)
    assert not model.move(2, 1)
    assert model.units() == UNITS


def test_buttons_add_delete_and_move_the_selected_unit(editor: UnitEditor) -> None:
    table = _table(editor)
    table.setCurrentIndex(table.model().index(0, NAME))
    _press(editor, "下移")
    assert _names(editor) == ["县科协", "县教育体育局", "县民政局"]
    assert table.currentIndex().row() == 1, "the selection goes with the unit"
    _press(editor, "删除")
    assert _names(editor) == ["县科协", "县民政局"]
    _press(editor, "添加")
    assert len(editor.units()) == 3


def test_keys_move_the_selected_unit(editor: UnitEditor, qtbot) -> None:
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    table = _table(editor)
    table.setCurrentIndex(table.model().index(2, NAME))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: _names(editor) == ["县教育体育局", "县民政局", "县科协"])


def test_register_that_cannot_be_used_is_not_accepted(editor: UnitEditor) -> None:
    editor.show()
    table = _table(editor)
    table.model().setData(table.model().index(1, NAME), "")
    assert _message(editor) == "第2行没有全称。"
    editor.accept()
    assert editor.isVisible()
    table.model().setData(table.model().index(1, NAME), "云溪县科学技术协会")
    editor.accept()
    assert not editor.isVisible()


def test_default_register_comes_back(editor: UnitEditor) -> None:
    _press(editor, "恢复默认")
    assert editor.units() == default_units("云溪县", Level.COUNTY)


def test_pasted_units_are_added_once(editor: UnitEditor) -> None:
    editor.take_over((UNITS[0], Unit("w", "云溪县水务局", "县水务局")))
    assert _names(editor) == ["县教育体育局", "县科协", "县民政局", "县水务局"]
    assert _message(editor) == "加入了1个单位，1个已经有了。"


def test_text_from_the_paste_dialog_becomes_units(editor: UnitEditor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PasteDialog, "exec", lambda self: True)
    monkeypatch.setattr(PasteDialog, "text", lambda self: "云溪县水务局\n云溪县民政局")
    _press(editor, "从文字导入")
    assert _names(editor) == ["县教育体育局", "县科协", "县民政局", "县水务局"]


def test_kind_is_chosen_from_a_list(editor: UnitEditor) -> None:
    table = _table(editor)
    index = table.model().index(0, KIND)
    table.setCurrentIndex(index)
    table.edit(index)
    box = table.findChild(QComboBox)
    assert box.currentText() == "政府部门"
    box.setCurrentIndex(box.findText("事业单位"))
    table.itemDelegateForColumn(KIND).setModelData(box, table.model(), index)
    assert editor.units()[0].kind == "institution"


def test_return_in_the_table_edits_and_does_not_close_the_dialog(editor: UnitEditor, qtbot) -> None:
    editor.show()
    table = _table(editor)
    table.setCurrentIndex(table.model().index(0, NAME))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert table.state() == QTableView.State.EditingState


def test_a_unit_is_found_by_any_of_its_names_and_return_goes_on_to_the_next(editor: UnitEditor, qtbot) -> None:
    search = next(one for one in editor.findChildren(QLineEdit) if one.accessibleName() == "查找单位")
    found = []
    search.setText("县")
    for _ in range(4):
        found.append(editor.units()[_table(editor).currentIndex().row()].id)
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert found == ["edu", "sci", "civil", "edu"]
    search.setText("县教体局")
    assert editor.units()[_table(editor).currentIndex().row()].id == "edu"
