from dataclasses import replace

import pytest

from editor.gongwen.tasks.division import Band, Entry, Task
from editor.gongwen.tasks.division_rows import Frame, Row, columns_of, table_rows
from editor.gongwen.word.tables import Merge

ROOM = {"序号": 2.0, "重点任务": 10.0, "牵头单位": 6.0, "责任单位": 14.0, "时限": 5.0}
MARKS = {Merge.FIRST: "┌", Merge.MORE: "│", Merge.NONE: ""}


def frame(entries: list[Entry]) -> Frame:
    return Frame(tuple((name, ROOM[name]) for name in columns_of(entries)), 17.0, 6.0, 600.0)


def rows(entries: list[Entry]) -> tuple[Row, ...]:
    return table_rows(entries, frame(entries))


def shown(entries: list[Entry]) -> list[list[str]]:
    return [[MARKS[cell.merge] + cell.text for cell in row.cells] for row in rows(entries)[1:]]


def shared(count: int, units: str = "县科协", title: str = "任务", group: str = "g") -> list[Task]:
    return [Task(f"{title}{at}", "", units, group=group) for at in range(1, count + 1)]


def test_there_is_a_column_for_leads_where_anybody_leads_and_for_deadlines_where_two_tasks_have_one() -> None:
    bare, led = Task("甲", "", "县科协"), Task("乙", "县教育局", "县科协")
    dated = replace(bare, deadline="2027年底")
    assert columns_of([bare]) == ("序号", "重点任务", "责任单位")
    assert columns_of([bare, led, dated]) == ("序号", "重点任务", "牵头单位", "责任单位")
    assert columns_of([led, dated, dated]) == ("序号", "重点任务", "牵头单位", "责任单位", "时限")


def test_tasks_are_numbered_through_and_headings_go_across() -> None:
    entries = [Band("一、行动", part=True), Task("甲", "", "县科协"), Band("（二）农民"), Task("乙", "", "县科协")]
    found = rows(entries)
    assert shown(entries) == [["一、行动"], ["1", "甲", "县科协"], ["（二）农民"], ["2", "乙", "县科协"]]
    assert [(row.cells[0].span, row.keep) for row in found[1:]] == [(3, True), (1, False), (3, True), (1, False)]


def test_the_units_of_a_group_stand_once_in_a_merged_cell() -> None:
    entries: list[Entry] = [replace(task, lead="县教育局") for task in shared(3)]
    assert shown(entries) == [
        ["1", "任务1", "┌县教育局", "┌县科协"],
        ["2", "任务2", "│", "│"],
        ["3", "任务3", "│", "│"],
    ]
    assert [row.keep for row in rows(entries)[1:]] == [True, True, False]


def test_two_groups_with_the_same_units_do_not_merge_into_one() -> None:
    entries: list[Entry] = [*shared(2), *shared(2, group="h")]
    assert [row[2] for row in shown(entries)] == ["┌县科协", "│", "┌县科协", "│"]


def test_only_one_deadline_for_all_is_merged() -> None:
    same: list[Entry] = [replace(task, deadline="2027年底") for task in shared(2)]
    assert [row[3] for row in shown(same)] == ["┌2027年底", "│"]
    other: list[Entry] = [replace(task, deadline=f"{2027 + at}年底") for at, task in enumerate(shared(2))]
    assert [row[3] for row in shown(other)] == ["2027年底", "2028年底"]


def test_merged_rows_together_are_as_high_as_their_units() -> None:
    units = "、".join(["县教育体育局"] * 20)  # ten lines
    found = rows(list(shared(2, units)))[1:]
    assert [row.height for row in found] == pytest.approx([(10 * 17 + 6) / 2] * 2)


@pytest.mark.parametrize("count", [30, 200])
def test_no_run_of_merged_rows_is_higher_than_half_a_page(count: int) -> None:
    found = rows(list(shared(count)))[1:]
    runs: list[float] = []
    for row in found:
        if row.cells[2].merge is not Merge.MORE:
            assert row.cells[2].text == "县科协"  # every run says whose it is
            runs.append(0)
        runs[-1] += row.height
    assert len(runs) > 1
    assert max(runs) <= 300
    assert [row.cells[0].text for row in found] == [str(at) for at in range(1, count + 1)]


def test_names_of_units_stay_whole_where_a_line_holds_them() -> None:
    row = rows([Task("甲", "", "县委宣传部、县教育体育局、县工业和信息化局、县科协")])[1]
    assert row.cells[2].lines == ("县委宣传部、县教育体育局、", "县工业和信息化局、县科协")
    assert "".join(row.cells[2].lines) == row.cells[2].text


def test_a_name_longer_than_a_line_is_broken_by_the_program_alone() -> None:
    name = "县新时代文明实践中心科普志愿服务总队、"
    row = rows([Task("甲", "", f"县科协、{name}县教育局")])[1]
    assert row.cells[2].lines == ("县科协、", f"{name}县教育局")


def test_a_list_of_eighty_units_goes_on_in_a_row_of_its_own_with_nothing_lost() -> None:
    units = "、".join(f"县第{at}科学技术工作办公室" for at in range(80))
    found = shown([Task("甲", "县教育局", units)])
    assert [row[:3] for row in found] == [["1", "甲", "县教育局"], *[["1", "甲（续）", "县教育局"]] * (len(found) - 1)]
    assert len(found) > 1
    assert "".join(row[3] for row in found) == units
    assert all(row[3].endswith("、") for row in found[:-1])


def test_a_task_of_three_thousand_characters_repeats_its_units_in_every_row() -> None:
    title = "把科普工作做到群众心坎上，" * 231
    found = shown([Task(title, "县教育局", "县科协")])
    assert "".join(row[1].removeprefix("（续）") for row in found) == title
    assert all(row[1].startswith("（续）") for row in found[1:])
    assert {tuple(row[2:]) for row in found} == {("县教育局", "县科协")}


def test_a_row_too_tall_in_two_columns_says_where_the_shorter_one_stands() -> None:
    units = "、".join(["县科学技术工作办公室"] * 80)
    found = shown([Task("科普" * 1500, "", units)])
    assert found[-1][2] == "（同上）"


@pytest.mark.parametrize("tall", [{"units": "、".join(["县科学技术工作办公室"] * 80)}, {"title": "科普" * 1000}])
def test_a_group_that_no_page_holds_is_not_merged(tall: dict[str, str]) -> None:
    found = rows(list(shared(2, **tall)))[1:]
    assert not any(row.merged for row in found)
    assert max(row.height for row in found) <= 600 * 0.8 + 17  # （续） may take a line more
