"""Loading templates and layers, and making a new plan of them."""

import re

import pytest

from editor.model.document import BlockKind, Document, Level, Metadata, Unit
from editor.model.errors import UnknownTemplate
from editor.model.outline import Section, heading_parts, number_for, outline, walk
from templates import template as library
from templates.template import (
    DEFAULT_TEMPLATE,
    Need,
    Template,
    available,
    load,
    localise,
    new_document,
)

ALL_LAYERS = tuple(layer.id for layer in available()[0].layers)

UNITS = (
    Unit("u1", "云溪县教育和体育局", "县教育体育局", functions=("education", "sports")),
    Unit("u2", "云溪县农业农村局", "县农业农村局", functions=("agriculture",)),
    Unit("u3", "云溪县卫生健康局", "县卫生健康局", functions=("health",)),
    Unit("u4", "云溪县科学技术协会", "县科协", functions=("coordination-science", "science-technology")),
)


def plan(layers: tuple[str, ...] = (), **changes: object) -> Document:
    options: dict[str, object] = {"place": "云溪县", "level": Level.COUNTY, "period": (2026, 2030)} | changes
    return new_document(load(DEFAULT_TEMPLATE, layers), **options)  # type: ignore[arg-type]


def texts(document: Document) -> str:
    metadata = document.metadata
    own = (metadata.notice_title, metadata.notice_body, metadata.addressees, metadata.availability)
    return "\n".join([*own, *(block.text for block in document.blocks)])


def sections_named(document: Document, level: int) -> list[str]:
    return [section.title for section in walk(outline(document)) if section.level == level]


# --- loading ---------------------------------------------------------------------------------------------------------


def test_the_national_template_and_its_layers_are_on_offer() -> None:
    assert [info.id for info in available()] == [DEFAULT_TEMPLATE]
    assert {"henan", "chongqing", "shandong", "guangdong", "hubei", "fujian"} <= set(ALL_LAYERS)
    assert all(re.fullmatch(r"[一-鿿]+", layer.name) for layer in available()[0].layers)


def test_loading_twice_gives_the_same_template() -> None:
    assert load(DEFAULT_TEMPLATE, ("henan",)) is load(DEFAULT_TEMPLATE, ("henan",))


@pytest.mark.parametrize(
    ("template_id", "layers"),
    [
        ("jianshen", ()),
        ("", ()),
        (DEFAULT_TEMPLATE, ("atlantis",)),
        (DEFAULT_TEMPLATE, (DEFAULT_TEMPLATE,)),
        ("henan", ()),
    ],
)
def test_an_unknown_template_or_layer_is_told_in_a_chinese_sentence(template_id: str, layers: tuple[str, ...]) -> None:
    with pytest.raises(UnknownTemplate) as caught:
        load(template_id, layers)
    assert re.search(r"[一-鿿]{4,}.*。", caught.value.message)
    assert caught.value.next_step.endswith("。")


def test_a_damaged_library_file_is_refused_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {"kind": "layer", "id": "broken", "name": "坏省", "template": DEFAULT_TEMPLATE, "change": {"A1": {}}}
    entries = library._library() | {"broken": broken}
    monkeypatch.setattr(library, "_library", lambda: entries)
    with pytest.raises(UnknownTemplate, match="不合格式"):
        load(DEFAULT_TEMPLATE, ("broken",))


def test_a_requirement_is_found_by_id_and_an_unknown_one_is_an_error() -> None:
    template = load(DEFAULT_TEMPLATE)
    assert template.requirement("A4.1").name == "实施智慧助老行动"
    with pytest.raises(KeyError):
        template.requirement("A9.9")


def test_children_are_in_document_order() -> None:
    template = load(DEFAULT_TEMPLATE)
    assert [entry.id for entry in template.children(None)] == ["F", "G", "A", "P", "O"]
    assert [entry.id for entry in template.children("A2")] == ["A2.1", "A2.2", "A2.3", "A2.4"]
    assert template.children("A2.4") == ()


# --- layers ----------------------------------------------------------------------------------------------------------


def _groups(template: Template, part: str) -> list[str]:
    return [entry.name for entry in template.children(part)]


def test_shandong_has_four_projects() -> None:
    template = load(DEFAULT_TEMPLATE, ("shandong",))
    assert _groups(template, "P") == [
        "科技资源科普化工程",
        "科普信息化提升工程",
        "科普基础设施建设工程",
        "基层科普能力提升工程",
    ]
    assert not [entry.id for entry in template.requirements if entry.id.startswith("P5")]


@pytest.mark.parametrize("layer", ["henan", "ningxia"])
def test_henan_and_ningxia_have_a_project_for_people_in_place_of_exchange(layer: str) -> None:
    template = load(DEFAULT_TEMPLATE, (layer,))
    assert [entry.id for entry in template.children("P")] == ["P1", "P2", "P3", "P4", "P6"]
    assert template.requirement("P6").name == "科普人才建设工程"
    assert template.requirement("P6").layer == layer


def test_fujian_has_six_projects() -> None:
    names = _groups(load(DEFAULT_TEMPLATE, ("fujian",)), "P")
    assert len(names) == 6
    assert {"科普数字化赋能工程", "科学素质交流合作工程", "心理健康促进工程"} <= set(names)


def test_hubei_speaks_of_urban_workers_and_still_knows_the_national_name() -> None:
    requirement = load(DEFAULT_TEMPLATE, ("hubei",)).requirement("A3")
    assert requirement.name == "城镇劳动者科学素质提升行动"
    assert "产业工人科学素质提升行动" in requirement.synonyms
    assert requirement.layer == "hubei"
    assert load(DEFAULT_TEMPLATE, ("hubei",)).requirement("A1").layer == DEFAULT_TEMPLATE


def test_chongqing_opens_with_background_and_has_no_principles() -> None:
    template = load(DEFAULT_TEMPLATE, ("chongqing",))
    assert _groups(template, "G") == ["指导思想", "工作目标"]
    assert template.requirement("F").name == "背景和意义"


@pytest.mark.parametrize("layer", ["zhejiang", "anhui"])
def test_actions_and_projects_of_zhejiang_and_anhui_stand_in_one_part(layer: str) -> None:
    template = load(DEFAULT_TEMPLATE, (layer,))
    assert [entry.name for entry in template.children(None)][2] == "重点任务"
    assert [entry.id for entry in template.children("A")] == [
        *(f"A{n}" for n in range(1, 6)),
        *(f"P{n}" for n in range(1, 6)),
    ]
    assert "P" not in {entry.id for entry in template.requirements}


@pytest.mark.parametrize("layer", ["sichuan", "yunnan"])
def test_sichuan_and_yunnan_have_a_shorter_title(layer: str) -> None:
    assert plan((layer,)).blocks[0].text == "云溪县全民科学素质行动实施方案（2026—2030年）"


@pytest.mark.parametrize(
    ("layer", "comparator", "value"),
    [
        ("henan", ">", 15), ("chongqing", ">=", 15), ("shandong", ">=", 16), ("guangdong", ">", 16),
        ("zhejiang", ">", 18), ("anhui", ">", 15), ("hunan", ">", 15), ("hubei", ">=", 16),
        ("fujian", ">", 16), ("sichuan", ">", 13), ("yunnan", ">=", 12), ("guizhou", ">", 12), ("ningxia", ">=", 11.5),
    ],
)  # fmt: skip
def test_each_province_brings_its_target_of_2025(layer: str, comparator: str, value: float) -> None:
    template = load(DEFAULT_TEMPLATE, (layer,))
    own = [entry for entry in template.targets if entry.year == 2025 and "国发" not in entry.source]
    assert [(entry.comparator, entry.value) for entry in own] == [(comparator, value)]


@pytest.mark.parametrize("layer", ALL_LAYERS)
def test_a_layer_leaves_a_whole_tree(layer: str) -> None:
    template = load(DEFAULT_TEMPLATE, (layer,))
    ids = [entry.id for entry in template.requirements]
    assert len(ids) == len(set(ids))
    for position, entry in enumerate(template.requirements):
        if entry.parent is not None:
            assert ids.index(entry.parent) < position
            assert template.requirement(entry.parent).level == entry.level - 1
    assert all(target.requirement in ids for target in template.targets)
    assert template.layers == (layer,)


def test_layers_are_applied_in_order() -> None:
    template = load(DEFAULT_TEMPLATE, ("shandong", "hubei"))
    assert template.layers == ("shandong", "hubei")
    assert template.layer_names == ("山东省", "湖北省")
    assert len(template.children("P")) == 4
    assert template.requirement("A3").layer == "hubei"


# --- a new plan ------------------------------------------------------------------------------------------------------


def test_the_notice_and_the_plan_are_named_for_the_place() -> None:
    document = plan(issuer="云溪县人民政府办公室")
    title = "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）"
    assert document.template == DEFAULT_TEMPLATE
    assert document.blocks[0].kind is BlockKind.TITLE
    assert document.blocks[0].text == title
    assert document.metadata.notice_title == f"云溪县人民政府办公室关于印发{title}的通知"
    assert document.metadata.addressees == "各乡镇人民政府、各街道办事处，县政府各部门，有关单位"
    assert f"《{title}》" in document.metadata.notice_body
    assert "【" in document.metadata.notice_body
    assert document.metadata.availability == "此件公开发布"
    assert (document.metadata.period_start, document.metadata.period_end) == (2026, 2030)
    assert document.metadata.signature_date == ""


def test_without_an_issuer_there_is_no_title_of_the_notice() -> None:
    assert plan().metadata.notice_title == ""


@pytest.mark.parametrize("layers", [(), *((layer,) for layer in ALL_LAYERS)])
def test_a_new_plan_holds_every_requirement_in_order(layers: tuple[str, ...]) -> None:
    template = load(DEFAULT_TEMPLATE, layers)
    found = [(section.level, section.title) for section in walk(outline(plan(layers)))]
    assert found == [(entry.level, entry.name) for entry in template.requirements]
    assert all(block.requirements == () for block in plan(layers).blocks)


def _numbers_run(sections: tuple[Section, ...]) -> None:
    for ordinal, section in enumerate(sections, start=1):
        assert section.parts.number == number_for(section.level, ordinal)
        _numbers_run(section.children)


@pytest.mark.parametrize("layers", [(), *((layer,) for layer in ALL_LAYERS)])
def test_headings_are_numbered_without_a_gap(layers: tuple[str, ...]) -> None:
    _numbers_run(outline(plan(layers)))


def test_headings_of_their_own_line_have_no_stop_and_tasks_run_in() -> None:
    for block in plan().blocks:
        if block.kind is BlockKind.HEADING:
            parts = heading_parts(block.text)
            assert parts.run_in is (block.level == 3)
            assert block.level == 3 or block.text[-1] not in "。；：，"


@pytest.mark.parametrize("layers", [(), *((layer,) for layer in ALL_LAYERS)])
def test_declared_counts_are_the_real_ones(layers: tuple[str, ...]) -> None:
    document = plan(layers)
    declared = re.findall(r"实施(\d+)项(提升行动|重点工程|重点任务)", texts(document))
    real = {section.title: len(section.children) for section in outline(document)}
    assert declared
    assert {name: int(count) for count, name in declared} == {name: real[name] for _, name in declared}


@pytest.mark.parametrize("layers", [(), *((layer,) for layer in ALL_LAYERS)])
@pytest.mark.parametrize(
    ("place", "level", "prefix"),
    [
        ("云溪县", Level.COUNTY, "县"),
        ("云州市临溪区", Level.COUNTY, "区"),
        ("云溪市", Level.COUNTY, "市"),
        ("云溪旗", Level.COUNTY, "旗"),
        ("云州市", Level.CITY, "市"),
        ("云溪自治州", Level.CITY, "州"),
        ("江东省", Level.PROVINCE, "省"),
    ],
)
def test_a_plan_speaks_of_its_own_kind_of_place(layers: tuple[str, ...], place: str, level: Level, prefix: str) -> None:
    text = texts(plan(layers, place=place, level=level)).replace(place, "")
    assert "{" not in text
    assert "}" not in text
    for other in "县区市旗州省":
        found = re.findall(rf"[全我]{other}|{other}(?:政府|财政|科协|级科普|管干部)", text)
        assert bool(found) is (other == prefix), found


def test_a_county_word_does_not_slip_into_the_plan_of_a_district() -> None:
    assert "县" not in texts(plan(place="云州市临溪区"))


def test_a_city_addresses_its_counties() -> None:
    document = plan(place="云州市", level=Level.CITY)
    assert document.metadata.addressees == "各县（市、区）人民政府，市政府各部门，有关单位"
    assert "【市级实施方案名称】" not in texts(document)
    assert "各县（市、区）人民政府负责本辖区任务落实" in texts(document)


def test_the_preamble_asks_for_the_superiors_plans_and_defines_the_short_form() -> None:
    preamble = plan().blocks[1].text
    assert "《全民科学素质行动规划纲要（2021—2035年）》（国发〔2021〕9号，以下简称《科学素质纲要》）" in preamble
    assert "《【省级实施方案名称】》（【省级文号】）、《【市级实施方案名称】》（【市级文号】）" in preamble
    assert texts(plan()).count("《科学素质纲要》") >= 2


def test_the_provinces_plan_is_cited_only_for_the_years_it_is_made_for() -> None:
    cited = "《河南省全民科学素质行动规划纲要实施方案（2021—2025年）》（豫政办〔2021〕73号）"
    assert cited in plan(("henan",), period=(2022, 2025)).blocks[1].text
    assert "豫政办" not in texts(plan(("henan",)))


def test_the_period_is_a_parameter() -> None:
    text = texts(plan(period=(2031, 2035)))
    assert "2030" not in text
    assert "2026" not in text
    assert "（2031—2035年）" in text
    assert "到2035年，全县公民具备科学素质的比例达到【目标值】%以上" in text


def _assignments(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.text.startswith("牵头单位：")]


def test_every_group_of_actions_and_projects_ends_with_who_does_it() -> None:
    document = plan()
    for part in outline(document)[2:4]:
        for group in part.children:
            assert document.blocks[group.end - 1].text.startswith("牵头单位：")
    assert len(_assignments(document)) == 10


def test_units_are_chosen_by_function_in_the_order_of_the_register() -> None:
    youth, farmers, *_ = _assignments(plan(units=UNITS))
    assert youth == "牵头单位：县教育体育局。责任单位：县卫生健康局、县科协。"
    assert farmers == "牵头单位：县农业农村局。责任单位：县教育体育局、县卫生健康局、县科协。"


def test_a_function_without_a_unit_leaves_a_placeholder() -> None:
    assert _assignments(plan(units=UNITS))[4].startswith("牵头单位：【牵头单位】。责任单位：")
    assert set(_assignments(plan())) == {"牵头单位：【牵头单位】。责任单位：【责任单位】。"}


@pytest.mark.parametrize("layers", [(), *((layer,) for layer in ALL_LAYERS)])
def test_no_unit_stands_twice_in_an_assignment(layers: tuple[str, ...]) -> None:
    for text in _assignments(plan(layers, units=UNITS)):
        names = re.sub(r"(?:牵头|责任)单位：|【.*?】", "", text).replace("。", "、").strip("、").split("、")
        assert len(names) == len(set(names))


def test_a_text_of_the_library_is_localised_for_an_open_plan() -> None:
    template = load(DEFAULT_TEMPLATE)
    metadata = Metadata(place="云州市临溪区", level=Level.COUNTY, period_start=2026, period_end=2030)
    assert localise(template, "{place}到{end}年{全县}、{我县}、{县}科协、{count:A}", metadata) == (
        "云州市临溪区到2030年全区、我区、区科协、5"
    )
    assert localise(template, "{place}，{period}", Metadata()) == "【地名】，2026—2030年"


@pytest.mark.parametrize("place", ["{云溪}县", "{place}", "云\n溪\x00县", "", "\\1县"])
def test_an_odd_name_of_a_place_is_taken_as_it_is(place: str) -> None:
    document = plan(place=place, issuer=place)
    name = place.replace("\n", "").replace("\x00", "")
    assert document.blocks[0].text == f"{name or '【地名】'}全民科学素质行动规划纲要实施方案（2026—2030年）"
    assert document.metadata.place == name


def test_the_default_register_gives_every_group_a_lead() -> None:
    register = pytest.importorskip("templates.register", reason="单位库尚未就绪")
    for place, level in (("云溪县", Level.COUNTY), ("云州市", Level.CITY)):
        units = register.default_units(place, level)
        for layer in ALL_LAYERS:
            assert not [
                text for text in _assignments(plan((layer,), place=place, level=level, units=units)) if "【" in text
            ]


def test_required_of_a_county() -> None:
    required = {entry.id for entry in load(DEFAULT_TEMPLATE).required}
    assert required == {
        *("G", "G1", "G3", "A", "A1", "A2", "A3", "A4", "A5", "P", "P1", "P2", "P3", "P4", "O", "O1", "O2.2", "O3.4")
    }
    assert all(entry.need is Need.REQUIRED for entry in load(DEFAULT_TEMPLATE).required)
