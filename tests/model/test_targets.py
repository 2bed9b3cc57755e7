"""Targets are read with indicator, comparator, value, unit, year or rhythm; numbers of other kinds are none."""

import pytest

from editor.model.counts import declared_counts
from editor.model.document import Block, BlockKind, Document, Metadata
from editor.model.targets import Target, targets


def plan(*paragraphs: str, title: str = "云溪县全民科学素质行动实施方案（2026—2030年）") -> Document:
    lines = (Block(f"b{i}", BlockKind.PARAGRAPH, text) for i, text in enumerate(paragraphs))
    return Document(blocks=(Block("title", BlockKind.TITLE, title), *lines))


def read(*paragraphs: str) -> tuple[Target, ...]:
    found = targets(plan(*paragraphs))
    for item in found:
        text = paragraphs[int(item.block_id[1:])]
        assert 0 <= item.start < item.end <= len(text)
        assert any(
            char in "0123456789０１２３４５６７８９一二两三四五六七八九十" for char in text[item.start : item.end]
        )
    return found


def facts(item: Target) -> tuple[str, str, float, str, int | None, str | None]:
    return item.indicator, item.comparator, item.value, item.unit, item.year, item.frequency


RATE = "公民具备科学素质的比例"
STATED = {
    "到2030年，全县公民具备科学素质的比例达到18.5％": (RATE, ">=", 18.5, "%", 2030, None),
    "到2030年，全县公民具备科学素质的比例超过20%": (RATE, ">", 20, "%", 2030, None),
    "到2030年,我县公民具备科学素质的比例力争达到20%": (RATE, "~", 20, "%", 2030, None),
    "力争到2030年底，全县公民具备科学素质的比例达到20%以上": (RATE, "~", 20, "%", 2030, None),
    "到二〇三五年，云溪县公民具备科学素质的比例达到25%": (RATE, ">=", 25, "%", 2035, None),
    "全县公民具备科学素质的比例到2030年提高到百分之二十": (RATE, ">=", 20, "%", 2030, None),
    "到2030年，居民健康素养水平达到３０％左右": ("居民健康素养水平", "~", 30, "%", 2030, None),
    "到2030年，重点人群职业健康知识知晓率90％以上": ("重点人群职业健康知识知晓率", ">=", 90, "%", 2030, None),
    "到2030年，全县科普志愿者达到3000人以上": ("科普志愿者", ">=", 3000, "人", 2030, None),
    "到2030年，失能率控制在5%以内": ("失能率", "<=", 5, "%", 2030, None),
    "到2030年，服务覆盖率100%": ("服务覆盖率", "=", 100, "%", 2030, None),
    "“十五五”期间，新建流动科技馆2个": ("流动科技馆", "=", 2, "个", 2030, None),
    "每年开展相关健康科普专家健康教育活动5场": ("健康科普专家健康教育活动", "=", 5, "场", None, "每年"),
    "各学校每年培训科技辅导员30余人次": ("培训科技辅导员", ">", 30, "人次", None, "每年"),
    "每年举办5场科普讲座": ("科普讲座", "=", 5, "场", None, "每年"),
    "每年举办科普讲座不少于10场次": ("科普讲座", ">=", 10, "场次", None, "每年"),
    "每学期至少开展一次科普活动": ("科普活动", ">=", 1, "次", None, "每学期"),
    "每年培训农民1.5万人次以上": ("培训农民", ">=", 1.5, "万人次", None, "每年"),
    "建成县级科普教育基地不少于3个": ("县级科普教育基地", ">=", 3, "个", None, None),
    # dates
    "2028年底前建成乡村学校科学教室26间": ("乡村学校科学教室", "=", 26, "间", 2028, None),
    "2027年12月底前完成布展，建成展区4个": ("展区", "=", 4, "个", 2027, None),
    "到“十五五”末，科普经费投入累计不低于1.2亿元": ("科普经费投入", ">=", 1.2, "亿元", 2030, None),
    "到规划期末，人均科普经费不低于3元": ("人均科普经费", ">=", 3, "元", 2030, None),
    "规划期内，累计培训农民5万人次以上": ("培训农民", ">=", 5, "万人次", 2030, None),
    "2026—2030年，累计培训农民5万人次": ("培训农民", "=", 5, "万人次", 2030, None),
    "落实《云州市科普规划（2021—2035年）》，公民具备科学素质的比例达到20%": (RATE, ">=", 20, "%", None, None),
    "推进科技小院建设，力争五年内建成10家": ("科技小院建设", "~", 10, "家", None, None),
    "用3年时间，建成科普小镇2个": ("科普小镇", "=", 2, "个", None, None),
    "到2030年，建成并开放科普场馆5个以上": ("科普场馆", ">=", 5, "个", 2030, None),
    "更新科普画廊不少于6次/年": ("更新科普画廊", ">=", 6, "次", None, "每年"),
    "到2030年，科普经费达到人均2元以上": ("科普经费", ">=", 2, "元", 2030, None),
    "到2030年新认定科普教育基地13个": ("新认定科普教育基地", "=", 13, "个", 2030, None),
    # comparators
    "力争到2030年，全县注册科技志愿者人数突破4000人": ("注册科技志愿者人数", "~", 4000, "人", 2030, None),
    "到2030年，注册科技志愿者人数突破4000人": ("注册科技志愿者人数", ">", 4000, "人", 2030, None),
    "到2030年，数字科普终端超3,000台": ("数字科普终端", ">", 3000, "台", 2030, None),
    "到2030年，失能率降至4％以下": ("失能率", "<=", 4, "%", 2030, None),
    "到2030年，农村中学科技馆增加到8座": ("农村中学科技馆", ">=", 8, "座", 2030, None),
    "到2030年，公民具备科学素质的比例突破20%大关": (RATE, ">", 20, "%", 2030, None),
    "确保职业健康知识知晓率不低于百分之九十五": ("职业健康知识知晓率", ">=", 95, "%", None, None),
    "城区科普设施覆盖率100%": ("城区科普设施覆盖率", "=", 100, "%", None, None),
    "每年培训科普讲解员近200人": ("培训科普讲解员", "~", 200, "人", None, "每年"),
    # rises
    "到2030年，居民健康素养水平比2025年提高5个百分点以上": ("居民健康素养水平", ">=", 5, "百分点", 2030, None),
    "公民具备科学素质的比例年均提高1个百分点": (RATE, "=", 1, "百分点", None, "年均"),
    "科普经费年均增长5%以上": ("科普经费增长", ">=", 5, "%", None, "年均"),
    "到2030年，参观人数较2025年增长20%": ("参观人数增长", "=", 20, "%", 2030, None),
    "到2030年，科普经费翻一番，达到600万元": ("科普经费", ">=", 600, "万元", 2030, None),
    # the noun before the count or after it, the verb beside it
    "到2030年，常态化开放的科技资源单位达到20家": ("常态化开放的科技资源单位", ">=", 20, "家", 2030, None),
    "每年常态化开展科普活动30场": ("科普活动", "=", 30, "场", None, "每年"),
    "每年开展好家风科普宣讲10场": ("好家风科普宣讲", "=", 10, "场", None, "每年"),
    "每学期组织1次全县科学课教学展示": ("全县科学课教学展示", "=", 1, "次", None, "每学期"),
    "领导小组每年召开1次全体会议": ("全体会议", "=", 1, "次", None, "每年"),
    "每年选派30名左右科技特派员": ("选派科技特派员", "~", 30, "名", None, "每年"),
    "各成员单位每半年至少报送2篇工作信息": ("报送工作信息", ">=", 2, "篇", None, "每半年"),
    "每个乡镇（街道）每年开展科普活动不少于12场（次）": ("科普活动", ">=", 12, "场次", None, "每年"),
    "每个村（社区）至少建成1个科普活动室": ("科普活动室", ">=", 1, "个", None, None),
    "到2030年，每万人拥有科普专职人员达到3人": ("每万人拥有科普专职人员", ">=", 3, "人", 2030, None),
    "到2030年，80%以上的中小学配备科学副校长": ("中小学配备科学副校长", ">=", 80, "%", 2030, None),
    "每年面向青少年、老年人等重点人群举办科普讲座50场": ("科普讲座", "=", 50, "场", None, "每年"),
    "组织劳模工匠进企业宣讲，每年不少于20场": ("劳模工匠进企业宣讲", ">=", 20, "场", None, "每年"),
    "科普志愿服务活动每年不少于50场": ("科普志愿服务活动", ">=", 50, "场", None, "每年"),
    "县科技馆每年开放不少于250天": ("开放", ">=", 250, "天", None, "每年"),
    "全年推送科普信息300条以上": ("科普信息", ">=", 300, "条", None, "全年"),
    # what is counted beside the target is none
    "到2030年，168个行政村科普设施覆盖率达到100%": ("行政村科普设施覆盖率", ">=", 100, "%", 2030, None),
    "到2030年，全县46所中小学科学课开出率达到98%": ("中小学科学课开出率", ">=", 98, "%", 2030, None),
    "到2030年，在全县14个乡镇（街道）和190个村建成科普活动站204个": ("科普活动站", "=", 204, "个", 2030, None),
    "依托县内12个科普教育基地，每年接待学生2万人次": ("接待学生", "=", 2, "万人次", None, "每年"),
    "鼓励50人以上的企业成立科协，到2030年新增企业科协20个": ("新增企业科协", "=", 20, "个", 2030, None),
    "到2030年，居民健康素养水平达到34%，比2025年提高4.6个百分点": ("居民健康素养水平", ">=", 34, "%", 2030, None),
}


@pytest.mark.parametrize(("text", "wanted"), STATED.items())
def test_a_stated_value_is_read(text: str, wanted: tuple[str, str, float, str, int | None, str | None]) -> None:
    (found,) = read(text + "。")
    assert found.kind == "target"
    assert facts(found) == wanted


TRAPS = [
    "普及《健康素养66条》，实施青少年科普教育330工程。",
    "经县第十八届人民政府第2次常务会议审议通过。",
    "发挥5G、人工智能等新技术助推作用。",
    "联系电话：87880000。",
    "分别于每年6月30日前和12月30日前报送工作落实情况。",
    "到2030年，实施5项提升行动、4项重点工程。",
    "依据《纲要》（国发〔2021〕9号）制定本方案。",
    "比2020年提高了6.4个百分点。",
    "面向60岁以上老年人，在10人以上的企业开展活动。",
    "纪念《科普法》颁布实施20周年。",
    "“十四五”以来，累计开展科普活动500余场。",
    "形成一个工作格局，作为一项重要任务。",
    "到2030年，全县46所中小学实现科学副校长全覆盖。",
    "到2030年，14个乡镇（街道）和190个村科普组织实现全覆盖。",
    "每年组织46所中小学开展科技节活动。",
    "到2030年，支持5家省级科普教育基地提档升级。",
    "到2030年，组织县茶叶研究所、县气象观测站等8家单位开放。",
    "到2030年，科普经费投入翻一番。",
    "到2030年，进入全省前10名。",
    "到2030年，建设15分钟科普服务圈，办好“100场科普报告进基层”活动。",
    "每月15日前报送进展情况。",
    "对获奖作品给予500元至2000元补助，按10%的比例抽查。",
    "每个乡镇（街道）明确1名科普专干。",
    "2025年健康素养水平比2020年提高8.1个百分点。",
]


@pytest.mark.parametrize("text", TRAPS)
def test_numbers_of_other_kinds_are_no_targets(text: str) -> None:
    assert read(text) == ()


def test_one_year_serves_all_clauses_of_its_sentence_and_those_that_follow_without_a_rhythm() -> None:
    found = read("到2030年，全县甲率达到20%，乙率超过15%；丙率保持在90%以上。丁率达到30%。每年办讲座3场。")
    assert [(item.indicator, item.comparator, item.year) for item in found] == [
        ("甲率", ">=", 2030),
        ("乙率", ">", 2030),
        ("丙率", ">=", 2030),
        ("丁率", ">=", 2030),
        ("办讲座", "=", None),
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("到2030年，实现以下目标：", "——全县公民具备科学素质的比例达到18%；", "——科普阵地达到10个。"),
        ("2030年主要目标：", "1.公民具备科学素质的比例达到18%；", "2.科普阵地达到10个。"),
        (
            "到2030年，主要实现以下目标。",
            "1.素质提升。公民具备科学素质的比例达到18%。",
            "2.阵地更多。科普阵地达到10个。",
        ),
        ("到2030年，目标如下：", "公民具备科学素质的比例达到18%；", "科普阵地达到10个。"),
    ],
)
def test_the_year_that_leads_in_a_list_is_that_of_its_items(paragraphs: tuple[str, ...]) -> None:
    found = [(item.indicator, item.year) for item in read(*paragraphs)]
    assert found == [(RATE, 2030), ("科普阵地", 2030)]


def test_what_follows_a_list_has_not_its_year() -> None:
    items = read("到2030年，实现以下目标：", "——公民具备科学素质的比例达到18%。", "居民健康素养水平达到30%。")
    assert [item.year for item in items] == [2030, None]


def test_values_listed_with_their_years_take_them_in_turn() -> None:
    found = read("到2027年和2030年，全县公民具备科学素质的比例分别达到18%和20%。")
    assert [(item.indicator, item.value, item.year) for item in found] == [(RATE, 18, 2027), (RATE, 20, 2030)]


def test_values_before_the_period_are_baselines() -> None:
    past, due = read(
        "2025年全县公民具备科学素质的比例达到15.2%，比2020年提高了5个百分点。2027年，全县公民具备科学素质的比例达到17%。"
    )
    assert (past.kind, past.value, past.year) == ("baseline", 15.2, 2025)
    assert (due.kind, due.value, due.year) == ("target", 17, 2027)
    same = Document(metadata=Metadata(period_start=2025), blocks=plan("2025年，甲率达到15%。", title="方案").blocks)
    assert [item.kind for item in targets(same)] == ["target"]


Read = list[tuple[str, str, float, str, int | None]]

LISTS: dict[str, Read] = {
    "到2030年，志愿者达到4000人，其中农村150人、城镇300人。": [
        ("志愿者", ">=", 4000, "人", 2030),
        ("农村", "=", 150, "人", 2030),
        ("城镇", "=", 300, "人", 2030),
    ],
    "到2030年，建成科普示范乡镇6个、科普示范村40个。": [
        ("科普示范乡镇", "=", 6, "个", 2030),
        ("科普示范村", "=", 40, "个", 2030),
    ],
    "到2030年，建成6个科普示范乡镇（街道）和40个科普示范村（社区）。": [
        ("科普示范乡镇（街道）", "=", 6, "个", 2030),
        ("科普示范村（社区）", "=", 40, "个", 2030),
    ],
    "建设1个县级科普中心、14个乡镇科普站和190个村级科普点。": [
        ("县级科普中心", "=", 1, "个", None),
        ("乡镇科普站", "=", 14, "个", None),
        ("村级科普点", "=", 190, "个", None),
    ],
    "到2030年，健康素养水平和设施覆盖率分别达到34%和100%。": [
        ("健康素养水平", ">=", 34, "%", 2030),
        ("设施覆盖率", ">=", 100, "%", 2030),
    ],
    "到2030年，知识普及率不低于92%、健康素养水平不低于25%。": [
        ("知识普及率", ">=", 92, "%", 2030),
        ("健康素养水平", ">=", 25, "%", 2030),
    ],
    "到2027年，公民具备科学素质的比例达到17%，2030年达到20%。": [
        (RATE, ">=", 17, "%", 2027),
        (RATE, ">=", 20, "%", 2030),
    ],
    "到2030年，公民具备科学素质的比例达到20%（2027年达到17%）。": [
        (RATE, ">=", 20, "%", 2030),
        (RATE, ">=", 17, "%", 2027),
    ],
    "到2027年，入库专家不少于150名；到2030年，不少于200名。": [
        ("入库专家", ">=", 150, "名", 2027),
        ("入库专家", ">=", 200, "名", 2030),
    ],
}


@pytest.mark.parametrize(("text", "wanted"), LISTS.items())
def test_each_value_of_a_list_has_its_own_indicator(text: str, wanted: Read) -> None:
    found = read(text)
    assert [(item.indicator, item.comparator, item.value, item.unit, item.year) for item in found] == wanted
    assert {item.kind for item in found} == {"target"}


def test_a_list_shares_its_rhythm_and_a_date_ends_it() -> None:
    found = read("每年举办讲座100场、巡展20场，到2030年建成工作室12个；每年服务老人5000人次。")
    assert [(item.indicator, item.year, item.frequency) for item in found] == [
        ("讲座", None, "每年"),
        ("巡展", None, "每年"),
        ("工作室", 2030, None),
        ("服务老人", None, "每年"),
    ]


@pytest.mark.parametrize(
    ("text", "baseline", "target"),
    [
        ("健康素养水平由2025年的29.4%提高到2030年的34%。", (29.4, 2025), (34, 2030)),
        ("到2030年，健康素养水平从29.4%提升至34%以上。", (29.4, None), (34, 2030)),
        ("到2030年，全县健康素养水平在2025年29.4%的基础上提高到34%。", (29.4, 2025), (34, 2030)),
        ("“十四五”末，健康素养水平为29.4%；到“十五五”末，提高到34%。", (29.4, 2025), (34, 2030)),
    ],
)
def test_a_rise_from_one_value_to_another_is_a_baseline_and_a_target(
    text: str, baseline: tuple[float, int | None], target: tuple[float, int]
) -> None:
    first, second = read(text)
    assert first.indicator == second.indicator == "健康素养水平"
    assert (first.kind, first.value, first.year) == ("baseline", *baseline)
    assert (second.kind, second.comparator, second.value, second.year) == ("target", ">=", *target)


def test_what_a_value_has_risen_from_is_a_baseline_and_by_how_much_is_none() -> None:
    found = read("2025年，健康素养水平达到29.4%，较2020年的21.3%提高8.1个百分点。")
    assert [(item.kind, item.indicator, item.value, item.year) for item in found] == [
        ("baseline", "健康素养水平", 29.4, 2025),
        ("baseline", "健康素养水平", 21.3, 2020),
    ]


def test_a_value_of_the_nation_is_a_reference() -> None:
    (found,) = read("到2035年，全国公民具备科学素质的比例达到25%。")
    assert (found.kind, found.value, found.indicator) == ("reference", 25, RATE)


def test_a_standard_that_a_value_is_compared_with_is_a_reference() -> None:
    (found,) = read("2025年已整体超过创新型城市10%的基本标准。")
    assert (found.kind, found.year, found.value, found.indicator) == ("reference", None, 10, "创新型城市基本标准")


def test_headings_state_targets_and_annexes_do_not() -> None:
    blocks = (
        Block("h", BlockKind.HEADING, "（三）工作目标。到2030年，甲率达到20%。", 2),
        Block("a", BlockKind.ANNEX, "附件1"),
        Block("p", BlockKind.PARAGRAPH, "到2030年，乙率达到20%。"),
    )
    assert [(item.block_id, item.indicator) for item in targets(Document(blocks=blocks))] == [("h", "甲率")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("重点实施5项提升行动。", [(5, "提升行动")]),
        ("稳步推进4项重点工程，落实六大行动", [(4, "重点工程"), (6, "行动")]),
        ("实施五大科学素质提升行动、五项重点工程。", [(5, "科学素质提升行动"), (5, "重点工程")]),
        ("作为一项重要任务，第2项任务，2026项任务，五项。", []),
        ("“五小”活动，三大战略，每年5场活动", []),
    ],
)
def test_declared_counts_are_read_and_other_numbers_are_not(text: str, wanted: list[tuple[int, str]]) -> None:
    counts = declared_counts(plan(text))
    assert [(count.number, count.what) for count in counts] == wanted
    for count in counts:
        assert text[count.start : count.end].endswith(count.what)


@pytest.mark.parametrize(
    "bait",
    [
        "1",
        "5场",
        "每年",
        "到2030年",
        "，",
        "1%，",
        "达到",
        "力争",
        "一",
        "5项",
        "1—",
        "百分之",
        "2030年",
        "在2025年",
        "由5%",
        "10%提高到",
        "（5场",
        "5个和",
        "举办",
        "期末",
        "《“",
    ],
)
def test_bait_is_read_to_its_end(bait: str) -> None:
    text = bait * (200_000 // len(bait))
    for item in targets(plan(text, text + "5场。")):
        assert item.end <= len(text) + 3
    assert all(count.end <= len(text) for count in declared_counts(plan(text)))
