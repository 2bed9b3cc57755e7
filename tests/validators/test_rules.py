"""The examples in a rule are its tests: bad ones are found, good ones are not, and the fix does what it says."""

import re
from dataclasses import replace

import pytest

from editor.model.document import Block, BlockKind
from templates.analysis import analyse
from tests.validators.examples import document_of, lines_of
from validators.diagnostic import Diagnostic
from validators.engine import Validator
from validators.fixes import fix_transaction
from validators.rule import Bad, Good, Rule, Scope, all_rules, find_rule

RULES = all_rules()
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples)
]


def run(rule: Rule, document: object) -> tuple[Diagnostic, ...]:
    return Validator([rule]).run(analyse(document))  # type: ignore[arg-type]


def document_for(rule: Rule, example: Bad | Good):
    if rule.scope is Scope.DOCUMENT:
        return document_of(example)
    assert isinstance(example.text, str), "a block rule's example is one text"
    bare = replace(document_of(Good(())), metadata=replace(document_of(Good(())).metadata, place=""))
    return replace(bare, blocks=(Block("0", BlockKind.PARAGRAPH, example.text),))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example_is_found_if_bad_and_left_alone_if_good(rule: Rule, example: Bad | Good) -> None:
    found = run(rule, document_for(rule, example))
    assert {one.code for one in found} == ({rule.code} if isinstance(example, Bad) else set())


@pytest.mark.parametrize(
    ("rule", "example"),
    [case for case in EXAMPLES if isinstance(case.values[1], Bad) and case.values[1].fixed is not None],
)
def test_fix_gives_the_stated_text_and_satisfies_the_rule(rule: Rule, example: Bad) -> None:
    document = document_for(rule, example)
    fixes = [one.fix for one in run(rule, document) if one.fix]
    transaction = fix_transaction(document, fixes, "修复")
    assert transaction is not None
    fixed = transaction.apply(document)
    texts = lines_of(fixed) if rule.scope is Scope.DOCUMENT else fixed.blocks[0].text
    assert texts == example.fixed
    assert run(rule, fixed) == ()
    assert transaction.invert().apply(fixed) == document


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_complete(rule: Rule) -> None:
    assert {type(example) for example in rule.examples} == {Bad, Good}
    assert re.fullmatch(r"[A-Z]+[0-9]{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.check.__module__.rpartition(".")[2] == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    assert rule.summary.endswith("。")
    assert rule.reason.endswith("。")
    assert rule.source


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_messages_are_one_chinese_sentence_and_fixes_have_a_title(rule: Rule) -> None:
    for example in rule.examples:
        for one in run(rule, document_for(rule, example)):
            assert one.message.endswith("。")
            assert re.search("[\u4e00-\u9fff]", one.message)
            if one.fix:
                assert one.fix.title


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


def test_a_rule_is_found_by_its_code() -> None:
    assert find_rule(RULES[0].code) is RULES[0]
    assert find_rule("ABC999") is None


TEXTS = [
    example.text for rule in RULES for example in rule.examples if isinstance(example.text, str) and example.text
] + [line for rule in RULES for example in rule.examples if not isinstance(example.text, str) for line in example.text]


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.marks], ids=lambda rule: rule.code)
def test_a_text_without_the_marks_of_a_rule_cannot_break_it(rule: Rule) -> None:
    """The engine does not even ask the rule then."""
    without = str.maketrans(dict.fromkeys(rule.marks))
    for text in TEXTS:
        for kind in (BlockKind.PARAGRAPH, BlockKind.TITLE):
            assert list(rule.check(Block("0", kind, text.translate(without)))) == [], text
