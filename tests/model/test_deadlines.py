import pytest

from editor.model.assignments import assignments
from editor.model.deadlines import deadlines, is_deadline, labelled_deadline
from editor.model.document import Block, BlockKind, Document
from editor.model.outline import outline


def found(*texts: str) -> dict[str, str]:
    """The deadlines of a plan: a text that begins with a number is a heading."""
    levels = {"一": 1, "（": 2, "1": 3, "2": 3, "3": 3}
    blocks = []
    for text in texts:
        level = levels.get(text[0], 0) if text[:2] not in ("（县", "（牵") else 0
        blocks.append(Block(text, BlockKind.HEADING if level else BlockKind.PARAGRAPH, text, level))
    document = Document("", blocks=tuple(blocks))
    sections = outline(document)
    return deadlines(document, sections, assignments(document, sections))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("完成时限：2027年6月底前", "2027年6月底前"),
        ("时限：2027年12月31日前完成。", "2027年12月31日前"),
        ("责任单位：县科协。完成时间：2028年底。", "2028年底"),
        ("（责任单位：县科协；完成时限：2026年至2030年）", "2026年至2030年"),
        ("时限要求：长期坚持", "长期坚持"),
        ("时限：每年12月底前", "每年12月底前"),
        ("完成时限：“十五五”末", "“十五五”末"),
        ("时限：另行通知", ""),
        ("公开时限：长期", ""),
        ("保密期限：2027年底", ""),
        ("明确责任人员和完成时限；2027年底前报送。", ""),
    ],
)
def test_a_label_is_followed_by_a_date(text: str, when: str) -> None:
    assert labelled_deadline(text) == when


@pytest.mark.parametrize(
    ("note", "when"),
    [
        ("（县科协负责，2027年底前完成）", "2027年底前"),
        ("（县科协、县教育局按职责分工负责，到2027年底）", "2027年底"),
        ("（牵头单位：县科协；责任单位：县教育局；2028年6月底前）", "2028年6月底前"),
        ("（牵头单位：县科协；责任单位：县教育局；完成时限：2028年6月底前）", "2028年6月底前"),
        ("（县科协负责）", ""),
    ],
)
def test_a_note_may_end_with_a_deadline(note: str, when: str) -> None:
    heading = f"1.建馆。2026年起建设科技馆，2027年开放。{note}"
    assert found("一、任务", heading, "2.其他。做好其他工作。（县科协负责）") == ({heading: when} if when else {})


def test_a_line_may_end_with_a_deadline() -> None:
    line = "牵头单位：县科协。责任单位：县教育局、县财政局。2027年底前完成。"
    assert found("一、任务", "1.开放。开放基地。", "牵头单位：县科协、县教育局。", "2.建馆。建设科技馆。", line) == {
        "2.建馆。建设科技馆。": "2027年底前"
    }


def test_a_line_of_its_own_speaks_for_the_heading_over_it() -> None:
    texts = ("一、任务", "1.建馆", "牵头单位：县教育局。", "建设科技馆。", "完成时限：2027年底。")
    texts += ("2.开放", "牵头单位：县科协。", "完成时限：2028年底。")
    assert found(*texts) == {"1.建馆": "2027年底", "2.开放": "2028年底"}


def test_years_in_the_text_of_a_task_are_no_deadlines() -> None:
    assert found("一、任务", "1.建馆。2027年底前建成，到2030年接待10万人次。（县科协负责）") == {}


def test_annexes_do_not_count() -> None:
    block = Block("x", BlockKind.PARAGRAPH, "完成时限：2027年底")
    annex = Block("a", BlockKind.ANNEX, "附件")
    document = Document("", blocks=(Block("h", BlockKind.HEADING, "一、任务", 1), annex, block))
    assert deadlines(document, outline(document), ()) == {}


@pytest.mark.parametrize(
    "tail",
    [
        ("牵头单位：县科协。责任单位：县教育局。完成时限：2027年底。",),
        ("牵头单位：县科协。责任单位：县教育局。", "完成时限：2027年底。"),
        ("牵头单位：县科协。", "责任单位：县教育局。", "完成时限：2027年底。"),
        ("牵头单位：县科协；责任单位：县教育局；2027年底",),
    ],
)
def test_a_deadline_after_the_line_of_a_group_leaves_it_the_group_s(tail: tuple[str, ...]) -> None:
    texts = ("一、任务", "（一）提升行动", "1.抓实。抓实工作。", "2.抓细。抓细工作。", *tail)
    assert found(*texts) == {"（一）提升行动": "2027年底"}


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("完成时限：2027年底。", True),
        ("2027年底前完成。", True),
        ("完成时限：另行通知。", False),
        ("2027年底前建成科技馆。", False),
    ],
)
def test_a_text_is_a_deadline_only_if_it_says_nothing_else(text: str, only: bool) -> None:
    assert is_deadline(text) is only
