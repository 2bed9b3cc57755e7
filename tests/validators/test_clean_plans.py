"""A false alarm is noise: a sound plan full of traps, and a plan fresh from the template, stay quiet."""

import pytest

from editor.model.document import Document, Level
from templates.analysis import analyse
from templates.new_plan import new_document
from templates.template import DEFAULT_TEMPLATE, load
from tests.validators.examples import small_plan
from validators.diagnostic import Severity
from validators.engine import Validator

GROUPS = (
    ("（一）青少年科学素质提升行动", "县教育局、县科协", "团县委、县委党校（县行政学校）、各镇街道"),
    ("（二）农民科学素质提升行动", "县农业农村局、县科协", "市生态环境局云溪分局、国家统计局云溪调查队"),
    ("（三）产业工人科学素质提升行动", "县总工会、县人力资源社会保障局", "县税务局、县气象局"),
    ("（四）老年人科学素质提升行动", "县民政局、县卫生健康局", "县科协、县退役军人局"),
    ("（五）领导干部和公务员科学素质提升行动", "县委组织部、县科协", "县委宣传部、县委网信办"),
)
PROJECTS = (
    "（一）科技资源科普化工程",
    "（二）科普信息化提升工程",
    "（三）科普基础设施工程",
    "（四）基层科普能力提升工程",
)


def sound_plan() -> Document:
    lines = [
        "# 云溪县全民科学素质行动规划纲要实施方案",
        "# （2026—2030年）",
        (
            "为落实决策部署，依据《全民科学素质行动规划纲要（2021—2035年）》（国发〔2021〕9号，以下简称《科学素质纲要》）、"
            "《云溪县国民经济和社会发展第十五个五年规划和二〇三五年远景目标纲要》（云政发〔2026〕1号），制定本方案。"
        ),
        "一、背景和意义",
        (
            "2025年，全县公民具备科学素质的比例达到15.2%，比2020年提高4.4个百分点，超过创新型城市10%的基本标准。索引号"
            "2022-00006，网页日期2022-02-11，电话0999-87883287。推广“灯塔—党建在线”“互联网＋科普”，普及《健康素养66条》，"
            "实施330工程，发挥5G作用，依托新时代文明实践中心（所、站），开展“五小”（小发明、小创造、小革新）活动。"
        ),
        (
            "总结《云溪县全民科学素质行动实施方案（2016—2020年）》经验，县第十九届人民政府第2次常务会议审议通过，“十四五”以来"
            "累计培训科技辅导员300余人次，2024年底前已建成科普基地5个；执行GB/T 9704-2012，（2025）江01民终3号已结。"
        ),
        "二、指导思想和目标",
        "（一）指导思想。坚持协同推进等原则，充分发挥本区域牵头作用，落实《科学素质纲要》要求。",
        "（二）工作目标。到2030年，全县公民具备科学素质的比例超过20%。",
        "三、提升行动",
        "按国家5项提升行动部署，重点实施五项提升行动，组织小论文（发明、制作）竞赛。",
    ]
    for title, lead, responsible in GROUPS:
        lines += [
            title,
            f"围绕{title[3:]}，职业资格、等级认定等工作一步一步推进。",
            f"牵头单位：{lead}",
            f"责任单位：{responsible}",
        ]
    lines += ["四、重点工程", "实施4项重点工程，开展健康“五进”活动。"]
    for title in PROJECTS:
        lines += [
            title,
            f"围绕{title[3:]}，面向6—24月龄婴幼儿家庭开展科普。",
            "牵头单位：县科协",
            "责任单位：县财政局、县科技局",
        ]
    lines += [
        "五、组织实施",
        "（一）组织保障。县全民科学素质工作领导小组统筹实施，2026年启动实施。",
        "（二）监测评估。完善监测评估体系，每年6月30日前报送进展。",
        "（三）经费投入。县财政将科普经费列入预算。",
    ]
    return small_plan(
        tuple(lines),
        doc_number="云政办发〔2026〕24号",
        notice_title="云溪县人民政府办公室关于印发云溪县全民科学素质行动规划纲要实施方案（2026—2030年）的通知",
        issuer="云溪县人民政府办公室",
        addressees="各乡镇人民政府、街道办事处，县政府各部门，有关单位",
        notice_body="《云溪县全民科学素质行动规划纲要实施方案（2026—2030年）》已经县政府同意，现印发给你们。",
        signature_date="2026-03-02",
        contact="联系电话：县科协，0999-87880000",
        availability="此件公开发布",
        period_start=2026,
        period_end=2030,
    )


def test_a_sound_plan_full_of_traps_gets_no_error_and_no_warning() -> None:
    found = Validator().run(analyse(sound_plan()))
    assert [one.message for one in found if one.severity is not Severity.HINT] == []


@pytest.mark.parametrize("layers", [(), ("henan",), ("shandong",), ("chongqing",), ("zhejiang",), ("fujian",)])
def test_a_new_plan_is_blamed_for_its_placeholders_alone(layers: tuple[str, ...]) -> None:
    template = load(DEFAULT_TEMPLATE, layers)
    document = new_document(template, place="云溪县", level=Level.COUNTY, period=(2026, 2030), issuer="云溪县人民政府")
    found = Validator().run(analyse(document))
    assert {one.code for one in found if one.severity is not Severity.HINT} == {"TXT001"}


def test_a_document_without_template_is_not_held_against_one() -> None:
    plan = sound_plan()
    bare = Document("", plan.metadata, plan.blocks[:3])
    assert not {one.code for one in Validator().run(analyse(bare))} & {"STR001", "STR002", "TGT001"}


def test_an_empty_document_gets_nothing() -> None:
    assert Validator().run(analyse(Document())) == ()
