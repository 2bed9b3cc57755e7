from types import SimpleNamespace

from editor.gongwen.division_table import Band, ByHeading, Task, division, table_rows, unassigned
from editor.model.document import Block, BlockKind, Document
from editor.model.outline import outline
from templates.analysis import analyse
from tests.gongwen.sample import sample


def plan(*headings: str) -> Document:
    level = {"一": 1, "二": 1, "三": 1, "（": 2}
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
    entries = division(outline(document), by_heading)
    return [[cell.text for cell in row] for row in table_rows(entries)]


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


def test_a_group_assigned_as_a_whole_is_one_row_with_its_tasks_as_numbered_lines() -> None:
    document = plan("一、任务", "（一）青少年", "1.甲。正文", "2.乙", "（二）农民", "甲组", "乙组")
    found = assigned("section", "县教育局")
    rows = shown(document, {"（一）青少年": found, "（二）农民": found})
    assert rows[1:] == [
        ["1", "（一）青少年\n1.甲\n2.乙", "县教育局", "县科协"],
        ["2", "（二）农民\n1.甲组\n2.乙组", "县教育局", "县科协"],
    ]


def test_a_group_too_long_for_one_row_goes_on_in_another_with_its_units_repeated() -> None:
    document = plan("（一）青少年", *(f"{at}.任务" for at in range(1, 12)))
    rows = shown(document, {"（一）青少年": assigned("section", "县教育局")})[1:]
    assert [row[0] for row in rows] == ["1", "1"]
    assert [row[2:] for row in rows] == [["县教育局", "县科协"]] * 2
    first, second = (row[1].split("\n") for row in rows)
    assert (first[0], second[0]) == ("（一）青少年", "（一）青少年（续）")
    assert first[1:] + second[1:] == [f"{at}.任务" for at in range(1, 12)]


def test_parts_get_rows_of_their_own_where_there_are_several() -> None:
    document = plan("一、行动", "（一）青少年", "1.甲", "二、工程", "（一）资源", "（二）信息", "1.乙", "三、保障")
    rows = shown(document, {"1.甲": assigned(), "（一）资源": assigned("section"), "1.乙": assigned()})
    assert [row[-2] if len(row) > 1 else row[0] for row in rows[1:]] == [
        "一、行动",
        "（一）青少年",
        "甲",
        "二、工程",
        "（一）资源",
        "（二）信息",
        "乙",
    ]


def test_a_group_assigned_as_a_whole_keeps_its_place_between_others() -> None:
    document = plan("一、工程", "（一）资源", "1.甲", "（二）开放", "（三）信息", "1.乙")
    found = {heading: assigned("section") for heading in ("（一）资源", "（二）开放", "（三）信息")}
    assert [row[1] for row in shown(document, found)[1:]] == ["（一）资源\n1.甲", "（二）开放", "（三）信息\n1.乙"]


def test_a_task_without_units_takes_those_of_its_group() -> None:
    document = plan("一、任务", "（一）青少年", "1.甲", "2.乙")
    rows = shown(document, {"（一）青少年": assigned("section"), "1.甲": assigned(responsible="县教育局")})
    assert rows[1:] == [["（一）青少年"], ["1", "甲", "县教育局"], ["2", "乙", "县科协"]]


def test_a_group_without_tasks_is_a_row_with_its_number() -> None:
    document = plan("一、任务", "（一）青少年", "（二）农民")
    rows = shown(document, {"（一）青少年": assigned(lead="县教育局"), "（二）农民": assigned(lead="县农业农村局")})
    assert rows[1:] == [["1", "（一）青少年", "县教育局", "县科协"], ["2", "（二）农民", "县农业农村局", "县科协"]]


def test_a_task_without_units_stays_in_the_table_and_is_named() -> None:
    document = plan("（一）青少年", "1.甲", "2.乙")
    entries = division(outline(document), {"1.甲": assigned()})
    assert [task.title for task in entries if isinstance(task, Task)] == ["甲", "乙"]
    assert unassigned(entries) == ("乙",)


def test_parts_that_assign_nothing_are_left_out() -> None:
    assert division(outline(plan("一、总体要求", "（一）思想", "1.甲")), {}) == ()


def test_a_unit_named_twice_for_one_task_stands_once() -> None:
    document = plan("（一）青少年", "1.甲")
    rows = shown(document, {"1.甲": assigned(responsible="县科协、县教育局、县科协")})
    assert rows[-1] == ["1", "甲", "县科协、县教育局"]


def test_the_sample_plan_gives_every_task_its_printed_units() -> None:
    analysis = analyse(sample())
    entries = division(analysis.sections, analysis.by_heading)
    rows = {row[1].text.split("\n")[0]: [cell.text for cell in row[2:]] for row in table_rows(entries) if len(row) == 4}
    parts = [entry.title for entry in entries if isinstance(entry, Band) and entry.part]
    assert parts == ["二、提升行动", "三、重点工程"]
    assert len(rows) == 1 + 11 + 3
    assert rows["护住孩子的好奇心"] == ["", "团县委、县科协、县教育局"]
    assert rows["（二）科普信息化提升工程"] == ["县委宣传部", "县融媒体中心、县科协、县委网信办"]
    assert unassigned(entries) == ()
