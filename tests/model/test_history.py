"""Undo, redo, grouping of typing, and what counts as saved."""

from dataclasses import replace

import pytest

from editor.model.document import Block, BlockKind, Document
from editor.model.edits import ReplaceBlocks, Transaction
from editor.model.history import TYPING, History


class Writer:
    """Types into the one block of a document at times the test chooses."""

    def __init__(self) -> None:
        self.now = 0.0
        self.history = History(lambda: self.now)
        self.document = Document(blocks=(Block("b", BlockKind.PARAGRAPH, ""),))

    @property
    def text(self) -> str:
        return self.document.blocks[0].text

    def write(self, text: str, label: str = TYPING, after: float = 0.1) -> None:
        self.now += after
        block = self.document.blocks[0]
        transaction = Transaction(label, (ReplaceBlocks(0, (block,), (replace(block, text=text),)),))
        self.document = transaction.apply(self.document)
        self.history.record(transaction)

    def undo(self) -> bool:
        step = self.history.undo(self.document)
        if step:
            self.document = step[0]
        return step is not None

    def redo(self) -> bool:
        step = self.history.redo(self.document)
        if step:
            self.document = step[0]
        return step is not None


@pytest.fixture
def writer():
    return Writer()


def test_typing_without_a_pause_is_one_step(writer):
    for text in ("云", "云溪", "云溪县"):
        writer.write(text)
    assert writer.undo()
    assert writer.text == ""
    assert not writer.undo()
    assert writer.redo()
    assert writer.text == "云溪县"


def test_a_pause_a_command_and_a_turn_to_deleting_end_a_group(writer):
    writer.write("云")
    writer.write("云溪", after=5)
    writer.write("云")  # deleting
    writer.write("云州", label="修正")
    writer.write("云州市")
    for expected in ("云州", "云", "云溪", "云", ""):
        assert writer.undo()
        assert writer.text == expected


def test_close_group_starts_a_new_step(writer):
    writer.write("云")
    writer.history.close_group()
    writer.write("云溪")
    writer.undo()
    assert writer.text == "云"


def test_saved_state_is_known_after_undo_and_redo(writer):
    writer.write("云")
    writer.history.mark_saved()
    writer.write("云溪")
    assert not writer.history.is_saved
    writer.undo()
    assert writer.history.is_saved
    writer.redo()
    assert not writer.history.is_saved


def test_typing_right_after_a_save_is_unsaved(writer):
    writer.write("云")
    writer.history.mark_saved()
    writer.write("云溪")
    assert not writer.history.is_saved


def test_a_saved_state_that_was_cut_off_never_counts_as_saved_again(writer):
    writer.write("云", label="甲")
    writer.write("云溪", label="乙")
    writer.history.mark_saved()
    writer.undo()
    writer.write("云州", label="丙")
    assert not writer.history.is_saved
    writer.undo()
    assert not writer.history.is_saved


def test_labels_tell_what_undo_and_redo_would_do(writer):
    assert writer.history.undo_label is None
    writer.write("云", label="修正")
    assert writer.history.undo_label == "修正"
    writer.undo()
    assert (writer.history.undo_label, writer.history.redo_label) == (None, "修正")


def test_a_new_change_forgets_what_was_undone(writer):
    writer.write("云", label="甲")
    writer.undo()
    writer.write("溪", label="乙")
    assert not writer.redo()
