"""What looks like a slip and is none: sound sentences with figures, marks and names of every kind get nothing."""

from dataclasses import replace

import pytest

from editor.model.document import Block, BlockKind, Document
from templates.analysis import analyse
from tests.validators.examples import small_plan
from validators.diagnostic import Diagnostic, Severity
from validators.engine import Validator

SOUND = (
    "落实《国务院办公厅转发科技部等部门〈关于加强科普工作的意见〉的通知》（国办发〔2025〕12号）要求。",
    "依据（2023）最高法知民终101号、（2024）江01行初5号之二判决执行。",
    "执行GB/T 9704-2012、GB 7258—2017、DB37/T 2654-2015、HJ 2.2-2018、T/CAS 1.1—2017等标准。",
    "咨询电话：0999-8788328、400-810-0000、13812345678，邮编253000。",
    "自2026-03-01起至2026-03-31止接受网上申报。",
    "总结2006—2010—2020年三个阶段的经验，编制1949—2019年大事记。",
    "按1∶500、1∶2000比例尺测绘，师生比为1∶13.5，开放时间为8:30—11:30。",
    "推进5G、IPv6、AI、VR、3D打印、“AI+科普”等应用，实施330工程、“1235”工程。",
    "推广《健康素养66条》《中国公民健康素养——基本知识与技能（2024年版）》。",
    "他说：“要坚持‘两个结合’，落实‘双减’。”",
    "按公式y=kx+b、E=mc²计算，其中k>0，b<1，x∈[0，1]，误差按f(x)估计。",
    "采用Microsoft Office 365、Python 3.11等软件，访问https://www.example.gov.cn/a.html?x=1&y=2,3查看。",
    "邮箱：abc.def@example.com，统一社会信用代码91370100MA3XXXXX0X。",
    "构建“1+N”“1+3+N”服务模式，24小时自助服务，7×24小时值守，面积12×8米。",
    "促进第一、二、三产业融合，七、八月开展，一、二、三年级参加，二、三线城市推广。",
    "增强“四个意识”、坚定“四个自信”、做到“两个维护”，捍卫“两个确立”。",
    "市生态环境局云溪分局、国家税务总局云溪县税务局、国家统计局云溪调查队等单位配合。",
    "各县（市、区）、各乡镇（街道）、各村（社区）要高度重视。",
    "2025年1—6月，2026年上半年，3月12日至4月1日，“5·12”防灾减灾日。",
    "一是加强领导，二是落实责任；（一）县科协；（二）县教育局。",
    "不以营利为目的的活动，参与与监督并重，普及及推广，正在在建项目上试行，和和美美，一项一项落实。",
    "二〇二五年、二〇三五年远景目标、一九四九年、二十世纪九十年代、一百零八项。",
    "“科普中国”信息员每月传播10条以上，其中高级职称2人以上，最多10人。",
    "根据2024年第3号公告、第12号令，参照科协发〔2023〕1—5号文件。",
    "注：①数据来源于县统计局；②增速为可比价。",
    "从事科普工作25年来，连续工作满20年，2027年底前完成，历时3年6个月。",
    "“二、三产业”融合，三四个月完成，第三、四季度评估，全长3千米，开展“百日攻坚”。",
    "全县公民具备科学素质的比例由2020年的12%提高到2025年的15%，提高3个百分点；事故起数下降三分之二，效率提高2倍。",
    "“十四五”期间，全县科普工作取得明显成效；“十五五”时期（2026—2030年）是关键时期。",
    "党的十八大以来，科普事业快速发展；深入贯彻党的二十大和二十届历次全会精神。",
    "县委十五届三中全会作出部署，县第十九届人大二次会议通过决议。",
    "原县环保局建设的展厅并入县科技馆，2016年原农业部命名的基地继续开放，农业部门、环保部分职能已调整。",
    "2024年全国科普日期间，全县累计举办活动30场。",
    "截至2025年底，全县有科普基地12个；到2030年，科普已成为群众生活的一部分。",
    "《中华人民共和国科学技术普及法》2002年公布施行，2024年12月25日修订。",
    "规划期末评估，次年1月10日前报送全年工作总结，每年12月20日前报送年度工作计划。",
)


def found_in(text: str) -> tuple[Diagnostic, ...]:
    metadata = small_plan((), signature_date="2026-03-02", period_start=2026, period_end=2030).metadata
    return Validator().run(analyse(Document("", metadata, (Block("0", BlockKind.PARAGRAPH, text),))))


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_sentence_gets_nothing(text: str) -> None:
    assert [one.message for one in found_in(text)] == []


def test_half_width_brackets_are_repaired_as_a_pair() -> None:
    (one,) = found_in("普及科普(science popularization)知识。")
    assert one.fix is not None
    assert [edit.new_text for edit in one.fix.edits] == ["（", "）"]


def test_what_has_lost_its_partner_is_named_with_the_side_that_is_left() -> None:
    assert [one.message for one in found_in("开展“三下乡活动。")] == ["引号只有左半边，在这里：开展“三下乡活动。"]


def test_a_plan_that_divides_no_group_into_tasks_is_told_so_once() -> None:
    groups = ("青少年", "农民", "产业工人", "老年人", "领导干部和公务员")
    lines = [f"（{'一二三四五'[at]}）{name}科学素质提升行动。做好工作。" for at, name in enumerate(groups)]
    found = Validator().run(analyse(small_plan(("一、提升行动", *lines))))
    told = [one for one in found if one.code == "STR002" and one.range is not None]
    assert len(told) == 1
    assert len(told[0].related) == len(groups) - 1


def test_a_document_without_headings_is_told_once_what_it_lacks() -> None:
    found = Validator().run(analyse(small_plan(("# 云溪县全民科学素质行动实施方案（2026—2030年）",))))
    assert [one.code for one in found if one.severity is Severity.ERROR] == ["STR001"]


def test_an_annex_announced_in_the_notice_is_announced() -> None:
    lines = ("# 云溪县科普规划（2026—2030年）", "一、要求", "附件", "# 2026年任务表")
    plan = replace(small_plan(lines, notice_body="现印发给你们。\n附件：2026年任务表"), template="")
    assert not {one.code for one in Validator().run(analyse(plan))} & {"ELM001", "ELM002", "ELM004"}
