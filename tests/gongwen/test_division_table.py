from types import SimpleNamespace

from editor.gongwen.division_table import ByHeading, division, table_rows, unassigned
from editor.model.document import Block, BlockKind, Document
from editor.model.outline import outline
from templates.analysis import analyse
from tests.gongwen.sample import sample


def plan(*headings: str) -> Document:
    level = {"一": 1, "（": 2}
    blocks = [Block(text, BlockKind.HEADING, text, level.get(text[0], 3)) for text in headings]
    return Document("", blocks=tuple(blocks))


def assigned(
    scope: str = "task", lead: str = "", responsible: str = "县科协", start: int = 99
) -> tuple[SimpleNamespace]:
    def mentions(names: str) -> tuple[SimpleNamespace, ...]:
        return tuple(SimpleNamespace(text=name) for name in names.split("、") if name)

    found = SimpleNamespace(
        block_id="", start=start, scope=scope, lead=mentions(lead), responsible=mentions(responsible)
    )
    return (found,)


def shown(document: Document, by_heading: ByHeading) -> list[list[str]]:
    groups = division(outline(document), by_heading)
    return [[cell.text for cell in row] for row in table_rows(groups)]


def test_tasks_with_their_own_units_are_rows_under_their_group() -> None:
    document = plan("一、任务", "（一）青少年", "1.甲。正文", "2.乙", "（二）农民", "1.丙")
    rows = shown(
        document, {"1.甲。正文": assigned(), "2.乙": assigned(responsible="县教育局、县科协"), "1.丙": assigned()}
    )
    assert rows == [
        ["序号", "重点任务", "责任单位"],
        ["（一）青少年"],
        ["1", "甲", "县科协"],
        ["2", "乙", "县教育局、县科协"],
        ["（二）农民"],
        ["3", "丙", "县科协"],
    ]


def test_units_of_a_whole_group_merge_over_its_tasks() -> None:
    document = plan("一、任务", "（一）青少年", "1.甲", "2.乙")
    groups = division(outline(document), {"（一）青少年": assigned("section", "县教育局")})
    rows = table_rows(groups)
    assert [cell.text for cell in rows[2]] == ["1", "甲", "县教育局", "县科协"]
    assert [cell.merge for cell in rows[2]] == ["", "", "restart", "restart"]
    assert [cell.merge for cell in rows[3]] == ["", "", "continue", "continue"]


def test_a_group_without_tasks_is_a_row_of_the_part_above() -> None:
    document = plan("一、任务", "（一）青少年", "（二）农民")
    rows = shown(document, {"（一）青少年": assigned(lead="县教育局"), "（二）农民": assigned(lead="县农业农村局")})
    assert rows[1:] == [["一、任务"], ["1", "青少年", "县教育局", "县科协"], ["2", "农民", "县农业农村局", "县科协"]]


def test_a_task_without_units_stays_in_the_table_and_is_named() -> None:
    document = plan("（一）青少年", "1.甲", "2.乙")
    groups = division(outline(document), {"1.甲": assigned()})
    assert [task.title for task in groups[0].tasks] == ["甲", "乙"]
    assert unassigned(groups) == ("乙",)


def test_parts_that_assign_nothing_are_left_out() -> None:
    assert division(outline(plan("一、总体要求", "（一）思想", "1.甲")), {}) == ()


def test_a_unit_named_twice_for_one_task_stands_once() -> None:
    document = plan("（一）青少年", "1.甲")
    rows = shown(document, {"1.甲": assigned(responsible="县科协、县教育局、县科协")})
    assert rows[-1] == ["1", "甲", "县科协、县教育局"]


def test_the_sample_plan_gives_every_task_its_printed_units() -> None:
    analysis = analyse(sample())
    groups = division(analysis.sections, analysis.by_heading)
    rows = {row[1].text: [cell.text for cell in row[2:]] for row in table_rows(groups) if len(row) == 4}
    assert len(groups) == 8
    assert len(rows) == 1 + 11 + 7
    assert rows["护住孩子的好奇心"] == ["", "团县委、县科协、县教育局"]
    assert rows["办一个本地人爱看的栏目"] == ["县委宣传部", "县融媒体中心、县科协、县委网信办"]
    assert unassigned(groups) == ()
