import json

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMessageBox, QTreeView, QWidget
from shiboken6 import isValid

from editor import recovery
from editor.model import storage
from editor.model.document import Block, BlockKind, Document
from editor.model.errors import UnwritableFile
from editor.recovery import Journal
from editor.session import Session
from editor.settings import Settings, load
from editor.ui import dialogs, file_actions, file_work, long_work
from editor.ui.actions import ROWS
from editor.ui.main_window import MainWindow
from tests.ui.answers import answer, press
from tests.ui.busy import press_escape, when_busy
from tests.ui.plans import plan
from tests.ui.typing_hand import compose, select, shown, type_text, wanted

LINES = (
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
    "为推进全民科学素质建设,制定本方案。",
    "# 一、总体要求",
    "坚持以习近平新时代中国特色社会主义思想为指导。",
)


@pytest.fixture
def window(qapp, tmp_path):
    made = MainWindow(Settings(), None, tmp_path / "data")
    made.resize(1200, 800)
    made.show()
    yield made
    if isValid(made):
        made.files.session = None  # its changes are given up
        made.close()


@pytest.fixture
def opened(window, tmp_path):
    path = tmp_path / "方案.nigao"
    storage.save(plan(*LINES), path)
    window.files.open_path(path)
    window.complete()
    return window


def session_of(window) -> Session:
    return window.files.session


def trigger(window, action_id):
    window.actions_by_id[action_id].trigger()


# an empty window


def test_an_empty_window_offers_to_begin_and_disables_the_rest(window):
    assert window.start_page.isVisible()
    assert not window.outline.isVisible()
    enabled = {row.id for row in ROWS if window.actions_by_id[row.id].isEnabled()}
    free = {"new", "open", "import", "quit", "check_folder", "palette", "help", "shortcuts", "about"}
    assert enabled == free | {"look_system", "look_light", "look_dark"}
    assert window.windowTitle() == "拟稿"


def test_the_big_buttons_do_what_the_menu_does(window, monkeypatch, tmp_path):
    path = tmp_path / "方案.nigao"
    storage.save(plan(*LINES), path)
    monkeypatch.setattr(file_actions, "choose_open", lambda *_: path)
    window.start_page.findChild(QAbstractButton, "open").click()
    assert session_of(window).path == path


def test_every_action_has_a_unique_shortcut_and_an_existing_icon(window):
    keys = [key for row in ROWS for key in row.shortcut.split()]
    assert len(keys) == len(set(keys))
    window.complete()
    assert all(not window.actions_by_id[row.id].icon().isNull() for row in ROWS if row.icon)


def test_every_control_has_a_name_for_screen_readers(opened):
    controls = [
        widget
        for widget in opened.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    nameless = [widget for widget in controls if not (widget.accessibleName() or _words(widget))]
    assert controls
    assert [f"{type(one).__name__} {one.objectName()}" for one in nameless] == []


def _words(widget):
    return widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""


# open, save


def test_opening_shows_the_plan_and_its_name(opened):
    assert shown(opened.view) == wanted(session_of(opened).document.blocks)
    assert opened.windowTitle() == "方案[*] — 拟稿"
    assert opened.outline.isVisible()
    assert opened.status.text("state") == "已保存"


def test_typing_marks_the_plan_unsaved_until_it_is_saved(opened):
    select(opened.view, (3, 0))
    type_text(opened.view, "要")
    assert opened.isWindowModified()
    assert opened.status.text("state") == "未保存"
    trigger(opened, "save")
    assert not opened.isWindowModified()
    assert storage.load(session_of(opened).path).document == session_of(opened).document


def test_saving_takes_an_unfinished_composition_with_it(opened):
    select(opened.view, (3, 0))
    compose(opened.view, "an")
    trigger(opened, "save")
    assert storage.load(session_of(opened).path).document.blocks[3].text.startswith("an坚持")


def test_save_as_writes_where_the_user_wants_it_and_is_remembered(opened, monkeypatch, tmp_path):
    target = tmp_path / "另一份.nigao"
    monkeypatch.setattr(file_actions, "choose_save", lambda *_: target)
    trigger(opened, "save_as")
    assert storage.load(target).document == session_of(opened).document
    assert opened.windowTitle() == "另一份[*] — 拟稿"
    assert opened._recent.actions()[0].text() == "另一份.nigao"


def test_a_failed_save_says_so_and_keeps_everything(opened, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _, error: told.append(error))

    def refuse(*_):
        raise UnwritableFile("磁盘空间不足。", "请换一个位置。")

    monkeypatch.setattr(storage, "save", refuse)
    select(opened.view, (3, 0))
    type_text(opened.view, "要")
    assert not opened.files.save()
    assert [error.message for error in told] == ["磁盘空间不足。"]
    assert opened.isWindowModified()


def test_a_file_that_cannot_be_read_leaves_the_open_plan_alone(opened, monkeypatch, tmp_path):
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _, error: told.append(error))
    bad = tmp_path / "坏.nigao"
    bad.write_text('{"format": "nigao", "ver', encoding="utf-8")
    before = session_of(opened)
    opened.files.open_path(bad)
    assert session_of(opened) is before
    assert len(told) == 1


def test_a_plan_of_a_newer_program_is_read_only_and_says_why(window, monkeypatch, tmp_path):
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _, error: told.append(error))
    path = tmp_path / "新.nigao"
    data = storage.to_json(plan(*LINES))
    data["version"] = 999
    path.write_text(json.dumps(data), encoding="utf-8")
    window.files.open_path(path)
    assert told
    assert window.view.isReadOnly()
    assert not window.actions_by_id["assign"].isEnabled()
    assert window.status.text("state") == "只读"


def test_a_plan_saved_under_a_new_name_becomes_writable(window, monkeypatch, tmp_path):
    session = Session(plan(*LINES), tmp_path / "a.nigao", read_only=True)
    window.files.session = session
    window.show_session(session)
    monkeypatch.setattr(file_actions, "choose_save", lambda *_: tmp_path / "b.nigao")
    trigger(window, "save")
    assert not window.view.isReadOnly()
    assert window.actions_by_id["assign"].isEnabled()


def test_importing_shows_what_was_left_out(window, monkeypatch, tmp_path):
    reports = []
    monkeypatch.setattr(dialogs, "import_report", lambda _, imported: reports.append(imported))
    source = tmp_path / "旧稿.txt"
    source.write_text("\n".join(line.lstrip("# ") for line in LINES), encoding="utf-8")
    monkeypatch.setattr(file_actions, "choose_open", lambda *_: source)
    trigger(window, "import")
    assert reports[0].document == session_of(window).document
    assert window.files.is_dirty


@pytest.fixture
def endless(opened, monkeypatch):
    """Let what is opened and imported from now on go on until nobody waits for it any more."""

    def wait(_, ticket):
        while True:
            ticket.check()

    monkeypatch.setattr(long_work, "PATIENCE", 0)
    monkeypatch.setattr(file_work, "open_plan", wait)
    monkeypatch.setattr(file_work, "import_plan", wait)
    return opened


@pytest.mark.parametrize(("name", "said"), [("旧稿.docx", "没有导入"), ("另一份.nigao", "没有打开")])
def test_giving_up_leaves_the_open_plan_as_it_was(endless, tmp_path, name, said):
    before, title = session_of(endless), endless.windowTitle()
    boxes = when_busy(press_escape)
    endless.files.open_path(tmp_path / name)
    assert len(boxes) == 1
    assert session_of(endless) is before
    assert endless.windowTitle() == title
    assert f"{said}“{name}”" in endless.status.currentMessage()


def test_closing_while_work_is_under_way_gives_the_work_up_and_the_next_time_closes(endless, tmp_path):
    when_busy(lambda _: endless.close())
    endless.files.open_path(tmp_path / "旧稿.docx")
    assert endless.isVisible()
    assert endless.close()


def drop(widget, *paths):
    """Drop files on a widget as another program does; returns whether they are taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = widget.rect().center()
    enter = QDragEnterEvent(place, copy, data, left, none)
    QApplication.sendEvent(widget, enter)
    event = QDropEvent(QPointF(place), copy, data, left, none)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return enter.isAccepted() and event.isAccepted()


@pytest.mark.parametrize("place", ["window", "text"])
def test_a_file_dropped_on_the_window_is_opened(opened, tmp_path, place, qtbot):
    path = tmp_path / "另一份.nigao"
    storage.save(plan(*LINES, "又一段。"), path)
    assert drop(opened if place == "window" else opened.view.viewport(), path)
    qtbot.waitUntil(lambda: session_of(opened).path == path)
    assert shown(opened.view)[-1] == "又一段。"


def test_other_files_and_several_at_once_are_answered_with_a_sentence(opened, tmp_path):
    before = session_of(opened)
    for paths, word in (
        (["图.png"], "“图.png”不是能打开的文件"),
        (["a.docx", "b.docx"], "一次只能打开一份"),
    ):
        drop(opened, *(tmp_path / name for name in paths))
        assert word in opened.status.currentMessage()
    assert session_of(opened) is before


def test_closing_asks_about_changes_and_can_be_called_off(opened, monkeypatch):
    answers = iter([dialogs.Choice.CANCEL, dialogs.Choice.SAVE])
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: next(answers))
    select(opened.view, (3, 0))
    type_text(opened.view, "要")
    path = session_of(opened).path
    assert not opened.close()
    assert opened.close()
    assert storage.load(path).document.blocks[3].text.startswith("要坚持")


def test_closing_remembers_zoom_and_window(opened, tmp_path):
    opened.view.set_zoom(125)
    assert opened.close()
    kept = load(tmp_path / "data")
    assert kept.zoom == 125
    assert kept.geometry
    assert kept.state


# undo, kinds, fixes


def test_undo_and_redo_name_what_they_would_do(opened):
    select(opened.view, (3, 0))
    type_text(opened.view, "要")
    assert opened.actions_by_id["undo"].text() == "撤销“输入”"
    trigger(opened, "undo")
    assert opened.actions_by_id["redo"].text() == "重做“输入”"
    assert not opened.actions_by_id["undo"].isEnabled()
    assert shown(opened.view) == wanted(session_of(opened).document.blocks)


def test_saving_twice_does_not_offer_an_undo_of_nothing(opened):
    trigger(opened, "save")
    trigger(opened, "save")
    assert not opened.actions_by_id["undo"].isEnabled()
    assert not opened.actions_by_id["redo"].isEnabled()


def test_ctrl_z_in_the_text_undoes_the_plan(opened, qtbot):
    opened.activateWindow()
    opened.view.setFocus()
    qtbot.waitUntil(opened.view.hasFocus)
    before = session_of(opened).document
    select(opened.view, (3, 0))
    type_text(opened.view, "要")
    qtbot.keyClick(opened.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session_of(opened).document == before


def test_a_kind_is_set_with_the_menu(opened):
    select(opened.view, (3, 0))
    trigger(opened, "heading_2")
    assert (session_of(opened).document.blocks[3].kind, session_of(opened).document.blocks[3].level) == (
        BlockKind.HEADING,
        2,
    )
    trigger(opened, "body")
    assert session_of(opened).document.blocks[3].kind is BlockKind.PARAGRAPH


def test_f8_walks_through_the_findings_and_the_fix_mends_the_one_it_stands_at(opened):
    findings = [one for one in session_of(opened).diagnostics if one.fix is not None and one.range is not None]
    assert findings
    target = findings[0].range
    for _ in range(len(session_of(opened).diagnostics)):
        trigger(opened, "next")
        cursor = opened.view.textCursor()
        if opened.view.block_id(cursor.blockNumber()) == target.block_id and cursor.selectedText() == ",":
            break
    trigger(opened, "fix")
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    assert "建设，制定" in session_of(opened).document.blocks[1].text


def test_previous_goes_back_to_where_next_came_from(opened):
    trigger(opened, "next")
    first = opened.view.textCursor().selectionStart()
    trigger(opened, "next")
    trigger(opened, "previous")
    assert opened.view.textCursor().selectionStart() == first


def test_all_safe_fixes_are_one_undo_step(opened):
    before = session_of(opened).document
    trigger(opened, "fix_all")
    assert session_of(opened).document != before
    trigger(opened, "undo")
    assert session_of(opened).document == before


def test_a_finding_in_the_form_brings_its_field_forward(opened, qtbot):
    opened.checks.jump("meta:doc_number", 0, 1)
    qtbot.waitUntil(lambda: opened.form.isVisible())
    assert opened.form.isAncestorOf(QApplication.focusWidget()) or not opened.isActiveWindow()


def test_panels_follow_typing_after_a_pause(opened, qtbot):
    length = opened.status.text("length")
    select(opened.view, (3, 0))
    type_text(opened.view, "多写几个字")
    qtbot.waitUntil(lambda: opened.status.text("length") != length)


def test_the_line_above_the_text_says_where_the_caret_is(opened):
    select(opened.view, (3, 2))
    assert "一、总体要求" in opened.page._place.text()


def test_finding_words_wraps_around_and_says_when_there_is_nothing(opened):
    trigger(opened, "find")
    field = opened.page.find_bar.findChild(QLineEdit)
    field.setText("方案")
    opened.page.find_bar.find_next()
    opened.page.find_bar.find_next()
    opened.page.find_bar.find_next()
    assert opened.view.textCursor().selectedText() == "方案"
    field.setText("没有这个词")
    assert "没有找到" in opened.page.find_bar.findChild(QLabel).text()
    opened.page.find_bar.stop()
    assert not opened.page.find_bar.isVisible()


# export


@pytest.mark.usefixtures("opened")
def test_exporting_asks_first_and_says_what_was_left_out(opened, tmp_path, monkeypatch):
    target = tmp_path / "公文"
    monkeypatch.setattr(dialogs, "confirm_export", lambda *_: True)

    def choose(dialog):
        dialog.findChild(QLineEdit).setText(str(target))
        press("导出")(dialog)
        told.extend(answer(press("知道了")))

    told = []
    answer(choose)
    trigger(opened, "export")
    assert target.with_suffix(".docx").is_file()


def test_an_export_over_another_file_asks_and_can_be_called_off(opened, tmp_path, monkeypatch):
    target = tmp_path / "旧.docx"
    target.write_bytes(b"old")
    monkeypatch.setattr(dialogs, "confirm_export", lambda *_: True)

    def choose(dialog):
        dialog.findChild(QLineEdit).setText(str(target))
        answer(press("取消"))
        press("导出")(dialog)
        assert dialog.isVisible()
        dialog.reject()

    answer(choose)
    trigger(opened, "export")
    assert target.read_bytes() == b"old"


def test_errors_keep_the_user_from_exporting_unawares(opened, monkeypatch, tmp_path):
    monkeypatch.setattr(dialogs, "confirm_export", lambda *_: False)
    trigger(opened, "export")
    assert not list(tmp_path.glob("*.docx"))


# recovery


def test_unsaved_work_is_kept_and_forgotten_after_a_save(opened, tmp_path):
    folder = tmp_path / "data" / "recovery"
    select(opened.view, (3, 0))
    type_text(opened.view, "要")
    opened.keep_work()
    assert len(list(folder.glob("*.recovery"))) == 1
    trigger(opened, "save")
    assert not list(folder.glob("*.recovery"))


def test_a_journal_that_cannot_be_written_is_told_once(opened, tmp_path, monkeypatch):
    def refuse(*_):
        raise UnwritableFile("磁盘空间不足。")

    monkeypatch.setattr(Journal, "write", refuse)
    told = []
    opened.journal.failed.connect(told.append)
    select(opened.view, (3, 0))
    type_text(opened.view, "要")
    opened.keep_work()
    opened.keep_work()
    assert len(told) == 1


@pytest.fixture
def left_behind(tmp_path, monkeypatch):
    """Leave the unsaved work of a program that was killed."""
    path = tmp_path / "方案.nigao"
    saved = plan(*LINES)
    storage.save(saved, path)
    changed = Document(saved.template, saved.metadata, (*saved.blocks, Block("new", BlockKind.PARAGRAPH, "还没有保存")))
    journal = Journal(tmp_path / "data" / "recovery")
    journal.write(changed, path)
    monkeypatch.setattr(recovery, "_alive", lambda _: False)
    return saved, changed, path


def test_work_of_a_killed_program_is_restored_unsaved_and_undo_leads_to_the_file(window, left_behind, tmp_path):
    saved, changed, path = left_behind
    answer(press("恢复"))
    window.offer_recovery()
    assert session_of(window).document == changed
    assert window.files.is_dirty
    assert storage.load(path).document == saved
    trigger(window, "undo")
    assert session_of(window).document == saved


def test_work_of_a_killed_program_can_be_given_up_or_left_for_later(window, left_behind, tmp_path):
    folder = tmp_path / "data" / "recovery"
    answer(press("以后再说"))
    window.offer_recovery()
    assert len(list(folder.glob("*.recovery"))) == 1
    answer(press("丢弃"))
    window.offer_recovery()
    assert not list(folder.glob("*.recovery"))
    assert session_of(window) is None


# the menu in the text


def test_the_menu_in_the_text_offers_the_fix_under_the_mouse(opened, qtbot):
    place = next(one.range for one in session_of(opened).diagnostics if one.fix and one.range)
    opened.view.jump(place.block_id, place.start, place.end)
    found = opened.decorations.at(opened.view.cursorRect().center())
    assert any(one.fix is not None for one in found)


def test_pasting_into_the_window_goes_through_the_checks(opened):
    select(opened.view, (3, 0))
    data = QMimeData()
    data.setText("由【单位】负责。\n")
    opened.view.insertFromMimeData(data)
    added = session_of(opened).document.blocks[3]
    assert added.text == "由【单位】负责。"
    assert any(one.range and one.range.block_id == added.id for one in session_of(opened).diagnostics)


def test_about_tells_what_the_program_is(window):
    seen = answer(press("关闭"))
    trigger(window, "about")
    assert isinstance(seen[0], QMessageBox)


# filling in what the template leaves open


@pytest.fixture
def with_blanks(window, tmp_path):
    path = tmp_path / "待填.nigao"
    storage.save(plan(*LINES, "到【年份】年达到【数值】%。"), path)
    window.files.open_path(path)
    return window


def test_a_key_selects_one_placeholder_after_the_other_to_be_written_over(with_blanks):
    trigger(with_blanks, "next_blank")
    assert with_blanks.view.textCursor().selectedText() == "【年份】"
    type_text(with_blanks.view, "2030")
    trigger(with_blanks, "next_blank")
    assert with_blanks.view.textCursor().selectedText() == "【数值】"
    type_text(with_blanks.view, "20")
    trigger(with_blanks, "next_blank")
    assert session_of(with_blanks).document.blocks[-1].text == "到2030年达到20%。"
    assert "都填好了" in with_blanks.status.currentMessage()


def test_a_double_click_selects_the_whole_placeholder(with_blanks, qtbot):
    select(with_blanks.view, (4, 3))
    place = with_blanks.view.cursorRect().center()
    qtbot.mouseDClick(with_blanks.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert with_blanks.view.textCursor().selectedText() == "【年份】"


def test_going_to_a_finding_selects_it_in_the_list(with_blanks):
    with_blanks.complete()
    select(with_blanks.view, (0, 0))
    trigger(with_blanks, "next")
    found = with_blanks.problems.selected()
    number = with_blanks.view.textCursor().blockNumber()
    assert found.range.block_id == session_of(with_blanks).document.blocks[number].id


def test_the_kind_of_the_paragraph_under_the_caret_is_ticked(opened):
    def ticks():
        return {row.id for row in ROWS if opened.actions_by_id[row.id].isChecked()} - {"look_system"}

    ticked = []
    for line in (0, 1, 2):
        select(opened.view, (line, 0))
        ticked.append(ticks())
    assert ticked == [{"title"}, {"body"}, {"heading_1"}]
    trigger(opened, "heading_2")
    opened.updates.flush()
    assert ticks() == {"heading_2"}


# another place


@pytest.mark.parametrize(("button", "short"), [("一并换名", "区科协"), ("单位库不变", "县科协")])
def test_another_place_may_rename_the_register_in_one_step(opened, button, short):
    before = session_of(opened).document
    answer(press(button))
    opened.edits.set_field("place", "云山区")
    names = [unit.short for unit in session_of(opened).document.metadata.units]
    assert session_of(opened).document.metadata.place == "云山区"
    assert short in names
    trigger(opened, "undo")
    assert session_of(opened).document == before


# the start


def test_a_file_that_cannot_be_opened_is_told_of_once_there_is_a_window(window, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(dialogs, "show_error", lambda _, error: told.append(error.message))
    path = tmp_path / "空.nigao"
    path.write_bytes(b"")
    window.files.open_at_start(path)
    assert told == []
    window.begin()
    window.begin()
    assert len(told) == 1
    assert "空.nigao" in told[0]


def test_a_plan_named_at_the_start_is_open_before_the_window_is_seen(window, tmp_path):
    path = tmp_path / "方案.nigao"
    storage.save(plan(*LINES), path)
    window.files.open_at_start(path)
    assert session_of(window).path == path


def test_another_file_named_at_the_start_is_imported(window, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "import_report", lambda *_: None)
    path = tmp_path / "旧稿.txt"
    path.write_text("\n".join(line.removeprefix("# ") for line in LINES), "utf-8")
    window.files.open_at_start(path)
    window.begin()
    assert "一、总体要求" in shown(window.view)


def test_four_findings_are_in_sight_on_a_small_screen(opened, qapp):
    opened.resize(1100, 700)
    qapp.processEvents()
    table = opened.problems.findChild(QTreeView)
    rows = table.viewport().height() // table.visualRect(table.model().index(0, 0)).height()
    assert rows >= 4
    assert opened.width() == 1100
    assert opened.height() == 700


def test_a_plan_opened_for_reading_says_so_in_the_title(window, tmp_path):
    window.files._become(Session(plan(*LINES), tmp_path / "方案.nigao", read_only=True))
    assert window.windowTitle() == "方案（只读）[*] — 拟稿"
