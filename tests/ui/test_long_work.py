"""Long work: done beside the window, shown when it takes its time, given up without a trace."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QWidget

from editor.model.errors import UnreadableFile, UserError
from editor.ui import long_work
from editor.ui.long_work import give_up, run_long, write_made
from editor.ui.page_worker import Dropped, Ticket
from editor.ui.progress_box import ProgressBox
from tests.ui.answers import press
from tests.ui.busy import press_escape, when_busy


class Work:
    """Work that goes on until it is told to end, or finds that nobody wants it."""

    def __init__(self) -> None:
        self.go, self.begun, self.ended = threading.Event(), threading.Event(), threading.Event()

    def __call__(self, ticket: Ticket) -> str:
        self.begun.set()
        try:
            while not self.go.wait(0.001):
                ticket.check()
            return "done"
        finally:
            self.ended.set()


@pytest.fixture
def parent(themed: QApplication, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield window
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show the box without patience."""
    monkeypatch.setattr(long_work, "PATIENCE", 0)


@pytest.fixture
def work():
    made = Work()
    yield made
    made.go.set()


def words(box: ProgressBox) -> str:
    return box.findChild(QLabel).text()


def test_the_answer_comes_from_another_thread(parent: QWidget) -> None:
    assert run_long(parent, "正在做…", lambda _: threading.current_thread()) is not threading.main_thread()


def test_quick_work_shows_no_box(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[ProgressBox] = []
    monkeypatch.setattr(ProgressBox, "show", shown.append)
    monkeypatch.setattr(long_work, "PATIENCE", 60_000)
    assert run_long(parent, "正在做…", lambda _: 7) == 7
    assert shown == []


@pytest.mark.usefixtures("at_once")
def test_the_window_lives_and_the_box_says_what_is_done(parent: QWidget, work: Work) -> None:
    said: list[str] = []

    def end(box: ProgressBox) -> None:
        said.append(words(box))
        work.go.set()

    when_busy(end)
    assert run_long(parent, "正在导入“旧稿.docx”…", work) == "done"
    assert said == ["正在导入“旧稿.docx”…"]
    assert QApplication.activeModalWidget() is None


@pytest.mark.usefixtures("at_once")
def test_known_steps_move_the_bar(parent: QWidget, work: Work, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_work, "_LOOK", 1)
    seen: list[tuple[int, int, str]] = []

    def telling(ticket: Ticket) -> str:
        ticket.tell(2, 5, "正在生成第3份，共5份")
        return work(ticket)

    def look(box: ProgressBox) -> None:
        bar = box.findChild(QProgressBar)
        qtbot.waitUntil(lambda: bar.maximum() == 5)
        seen.append((bar.value(), bar.maximum(), words(box)))
        work.go.set()

    when_busy(look)
    run_long(parent, "正在生成…", telling)
    assert seen == [(2, 5, "正在生成第3份，共5份")]


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("hand", [press_escape, press("取消"), lambda box: box.close()])
def test_work_given_up_has_no_answer_and_ends_by_itself(
    parent: QWidget, work: Work, hand: Callable[[ProgressBox], None], qtbot
) -> None:
    boxes = when_busy(hand)
    assert run_long(parent, "正在做…", work) is None
    assert len(boxes) == 1
    qtbot.waitUntil(work.ended.is_set)
    assert not work.go.is_set()


@pytest.mark.usefixtures("at_once")
def test_what_is_given_up_writes_no_file(parent: QWidget, work: Work, tmp_path: Path, qtbot) -> None:
    def make() -> bytes:
        work.begun.set()
        work.go.wait(5)  # as a function that asks nobody
        work.ended.set()
        return b"made"

    when_busy(press_escape)
    assert run_long(parent, "正在导出…", lambda ticket: write_made(tmp_path / "表.xlsx", make, ticket)) is None
    work.go.set()
    qtbot.waitUntil(work.ended.is_set)
    QThreadPool.globalInstance().waitForDone()
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("at_once")
def test_what_is_being_written_is_written(parent: QWidget, work: Work, qtbot) -> None:
    def committed(ticket: Ticket) -> str:
        ticket.commit()
        work.begun.set()
        work.go.wait(5)
        return "written"

    def too_late(box: ProgressBox) -> None:
        qtbot.waitUntil(work.begun.is_set)
        press_escape(box)
        assert words(box) == "正在写入文件…"
        assert not box.findChild(QPushButton).isEnabled()
        press_escape(box)
        work.go.set()

    when_busy(too_late)
    assert run_long(parent, "正在导出…", committed) == "written"


def test_giving_up_and_writing_have_one_winner() -> None:
    first, second = Ticket(), Ticket()
    assert first.drop()
    with pytest.raises(Dropped):
        first.commit()
    second.commit()
    assert not second.drop()
    second.check()


@pytest.mark.parametrize("error", [UnreadableFile("文件坏了。", "请换一个。"), KeyError("a mistake")])
def test_what_goes_wrong_is_raised_where_the_work_was_asked_for(parent: QWidget, error: Exception) -> None:
    def fail(_: Ticket) -> None:
        raise error

    with pytest.raises(type(error)) as caught:
        run_long(parent, "正在做…", fail)
    assert caught.value is error
    assert run_long(parent, "正在做…", lambda _: "next") == "next"


def test_a_second_start_is_refused(parent: QWidget, work: Work) -> None:
    refused: list[UserError] = []

    def again() -> None:
        with pytest.raises(UserError) as caught:
            run_long(parent, "又一次…", lambda _: 1)
        refused.append(caught.value)
        work.go.set()

    QTimer.singleShot(0, again)
    assert run_long(parent, "正在做…", work) == "done"
    assert "还没有做完" in refused[0].message


def test_giving_up_from_outside(parent: QWidget, work: Work) -> None:
    assert not give_up()
    asked: list[bool] = []
    QTimer.singleShot(0, lambda: asked.append(give_up()))
    assert run_long(parent, "正在做…", work) is None
    assert asked == [True]


def test_the_pace_of_the_threads_is_as_before_afterwards(parent: QWidget) -> None:
    before = sys.getswitchinterval()
    during = run_long(parent, "正在做…", lambda _: sys.getswitchinterval())
    assert during < before
    assert sys.getswitchinterval() == before
