"""Long work in small steps: it begins, is held up by typing, and comes to its end."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest

from editor.ui import idle_steps
from editor.ui.idle_steps import IdleSteps


@pytest.fixture
def owner(qapp):
    return QObject()


def counting(done: list[int], number: int):
    for one in range(number):
        done.append(one)
        QTest.qSleep(4)  # so that a slice holds a few
        yield


def test_the_work_comes_to_its_end_and_tells(owner, qtbot):
    done: list[int] = []
    steps = IdleSteps(owner)
    with qtbot.waitSignal(steps.finished):
        steps.start(counting(done, 10))
    assert done == list(range(10))


def test_nothing_is_done_while_somebody_types_and_all_of_it_afterwards(owner, qtbot, monkeypatch):
    done: list[int] = []
    steps = IdleSteps(owner)
    steps.start(counting(done, 10))
    monkeypatch.setattr(idle_steps, "_PAUSE", 60_000)
    steps.hold()
    QTest.qWait(30)
    assert done == []
    monkeypatch.setattr(idle_steps, "_PAUSE", 1)
    steps.hold()
    qtbot.waitUntil(lambda: len(done) == 10)


def test_to_hold_what_does_not_run_starts_nothing(owner, qtbot):
    steps = IdleSteps(owner)
    steps.hold()
    assert not steps._timer.isActive()
