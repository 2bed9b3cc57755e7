"""Coverage: which heading answers to which requirement, whatever a county made of the outline."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.model.document import Block, BlockKind, Document, Level, Metadata
from editor.model.outline import outline, walk
from templates.coverage import Coverage, Status, cover
from templates.register import default_units
from templates.template import DEFAULT_TEMPLATE, available, load, new_document
from tests.builders import block_of, plan, with_ties
from tests.templates.corpus import PLANS, document, headings, needs_corpus, truth

LAYERS = [(), *((layer.id,) for layer in available()[0].layers)]


def covered(doc: Document, layers: tuple[str, ...] = ()) -> Coverage:
    return cover(doc, outline(doc), load(DEFAULT_TEMPLATE, layers))


def tied(doc: Document) -> dict[str, tuple[str, ...]]:
    """Return the requirements by heading title."""
    coverage = covered(doc)
    return {section.title: coverage.requirements_of(section.block.id) for section in walk(outline(doc))}


@pytest.mark.parametrize("layers", LAYERS, ids=lambda layers: "-".join(layers) or "nation")
@pytest.mark.parametrize(("place", "level"), [("云溪县", Level.COUNTY), ("云州市", Level.CITY)])
def test_a_new_plan_answers_to_every_requirement_by_name(layers: tuple[str, ...], place: str, level: Level) -> None:
    template = load(DEFAULT_TEMPLATE, layers)
    doc = new_document(template, place=place, level=level, period=(2026, 2030), units=default_units(place, level))
    coverage = cover(doc, outline(doc), template)
    assert {row.requirement.id: row.status for row in coverage.rows} == {
        entry.id: Status.SAME for entry in template.requirements
    }
    assert all(len(row.block_ids) == 1 for row in coverage.rows)
    assert coverage.extras == ()


COUNTY_PLAN = """
一、发展基础和面临形势
近年来，云溪县公民具备科学素质的比例稳步提高。
二、总体要求
（一）指导思想。以习近平新时代中国特色社会主义思想为指导。
（二）基本原则。
1.坚持科学精神引领。弘扬科学家精神。
2.坚持协同推进。形成合力。
3.坚持绿色发展。保护云溪两岸生态。
（三）工作目标。到2030年，公民具备科学素质的比例达到20%。
三、重点人群科学素质提升行动
（一）实施青少年科学素质提升行动。
1.厚植科学家精神。开展立德树人主题教育，讲好科学家故事。
2.加强基础教育阶段科学教育。推行探究式教学。
3.培养青少年科技后备人才。举办县青少年科技创新大赛。
4.推动馆校结合。整合校内外资源，组织研学。
5.强化科学教师队伍建设。每年开展教师培训。
（二）实施农民科学素质提升行动。
1.倡导文明乡风。开展三下乡，破除封建迷信。
2.培育高素质农民。办好田间学校。
3.开展科技助农行动。用好科技特派员、科技小院和农技协，助力乡村振兴。
（三）实施城镇劳动者科学素质提升行动。
1.加强职业精神教育。弘扬劳模精神和工匠精神。
2.提升职业技能。开展职业技能培训，组织技能竞赛，鼓励“五小”活动。
（四）实施老年人科学素质提升行动。
1.实施智慧助老行动。帮助老年人跨越数字鸿沟。
2.加强老年人健康科普服务。办好健康大讲堂。
3.实施银龄科普行动。发挥老科协作用。
（五）实施领导干部和公务员科学素质提升行动。
1.贯彻新发展理念。提高科学决策能力。
2.强化教育培训。纳入县委党校教学计划。
四、科普重点工程
（一）科技资源科普化工程。
1.完善科技资源科普化机制。探索建立评价机制。
2.弘扬科学家精神。加强科研诚信建设。
3.提升科技工作者科普能力。组建专家库。
（二）科普信息化提升工程。
1.繁荣科普创作。支持原创作品。
2.建强全媒体传播平台。县融媒体中心开设科普专栏。
（三）科普基础设施建设工程。
1.做好科普基础设施顶层设计。优化布局。
2.推进县科技馆建设。开放专题展厅。
3.建设科普教育基地。动态管理。
（四）基层科普能力提升工程。
1.健全应急科普机制。开展防灾减灾演练。
2.加强基层科普服务体系和专兼职科普队伍建设。依托新时代文明实践中心。
3.办好品牌活动。组织全国科普日、科技活动周和示范创建。
（五）心理健康促进工程。
1.建设心理服务站点。覆盖各社区。
五、保障措施
（一）强化组织领导。县科学素质工作领导小组办公室设在县科协。
（二）夯实政策保障。落实《中华人民共和国科学技术普及法》和有关政策；财政安排专项经费，纳入预算。
（三）严格督导评估。开展监测和年度考核。
""".strip().splitlines()

EXPECTED = {
    "发展基础和面临形势": "F",
    "总体要求": "G",
    "指导思想": "G1",
    "基本原则": "G2",
    "坚持科学精神引领": "G2.1",
    "坚持协同推进": "G2.2",
    "坚持绿色发展": "",
    "工作目标": "G3",
    "重点人群科学素质提升行动": "A",
    "实施青少年科学素质提升行动": "A1",
    "厚植科学家精神": "A1.1",
    "加强基础教育阶段科学教育": "A1.2",
    "培养青少年科技后备人才": "A1.4",
    "推动馆校结合": "A1.5",
    "强化科学教师队伍建设": "A1.6",
    "实施农民科学素质提升行动": "A2",
    "倡导文明乡风": "A2.1",
    "培育高素质农民": "A2.2",
    "开展科技助农行动": "A2.3",
    "实施城镇劳动者科学素质提升行动": "A3",
    "加强职业精神教育": "A3.1",
    "提升职业技能": "A3.2 A3.3",
    "实施老年人科学素质提升行动": "A4",
    "实施智慧助老行动": "A4.1",
    "加强老年人健康科普服务": "A4.2",
    "实施银龄科普行动": "A4.3",
    "实施领导干部和公务员科学素质提升行动": "A5",
    "贯彻新发展理念": "A5.1",
    "强化教育培训": "A5.2",
    "科普重点工程": "P",
    "科技资源科普化工程": "P1",
    "完善科技资源科普化机制": "P1.1",
    "弘扬科学家精神": "P1.3",
    "提升科技工作者科普能力": "P1.3",
    "科普信息化提升工程": "P2",
    "繁荣科普创作": "P2.1",
    "建强全媒体传播平台": "P2.3",
    "科普基础设施建设工程": "P3",
    "做好科普基础设施顶层设计": "P3.1",
    "推进县科技馆建设": "P3.2",
    "建设科普教育基地": "P3.3",
    "基层科普能力提升工程": "P4",
    "健全应急科普机制": "P4.1",
    "加强基层科普服务体系和专兼职科普队伍建设": "P4.2 P4.4",
    "办好品牌活动": "P4.3",
    "心理健康促进工程": "",
    "建设心理服务站点": "",
    "保障措施": "O",
    "强化组织领导": "O1",
    "夯实政策保障": "O3.1 O3.4",
    "严格督导评估": "O2.2",
}


def test_a_county_plan_is_read_as_its_author_meant_it() -> None:
    found = tied(plan(*COUNTY_PLAN))
    assert found == {title: tuple(ids.split()) for title, ids in EXPECTED.items()}


def test_statuses_say_what_became_of_each_requirement() -> None:
    coverage = covered(plan(*COUNTY_PLAN))
    expected = {
        "G1": Status.SAME,
        "G3": Status.RENAMED,
        "A1": Status.NEAR,
        "A1.2": Status.NEAR,
        "A1.5": Status.RENAMED,
        "A1.3": Status.MISSING,
        "A2.4": Status.NOT_REQUIRED,
        "A3": Status.RENAMED,
        "A3.2": Status.MERGED,
        "A3.3": Status.MERGED,
        "P1.3": Status.RENAMED,
        "P5": Status.NOT_REQUIRED,
        "P5.1": Status.NOT_REQUIRED,
        "O3.4": Status.MERGED,
        "O2.1": Status.MISSING,
    }
    assert {name: coverage.row(name).status for name in expected} == expected


def test_a_requirement_split_over_two_headings_holds_both() -> None:
    doc = plan(*COUNTY_PLAN)
    blocks = [block_of(doc, "2.弘扬科学家精神").id, block_of(doc, "3.提升科技工作者").id]
    assert list(covered(doc).row("P1.3").block_ids) == blocks


def test_headings_that_answer_to_nothing_are_extras() -> None:
    doc = plan(*COUNTY_PLAN)
    extras = [doc.blocks[doc.index(block_id)].text for block_id in covered(doc).extras]
    assert [text.split("。")[0] for text in extras] == [
        "3.坚持绿色发展",
        "（五）心理健康促进工程",
        "1.建设心理服务站点",
    ]


def test_details_below_a_task_are_no_extras() -> None:
    doc = plan("三、提升行动", "（一）老年人科学素质提升行动", "1.实施智慧助老行动。", "（1）办班。", "（2）上门。")
    assert covered(doc).extras == ()


GROUPS = ["青少年", "农民", "产业工人", "老年人", "领导干部和公务员"]
PROJECTS = ["科技资源科普化", "科普信息化提升", "科普基础设施", "基层科普能力提升"]


def both_parts_in_one(part: str) -> Iterator[str]:
    yield from ("一、总体要求。以习近平新时代中国特色社会主义思想为指导，落实重要论述。", part)
    names = [f"实施{name}科学素质提升行动" for name in GROUPS] + [f"实施{name}工程" for name in PROJECTS]
    yield from (f"（{'一二三四五六七八九'[at]}）{name}。" for at, name in enumerate(names))


RENAMED_PROJECTS = (
    "（一）科技资源科普化工程",
    "（二）数字科普建设工程",
    "（三）科普阵地建设工程",
    "（四）基层科普服务工程",
)


@pytest.mark.parametrize(
    ("title", "children", "wanted"),
    [
        ("三、实施五大科普能力提升工程", RENAMED_PROJECTS, ("P",)),  # near the name of P4, but it holds groups
        ("三、实施4项重点工程", RENAMED_PROJECTS, ("P",)),
        ("四、强化组织实施", ("（一）加强组织领导", "（二）保障经费投入"), ("O",)),
        ("四、有关要求", ("（一）加强组织领导", "（二）强化经费保障"), ("O",)),
        ("二、實施五大提升行動", ("（一）青少年科學素質提升行動", "（二）農民科學素質提升行動"), ("A",)),
    ],
)
def test_a_part_is_known_under_another_name(title: str, children: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    found = tied(plan(title, *(f"{child}。分期实施，逐年推进。" for child in children)))
    assert found[title[2:]] == wanted
    assert all(found[child[3:]] for child in children)


def test_both_parts_are_found_below_a_heading_taken_for_one_of_them() -> None:
    found = tied(
        plan("二、主要行动", "（一）提升行动", "1.青少年科学素质提升行动。", "（二）重点工程", "1.科普基础设施工程。")
    )
    assert (found["提升行动"], found["重点工程"]) == (("A",), ("P",))


@pytest.mark.parametrize("part", ["二、重点任务", "二、主要工作安排"])
def test_actions_and_projects_may_stand_under_one_part(part: str) -> None:
    doc = plan(*both_parts_in_one(part))
    coverage = covered(doc)
    assert coverage.requirements_of(block_of(doc, part).id) == ("A", "P")
    assert coverage.row("A").status is Status.MERGED
    for name in ("A1", "A2", "A3", "A4", "A5", "P1", "P2", "P3", "P4"):
        assert coverage.row(name).status is Status.NEAR


def test_parts_below_a_common_part_are_the_parts() -> None:
    doc = plan(
        "一、重点任务",
        "（一）实施提升行动",
        "1.青少年科学素质提升行动。",
        "（1）提升教师科学素质。",
        "（二）实施科普重点工程",
        "1.科普基础设施工程。",
        "（1）加强科普基地建设。",
    )
    found = tied(doc)
    assert found["实施提升行动"] == ("A",)
    assert found["实施科普重点工程"] == ("P",)
    assert found["提升教师科学素质"] == ("A1.6",)
    assert found["加强科普基地建设"] == ("P3.3",)


def test_groups_at_the_first_level_make_the_part() -> None:
    lines = [f"{'一二三四五'[at]}、实施{name}科学素质提升行动" for at, name in enumerate(GROUPS)]
    doc = plan(*lines)
    coverage = covered(doc)
    assert [coverage.requirements_of(block.id) for block in doc.blocks] == [("A1",), ("A2",), ("A3",), ("A4",), ("A5",)]
    assert coverage.row("A").status is Status.RENAMED
    assert coverage.row("A").block_ids == ("0", "1", "2", "3", "4")
    assert coverage.row("P").status is Status.MISSING


def test_a_group_without_tasks_covers_them_by_its_text() -> None:
    doc = plan(
        "四、重点工程",
        "（一）科学素质开放合作工程。",
        "拓展科技人文交流渠道，丰富国际合作内容，推动资源共享、活动共办，积极参与“一带一路”科技人文交流。",
    )
    assert tied(doc)["科学素质开放合作工程"] == ("P5", "P5.1", "P5.2", "P5.4")
    assert covered(doc).row("P5.3").status is Status.NOT_REQUIRED


def test_a_part_of_one_paragraph_covers_its_groups_by_its_text() -> None:
    doc = plan("一、总体要求", "以习近平新时代中国特色社会主义思想为指导。到2030年，公民具备科学素质的比例达到20%。")
    assert {"G", "G1", "G3"} <= set(covered(doc).requirements_of("0"))


def test_a_task_moved_to_another_group_is_found_by_its_name() -> None:
    doc = plan("四、重点工程", "（一）科普信息化提升工程", "1.加强科普基地建设。", "2.实施智慧科普建设工程。")
    assert tied(doc)["加强科普基地建设"] == ("P3.3",)


def test_a_tie_by_hand_stays_when_the_heading_is_renamed() -> None:
    doc = with_ties(plan(*COUNTY_PLAN), {"1.健全应急科普机制": ["P4.1"]})
    block = block_of(doc, "1.健全应急科普机制")
    for title, status in (("建立应急科普宣教协同机制", Status.SAME), ("平战结合练就硬功夫", Status.RENAMED)):
        renamed = replace(block, text=f"1.{title}。做好准备。")
        changed = replace(doc, blocks=tuple(renamed if each is block else each for each in doc.blocks))
        coverage = covered(changed)
        assert coverage.requirements_of(block.id) == ("P4.1",)
        assert coverage.row("P4.1").status is status
        assert coverage.row("P4.1").block_ids == (block.id,)


def test_several_ties_by_hand_are_a_merger() -> None:
    coverage = covered(with_ties(plan(*COUNTY_PLAN), {"1.完善科技资源": ["P1.1", "P1.2"]}))
    assert coverage.row("P1.1").status is coverage.row("P1.2").status is Status.MERGED


def test_a_tie_to_what_the_template_lacks_counts_for_nothing() -> None:
    doc = with_ties(plan(*COUNTY_PLAN), {"1.健全应急科普机制": ["X9.9"]})
    assert covered(doc).requirements_of(block_of(doc, "1.健全应急科普机制").id) == ("P4.1",)


def test_what_is_declared_not_applicable_is_not_required_nor_is_what_stands_below_it() -> None:
    declared = plan("一、总体要求", metadata=Metadata(not_applicable=("P4", "O1")))
    coverage = covered(declared)
    for name in ("P4", "P4.1", "O1"):
        assert coverage.row(name).status is Status.NOT_REQUIRED
    assert coverage.row("P3").status is Status.MISSING


def test_an_empty_document_lacks_everything_required() -> None:
    coverage = covered(Document(DEFAULT_TEMPLATE))
    assert coverage.extras == ()
    assert all(coverage.row(entry.id).status is Status.MISSING for entry in load(DEFAULT_TEMPLATE).required)


def test_hostile_outlines_are_read_too() -> None:
    long = "科普基地" * 100_000
    coverage = covered(plan(f"一、{long}", "二、提升行动", f"（一）{long}", f"1.{long}。{long}", long))
    assert coverage.requirements_of("1") == ("A",)
    many = covered(plan("二、提升行动", *(f"（一）第{number}样事" for number in range(1000))))
    assert many.requirements_of("0") == ("A",)
    assert len(many.extras) == 1000


def test_unknown_block_and_requirement() -> None:
    coverage = covered(plan("一、总体要求"))
    assert coverage.requirements_of("nowhere") == ()
    with pytest.raises(KeyError):
        coverage.row("Z")


lines = st.lists(st.sampled_from(COUNTY_PLAN), max_size=25)


@settings(max_examples=40, deadline=None)
@given(lines)
def test_any_outline_is_answered_completely(chosen: list[str]) -> None:
    doc = plan(*chosen)
    coverage = covered(doc)
    heads = {block.id for block in doc.blocks if block.kind is BlockKind.HEADING}
    assert [row.requirement for row in coverage.rows] == list(load(DEFAULT_TEMPLATE).requirements)
    for row in coverage.rows:
        assert bool(row.block_ids) == (row.status not in (Status.MISSING, Status.NOT_REQUIRED))
        assert set(row.block_ids) <= heads
    for block_id in heads:
        for name in coverage.requirements_of(block_id):
            assert block_id in coverage.row(name).block_ids
        assert not (block_id in coverage.extras and coverage.requirements_of(block_id))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(COUNTY_PLAN) - 1), st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20))
def test_what_was_kept_from_before_equals_a_fresh_reading(at: int, text: str) -> None:
    """Caches are keyed by what is read, so another document's ties never leak into this one."""
    doc = plan(*COUNTY_PLAN)
    block = replace(doc.blocks[at], text=doc.blocks[at].text + text)
    changed = replace(doc, blocks=(*doc.blocks[:at], block, *doc.blocks[at + 1 :]))
    copy = replace(changed, blocks=tuple(Block(b.id + "x", b.kind, b.text, b.level) for b in changed.blocks))
    one, other = covered(changed), covered(copy)
    assert [row.status for row in one.rows] == [row.status for row in other.rows]
    assert [row.block_ids for row in other.rows] == [tuple(i + "x" for i in row.block_ids) for row in one.rows]


RELATIONS = {"same": Status.SAME, "near-same": Status.NEAR, "renamed": Status.RENAMED, "merged": Status.MERGED}


@needs_corpus
@pytest.mark.parametrize("name", PLANS)
def test_tasks_of_real_plans_are_tied_to_the_right_requirement(name: str) -> None:
    doc = document(name)
    coverage = covered(doc)
    right: dict[int, list[bool]] = {1: [], 2: [], 3: []}
    statuses = []
    for heading in headings(truth(name)["sections"]):
        wanted = set(heading["national"]["ids"])
        got = set(coverage.requirements_of(str(heading["line"])))
        right[heading["level"]].append(wanted == got)
        relation = RELATIONS.get(heading["national"]["relation"])
        statuses += [coverage.row(entry).status is relation for entry in wanted & got]
    figures = {level: f"{sum(hits)} of {len(hits)}" for level, hits in right.items()}
    agreed = f"{sum(statuses)} of {len(statuses)}"
    print(f"{name}: headings tied as by hand, by level: {figures}; status as by hand: {agreed}")  # noqa: T201
    assert sum(right[3]) >= 0.9 * len(right[3])
    assert sum(right[2]) >= 0.9 * len(right[2])
    assert sum(statuses) >= 0.85 * len(statuses)


@needs_corpus
def test_tasks_of_real_plans_are_tied_even_without_the_synonyms() -> None:
    """The synonyms were partly learnt from plans like these; what carries over to others is titles and words."""
    template = load(DEFAULT_TEMPLATE)
    bare = [replace(entry, synonyms=() if entry.level == 3 else entry.synonyms) for entry in template.requirements]
    stripped = replace(template, requirements=tuple(bare))
    right: list[bool] = []
    for name in PLANS:
        doc = document(name)
        coverage = cover(doc, outline(doc), stripped)
        tasks = [heading for heading in headings(truth(name)["sections"]) if heading["level"] == 3]
        right += [set(coverage.requirements_of(str(task["line"]))) == set(task["national"]["ids"]) for task in tasks]
    print(f"tasks tied as by hand without synonyms of tasks: {sum(right)} of {len(right)}")  # noqa: T201
    assert sum(right) >= 0.9 * len(right)
