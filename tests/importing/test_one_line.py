# ruff: noqa: E501 - one long line is the subject
"""A plan whose line breaks were lost: its parts are found again."""

from editor.importing.importer import import_text, plan_title
from editor.model.outline import outline, walk

_TASK = "组织科技工作者进校园、进乡村、进社区，面向重点人群开展形式多样的科普活动，不断扩大覆盖面。"
_PLAN = (
    "云溪县人民政府办公室关于印发云溪县全民科学素质行动实施方案的通知"
    "云政办发〔2026〕5号各乡镇人民政府，县政府各部门："
    "《云溪县全民科学素质行动实施方案》已经县政府同意，现印发给你们，请认真贯彻执行。"
    "云溪县人民政府办公室2026年3月5日（此件公开发布）"
    "云溪县全民科学素质行动实施方案为深入贯彻国家部署，制定本方案。"
    "一、总体要求（一）指导思想。"
    + _TASK * 6
    + "（二）工作目标。到2030年，公民具备科学素质的比例达到18%。"
    + _TASK * 6
    + "二、提升行动"
    "（一）青少年科学素质提升行动。1.加强科学教育。"
    + _TASK * 6
    + "2.拓展校外实践。"
    + _TASK * 6
    + "（县教育局、县科协按职责分工负责）"
    "（二）农民科学素质提升行动。"
    + _TASK * 6
    + "三、组织实施（一）加强领导。"
    + _TASK * 6
    + "（二）保障经费。"
    + _TASK * 6
)
_TITLES = [
    (1, "总体要求"), (2, "指导思想"), (2, "工作目标"), (1, "提升行动"), (2, "青少年科学素质提升行动"),
    (3, "加强科学教育"), (3, "拓展校外实践"), (2, "农民科学素质提升行动"), (1, "组织实施"), (2, "加强领导"), (2, "保障经费"),
]  # fmt: skip


def test_headings_are_found_in_one_line() -> None:
    document = import_text(_PLAN).document
    assert [(s.level, s.title) for s in walk(outline(document))] == _TITLES


def test_the_notice_is_found_in_one_line() -> None:
    document = import_text(_PLAN).document
    metadata = document.metadata
    assert metadata.doc_number == "云政办发〔2026〕5号"
    assert metadata.addressees == "各乡镇人民政府，县政府各部门"
    assert metadata.issuer == "云溪县人民政府办公室"
    assert metadata.signature_date == "2026-03-05"
    assert metadata.availability == "此件公开发布"
    assert plan_title(document) == "云溪县全民科学素质行动实施方案"


def test_spaces_in_place_of_breaks_part_paragraphs() -> None:
    body = "　　".join(
        [
            "云溪县全民科学素质行动方案",
            "一、总体要求",
            _TASK * 20,
            "二、重点任务",
            _TASK * 20,
            "三、保障措施",
            _TASK * 3,
        ]
    )
    document = import_text(body).document
    assert [s.title for s in walk(outline(document))] == ["总体要求", "重点任务", "保障措施"]
    assert plan_title(document) == "云溪县全民科学素质行动方案"


def test_no_character_is_lost() -> None:
    found = import_text(_PLAN)
    kept = "".join(block.text for block in found.document.blocks)
    start = _PLAN.index("为深入贯彻国家部署")
    assert kept.endswith(_PLAN[start:])


def test_numbers_inside_a_long_paragraph_are_no_parts() -> None:
    text = "一、总体要求\n" + _TASK * 40 + "主要包括第一、二、三产业，其中（一）农业；（二）工业。"
    assert [s.title for s in walk(outline(import_text(text).document))] == ["总体要求"]
