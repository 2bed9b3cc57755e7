"""The preview beside the text: it shows the export's pages, follows the caret, jumps, and works only while seen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QThreadPool
from PySide6.QtGui import QFontDatabase, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolButton, QWidget
from shiboken6 import isValid

from editor.gongwen.export import Options
from editor.gongwen.typesetting.paging import set_pages
from editor.model import storage
from editor.model.document import Document
from editor.model.edits import ReplaceBlocks, Transaction
from editor.session import Session
from editor.settings import Settings
from editor.ui import page_fonts
from editor.ui.main_window import MainWindow
from editor.ui.page_desk import Fit
from editor.ui.page_fonts import measure
from editor.ui.preview_panel import PreviewPanel
from tests.gongwen.long_plan import SAMPLE
from tests.ui.plans import block_id
from tests.ui.typing_hand import select, type_text


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def panel(themed: QApplication, qtbot, settings: Settings) -> PreviewPanel:
    made = PreviewPanel(settings)
    qtbot.addWidget(made, before_close_func=lambda one: one.hide())
    made.resize(500, 700)
    yield made
    made.hide()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()


def show(panel: PreviewPanel, qtbot, document: Document = SAMPLE) -> Session:
    session = Session(document)
    panel.show_session(session)
    session.subscribe(panel.on_change)
    panel.show()
    wait(panel, qtbot)
    return session


def wait(panel: PreviewPanel, qtbot) -> None:
    """Wait until the pages are set and all that is seen is painted."""
    qtbot.waitUntil(lambda: bool(panel.view.pages) and panel.view.missing() is None, timeout=20000)


def rewrite(session: Session, number: int, text: str) -> None:
    block = session.document.blocks[number]
    at = session.document.blocks.index(block)
    session.apply(Transaction("改写", (ReplaceBlocks(at, (block,), (replace(block, text=text),)),)))


def said(panel: PreviewPanel) -> str:
    return next(one for one in panel.findChildren(QLabel) if one.accessibleName() == "页码").text()


def marked(panel: PreviewPanel) -> list[int]:
    return [page for page, _ in panel.view._marks]


def seen(panel: PreviewPanel, page: int, place: QRectF) -> bool:
    return panel.view._seen().contains(panel.view._on_desk(page, place))


def ink(panel: PreviewPanel) -> int:
    """Return how many dark dots are seen."""
    image = panel.view.viewport().grab().toImage()
    return sum(
        image.pixelColor(x, y).lightness() < 100 for x in range(0, image.width(), 2) for y in range(image.height())
    )


def test_without_a_plan_it_says_what_it_is_for(panel: PreviewPanel) -> None:
    panel.show()
    assert "打开文稿后" in panel.view._words


def test_it_shows_the_pages_of_the_export(panel: PreviewPanel, qtbot) -> None:
    show(panel, qtbot)
    assert panel.view.pages == set_pages(SAMPLE, Options(), measure)
    assert said(panel) == f"第 1 页，共 {panel.view.pages[-1].number} 页"
    assert ink(panel) > 500


def test_it_follows_the_choices_of_the_last_export(panel: PreviewPanel, qtbot, settings: Settings) -> None:
    show(panel, qtbot)
    before = len(panel.view.pages)
    settings.export_table, settings.export_landscape, settings.export_profile = True, True, "gone"
    panel.refresh()
    qtbot.waitUntil(lambda: len(panel.view.pages) > before, timeout=20000)
    assert panel.view.pages[-2].width > panel.view.pages[-2].height
    qtbot.waitUntil(lambda: "上次用的排版配置打不开" in panel._said.toolTip())


def test_a_change_is_set_after_a_pause_and_other_pages_keep_their_pictures(panel: PreviewPanel, qtbot) -> None:
    session = show(panel, qtbot)
    before = panel.view.pages
    rewrite(session, -1, session.document.blocks[-1].text + "特此说明。")
    assert panel.view.pages is before
    qtbot.waitUntil(lambda: panel.view.pages is not before, timeout=20000)
    assert any("特此说明" in line for line in panel.view.pages[-1].lines + panel.view.pages[-2].lines)
    assert panel.view.pages[0] is before[0]


def test_hidden_it_does_nothing_and_catches_up_when_it_is_seen_again(panel: PreviewPanel, qtbot) -> None:
    session = show(panel, qtbot)
    before = panel.view.pages
    panel.hide()
    assert panel.view._strips.get(0, 0) is None, "its pictures are given back"
    rewrite(session, 0, "云溪县科普方案")
    qtbot.wait(500)
    assert panel.view.pages is before
    panel.show()
    qtbot.waitUntil(lambda: panel.view.pages is not before, timeout=20000)
    wait(panel, qtbot)
    assert ink(panel) > 500


def test_the_block_under_the_caret_is_marked_and_scrolled_to(panel: PreviewPanel, qtbot) -> None:
    session = show(panel, qtbot)
    block = session.document.blocks[-3]
    panel.show_place(block.id, 0)
    (page, place), *_ = panel.view._marks
    assert page > 10
    assert seen(panel, page, place)
    wait(panel, qtbot)
    assert said(panel).startswith(f"第 {panel.view.pages[page].number} 页") or panel.view.page == page - 1


def test_the_line_of_the_caret_is_seen_where_a_block_runs_over_pages(panel: PreviewPanel, qtbot) -> None:
    text = "各乡镇要把科普工作放到田间地头去做。" * 100
    long = replace(SAMPLE, blocks=(*SAMPLE.blocks[:2], replace(SAMPLE.blocks[1], id="long", text=text)))
    show(panel, qtbot, long)
    panel.show_place("long", len(text) - 1)
    assert len(set(marked(panel))) > 1
    page, place = panel.view._marks[-1]
    assert seen(panel, page, place)


@pytest.mark.parametrize("number", [0, 3, 30])
def test_a_click_goes_to_the_place_in_the_text(panel: PreviewPanel, qtbot, number: int) -> None:
    session = show(panel, qtbot)
    block = session.document.blocks[number]
    panel.show_place(block.id, 0)
    page, place = panel.view._marks[0]
    spot = panel.view._on_desk(page, place).center() - panel.view._seen().topLeft()
    with qtbot.waitSignal(panel.jump_requested) as caught:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spot.toPoint())
    jumped, start, end = caught.args
    assert jumped == block.id
    assert 0 < start == end < len(block.text)


def test_a_click_on_an_element_goes_to_its_field(panel: PreviewPanel, qtbot) -> None:
    show(panel, qtbot)
    line = panel._set.places.lines("meta:notice_title")[0]
    with qtbot.waitSignal(panel.jump_requested) as caught:
        panel.view.clicked.emit(line.page, line.left + 5, (line.top + line.foot) / 2)
    assert caught.args == ["meta:notice_title", 0, 0]


def test_the_return_key_goes_to_what_is_in_the_middle(panel: PreviewPanel, qtbot) -> None:
    session = show(panel, qtbot)
    panel.show_place(session.document.blocks[20].id, 0)
    with qtbot.waitSignal(panel.jump_requested) as caught:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert caught.args[0] in {block.id for block in session.document.blocks}


def test_ctrl_and_the_wheel_zoom_around_the_middle(panel: PreviewPanel, qtbot, settings: Settings) -> None:
    session = show(panel, qtbot)
    panel.show_place(session.document.blocks[30].id, 0)
    page = panel.view.page
    for turned, percent in ((120, "75"), (120, "100"), (-120, "75")):
        _wheel(panel, turned)
        assert settings.preview_zoom == percent
        assert panel.findChild(QComboBox).currentText() == f"{percent}％"
    wait(panel, qtbot)
    assert panel.view.page == page


def _wheel(panel: PreviewPanel, turned: int) -> None:
    viewport = panel.view.viewport()
    middle = QPointF(viewport.rect().center())
    event = QWheelEvent(
        middle,
        viewport.mapToGlobal(middle),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_two_pages_and_the_grid_are_shown_and_remembered(panel: PreviewPanel, qtbot, settings: Settings) -> None:
    show(panel, qtbot)
    plain = panel.view.viewport().grab().toImage()
    pair, grid = panel.findChildren(QToolButton)
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton)
    assert panel.view.viewport().grab().toImage() != plain
    qtbot.mouseClick(pair, Qt.MouseButton.LeftButton)
    wait(panel, qtbot)
    first, second = panel.view._desk.rects[:2]
    assert first.top() == second.top()
    assert (settings.preview_pair, settings.preview_grid) == (True, True)
    again = PreviewPanel(settings)
    qtbot.addWidget(again)
    assert (again.bar.columns(), again.bar.has_grid(), again.bar.zoom()) == (2, True, Fit.WIDTH)


def test_home_and_end_go_to_the_ends(panel: PreviewPanel, qtbot) -> None:
    show(panel, qtbot)
    qtbot.keyClick(panel.view, Qt.Key.Key_End)
    assert panel.view.page == len(panel.view.pages) - 1
    qtbot.keyClick(panel.view, Qt.Key.Key_Home)
    assert panel.view.page == 0


def test_a_computer_without_chinese_fonts_is_told_so(panel: PreviewPanel, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(page_fonts, "is_installed", lambda face: False)
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    panel.show_session(Session(SAMPLE))
    panel.show()
    qtbot.waitUntil(lambda: "也没有其他中文字体" in panel.view._words, timeout=20000)
    assert panel.view.pages == ()


def test_every_control_has_a_name(panel: PreviewPanel, qtbot) -> None:
    show(panel, qtbot)
    controls = [
        one for one in panel.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()
    ]
    assert len(controls) >= 4
    assert all(one.accessibleName() for one in controls)


# in the window


@pytest.fixture
def window(themed: QApplication, qtbot, tmp_path):
    path = tmp_path / "方案.nigao"
    storage.save(SAMPLE, path)
    session, _ = Session.open(path)
    made = MainWindow(Settings(), session, tmp_path / "data")
    made.resize(1400, 900)
    made.show()
    yield made
    made.files.session = None
    made.close()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert not isValid(made) or not made.isVisible()


def opened(window: MainWindow, qtbot) -> PreviewPanel:
    window.actions_by_id["preview"].trigger()
    qtbot.waitUntil(lambda: window.preview.panel is not None)
    panel = window.preview.panel
    wait(panel, qtbot)
    return panel


def test_the_preview_is_built_when_it_is_first_asked_for(window: MainWindow, qtbot) -> None:
    assert not window.preview.isVisible()
    assert window.preview.panel is None
    before = window.preview.parentWidget().width()
    panel = opened(window, qtbot)
    assert panel.isVisible()
    assert panel.width() > 0.3 * window.width() > before
    window.actions_by_id["preview"].trigger()
    assert not panel.isVisible()
    window.actions_by_id["preview"].trigger()
    assert window.preview.panel is panel


def test_typing_is_followed_and_a_click_moves_the_caret(window: MainWindow, qtbot) -> None:
    panel = opened(window, qtbot)
    block = SAMPLE.blocks[30]
    select(window.view, (30, 3))
    assert panel.view._marks
    type_text(window.view, "科普")
    pages = panel.view.pages
    qtbot.waitUntil(lambda: panel.view.pages is not pages, timeout=20000)
    line = panel._set.places.lines(block.id)[0]
    text = "".join(piece.text for piece in line.pieces)
    assert "科普" in text
    other = block_id(SAMPLE, SAMPLE.blocks[33].text[:12])
    target = panel._set.places.lines(other)[0]
    panel.view.clicked.emit(target.page, target.left + 1, (target.top + target.foot) / 2)
    assert window.view.caret_block().id == other
