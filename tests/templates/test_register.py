"""The register of units: default data, names found, levels read, names moved to another place."""

import json
import re
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.document import Level, Metadata, Unit
from resources import path
from templates.register import Found, Name, Register, default_units, localise
from templates.template import DEFAULT_TEMPLATE, load
from templates.unit_names import core, loose, place_of
from tests.templates.corpus import PLANS, needs_corpus, truth

COUNTY = Metadata(place="云溪县")
OWN = Metadata(place="云溪县", units=default_units("云溪县", Level.COUNTY))
CITY = Metadata(place="云州市", level=Level.CITY)
COUNTY_CITY = Metadata(place="云台市", level=Level.COUNTY)


def found(name: str, metadata: Metadata = COUNTY) -> tuple[str, Name, int | None] | None:
    hit = Register(metadata).find(name)
    return (hit.unit.id, hit.how, hit.ended) if hit else None


@pytest.mark.parametrize("file", ["county", "city", "words"])
def test_unit_files_keep_to_their_schema(file: str) -> None:
    schema = json.loads(path("schemas/units.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    data = json.loads(path(f"units/{file}.json").read_text(encoding="utf-8"))
    assert not list(jsonschema.Draft202012Validator(schema).iter_errors(data))


@pytest.mark.parametrize("file", ["county", "city"])
def test_no_name_belongs_to_two_units(file: str) -> None:
    place = place_of("云溪县" if file == "county" else "云州市", Level(file))
    owner: dict[str, str] = {}
    for unit in json.loads(path(f"units/{file}.json").read_text(encoding="utf-8"))["units"]:
        former = [name for name, _ in unit.get("former", ())]
        lists = (unit.get(key, ()) for key in ("aliases", "variants", "affiliates"))
        for name in (unit["name"], unit["short"], *former, *(name for names in lists for name in names)):
            for token, word in (("place", place.name), ("prefix", place.prefix), ("stem", place.stem), ("city", "市")):
                name = name.replace(f"{{{token}}}", word)
            key = loose(core(name, place))
            assert owner.setdefault(key, unit["id"]) == unit["id"], f"{name} belongs to two units"


@pytest.mark.parametrize(
    ("place", "level", "names"),
    [
        ("云溪县", Level.COUNTY, {"education": ("云溪县教育和体育局", "县教育体育局", "县教体局")}),
        ("东湖区", Level.COUNTY, {"education": ("东湖区教育和体育局", "区教育体育局", "区教体局")}),
        ("云台市", Level.COUNTY, {"market-supervision": ("云台市市场监督管理局", "市市场监管局", "市市监局")}),
        ("云岭旗", Level.COUNTY, {"organisation": ("中共云岭旗委组织部", "旗委组织部", "旗委组织人事部")}),
        ("云州市", Level.CITY, {"health": ("云州市卫生健康委员会", "市卫生健康委", "市卫健委")}),
    ],
)
def test_default_units_bear_the_name_of_the_place(
    place: str, level: Level, names: dict[str, tuple[str, str, str]]
) -> None:
    units = {unit.id: unit for unit in default_units(place, level)}
    for unit_id, (name, short, alias) in names.items():
        unit = units[unit_id]
        assert (unit.name, unit.short, unit.level) == (name, short, level)
        assert Register(Metadata(place=place, level=level)).find(alias).unit == unit


def test_special_names_are_formed_their_own_way() -> None:
    units = {unit.id: unit for unit in default_units("云溪县", Level.COUNTY)}
    assert units["youth"].short == "团县委"
    assert units["youth"].name == "共青团云溪县委员会"
    assert units["ecology"].name == "市生态环境局云溪分局"
    assert units["ecology"].kind == "vertical"
    assert {unit.short for unit in default_units("东湖区", Level.COUNTY)} >= {"团区委", "市生态环境局东湖分局"}
    assert "团市委" in {unit.short for unit in default_units("云台市", Level.COUNTY)}


def test_order_is_party_government_mass_vertical_local() -> None:
    order = [unit.id for unit in default_units("云溪县", Level.COUNTY)]
    usual = ["organisation", "propaganda", "government-office", "development-reform", "education", "science-technology"]
    usual += ["civil-affairs", "human-resources", "agriculture", "health", "emergency", "market-supervision"]
    usual += ["trade-union", "youth", "women", "coordination-science", "meteorology", "media", "towns"]
    assert [unit_id for unit_id in order if unit_id in usual] == usual


def test_every_office_function_of_the_template_has_a_unit() -> None:
    wanted = {name for entry in load(DEFAULT_TEMPLATE).requirements for name in (*entry.leads, *entry.partners)}
    for place, level in (("云溪县", Level.COUNTY), ("云州市", Level.CITY)):
        held = {function for unit in default_units(place, level) for function in unit.functions}
        assert wanted <= held


@pytest.mark.parametrize(
    ("name", "unit", "how"),
    [
        ("云溪县教育和体育局", "education", Name.FULL),
        ("云州市云溪县教育和体育局", "education", Name.SHORT),
        ("县教育体育局", "education", Name.SHORT),
        ("县教体局", "education", Name.ALIAS),
        ("教体局", "education", Name.ALIAS),
        ("县教育局", "education", Name.VARIANT),
        ("县教科局", "education", Name.VARIANT),
        ("县人社局", "human-resources", Name.ALIAS),
        ("市场监管局", "market-supervision", Name.SHORT),
        ("中共云溪县委组织部", "organisation", Name.FULL),
        ("县委宣传部（县文明办）", "propaganda", Name.ALIAS),
        ("宣传部", "propaganda", Name.VARIANT),
        ("县委党校(县行政学校)", "party-school", Name.ALIAS),
        ("团县委", "youth", Name.SHORT),
        ("共青团云溪县委员会", "youth", Name.FULL),
        ("市生态环境局云溪分局", "ecology", Name.SHORT),
        ("云州市生态环境局云溪分局", "ecology", Name.SHORT),
        ("县生态环境分局", "ecology", Name.ALIAS),
        ("国家税务总局云溪县税务局", "tax", Name.FULL),
        ("各镇街道", "towns", Name.ALIAS),
        ("各乡镇（街道）", "towns", Name.SHORT),
        ("县级有关部门", "departments", Name.ALIAS),
        ("县科技馆", "coordination-science", Name.VARIANT),
        ("县文广旅体局", "culture-tourism", Name.VARIANT),
        ("县科工商务局", "science-technology", Name.VARIANT),
        ("县农林水利局", "agriculture", Name.VARIANT),
    ],
)
def test_names_that_counties_print_are_found(name: str, unit: str, how: Name) -> None:
    hit = Register(COUNTY).find(name)
    assert hit is not None
    assert (hit.unit.id, hit.how) == (unit, how)


@pytest.mark.parametrize(
    ("name", "unit", "ended"),
    [
        ("县卫计局", "health", 2019),
        ("县卫生和计划生育局", "health", 2019),
        ("县农业局", "agriculture", 2019),
        ("县国土资源局", "natural-resources", 2019),
        ("县环保局", "ecology", 2019),
        ("县安监局", "emergency", 2019),
        ("县食品药品监督管理局", "market-supervision", 2019),
        ("县工商局", "market-supervision", 2019),
        ("县质监局", "market-supervision", 2019),
        ("县文广新局", "culture-tourism", 2019),
        ("县旅游局", "culture-tourism", 2019),
        ("县扶贫办", "agriculture", 2021),
        ("县乡村振兴局", "agriculture", 2024),
        ("县大数据局", "data", 2024),
    ],
)
def test_names_that_a_reform_ended_are_former(name: str, unit: str, ended: int) -> None:
    assert found(name) == (unit, Name.FORMER, ended)
    assert found(name, OWN) == (unit, Name.FORMER, ended)


@pytest.mark.parametrize("name", ["县什么局", "全县", "张三", "", "县", "市教育局", "省科协", "云州市科协", "x" * 500])
def test_unknown_names_and_other_levels_are_not_found(name: str) -> None:
    assert Register(COUNTY).find(name) is None


@pytest.mark.parametrize(
    "name",
    ["区教委", "区卫生健康委", "区农业农村委", "区经济信息委", "区人力社保局", "区规划自然资源局", "区住房城乡建委"],
)
def test_commissions_of_a_municipality_are_known(name: str) -> None:
    hit = Register(Metadata(place="东湖区")).find(name)
    assert hit is not None
    assert hit.how in (Name.ALIAS, Name.VARIANT, Name.SHORT)


def test_a_register_of_its_own_decides_what_a_name_is() -> None:
    bureau = Unit("education", "云溪县教育局", "县教育局", functions=("education",))
    register = Register(Metadata(place="云溪县", units=(bureau,)))
    assert register.own
    assert register.find("县教育局") == Found(bureau, Name.SHORT)
    assert register.find("县教体局") == Found(bureau, Name.VARIANT)  # known, but not what this county calls it
    assert register.find("县财政局") is None  # the register does not hold it


def test_short_spellings_of_an_own_unit_are_the_same_unit() -> None:
    unit = Unit("x1", "云溪县卫生健康委员会", "县卫生健康委员会")
    register = Register(Metadata(place="云溪县", units=(unit,)))
    assert register.find("县卫健委") == Found(unit, Name.ALIAS)
    assert register.find("县卫健局") is None


@pytest.mark.parametrize("metadata", [COUNTY, OWN])
def test_one_key_for_the_names_of_one_unit(metadata: Metadata) -> None:
    key = Register(metadata).canonical
    assert key("县教体局") == key("县教育和体育局") == key("云溪县教育体育局") == key("县教育局")
    assert key("县政府办") == key("县人民政府办公室")
    assert key("县民政局") != key("县民政和退役军人事务局")
    assert key("县科协") != key("县科技馆")  # beside each other in one list, and rightly so
    assert key("县农业农村局") != key("县乡村振兴局")  # both stood side by side until the reform
    assert key("各镇（街道）") != key("各镇人民政府")
    assert key("县什么局") is None


@pytest.mark.parametrize(
    ("metadata", "name", "level"),
    [
        (COUNTY, "县教体局", Level.COUNTY),
        (COUNTY, "云溪县教体局", Level.COUNTY),
        (COUNTY, "市教育局", Level.CITY),
        (COUNTY, "云州市教育局", Level.CITY),
        (COUNTY, "团市委", Level.CITY),
        (COUNTY, "省科协", Level.PROVINCE),
        (COUNTY, "江东省科协", Level.PROVINCE),
        (COUNTY, "团省委", Level.PROVINCE),
        (COUNTY, "市生态环境局云溪分局", Level.COUNTY),
        (COUNTY, "市场监管局", None),
        (COUNTY, "城市管理局", None),
        (COUNTY, "教体局", None),
        (COUNTY_CITY, "市教育局", Level.COUNTY),
        (COUNTY_CITY, "云州市教育局", Level.CITY),
        (COUNTY_CITY, "市市场监管局", Level.COUNTY),
        (CITY, "市教育局", Level.CITY),
        (CITY, "县教育局", Level.COUNTY),
        (Metadata(), "市教育局", None),
        (Metadata(), "县教育局", None),
    ],
)
def test_the_prefix_tells_the_level(metadata: Metadata, name: str, level: Level | None) -> None:
    assert Register(metadata).level_of(name) is level


def test_without_a_place_any_prefix_is_taken_off() -> None:
    for name in ("县科协", "区科协", "市科协", "旗科协", "州科协", "科协"):
        assert found(name, Metadata()) == ("coordination-science", Name.SHORT, None)


def test_by_function_keeps_the_order_asked_for() -> None:
    units = Register(COUNTY).by_function(("education", "coordination-science", "no-such-office"))
    assert [unit.short for unit in units] == ["县教育体育局", "县科协"]


@pytest.mark.parametrize("old", ["云溪县", "东湖区", "云台市", "云岭旗", "长阳土家族自治县", ""])
@pytest.mark.parametrize("new", ["云溪县", "东湖区", "云台市"])
def test_moving_a_default_register_gives_the_default_of_the_new_place(old: str, new: str) -> None:
    assert localise(default_units(old, Level.COUNTY), new, Level.COUNTY) == default_units(new, Level.COUNTY)


def test_moving_to_another_level_takes_its_default_and_keeps_what_the_user_added() -> None:
    own = Unit("mine", "云溪县防灾科普馆", "县防灾科普馆")
    moved = localise((*default_units("云溪县", Level.COUNTY), own), "云州市", Level.CITY)
    assert moved[:-1] == default_units("云州市", Level.CITY)
    assert moved[-1] == replace(own, name="云州市防灾科普馆", short="市防灾科普馆", level=Level.CITY)


@given(st.text(max_size=60))
def test_any_text_may_be_asked_for(name: str) -> None:
    for metadata in (COUNTY, OWN, Metadata(), CITY):
        register = Register(metadata)
        hit = register.find(name)
        assert (hit is None) == (register.canonical(name) is None)
        assert hit is None or hit.unit in register.units or not register.own


def test_hostile_names_cost_nothing() -> None:
    register = Register(COUNTY)
    for piece in ("市", "局", "科", "（", "云溪县", "分局"):
        assert register.find(piece * 100_000) is None
        register.level_of(piece * 10_000)


@needs_corpus
@pytest.mark.parametrize("plan", PLANS)
def test_every_unit_of_real_plans_is_known(plan: str) -> None:
    place = re.search(r"([^省市]{1,6}[县区])人民政府", truth(plan)["issuer"])
    register = Register(Metadata(place=place[1] if place else ""))
    names = [unit["unit"] for unit in truth(plan)["units"]]
    known = [name for name in names if register.find(name)]
    print(f"{plan}: {len(known)} of {len(names)} units known")  # noqa: T201
    assert known == names
    assert len({register.canonical(name) for name in names}) == len(names)
    assert all(register.level_of(name) is Level.COUNTY for name in names)


def test_a_name_in_traditional_script_is_the_same_unit() -> None:
    register = Register(Metadata(place="云溪县"))
    assert register.canonical("縣農業農村局") == register.canonical("县农业农村局") is not None
    assert register.find("縣科協") == register.find("县科协")
