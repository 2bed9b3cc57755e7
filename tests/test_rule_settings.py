"""A plan's own settings of the checks as transactions: undone with one step, kept in its file, honoured by a check."""

from dataclasses import replace

import pytest

from editor import rule_settings
from editor.model import storage
from editor.model.document import Document
from editor.model.edits import Transaction
from editor.session import Session
from templates.analysis import analyse
from tests.validators.examples import small_plan
from validators.diagnostic import Diagnostic, Severity
from validators.engine import Validator
from validators.families import family_of, rules_by_family
from validators.rule import all_rules

LINES = ("一、要求", "做好其它工作，依据（国发[2021]9号），落实其它任务。")
CONTESTED = next(one.code for one in all_rules() if not one.enabled)


def plan(**metadata: object) -> Document:
    return replace(small_plan(LINES, **metadata), template="")


def findings(document: Document, code: str) -> list[Diagnostic]:
    return [one for one in Validator().run(analyse(document)) if one.code == code]


def done(document: Document, transaction: Transaction | None) -> Document:
    assert transaction is not None
    changed = transaction.apply(document)
    assert transaction.invert().apply(changed) == document
    return changed


def test_a_finding_is_let_stand_with_its_reason_and_taken_back() -> None:
    document = plan()
    found = findings(document, "NUM001")[0]
    after = done(document, rule_settings.ignore(document, found, "  引用原文\n照录 "))
    (entry,) = after.metadata.ignored
    assert (entry.code, entry.text, entry.reason) == ("NUM001", "[2021]", "引用原文照录")
    assert findings(after, "NUM001") == []
    assert rule_settings.ignore(after, found, "再来一次") is None
    back = done(after, rule_settings.unignore(after, entry))
    assert back == document
    assert rule_settings.unignore(back, entry) is None


def test_the_reason_is_kept_in_the_file(tmp_path) -> None:
    document = plan()
    after = done(document, rule_settings.ignore(document, findings(document, "NUM001")[0], "引用原文"))
    storage.save(after, tmp_path / "方案.nigao")
    assert storage.load(tmp_path / "方案.nigao").document.metadata.ignored == after.metadata.ignored


def test_one_cause_is_let_stand_in_all_its_places() -> None:
    document = plan()
    twice = findings(document, "WRD001")
    assert len(twice) == 2
    after = done(document, rule_settings.ignore(document, twice[1], "习惯写法"))
    assert findings(after, "WRD001") == []


def test_an_element_of_the_notice_can_be_let_stand() -> None:
    document = plan(doc_number="云政办发[2026]5号")
    found = findings(document, "NUM001")
    assert found[0].range is not None
    assert found[0].range.block_id == "meta:doc_number"
    assert rule_settings.words_of(document, found[0]) == "[2026]"
    after = done(document, rule_settings.ignore(document, found[0], "旧字号"))
    assert len(findings(after, "NUM001")) == len(found) - 1


def test_what_comes_from_no_rule_cannot_be_let_stand() -> None:
    message = Diagnostic("SYS002", "unknown-rule", Severity.HINT, "没有这个检查项。", None, "程序", "")
    assert rule_settings.ignore(plan(), message, "不管") is None


@pytest.mark.parametrize(("code", "field"), [("WRD001", "rules_off"), (CONTESTED, "rules_on")])
def test_a_rule_is_switched_and_back_without_a_trace(code: str, field: str) -> None:
    document = plan()
    was = rule_settings.is_on(document.metadata, code)
    assert rule_settings.switch_rule(document, code, was) is None
    other = done(document, rule_settings.switch_rule(document, code, not was))
    assert getattr(other.metadata, field) == (code,)
    assert rule_settings.is_on(other.metadata, code) is not was
    assert done(other, rule_settings.switch_rule(other, code, was)) == document


def test_several_rules_are_switched_in_one_step_and_unknown_codes_stay() -> None:
    document = plan(rules_off=("ABC999",))
    wanted = {"WRD001": False, "NUM001": False, CONTESTED: True, "XYZ000": True}
    after = done(document, rule_settings.switch_rules(document, wanted))
    assert after.metadata.rules_off == ("ABC999", "WRD001", "NUM001")
    assert after.metadata.rules_on == (CONTESTED,)
    session = Session(document)
    transaction = rule_settings.switch_rules(document, wanted)
    assert transaction is not None
    session.apply(transaction)
    assert not {"WRD001", "NUM001"} & {one.code for one in session.diagnostics}
    session.undo()
    assert session.document == document


def test_every_rule_has_a_family() -> None:
    families = rules_by_family()
    assert sum(map(len, families.values())) == len(all_rules())
    assert "其他" not in families
    assert family_of("ABC999") == "其他"
