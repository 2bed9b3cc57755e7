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
    "bait", ["1", "5场", "每年", "到2030年", "，", "1%，", "达到", "力争", "一", "5项", "1—", "百分之"]
)
def test_bait_is_read_to_its_end(bait: str) -> None:
    text = bait * (200_000 // len(bait))
    for item in targets(plan(text, text + "5场。")):
        assert item.end <= len(text) + 3
    assert all(count.end <= len(text) for count in declared_counts(plan(text)))
