import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox

from editor.model.document import BlockKind, Level
from editor.settings import Settings
from editor.ui.new_plan_wizard import NewPlanWizard
from editor.ui.plan_start import guess_level, problems_of
from tests.ui.typing_hand import commit


@pytest.fixture
def wizard(themed: QApplication, qtbot) -> NewPlanWizard:
    made = NewPlanWizard()
    qtbot.addWidget(made)
    return made


def _field(wizard: NewPlanWizard, kind: type, name: str):
    return next(field for field in wizard.findChildren(kind) if field.accessibleName() == name)


def _accept(wizard: NewPlanWizard) -> QPushButton:
    return wizard.findChild(QPushButton, "accept")


def test_nothing_can_be_created_without_a_place(wizard: NewPlanWizard) -> None:
    assert not _accept(wizard).isEnabled()
    assert _field(wizard, QLabel, "还要补充").text() == "请填写地名，如云溪县。"


def test_place_gives_title_prefix_and_issuer_at_once(wizard: NewPlanWizard, qtbot) -> None:
    commit(_field(wizard, QLineEdit, "地名"), "云溪县")
    preview = _field(wizard, QLabel, "预览").text()
    assert "云溪县" in preview.splitlines()[0]
    assert "2026—2030年" in preview.splitlines()[0]
    assert "“我县”" in preview
    assert _field(wizard, QLineEdit, "发文机关").text() == "云溪县人民政府办公室"
    assert _accept(wizard).isEnabled()


def test_document_holds_what_was_chosen(wizard: NewPlanWizard, qtbot) -> None:
    commit(_field(wizard, QLineEdit, "地名"), "云州市")
    level = _field(wizard, QComboBox, "级别")
    level.setCurrentIndex(level.findText("市级"))
    _field(wizard, QSpinBox, "截止年份").setValue(2028)
    document = wizard.document()
    metadata = document.metadata
    assert (metadata.place, metadata.level) == ("云州市", Level.CITY)
    assert (metadata.period_start, metadata.period_end) == (2026, 2028)
    assert metadata.issuer == "云州市人民政府办公室"
    assert metadata.units
    assert document.blocks[0].kind is BlockKind.TITLE


def test_chosen_layer_is_the_plans(wizard: NewPlanWizard, qtbot) -> None:
    layer = _field(wizard, QComboBox, "上级")
    if layer.count() < 2:
        pytest.skip("the library holds no provincial layer")
    commit(_field(wizard, QLineEdit, "地名"), "云溪县")
    layer.setCurrentIndex(1)
    assert wizard.document().metadata.layers == (layer.itemData(1),)


def test_issuer_of_ones_own_is_not_overwritten_by_the_place(wizard: NewPlanWizard, qtbot) -> None:
    commit(_field(wizard, QLineEdit, "发文机关"), "云溪县人民政府")
    commit(_field(wizard, QLineEdit, "地名"), "云溪县")
    assert wizard.document().metadata.issuer == "云溪县人民政府"


def test_years_in_the_wrong_order_are_refused_with_a_sentence(wizard: NewPlanWizard, qtbot) -> None:
    commit(_field(wizard, QLineEdit, "地名"), "云溪县")
    _field(wizard, QSpinBox, "起始年份").setValue(2031)
    assert not _accept(wizard).isEnabled()
    assert "2031晚于截止年份2030" in _field(wizard, QLabel, "还要补充").text()


def test_settings_of_the_office_are_offered(themed: QApplication, qtbot) -> None:
    wizard = NewPlanWizard(Settings(place="云溪县", issuer="云溪县人民政府"))
    qtbot.addWidget(wizard)
    metadata = wizard.document().metadata
    assert (metadata.place, metadata.issuer) == ("云溪县", "云溪县人民政府")


def test_return_creates_the_plan_once_nothing_is_missing(wizard: NewPlanWizard, qtbot) -> None:
    wizard.show()
    qtbot.keyClick(_field(wizard, QLineEdit, "地名"), Qt.Key.Key_Return)
    assert wizard.isVisible()
    commit(_field(wizard, QLineEdit, "地名"), "云溪县")
    qtbot.keyClick(_field(wizard, QLineEdit, "地名"), Qt.Key.Key_Return)
    assert not wizard.isVisible()


@pytest.mark.parametrize(
    ("place", "level"),
    [
        ("云溪县", Level.COUNTY),
        ("城东区", Level.COUNTY),
        ("云山州", Level.CITY),
        ("江东省", Level.PROVINCE),
        ("东山壮族自治区", Level.PROVINCE),
        ("云州市", None),
        ("", None),
    ],
)
def test_level_is_guessed_where_the_name_tells(place: str, level: Level | None) -> None:
    assert guess_level(place) is level


def test_a_place_without_its_kind_is_asked_for_in_full() -> None:
    assert problems_of("云溪", 2026, 2030) == ("“云溪”要写全称，以县、区、市、旗、州、盟或省结尾。",)
    assert problems_of("云溪县", 2026, 2030) == ()
