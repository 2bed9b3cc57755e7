import threading

import pytest
from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QApplication

from editor.model.errors import UserError
from editor.ui.page_worker import Dropped, Ticket, Worker


@pytest.fixture
def worker(qapp: QApplication):
    owner = QObject()
    yield Worker(owner)
    owner.deleteLater()
    QThreadPool.globalInstance().waitForDone()


def test_work_is_done_in_another_thread_and_answered_in_this_one(worker: Worker, qtbot) -> None:
    heard: list[tuple[object, threading.Thread]] = []
    worker.answered.connect(lambda answer: heard.append((answer, threading.current_thread())))
    with qtbot.waitSignal(worker.over):
        worker.ask(lambda _: threading.current_thread())
        assert worker.is_busy
    assert not worker.is_busy
    ((answer, thread),) = heard
    assert thread is threading.main_thread()
    assert answer is not thread


def test_only_the_last_question_is_answered(worker: Worker, qtbot) -> None:
    heard: list[object] = []
    worker.answered.connect(heard.append)
    begun, ended = threading.Event(), threading.Event()

    def wait(ticket: Ticket) -> object:
        begun.set()
        try:
            while True:
                ticket.check()
        except Dropped:
            ended.set()
            raise

    worker.ask(wait)
    assert begun.wait(5)
    with qtbot.waitSignal(worker.over):
        worker.ask(lambda _: "second")
    assert ended.wait(5)
    assert heard == ["second"]


def test_a_dropped_question_is_never_answered(worker: Worker, qtbot) -> None:
    go = threading.Event()
    worker.ask(lambda _: go.wait(5))
    worker.drop()
    assert not worker.is_busy
    with qtbot.assertNotEmitted(worker.answered, wait=50):
        go.set()


def test_an_error_for_the_user_is_passed_on(worker: Worker, qtbot) -> None:
    def fail(_: Ticket) -> object:
        raise UserError("没有中文字体。")

    with qtbot.waitSignal(worker.failed) as caught:
        worker.ask(fail)
    assert caught.args[0].message == "没有中文字体。"


def test_a_mistake_of_the_program_is_raised_and_does_not_hang(worker: Worker, qtbot) -> None:
    def fail(_: Ticket) -> object:
        raise KeyError("a mistake")

    with qtbot.capture_exceptions() as raised, qtbot.waitSignal(worker.over):
        worker.ask(fail)
    assert [kind for kind, _, _ in raised] == [KeyError]


def test_work_ends_with_who_asked_for_it(qapp: QApplication, qtbot) -> None:
    owner = QObject()
    worker = Worker(owner)
    begun, ended = threading.Event(), threading.Event()

    def wait(ticket: Ticket) -> object:
        begun.set()
        try:
            while True:
                ticket.check()
        finally:
            ended.set()

    worker.ask(wait)
    assert begun.wait(5)
    owner.deleteLater()
    qtbot.waitUntil(ended.is_set)
    QThreadPool.globalInstance().waitForDone()
    qapp.processEvents()
