from types import SimpleNamespace

from editor.gongwen.tasks.division import Band, ByHeading, Task, division, division_of, unassigned
from editor.model.document import Block, BlockKind, Document
from editor.model.outline import outline
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


def entries(document: Document, by_heading: ByHeading, deadlines: dict[str, str] | None = None) -> tuple[object, ...]:
    return division(outline(document), by_heading, deadlines)


def titles(found: tuple[object, ...]) -> list[str]:
    return [entry.title for entry in found]


def test_tasks_with_their_own_units_stand_under_their_group() -> None:
    document = plan("一、任务", "（一）青少年", "1.甲。正文", "2.乙", "（二）农民", "1.丙")
    given = {"1.甲。正文": assigned(), "2.乙": assigned(responsible="县教育局、县科协"), "1.丙": assigned()}
    assert entries(document, given) == (
        Band("（一）青少年"),
        Task("甲", "", "县科协"),
        Task("乙", "", "县教育局、县科协"),
        Band("（二）农民"),
        Task("丙", "", "县科协"),
    )


def test_the_tasks_of_a_group_assigned_as_a_whole_share_its_units() -> None:
    document = plan("一、任务", "（一）青少年", "1.甲。正文", "2.乙", "（二）农民", "1.丙")
    given = {heading: assigned("section", "县教育局") for heading in ("（一）青少年", "（二）农民")}
    assert entries(document, given) == (
        Band("（一）青少年"),
        Task("甲", "县教育局", "县科协", group="（一）青少年"),
        Task("乙", "县教育局", "县科协", group="（一）青少年"),
        Band("（二）农民"),
        Task("丙", "县教育局", "县科协", group="（二）农民"),
    )


def test_parts_get_rows_of_their_own_where_there_are_several() -> None:
    document = plan("一、行动", "（一）青少年", "1.甲", "二、工程", "（一）资源", "（二）信息", "1.乙", "三、保障")
    found = entries(document, {"1.甲": assigned(), "（一）资源": assigned("section"), "1.乙": assigned()})
    assert titles(found) == ["一、行动", "（一）青少年", "甲", "二、工程", "（一）资源", "（二）信息", "乙"]
    assert [entry.title for entry in found if isinstance(entry, Band) and entry.part] == ["一、行动", "二、工程"]


def test_a_group_assigned_as_a_whole_keeps_its_place_between_others() -> None:
    document = plan("一、工程", "（一）资源", "1.甲", "（二）开放", "（三）信息", "1.乙")
    found = {heading: assigned("section") for heading in ("（一）资源", "（二）开放", "（三）信息")}
    assert titles(entries(document, found)) == ["（一）资源", "甲", "（二）开放", "（三）信息", "乙"]


def test_a_task_without_units_takes_those_of_its_group() -> None:
    document = plan("一、任务", "（一）青少年", "1.甲", "2.乙")
    found = entries(document, {"（一）青少年": assigned("section"), "1.甲": assigned(responsible="县教育局")})
    assert found[1:] == (Task("甲", "", "县教育局"), Task("乙", "", "县科协", group="（一）青少年"))


def test_a_group_without_tasks_is_a_task_with_its_number() -> None:
    document = plan("一、任务", "（一）青少年", "（二）农民")
    given = {"（一）青少年": assigned(lead="县教育局"), "（二）农民": assigned(lead="县农业农村局")}
    assert titles(entries(document, given)) == ["（一）青少年", "（二）农民"]


def test_a_task_without_units_stays_and_is_named() -> None:
    found = entries(plan("（一）青少年", "1.甲", "2.乙"), {"1.甲": assigned()})
    assert titles(found) == ["甲", "乙"]
    assert unassigned(found) == ("乙",)


def test_parts_that_assign_nothing_are_left_out() -> None:
    assert entries(plan("一、总体要求", "（一）思想", "1.甲"), {}) == ()


def test_a_unit_named_twice_for_one_task_stands_once() -> None:
    found = entries(plan("（一）青少年", "1.甲"), {"1.甲": assigned(responsible="县科协、县教育局、县科协")})
    assert found[-1] == Task("甲", "", "县科协、县教育局")


def test_a_deadline_of_a_group_holds_for_its_tasks_unless_they_have_their_own() -> None:
    document = plan("（一）青少年", "1.甲", "2.乙")
    given = {"（一）青少年": assigned("section")}
    found = entries(document, given, {"（一）青少年": "2030年底", "2.乙": "2027年6月底前"})
    assert [task.deadline for task in found if isinstance(task, Task)] == ["2030年底", "2027年6月底前"]


def test_the_sample_plan_gives_every_task_its_printed_units() -> None:
    found = division_of(sample())
    tasks = {task.title: (task.lead, task.responsible) for task in found if isinstance(task, Task)}
    assert [band.title for band in found if isinstance(band, Band) and band.part] == ["二、提升行动", "三、重点工程"]
    assert len(tasks) == 11 + 7
    assert tasks["护住孩子的好奇心"] == ("", "团县委、县科协、县教育局")
    assert tasks["把传言截在半路"] == ("县委宣传部", "县融媒体中心、县科协、县委网信办")
    assert unassigned(found) == ()
