"""Documents of other kinds than a whole plan get the rules that fit them and no list of missing actions."""

from dataclasses import replace

import pytest

from editor.model.document import Document
from templates.analysis import analyse
from templates.document_kind import DocumentKind
from tests.validators.examples import small_plan
from validators.diagnostic import Diagnostic, Severity
from validators.engine import Validator

SLIP = "落实《全民科学素质行动规划纲要（2021—2035年）》（国发[2021]9号）。"  # what a rule of texts finds anywhere
WHOLE = {
    "issuer": "云溪县教育和体育局",
    "addressees": "各中小学校，局属各单位",
    "notice_body": "现印发给你们，请结合实际认真组织实施。",
    "signature_date": "2026-03-12",
    "availability": "此件公开发布",
}
TITLES = {
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）": DocumentKind.PLAN,
    "云溪县“十五五”全民科学素质行动规划": DocumentKind.PLAN,
    "2026年云溪县全民科学素质工作要点": DocumentKind.WORK_PLAN,
    "云溪县青少年科学素质提升实施方案": DocumentKind.WORK_PLAN,
    "云溪县防汛抗旱应急方案": DocumentKind.WORK_PLAN,
    "云溪县全民科学素质行动任务分工方案": DocumentKind.DIVISION,
    "云溪县2025年全民科学素质工作总结": DocumentKind.SUMMARY,
    "云溪县科学技术协会关于科普月活动情况的报告": DocumentKind.SUMMARY,
    "云溪县人民政府关于加强科普工作的意见": DocumentKind.NOTICE,
    "云溪县城区供水管网漏损治理办法": DocumentKind.OTHER,
}


def work_plan() -> Document:
    lines = (
        "# 2026年云溪县青少年科学素质提升工作方案",
        SLIP,
        "一、工作目标",
        "2026年底前，全县科学教师培训实现全覆盖。",
        "二、重点任务",
        "（一）上好科学课。开足开齐科学课程，每学期组织2次实验技能展示。",
        "（二）办好科技节。9月组织全县青少年科技节。",
        "三、工作要求",
        "（一）加强领导。各学校由校长任组长。",
        "（二）落实经费。科学教育经费列入学校年度预算。",
    )
    title = "云溪县教育和体育局关于印发2026年云溪县青少年科学素质提升工作方案的通知"
    return small_plan(lines, notice_title=title, **WHOLE)


def bare_notice() -> Document:
    lines = (
        "一、活动时间",
        "2026年9月1日至30日。",
        "二、活动内容",
        SLIP,
        "三、有关要求",
        "请各单位于2026年8月20日前将活动计划报县科协。",
    )
    title = "云溪县人民政府办公室关于开展2026年全国科普月活动的通知"
    return small_plan(lines, notice_title=title, **(WHOLE | {"issuer": "云溪县人民政府", "signature_date": ""}))


def division() -> Document:
    lines = (
        "# 云溪县全民科学素质行动任务分工方案（2026—2030年）",
        SLIP,
        "一、提升行动",
        "（一）青少年科学素质提升行动",
        "1.办好科技节。每年9月举办。（牵头单位：县教育局；责任单位：县科协）",
        "2.上好科学课。开足开齐课程。（牵头单位：县教育局；责任单位：县科协、县教育局）",
        "（二）农民科学素质提升行动",
        "1.办好科技集市。每季度举办。（牵头单位：县农业农村局；责任单位：县科协）",
        "2.建好科技小院。选派专家驻村。（牵头单位：县科协；责任单位：县农业农村局）",
    )
    return small_plan(lines)


def summary() -> Document:
    lines = (
        "# 云溪县2025年全民科学素质工作总结",
        SLIP,
        "一、主要工作",
        "（一）青少年科学素质稳步提升。全年举办科技节12场，参加学生3.2万人次，公民具备科学素质的比例达到15%。",
        "（二）农民科学素质明显增强。培训高素质农民1200人次，今年继续开展。",
        "二、存在问题",
        "一是科普人才不足，二是经费投入偏少。",
    )
    return small_plan(lines)


def foreign() -> Document:
    lines = (
        "# 云溪县城区供水管网漏损治理办法",
        "第一条 为加强城区供水管网漏损治理，制定本办法。",
        SLIP,
        "第二条 供水企业应当每年开展一次管网普查，漏损率控制在10%以内。",
    )
    return small_plan(lines)


def check(document: Document) -> tuple[Diagnostic, ...]:
    return Validator().run(analyse(document))


def codes(document: Document) -> list[str]:
    return sorted(one.code for one in check(document) if one.code != "STR005")


@pytest.mark.parametrize(("title", "kind"), TITLES.items())
def test_the_title_tells_the_kind(title: str, kind: DocumentKind) -> None:
    assert analyse(small_plan((f"# {title}", "一、要求", "做好工作。"))).kind is kind


def test_without_a_title_the_notice_tells_the_kind() -> None:
    assert analyse(bare_notice()).kind is DocumentKind.NOTICE
    issued = "云溪县人民政府关于印发《云溪县全民科学素质行动规划纲要实施方案》的通知"
    assert analyse(small_plan(("一、要求",), notice_title=issued)).kind is DocumentKind.PLAN


def test_a_work_plan_for_several_years_with_all_the_actions_is_a_whole_plan() -> None:
    groups = ("青少年", "农民", "产业工人")
    lines = [f"（{'一二三'[at]}）{name}科学素质提升行动" for at, name in enumerate(groups)]
    document = small_plan(("# 云溪县全民科学素质工作方案", "一、提升行动", *lines), period_start=2026, period_end=2030)
    assert analyse(document).kind is DocumentKind.PLAN
    one_year = replace(document, metadata=replace(document.metadata, period_start=2026, period_end=2026))
    assert analyse(one_year).kind is DocumentKind.WORK_PLAN


def test_a_work_plan_of_one_department_owes_no_actions() -> None:
    assert codes(work_plan()) == ["NUM001"]


def test_a_notice_without_a_plan_gets_the_rules_of_a_notice() -> None:
    assert codes(bare_notice()) == ["ELM006", "ELM008", "NUM001"]
    found = {one.code: one.range.block_id for one in check(bare_notice()) if one.range}
    assert found["ELM008"] == "meta:signature_date"


def test_a_division_of_some_tasks_owes_no_others_but_its_lists_are_checked() -> None:
    assert codes(division()) == ["NUM001", "UNI004"]


def test_a_summary_owes_neither_targets_nor_tasks() -> None:
    assert codes(summary()) == ["NUM001"]


def test_a_foreign_text_is_read_for_slips_alone() -> None:
    assert codes(foreign()) == ["NUM001"]


def test_the_same_lines_as_a_plan_are_told_what_is_missing() -> None:
    lines = (
        "# 云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
        *(block.text for block in work_plan().blocks[1:]),
    )
    graver = [one.code for one in check(small_plan(lines)) if one.severity is Severity.ERROR]
    assert graver.count("STR001") >= 4
