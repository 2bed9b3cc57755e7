"""An imported superior's plan becomes a layer that the library could have held."""

import json
from dataclasses import replace

import jsonschema
import pytest

from editor.model import storage
from editor.model.document import Document, Level
from editor.model.errors import UserError
from resources import path
from templates.analysis import analyse
from templates.requirement import Need
from templates.superior import superior_layer
from templates.template import DEFAULT_TEMPLATE, add_layer, available, is_added, load, without_added
from tests.validators.examples import small_plan
from validators.diagnostic import Severity
from validators.engine import Validator

PLAN = (
    "# 云州市全民科学素质行动实施方案（2026—2030年）",
    "一、总体要求",
    "（一）指导思想。坚持科学精神引领。",
    "（二）工作目标。到2030年，全市公民具备科学素质的比例达到22%，居民健康素养水平达到35%。",
    "二、提升行动",
    "（一）青少年科学素质提升行动",
    "1.提升基础教育阶段科学教育水平。开好科学课。",
    "2.办好云州少年科学院。每年招收学员。",
    "（二）农民科学素质提升行动",
    "1.实施高素质农民培育计划。办好田间课堂。",
    "（三）产业工人科学素质提升行动",
    "1.实施职业技能提升行动。开展培训。",
    "（四）老年人科学素质提升行动",
    "1.实施智慧助老行动。普及手机使用。",
    "（五）海洋科学普及行动",
    "1.开放海洋观测站。普及潮汐、洋流、风暴潮等知识。",
    "三、组织实施",
    "（一）组织保障。加强领导。",
)


def superior() -> Document:
    return small_plan(PLAN, place="云州市", level=Level.CITY, doc_number="云州政发〔2026〕4号")


def layer_id() -> str:
    return add_layer(superior_layer(analyse(superior())))


def county(*left_out: str) -> Document:
    """Return a county's plan that follows the city's in everything but these words."""
    lines = tuple(line.replace("云州市", "云溪县").replace("全市", "全县") for line in PLAN)
    kept = tuple(line for line in lines if not any(word in line for word in left_out))
    return small_plan(kept, layers=(layer_id(),), period_start=2026, period_end=2030)


def messages(document: Document, *codes: str) -> list[tuple[str, Severity, str]]:
    found = Validator().run(analyse(document))
    return [(one.code, one.severity, one.message) for one in found if one.code in codes]


def test_the_layer_keeps_to_the_schema_of_the_library() -> None:
    schema = json.loads(path("schemas/template.schema.json").read_text(encoding="utf-8"))
    for document in (superior(), storage.load(path("samples/yunxi.nigao")).document):
        layer = superior_layer(analyse(document))
        assert list(jsonschema.Draft202012Validator(schema).iter_errors(layer)) == []
        template = load(DEFAULT_TEMPLATE, (add_layer(layer),))
        assert template.layer_names == (document.metadata.place,)


def test_it_adds_the_superiors_own_tasks_and_drops_what_the_superior_leaves_out() -> None:
    template = load(DEFAULT_TEMPLATE, (layer_id(),))
    own = {entry.name: entry for entry in template.requirements if "21" in entry.id}
    assert {name: (entry.parent, entry.need) for name, entry in own.items()} == {
        "办好云州少年科学院": ("A1", Need.RECOMMENDED),
        "海洋科学普及行动": ("A", Need.RECOMMENDED),
        "开放海洋观测站": ("A21", Need.RECOMMENDED),
    }
    ids = {entry.id for entry in template.requirements}
    assert {"A1", "A1.2", "A2.2", "A3.3", "A4.1", "G1", "G3", "O1"} <= ids
    assert ids.isdisjoint({"A5", "A1.6", "P", "P3.1", "G2"})


def test_its_shares_are_targets_with_the_superiors_title_as_source() -> None:
    targets = [one for one in load(DEFAULT_TEMPLATE, (layer_id(),)).targets if one.source.startswith("上级方案")]
    assert [(one.value, one.year, one.kind) for one in targets] == [(22.0, 2030, "target"), (35.0, 2030, "target")]
    assert targets[0].source == "上级方案《云州市全民科学素质行动实施方案（2026—2030年）》（云州政发〔2026〕4号）"


def test_a_plan_that_follows_its_superior_lacks_nothing() -> None:
    assert messages(county(), "STR001", "STR002", "TGT003", "TGT020", "REF037") == []


def test_what_is_missing_is_a_warning_and_the_nation_alone_only_a_hint() -> None:
    plan = county("海洋", "少年科学院")
    missing = messages(plan, "STR002")
    assert {severity for _, severity, _ in missing} == {Severity.WARNING}
    assert any("办好云州少年科学院" in message for _, _, message in missing)
    assert any("海洋科学普及行动" in message for _, _, message in missing)
    assert all(severity is Severity.HINT for _, severity, _ in messages(plan, "STR007"))


def test_a_lower_target_is_a_warning() -> None:
    plan = county()
    blocks = tuple(replace(block, text=block.text.replace("22%", "19%")) for block in plan.blocks)
    ((code, severity, message),) = messages(replace(plan, blocks=blocks), "TGT003")
    assert (code, severity) == ("TGT003", Severity.WARNING)
    assert message == "2030年的目标值19%低于云州市的22%。"


def test_a_document_that_is_no_such_plan_is_refused_with_a_sentence() -> None:
    with pytest.raises(UserError, match="不能作为上级方案"):
        superior_layer(analyse(small_plan(("# 云州市防汛预案", "一、总则", "（一）目的。加强防汛。"))))


def test_the_layer_is_of_this_run_alone() -> None:
    name = layer_id()
    assert is_added(name)
    assert name not in {layer.id for layer in available()[0].layers}
    document = replace(county(), metadata=replace(county().metadata, layers=("shandong", name)))
    assert without_added(document).metadata.layers == ("shandong",)
    plain = superior()
    assert without_added(plain) is plain
