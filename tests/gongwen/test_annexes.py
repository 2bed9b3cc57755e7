from editor.gongwen.annexes import arrange
from editor.model.document import Block, BlockKind, Document


def document(*blocks: tuple[BlockKind, str]) -> Document:
    return Document("", blocks=tuple(Block(f"b{at}", kind, text) for at, (kind, text) in enumerate(blocks)))


NOTE, MARK, TITLE, TEXT = BlockKind.ANNEX_NOTE, BlockKind.ANNEX, BlockKind.TITLE, BlockKind.PARAGRAPH


def test_the_table_alone_needs_no_number() -> None:
    found = arrange(document((TEXT, "正文。")), with_table=True)
    assert (found.notes, found.table_mark, found.table_title) == (("附件：任务分工表",), "附件", "任务分工表")
    assert found.table_at == 0


def test_a_single_annex_gets_a_number_when_the_table_joins_it() -> None:
    found = arrange(document((NOTE, "附件：流程图"), (MARK, "附件"), (TITLE, "流程图")), with_table=True)
    assert found.notes == ("附件：1.流程图", "2.任务分工表")
    assert found.marks == ("附件1",)
    assert (found.table_at, found.table_mark) == (1, "附件2")
    assert found.said


def test_numbered_annexes_keep_their_text() -> None:
    blocks = [(NOTE, "附件：1.甲"), (NOTE, "2.乙"), (MARK, "附件1"), (TITLE, "甲"), (MARK, "附件2"), (TITLE, "乙")]
    found = arrange(document(*blocks), with_table=True)
    assert found.notes == ("附件：1.甲", "2.乙", "3.任务分工表")
    assert found.marks == ("附件1", "附件2")
    assert found.table_mark == "附件3"
    assert found.said == ()


def test_annexes_without_a_note_are_announced_by_their_titles() -> None:
    found = arrange(document((MARK, "附件"), (TITLE, "流程图")), with_table=True)
    assert found.notes == ("附件：1.流程图", "2.任务分工表")


def test_a_note_that_waits_for_the_table_is_fulfilled() -> None:
    found = arrange(
        document((NOTE, "附件：1.重点任务分工表"), (NOTE, "2.乙"), (MARK, "附件2"), (TITLE, "乙")), with_table=True
    )
    assert found.notes == ("附件：1.重点任务分工表", "2.乙")
    assert (found.table_at, found.table_mark, found.table_title) == (0, "附件1", "重点任务分工表")


def test_without_the_table_everything_stays_as_it_is() -> None:
    found = arrange(document((NOTE, "附件：流程图"), (MARK, "附件")), with_table=False)
    assert (found.notes, found.marks, found.table_at) == (("附件：流程图",), ("附件",), None)
