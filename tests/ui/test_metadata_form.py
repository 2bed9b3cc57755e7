from dataclasses import fields

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
)

from editor import commands
from editor.model.document import Form, Level, Metadata, Seal
from editor.session import Session
from editor.ui.choice_fields import ChoiceField, SuggestionField
from editor.ui.field_editors import DateField
from editor.ui.field_row import FieldRow
from editor.ui.labels import ELEMENTS
from editor.ui.metadata_form import MetadataForm
from tests.ui.plans import new_plan, plan
from tests.ui.typing_hand import commit


@pytest.fixture
def session() -> Session:
    return Session(new_plan())


@pytest.fixture
def form(session: Session, themed: QApplication, qtbot) -> MetadataForm:
    made = MetadataForm()
    qtbot.addWidget(made)
    made.show_session(session)
    session.subscribe(made.on_change)
    made.resize(500, 800)
    made.show()
    QApplication.processEvents()  # a form is built when it is seen
    return made


def _row(form: MetadataForm, key: str) -> FieldRow:
    return next(row for row in form.findChildren(FieldRow) if row.objectName() == key)


def _findings(form: MetadataForm, key: str) -> QLabel:
    return next(label for label in _row(form, key).findChildren(QLabel) if label.accessibleName().endswith("的问题"))


def _set(session: Session, key: str, value: object) -> None:
    change = commands.set_field(session.document, key, value)
    if change is not None:
        session.apply(change)


def _write(row: FieldRow, text: str) -> None:
    row.editor.setFocus()
    row.editor.selectAll()
    commit(row.editor, text)


def test_without_a_plan_the_form_says_what_it_is(themed: QApplication, qtbot) -> None:
    form = MetadataForm()
    qtbot.addWidget(form)
    form.show()
    assert "公文要素" in form.findChild(QLabel).text()
    assert not form.findChildren(FieldRow)


def test_every_element_of_a_document_has_a_field(form: MetadataForm) -> None:
    shown = {row.objectName() for row in form.findChildren(FieldRow)}
    own = {field.name for field in fields(Metadata)} - {
        "units", "fields", "not_applicable", "rules_off", "rules_on", "superior", "ignored", "extra",
    }  # fmt: skip
    assert own <= shown


def test_every_field_of_the_template_has_a_field(form: MetadataForm, session: Session) -> None:
    shown = {row.objectName() for row in form.findChildren(FieldRow)}
    assert {field.id for field in session.analysis.template.fields} <= shown


def test_fields_show_what_the_plan_holds(form: MetadataForm, session: Session) -> None:
    assert _row(form, "issuer").editor.value() == session.document.metadata.issuer
    assert _row(form, "notice_body").editor.value() == session.document.metadata.notice_body
    assert _row(form, "period_start").editor.value() == "2026"
    assert _row(form, "level").editor.currentText() == "县级"


def test_a_finished_field_is_told_once(form: MetadataForm, qtbot) -> None:
    row = _row(form, "doc_number")
    with qtbot.waitSignal(form.field_changed) as caught:
        _write(row, "云政办发〔2026〕3号")
        qtbot.keyClick(row.editor, Qt.Key.Key_Return)
    assert caught.args == ["doc_number", "云政办发〔2026〕3号"]
    with qtbot.assertNotEmitted(form.field_changed):
        qtbot.keyClick(row.editor, Qt.Key.Key_Return)


def test_a_field_that_is_only_visited_is_not_told(form: MetadataForm, qtbot) -> None:
    with qtbot.assertNotEmitted(form.field_changed):
        for row in form.findChildren(FieldRow):
            row.editor.setFocus()


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("period_end", "2028", 2028),
        ("place", " 云山县 ", "云山县"),
        ("notice_title", "关于印发\n实施方案的通知", "关于印发实施方案的通知"),
        ("notice_body", "第一段。\n\n  第二段。\n", "第一段。\n第二段。"),
        ("contact", "县科协\x07，87880000", "县科协，87880000"),
    ],
)
def test_values_come_clean_and_in_their_own_type(
    form: MetadataForm, qtbot, key: str, typed: str, value: object
) -> None:
    row = _row(form, key)
    row.editor.set_value(typed)
    with qtbot.waitSignal(form.field_changed) as caught:
        row.commit()
    assert caught.args == [key, value]


def test_an_emptied_year_is_none(form: MetadataForm, qtbot) -> None:
    row = _row(form, "period_end")
    row.editor.clear()
    with qtbot.waitSignal(form.field_changed) as caught:
        row.commit()
    assert caught.args == ["period_end", None]


def test_chosen_level_is_told(form: MetadataForm, qtbot) -> None:
    box = _row(form, "level").editor
    box.setCurrentIndex(box.findText("市级"))
    with qtbot.waitSignal(form.field_changed) as caught:
        box.activated.emit(box.currentIndex())
    assert caught.args == ["level", Level.CITY]


@pytest.mark.parametrize(("key", "words", "value"), [("form", "纪要", Form.MINUTES), ("seal", "加盖印章", Seal.STAMP)])
def test_chosen_format_and_way_of_signing_are_told(
    form: MetadataForm, qtbot, key: str, words: str, value: object
) -> None:
    box = _row(form, key).editor
    box.setCurrentIndex(box.findText(words))
    with qtbot.waitSignal(form.field_changed) as caught:
        box.activated.emit(box.currentIndex())
    assert caught.args == [key, value]


_SPECIAL = (
    "joint_issuers", "signers", "notice_title", "addressees", "attendees", "absentees", "observers", "seal",
    "signatory_post", "signatory", "printing_office", "printing_date",
)  # fmt: skip


@pytest.mark.parametrize(
    ("official", "seal", "expected"),
    [
        (Form.FILE, Seal.NONE, "joint_issuers notice_title addressees seal printing_office printing_date"),
        (Form.FILE, Seal.STAMP, "joint_issuers notice_title addressees seal printing_office printing_date"),
        (
            Form.UPWARD,
            Seal.SIGNATURE,
            "joint_issuers signers notice_title addressees seal signatory_post signatory printing_office printing_date",
        ),
        (Form.LETTER, Seal.STAMP, "joint_issuers notice_title addressees seal"),
        (Form.ORDER, Seal.NONE, "joint_issuers signatory_post signatory printing_office printing_date"),
        (Form.MINUTES, Seal.SIGNATURE, "notice_title attendees absentees observers printing_office printing_date"),
    ],
)
def test_only_fields_that_belong_to_the_format_are_shown(
    form: MetadataForm, session: Session, official: Form, seal: Seal, expected: str
) -> None:
    _set(session, "form", official)
    _set(session, "seal", seal)
    assert [key for key in _SPECIAL if _row(form, key).isVisible()] == expected.split()
    assert all(_row(form, key).isVisible() for key in ("copy_number", "secrecy", "urgency", "issuer", "doc_number"))


def test_a_field_that_is_hidden_keeps_its_value(form: MetadataForm, session: Session) -> None:
    _set(session, "form", Form.UPWARD)
    _set(session, "signers", "周明、吴芳")
    _set(session, "form", Form.LETTER)
    assert not _row(form, "signers").isVisible()
    assert session.document.metadata.signers == "周明、吴芳"
    _set(session, "form", Form.UPWARD)
    assert _row(form, "signers").editor.value() == "周明、吴芳"


def test_a_finding_in_a_hidden_field_can_be_seen_and_mended(form: MetadataForm, session: Session) -> None:
    _set(session, "form", Form.ORDER)
    form.reveal("addressees")
    assert _row(form, "addressees").isVisible()


@pytest.mark.parametrize("words", ["加急", "平急", ""])
def test_urgency_is_chosen_or_typed(form: MetadataForm, session: Session, qtbot, words: str) -> None:
    _set(session, "urgency", "特急")
    row = _row(form, "urgency")
    assert row.editor.value() == "特急"
    row.editor.setEditText(f" {words}")
    with qtbot.waitSignal(form.field_changed) as caught:
        row.editor.lineEdit().editingFinished.emit()
    assert caught.args == ["urgency", words]


def test_a_suggestion_can_be_taken_from_the_list(themed: QApplication, qtbot) -> None:
    box = SuggestionField(["特急", "加急"])
    qtbot.addWidget(box)
    assert box.value() == ""
    box.setCurrentIndex(1)
    with qtbot.waitSignal(box.edited):
        box.activated.emit(1)
    assert box.value() == "加急"


def test_chosen_layer_is_told_as_layers(form: MetadataForm, qtbot) -> None:
    box = _row(form, "layers").editor
    if box.count() < 2:
        pytest.skip("the library holds no provincial layer")
    box.setCurrentIndex(1)
    with qtbot.waitSignal(form.field_changed) as caught:
        box.activated.emit(1)
    assert caught.args == ["layers", (box.itemData(1),)]


def test_several_layers_of_a_file_are_kept(themed: QApplication, qtbot) -> None:
    box = ChoiceField([("", "不选")])
    qtbot.addWidget(box)
    box.set_value("shandong+jinan")
    assert box.value() == "shandong+jinan"


def test_field_of_the_template_is_told_by_its_id(form: MetadataForm, session: Session, qtbot) -> None:
    field = next((one for one in session.analysis.template.fields if one.kind == "text"), None)
    if field is None:
        pytest.skip("the template has no text field")
    row = _row(form, field.id)
    row.editor.set_value("县科协")
    with qtbot.waitSignal(form.template_field_changed) as caught:
        row.commit()
    assert caught.args == [field.id, "县科协"]


def test_undo_brings_the_old_value_back(form: MetadataForm, session: Session) -> None:
    old = session.document.metadata.issuer
    _set(session, "issuer", "云溪县人民政府")
    assert _row(form, "issuer").editor.value() == "云溪县人民政府"
    session.undo()
    assert _row(form, "issuer").editor.value() == old


def test_what_is_being_written_survives_changes_elsewhere(form: MetadataForm, session: Session) -> None:
    _write(_row(form, "contact"), "联系电话")
    _set(session, "issuer", "云溪县人民政府")
    assert _row(form, "contact").editor.value() == "联系电话"


def test_a_field_still_being_written_can_be_committed(form: MetadataForm, qtbot) -> None:
    with qtbot.waitActive(form):
        form.activateWindow()
    _write(_row(form, "contact"), "联系电话：县科协")
    with qtbot.waitSignal(form.field_changed) as caught:
        form.commit()
    assert caught.args == ["contact", "联系电话：县科协"]


def test_findings_stand_below_their_field(form: MetadataForm, session: Session) -> None:
    _set(session, "doc_number", "云政办发[2026]3号")
    finding = next(one for one in session.diagnostics if one.range and one.range.block_id == "meta:doc_number")
    label = _findings(form, "doc_number")
    assert label.isVisible()
    assert finding.message in label.text()
    _set(session, "doc_number", "云政办发〔2026〕3号")
    assert not label.isVisible()


def test_revealed_field_has_the_focus(form: MetadataForm, qtbot) -> None:
    with qtbot.waitActive(form):
        form.activateWindow()
    form.reveal("printing_date")
    row = _row(form, "printing_date")
    assert row.isAncestorOf(QApplication.focusWidget())
    assert not row.visibleRegion().isEmpty()


def test_unknown_key_reveals_nothing(form: MetadataForm) -> None:
    before = QApplication.focusWidget()
    form.reveal("no-such-field")
    assert QApplication.focusWidget() is before


def test_a_read_only_plan_cannot_be_changed(themed: QApplication, qtbot) -> None:
    form = MetadataForm()
    qtbot.addWidget(form)
    form.show_session(Session(new_plan(), read_only=True))
    form.show()
    QApplication.processEvents()
    assert not _row(form, "issuer").editor.isEnabled()


def test_another_document_brings_its_own_fields(form: MetadataForm) -> None:
    form.show_session(Session(plan("云山县实施方案", template="", issuer="云山县人民政府")))
    assert _row(form, "issuer").editor.value() == "云山县人民政府"
    assert {row.objectName() for row in form.findChildren(FieldRow) if row.isVisible()} <= set(ELEMENTS)


def test_a_hidden_form_catches_up_when_it_is_shown(form: MetadataForm, session: Session) -> None:
    form.hide()
    _set(session, "issuer", "云溪县人民政府")
    form.show()
    assert _row(form, "issuer").editor.value() == "云溪县人民政府"


def test_register_can_be_opened_from_the_form(form: MetadataForm, qtbot) -> None:
    with qtbot.waitSignal(form.units_requested):
        form.findChild(QPushButton).click()


def test_a_date_is_printed_in_chinese_and_stored_as_iso(themed: QApplication, qtbot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.set_value("2026-03-05")
    assert field.findChild(QLineEdit).text() == "2026年3月5日"
    assert field.value() == "2026-03-05"
    field.set_value("")
    assert field.value() == ""


def test_a_date_can_be_taken_from_the_calendar(themed: QApplication, qtbot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.set_value("2026-03-05")
    field.show()
    field.findChild(QToolButton).click()
    calendar = field.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 3, 5)
    with qtbot.waitSignal(field.edited):
        calendar.clicked.emit(QDate(2026, 4, 1))
    assert field.value() == "2026-04-01"
    qtbot.waitUntil(lambda: field.findChild(QCalendarWidget) is None)


def test_the_wheel_scrolls_the_form_and_changes_no_field(form: MetadataForm) -> None:
    box = _row(form, "level").editor
    assert isinstance(box, QComboBox)
    before = box.currentIndex()
    none, down = Qt.KeyboardModifier.NoModifier, QPoint(0, -120)
    event = QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(), down, Qt.MouseButton.NoButton, none,
                        Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(box, event)
    assert box.currentIndex() == before
    assert not event.isAccepted()


@pytest.mark.parametrize("width", [14, 20, 30])
def test_no_label_is_clipped_at_any_width(form: MetadataForm, qtbot, width: int) -> None:
    form.resize(width * form.fontMetrics().height(), 900)
    QApplication.processEvents()
    for row in (one for one in form.findChildren(FieldRow) if one.isVisible()):
        label = row.findChild(QLabel)
        assert label.height() >= label.heightForWidth(label.width())
        assert label.mapTo(form, label.rect().topRight()).x() < form.width()
        assert row.editor.mapTo(form, row.editor.rect().topRight()).x() < form.width()
