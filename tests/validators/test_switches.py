"""Rules switched by a plan's settings and by whoever checks it; findings that somebody lets stand."""

from dataclasses import replace

from editor.model.document import Block, BlockKind, Document, Ignored
from templates.analysis import analyse
from tests.validators.examples import small_plan
from validators.engine import Validator
from validators.rule import all_rules
from validators.switches import Switches, unknown_codes

LINES = ("一、要求", "做好其它工作，依据（国发[2021]9号），落实其它任务。")
OFF_BY_DEFAULT = "WRD009"
MONTHLY = "各乡镇每月25日前将落实情况报送县科协。"


def plan(*lines: str, **metadata: object) -> Document:
    return replace(small_plan(lines or LINES, **metadata), template="")


def codes(document: Document, switches: Switches | None = None) -> list[str]:
    validator = Validator() if switches is None else Validator(switches=switches)
    return [one.code for one in validator.run(analyse(document))]


def test_a_plan_switches_rules_off_and_on() -> None:
    assert codes(plan()) == ["WRD001", "NUM001", "WRD001"]
    assert codes(plan(rules_off=("WRD001",))) == ["NUM001"]
    assert codes(plan("一、要求", MONTHLY)) == []
    assert codes(plan("一、要求", MONTHLY, rules_on=(OFF_BY_DEFAULT,))) == [OFF_BY_DEFAULT]


def test_whoever_checks_goes_before_the_plan() -> None:
    assert codes(plan(rules_off=("WRD001",)), Switches(on=("WRD001",))) == ["WRD001", "NUM001", "WRD001"]
    asked = plan("一、要求", MONTHLY, rules_on=(OFF_BY_DEFAULT,))
    assert codes(asked, Switches(off=(OFF_BY_DEFAULT,))) == []


def test_rules_given_by_name_run_whatever_the_plan_says() -> None:
    chosen = [one for one in all_rules() if one.code == "WRD001"]
    found = Validator(chosen).run(analyse(plan(rules_off=("WRD001",))))
    assert [one.code for one in found] == ["WRD001", "WRD001"]


def test_changed_settings_take_effect_in_the_same_validator() -> None:
    validator = Validator()
    for off in ((), ("WRD001",), ()):
        document = plan(rules_off=off)
        assert validator.run(analyse(document)) == Validator().run(analyse(document))
        body = document.blocks[-1]
        assert validator.check_blocks(analyse(document), [body])[body.id] == validator.run(analyse(document))


def test_an_unknown_code_in_the_settings_is_one_sentence_and_nothing_else_changes() -> None:
    found = Validator().run(analyse(plan(rules_off=("ABC999",), rules_on=("ABC999",))))
    assert [one.code for one in found] == ["SYS002", "WRD001", "NUM001", "WRD001"]
    assert "ABC999" in found[0].message
    assert found[0].range is None
    assert unknown_codes(("WRD001", "ABC999", "ABC999")) == ("ABC999",)


def test_what_is_ignored_is_not_reported_but_counted() -> None:
    validator = Validator()
    found = validator.run(analyse(plan(ignored=(Ignored("NUM001", "1", "[2021]", "引自原文"),))))
    assert [one.code for one in found] == ["WRD001", "WRD001"]
    assert [one.code for one in validator.ignored] == ["NUM001"]


def test_an_ignored_finding_comes_back_when_its_words_change() -> None:
    ignored = (Ignored("NUM001", "1", "[2021]"),)
    changed = plan(LINES[0], "依据（国发[2022]9号）。", ignored=ignored)
    validator = Validator()
    assert [one.code for one in validator.run(analyse(changed))] == ["NUM001"]
    assert validator.ignored == ()


def test_findings_without_words_are_ignored_by_their_message() -> None:
    table = Block("t", BlockKind.TABLE, rows=(("任务", "时间"), ("其它", "2026-2030年")))
    document = replace(plan(), blocks=(table,))
    found = Validator().run(analyse(document))
    assert {one.code for one in found} == {"WRD001", "NUM010"}
    message = next(one.message for one in found if one.code == "WRD001")
    ignoring = replace(document, metadata=replace(document.metadata, ignored=(Ignored("WRD001", "t", message),)))
    assert codes(ignoring) == ["NUM010"]


def test_what_is_missing_as_a_whole_can_be_ignored() -> None:
    document = small_plan(("# 云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",))
    missing = next(one for one in Validator().run(analyse(document)) if one.code == "STR001")
    ignored = (Ignored("STR001", "", missing.message, "另有专项方案"),)
    assert "STR001" not in codes(replace(document, metadata=replace(document.metadata, ignored=ignored)))
