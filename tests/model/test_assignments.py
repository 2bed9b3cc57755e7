"""Assignments are read in every style, belong to the right heading, and can be rewritten without touching the rest."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.model.assignments import (
    Assignment,
    Style,
    assignment_text,
    assignments,
    insert,
    is_assignment_line,
    prevailing_style,
    rewrite,
)
from editor.model.document import Block, BlockKind, Document
from editor.model.errors import EditMismatch
from editor.model.outline import outline, walk
from editor.model.unit_lists import looks_like_unit, split_units


def plan(*lines: str) -> Document:
    """Make a document of lines: 「#2（一）…」 is a heading of level 2, anything else a paragraph; ids are b0, b1 …"""
    blocks = []
    for number, line in enumerate(lines):
        mark = re.match(r"#([1-4])", line)
        kind = BlockKind.HEADING if mark else BlockKind.PARAGRAPH
        blocks.append(Block(f"b{number}", kind, line[2:] if mark else line, int(mark[1]) if mark else 0))
    return Document(blocks=tuple(blocks))


def read(document: Document) -> tuple[Assignment, ...]:
    found = assignments(document, outline(document))
    texts = {block.id: block.text for block in document.blocks}
    for item in found:
        for unit in (*item.lead, *item.responsible):
            assert texts[unit.block_id][unit.start : unit.end] == unit.text
        assert 0 <= item.start < item.end <= len(texts[item.block_id])
    return found


def lists(text: str) -> tuple[list[str], list[str]]:
    """Return the lead and responsible units of the assignments in one task's text."""
    found = read(plan("#1一、提升行动", "#2（一）青少年行动", "#31.普及科学知识。" + text, "#32.办好活动。"))
    return (
        [unit.text for item in found for unit in item.lead],
        [unit.text for item in found for unit in item.responsible],
    )


ONE = (["县教体局", "县科协"], ["县委宣传部", "县文化和旅游局", "各乡镇（街道）"])
STYLES = {
    "two labels on one line": "牵头单位：县教体局、县科协。责任单位：县委宣传部、县文化和旅游局、各乡镇（街道）。",
    "semicolon between": "牵头单位：县教体局、县科协；责任单位：县委宣传部、县文化和旅游局、各乡镇（街道）",
    "spaces between": "牵头单位：县教体局、县科协　　责任单位：县委宣传部、县文化和旅游局、各乡镇（街道）",
    "nothing between": "牵头单位：县教体局、县科协责任单位：县委宣传部、县文化和旅游局、各乡镇（街道）",
    "bold labels": "**牵头单位：**县教体局、县科协。**责任单位：**县委宣传部、县文化和旅游局、各乡镇（街道）。",
    "boxed labels": "【牵头单位】县教体局、县科协【责任单位】县委宣传部、县文化和旅游局、各乡镇（街道）",
    "department labels": "牵头部门：县教体局、县科协；配合部门：县委宣传部、县文化和旅游局、各乡镇（街道）",
    "host labels": "主办单位：县教体局、县科协；协办单位：县委宣传部、县文化和旅游局、各乡镇（街道）",
    "responsible and supporting": "责任单位：县教体局、县科协；配合单位：县委宣传部、县文化和旅游局、各乡镇（街道）",
    "labelled note": "（牵头单位：县教体局、县科协；责任单位：县委宣传部、县文化和旅游局、各乡镇（街道））",
    "two notes": "（牵头单位：县教体局、县科协）（参加单位：县委宣传部、县文化和旅游局、各乡镇（街道））",
    "square note": "[牵头单位:县教体局、县科协;参与单位:县委宣传部、县文化和旅游局、各乡镇（街道）]",
    "duty note": "（县教体局、县科协牵头，县委宣传部、县文化和旅游局、各乡镇（街道）按职责分工负责）",
    "by note": "（由县教体局、县科协牵头，县委宣传部、县文化和旅游局、各乡镇（街道）配合）",
    "note with etc.": "（县教体局、县科协牵头负责，县委宣传部、县文化和旅游局、各乡镇（街道）等按照职责分工负责）",
    "note with departments": "（县教体局、县科协牵头；县委宣传部、县文化和旅游局、各乡镇（街道）等部门按各自职责落实）",
    "and at the end": "（县教体局和县科协牵头，县委宣传部、县文化和旅游局及各乡镇（街道）参加）",
    "commas": "牵头单位：县教体局，县科协。责任单位：县委宣传部，县文化和旅游局，各乡镇（街道）。",
    "blanks": "牵头单位：县教体局 县科协；责任单位：县委宣传部 县文化和旅游局 各乡镇（街道）",
    "plain and supporting": "（县教体局、县科协负责，县委宣传部、县文化和旅游局、各乡镇（街道）协助）",
    "marked lead": "责任单位：县教体局（牵头）、县科协（牵头）、县委宣传部、县文化和旅游局、各乡镇（街道）",
    "verbs after a label": "责任分工：由县教体局、县科协牵头，县委宣传部、县文化和旅游局、各乡镇（街道）参加。",
    "lead named by what it is": "（县教体局、县科协为牵头单位，县委宣传部、县文化和旅游局、各乡镇（街道）为责任单位）",
    "responsible leads": "（县教体局、县科协负责牵头，县委宣传部、县文化和旅游局、各乡镇（街道）支持配合）",
    "long labels": "牵头责任单位：县教体局、县科协；配合责任单位：县委宣传部、县文化和旅游局、各乡镇（街道）",
    "aside in a label": "牵头单位（部门）：县教体局、县科协；参与部门：县委宣传部、县文化和旅游局、各乡镇（街道）",
    "verbs with a limit": "（县教体局、县科协牵头，县委宣传部、县文化和旅游局、各乡镇（街道）配合；长期坚持）",
    "limit after it": "牵头单位：县教体局、县科协；责任单位：县委宣传部、县文化和旅游局、各乡镇（街道）；时限：长期",
}


@pytest.mark.parametrize("text", STYLES.values(), ids=STYLES.keys())
def test_lead_and_responsible_are_read_in_every_style(text: str) -> None:
    assert lists("广泛开展活动。" + text) == ONE


@pytest.mark.parametrize("text", STYLES.values(), ids=STYLES.keys())
def test_half_width_marks_are_read_like_full_width_ones(text: str) -> None:
    lead, responsible = lists("广泛开展活动。" + text.translate(str.maketrans("：；，（）", ":;,()")))
    assert (lead, [unit.translate(str.maketrans("()", "（）")) for unit in responsible]) == ONE


@pytest.mark.parametrize("text", [text for name, text in STYLES.items() if name != "verbs after a label"])
def test_a_line_that_only_assigns_is_known(text: str) -> None:
    assert is_assignment_line(text)
    assert not is_assignment_line("广泛开展科普活动。" + text)


RESPONSIBLE_ONLY = {
    "（县教体局、县科协按职责分工负责）": ["县教体局", "县科协"],
    "（县教体局、县科协等部门按照职责分工负责）。": ["县教体局", "县科协"],
    "（县教体局、县科协，按职责分工负责）": ["县教体局", "县科协"],
    "（县教体局、县科协，各市、县人民政府负责）": ["县教体局", "县科协", "各市、县人民政府"],
    "（县教体局、各县（市、区）人民政府负责）": ["县教体局", "各县（市、区）人民政府"],
    "（各镇街道、县人力资源和社会保障局分别负责）": ["各镇街道", "县人力资源和社会保障局"],
    "（责任单位：县教体局、县委党校（县行政学校）、各镇、街道）": ["县教体局", "县委党校（县行政学校）", "各镇、街道"],
    "责任主体：县教体局、各学校": ["县教体局", "各学校"],
    "（县教体局、县科协按职责分工负责": ["县教体局", "县科协"],
    "县教体局、县科协按职责分工负责）": ["县教体局", "县科协"],
    "（县直各有关部门、国网云溪县供电公司共同落实）": ["县直各有关部门", "国网云溪县供电公司"],
    "（县教体局、县科协按职责分工负责，排第一位的为牵头单位，下同）": ["县教体局", "县科协"],
    "（责任单位：县教体局、县科协（列首位为牵头单位，下同））": ["县教体局", "县科协"],
    "责任单位：县教体局、县科协（排名第一的为牵头单位，下同）": ["县教体局", "县科协"],
    "（县教体局、县科协负责，2027年底前完成）": ["县教体局", "县科协"],
    "（责任单位：县教体局、县科协等县级有关部门）": ["县教体局", "县科协"],
    "（县教体局、县科协、县妇联、云溪科普馆群负责）": ["县教体局", "县科协", "县妇联", "云溪科普馆群"],
    "（县教体局等15个部门和各镇（街道）按职责分工负责）": ["县教体局", "各镇（街道）"],
    "（责任单位：各乡镇人民政府、街道办事处）": ["各乡镇人民政府", "街道办事处"],
}


@pytest.mark.parametrize(("text", "units"), RESPONSIBLE_ONLY.items())
def test_units_without_a_lead_are_responsible(text: str, units: list[str]) -> None:
    assert lists("广泛开展活动。" + text) == ([], units)


PROSE = [
    "各级科协要充分发挥好本区域牵头作用，完善工作机制。",
    "广泛开展科技小论文（发明、制作）和“五小”（小发明、小创造）活动。",
    "依托新时代文明实践中心（所、站）开展服务。",
    "（联系电话：县科协，87880000）",
    "依据《纲要》（国发〔2021〕9号，以下简称《纲要》）。",
    "由县科协牵头，建立联席会议制度，协调解决困难和问题。",
    "各责任单位：要切实加强领导。",
    "县全民科学素质工作领导小组办公室设在县科协，负责做好综合协调和服务工作。",
    "明确牵头单位、责任单位和完成时限。",
    "（校长负责）",
    "设立专班（专人负责）推进工作。",
    "各有关部门（单位）要按照职责分工，抓好落实。",
    "支持县科协（县科普中心负责）每年办好科普日活动，服务群众。",
    "主办单位：云溪县人民政府办公室　承办单位：云溪县大数据中心",
    "",
    "牵头单位：",
    "责任单位：一是加强领导，二是抓好落实。",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_no_assignment(text: str) -> None:
    assert lists(text) == ([], [])
    assert not is_assignment_line(text)


def governs(*lines: str) -> list[tuple[str, str]]:
    document = plan(*lines)
    titles = {section.block.id: section.title for section in walk(outline(document))}
    return [(item.scope, titles.get(item.governs, "")) for item in read(document)]


A, B = "#2（一）青少年行动", "#2（二）农民行动"
NOTE = "（牵头单位：县教体局；责任单位：县科协）"


def test_two_lines_at_the_end_of_a_group_are_one_assignment_of_the_group() -> None:
    document = plan("#1一、提升行动", A, "#31.甲。乙。", "#32.丙。丁。", "牵头单位:县教体局", "责任单位:县科协、县妇联")
    (found,) = read(document)
    assert (found.governs, found.scope, found.style) == ("b1", "section", Style.TWO_LINES)
    assert found.blocks == ("b4", "b5")
    assert (found.lead_label, found.responsible_label) == ("牵头单位", "责任单位")
    assert [unit.block_id for unit in (*found.lead, *found.responsible)] == ["b4", "b5", "b5"]


def test_lines_with_a_blank_one_between_and_three_labels_are_one_assignment() -> None:
    found = read(plan(A, "#31.甲。乙。", "牵头单位：县教体局", "", "配合单位：县科协", "参加单位：各乡镇"))
    assert [[unit.text for unit in found[0].responsible], len(found)] == [["县科协", "各乡镇"], 1]


def test_a_second_lead_line_starts_another_assignment() -> None:
    found = read(plan(A, "牵头单位：县教体局", "责任单位：县科协", "牵头单位：县妇联", "责任单位：县残联"))
    assert [item.lead[0].text for item in found] == ["县教体局", "县妇联"]


def test_a_note_at_the_end_of_only_the_last_task_governs_the_group() -> None:
    assert governs(
        "#1一、提升行动", A, "#31.甲。乙。", "#32.丙。丁。" + NOTE, B, "#31.戊。己。", "#32.庚。辛。" + NOTE
    ) == [
        ("section", "青少年行动"),
        ("section", "农民行动"),
    ]


def test_notes_at_every_task_govern_their_tasks_even_where_a_group_has_one_task_or_one_note() -> None:
    assert governs(
        "#1一、提升行动", A, "#31.甲。乙。" + NOTE, "#32.丙。丁。" + NOTE, B, "#31.戊。己。" + NOTE,
        "#2（三）老年人行动", "#31.庚。辛。", "#32.壬。癸。", NOTE,
        "#2（四）产业工人行动", "#31.子。丑。" + NOTE, "#32.寅。卯。",
    ) == [("task", "甲"), ("task", "丙"), ("task", "戊"), ("section", "老年人行动"), ("task", "子")]  # fmt: skip


def test_responsible_lines_after_every_task_govern_their_tasks() -> None:
    line = "责任单位：县教体局、县科协"
    assert governs("#1一、提升行动", A, "#31.甲。乙。", line, "#32.丙。丁。", line, B, "#31.戊。己。", line) == [
        ("task", "甲"),
        ("task", "丙"),
        ("task", "戊"),
    ]


def test_a_group_line_stays_the_groups_when_tasks_have_notes_of_their_own() -> None:
    assert governs(
        "#1一、提升行动", A, "#31.甲。乙。（县科协负责）", "#32.丙。丁。（县妇联负责）", "牵头单位：县教体局"
    ) == [
        ("task", "甲"),
        ("task", "丙"),
        ("section", "青少年行动"),
    ]


def test_a_note_after_the_introduction_or_in_the_heading_governs_the_group() -> None:
    lead = "（由县科协牵头，县妇联参加）"
    assert governs("#1一、甲", A, "引言。（牵头单位：县教体局）", "#31.甲。乙。", B + lead, "#31.丙。丁。") == [
        ("section", "青少年行动"),
        ("section", "农民行动" + lead),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        A + "（由县教体局牵头，县科协参加）",
        A + "。由县教体局牵头，县科协参加。深入开展活动。",
        A + "，由县教体局牵头，县科协参加",
        A + " 牵头单位：县教体局 参加单位：县科协",
        A + "(牵头单位:县教体局;责任单位:县科协)",
    ],
)
def test_lead_and_responsible_in_a_heading_are_read(heading: str) -> None:
    (found,) = read(plan("#1一、提升行动", heading, "#31.甲。乙。"))
    assert ([unit.text for unit in found.lead], [unit.text for unit in found.responsible]) == (["县教体局"], ["县科协"])
    assert (found.governs, found.scope) == ("b1", "section")


def test_an_action_without_tasks_is_a_section_and_an_item_of_the_safeguards_a_task() -> None:
    assert governs(
        "#1一、重点工程", "#2（一）基层科普工程", "#31.甲。乙。", "牵头单位：县科协",
        "#2（二）开放合作工程", "正文。", "牵头单位：县科协",
        "#1二、保障措施", "#2（一）加强领导。正文。（县科协负责）", "#2（二）保障经费。正文。（县财政局负责）",
    ) == [
        ("section", "基层科普工程"), ("section", "开放合作工程"), ("task", "加强领导"), ("task", "保障经费"),
    ]  # fmt: skip


def test_annexes_and_tables_do_not_assign_and_text_before_headings_governs_nothing() -> None:
    document = plan("牵头单位：县科协", "#1一、甲", "附件1", "牵头单位：县妇联")
    blocks = (*document.blocks[:2], replace(document.blocks[2], kind=BlockKind.ANNEX), document.blocks[3])
    (found,) = read(Document(blocks=blocks))
    assert (found.governs, found.lead[0].text) == ("", "县科协")


def test_the_prevailing_style_is_the_commonest() -> None:
    document = plan(
        A,
        "#31.甲。乙。（县科协负责）",
        "#32.甲。乙。（县科协负责）",
        "#33.甲。乙。",
        "牵头单位：县教体局。责任单位：县科协。",
    )
    assert prevailing_style(read(document)) is Style.TASK_NOTE
    assert prevailing_style(()) is None


UNIT_LISTS = {
    "县发展和改革局和县人力资源和社会保障局": ["县发展和改革局", "县人力资源和社会保障局"],
    "县住房和城乡建设局、县文化和旅游局与县工业和信息化局": [
        "县住房和城乡建设局",
        "县文化和旅游局",
        "县工业和信息化局",
    ],
    "县委网络安全和信息化委员会办公室及各镇（街道）": ["县委网络安全和信息化委员会办公室", "各镇（街道）"],
    "区委党校(区行政学院)、团区委": ["区委党校(区行政学院)", "团区委"],
    "各市、县人民政府": ["各市、县人民政府"],
    "各县、市、区人民政府，市科协": ["各县、市、区人民政府", "市科协"],
    "各县（市）、区": ["各县（市）、区"],
    "各镇和街道": ["各镇和街道"],
    "各镇党委、政府，各县（市、区）党委和政府": ["各镇党委、政府", "各县（市、区）党委和政府"],
    "县文化广电和旅游局、各有关部门、单位": ["县文化广电和旅游局", "各有关部门、单位"],
    "县纲要办各成员单位、各苏木（乡镇）": ["县纲要办各成员单位", "各苏木（乡镇）"],
    "各镇、县教体局": ["各镇", "县教体局"],
    "县科协等13个部门": ["县科协"],
    "县科协、县教体局等有关单位": ["县科协", "县教体局"],
    "县农业农村局（县乡村振兴局）、各高等院校": ["县农业农村局（县乡村振兴局）", "各高等院校"],
    "县教体局、和县科协": ["县教体局", "县科协"],
    "各镇（街道、县科协": ["各镇（街道", "县科协"],
    "市生态环境局云溪分局、国家统计局云溪调查队": ["市生态环境局云溪分局", "国家统计局云溪调查队"],
    "县社会和谐促进会、县红十字会": ["县社会和谐促进会", "县红十字会"],
    "云溪经济开发区、高新区管委会": ["云溪经济开发区", "高新区管委会"],
}


@pytest.mark.parametrize(("text", "units"), UNIT_LISTS.items())
def test_a_list_of_units_is_split_between_names_only(text: str, units: list[str]) -> None:
    assert [text[start:end] for start, end in split_units(text, 0, len(text))] == units


@pytest.mark.parametrize("name", ["按职责分工", "发明", "专人", "社会", "切实加强领导的部门", "全部", "甲" * 40, "局"])
def test_what_is_no_unit_does_not_look_like_one(name: str) -> None:
    assert not looks_like_unit(name)


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


REWRITES = [
    ("甲。（县科协按职责分工负责）乙", [], ["县科协", "县妇联"], "甲。（县科协、县妇联按职责分工负责）乙"),
    ("甲。（县科协负责）", ["县教体局"], ["县科协"], "甲。（县教体局牵头，县科协负责）"),
    ("甲。（县科协牵头，县妇联配合）", [], ["县妇联"], "甲。（县妇联配合）"),
    ("甲。(县科协牵头,县妇联配合)", ["县科协"], ["县残联", "县妇联"], "甲。(县科协牵头,县残联、县妇联配合)"),
    ("甲。(县科协负责)", ["县教体局"], ["县科协"], "甲。(县教体局牵头,县科协负责)"),
    ("甲。（由县科协牵头，县妇联配合）", ["县文联"], [], "甲。（由县文联牵头）"),
    ("甲。（牵头部门：县科协，配合部门：县妇联等）。", ["县文联"], ["县妇联", "县残联"],
     "甲。（牵头部门：县文联，配合部门：县妇联、县残联等）。"),
    ("甲。（牵头单位：县科协；责任单位：县妇联）", [], [], "甲。"),
    ("甲。（责任单位：县妇联）", ["县科协"], ["县妇联"], "甲。（牵头单位：县科协；责任单位：县妇联）"),
    ("牵头单位:县科协 责任单位:县妇联、县残联", ["县科协"], ["县残联"], "牵头单位:县科协 责任单位:县残联"),
    ("牵头单位：县科协。责任单位：县妇联。", [], ["县妇联"], "责任单位：县妇联。"),
    ("责任单位：县科协（牵头）、县妇联", ["县妇联"], ["县科协", "县残联"], "责任单位：县妇联（牵头）、县科协、县残联"),
    ("责任单位：县科协；配合单位：县妇联", ["县科协"], [], "牵头单位：县科协"),
    ("责任单位：县科协，县妇联", [], ["县科协", "县残联", "县妇联"], "责任单位：县科协，县残联，县妇联"),
    ("牵头单位：甲局；责任单位：县妇联；参加单位：县残联", ["甲局"], ["县妇联", "县文联", "县残联"],
     "牵头单位：甲局；责任单位：县妇联、县文联；参加单位：县残联"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lead", "responsible", "wanted"), REWRITES)
def test_rewriting_keeps_labels_marks_and_the_rest(
    text: str, lead: list[str], responsible: list[str], wanted: str
) -> None:
    document = plan(A, text, "后文。")
    (found,) = read(document)
    change = rewrite(document, found, lead, responsible)
    changed = change.apply(document)
    assert texts(changed) == ["（一）青少年行动", wanted, "后文。"]
    assert change.invert().apply(changed) == document
    if lead or responsible:
        (again,) = read(changed)
        assert ([unit.text for unit in again.lead], [unit.text for unit in again.responsible]) == (lead, responsible)


def test_rewriting_with_the_same_lists_changes_nothing() -> None:
    document = plan(A, "#31.甲。乙。（县科协和县妇联等负责）")
    (found,) = read(document)
    assert rewrite(document, found, [], ["县科协", "县妇联"]).edits == ()


def test_rewriting_two_lines_changes_adds_to_and_removes_them() -> None:
    document = plan(A, "正文。", "牵头单位：县科协", "责任单位：县妇联、县残联", "后文。")
    (found,) = read(document)
    assert texts(rewrite(document, found, ["县文联"], ["县残联"]).apply(document))[2:4] == [
        "牵头单位：县文联",
        "责任单位：县残联",
    ]
    assert texts(rewrite(document, found, [], ["县残联"]).apply(document))[1:] == [
        "正文。",
        "责任单位：县残联",
        "后文。",
    ]
    assert texts(rewrite(document, found, [], []).apply(document))[1:] == ["正文。", "后文。"]


def test_rewriting_what_is_gone_is_refused() -> None:
    document = plan(A, "正文。（县科协负责）")
    (found,) = read(document)
    with pytest.raises(EditMismatch):
        rewrite(plan(A, "正文。"), found, [], ["县妇联"])
    with pytest.raises(EditMismatch):
        rewrite(Document(), found, [], ["县妇联"])


@pytest.mark.parametrize("style", list(Style))
@pytest.mark.parametrize("heading", ["b1", "b3", "b4", "b5", "b7", "b8"])
def test_an_inserted_assignment_is_that_headings_and_no_other_changes_hands(style: Style, heading: str) -> None:
    document = plan(
        "#1一、提升行动", A, "引言。", "#31.甲。乙。（县教体局负责）", "#32.丙。丁。",
        B, "#31.戊", "#32.己", "#1二、保障措施",
    )  # fmt: skip
    before = {item.block_id: item.governs for item in read(document)}
    section = next(section for section in walk(outline(document)) if section.block.id == heading)
    change = insert(document, section, ["县科协"], ["县妇联", "各乡镇（街道）"], style)
    changed = change.apply(document)
    after = read(changed)
    new = next(item for item in after if item.lead and item.lead[0].text == "县科协")
    assert new.governs == heading
    assert [unit.text for unit in new.responsible] == ["县妇联", "各乡镇（街道）"]
    assert {item.block_id: item.governs for item in after if item is not new} == before
    assert change.invert().apply(changed) == document


def test_a_line_is_inserted_at_the_end_of_the_group() -> None:
    document = plan("#1一、提升行动", A, "#31.甲。乙。", "#32.丙。丁。", B, "正文。")
    section = outline(document)[0].children[0]
    changed = insert(document, section, ["县科协"], ["县妇联"], Style.ONE_LINE).apply(document)
    assert changed.blocks[4].text == "牵头单位：县科协。责任单位：县妇联。"
    two = insert(document, section, ["县科协"], ["县妇联"], Style.TWO_LINES).apply(document)
    assert texts(two)[4:6] == ["牵头单位：县科协", "责任单位：县妇联"]
    assert insert(document, section, [], [], Style.ONE_LINE).edits == ()


UNITS = [
    "县委宣传部", "县教体局", "县科协", "县文化和旅游局", "县人力资源和社会保障局", "县委党校（县行政学校）", "团县委",
    "各乡镇（街道）", "各县（市、区）人民政府", "市生态环境局云溪分局", "县融媒体中心", "县总工会",
]  # fmt: skip
NAMES = st.lists(st.sampled_from(UNITS), unique=True, max_size=8)


@given(st.sampled_from(list(Style)), NAMES, NAMES)
def test_what_is_written_is_read_back(style: Style, lead: list[str], responsible: list[str]) -> None:
    responsible = [name for name in responsible if name not in lead]
    document = plan("#1一、提升行动", A, "正文。", *assignment_text(style, lead, responsible))
    found = read(document)
    assert len(found) == bool(lead or responsible)
    for item in found:
        assert ([unit.text for unit in item.lead], [unit.text for unit in item.responsible]) == (lead, responsible)
        assert is_assignment_line(document.blocks[3].text)


@settings(max_examples=200)
@given(st.sampled_from(sorted(STYLES.values())), NAMES, NAMES, st.booleans())
def test_a_rewrite_keeps_the_text_around_it(text: str, lead: list[str], responsible: list[str], half: bool) -> None:
    responsible = [name for name in responsible if name not in lead]
    text = text.translate(str.maketrans("：；，（）", ":;,()")) if half else text
    document = plan("#1一、提升行动", A, "#31.普及知识。正文一。" + text, "#32.办活动。")
    (found,) = read(document)
    changed = rewrite(document, found, lead, responsible).apply(document)
    assert changed.blocks[2].text.startswith("1.普及知识。正文一。")
    assert changed.blocks[3:] == document.blocks[3:]
    again = read(changed)
    assert len(again) == bool(lead or responsible)
    for item in again:
        assert {unit.text for unit in item.lead} == {
            name if not half else unit_as_written(name, changed) for name in lead
        }
        assert {unit.text for unit in item.responsible} == {unit_as_written(name, changed) for name in responsible}


def unit_as_written(name: str, document: Document) -> str:
    """Return a name with the brackets the text has: a note written anew in half width has half-width brackets."""
    return name if name in document.blocks[2].text else name.translate(str.maketrans("（）", "()"))


@pytest.mark.parametrize(
    "bait",
    [
        "（",
        "、",
        "牵头单位：",
        "责任单位：县科协",
        "（县科协负责）",
        "和",
        "县科协和",
        "，由",
        "县科协、",
        "等",
        "责任单位 ",
        "各市、县",
        "）",
        "。（负责",
    ],
)
def test_bait_is_read_to_its_end(bait: str) -> None:
    text = bait * (200_000 // len(bait))
    for kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        document = Document(blocks=(Block("h", BlockKind.HEADING, "（一）甲", 2), Block("b", kind, text + "负责）", 3)))
        found = assignments(document, outline(document))
        assert all(text[unit.start : unit.end] == unit.text for item in found for unit in item.responsible[:9])
