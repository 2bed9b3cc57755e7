"""One fault at a time in a clean plan: the right rule finds it at the right place, and nothing else is reported."""

import sys
from collections import Counter
from functools import cache

import pytest

from editor.model.document import Document
from templates.analysis import analyse
from tests.validators.faults import FAULTS
from tests.validators.planting import Fault, city, county
from validators.diagnostic import Diagnostic
from validators.engine import Validator
from validators.reading import checked_texts

PLANS = {"county": county, "city": city}
# What a plan is known for: the city's tasks are each borne by several units together, and none of them leads.
KNOWN: dict[str, list[str]] = {"county": [], "city": ["UNI003"]}
FEWEST_KINDS = 90


def check(document: Document) -> tuple[Diagnostic, ...]:
    return Validator().run(analyse(document))


@cache
def texts(plan: str) -> dict[str, str]:
    return {block.id: block.text for block in checked_texts(analyse(PLANS[plan]()))}


def new_reports(fault: Fault, document: Document) -> list[Diagnostic]:
    known = Counter(KNOWN[fault.plan])
    found = []
    for one in check(document):
        known[one.code] -= 1
        if known[one.code] < 0:
            found.append(one)
    return found


def verdict(fault: Fault) -> str:
    """Return what is wrong with the reports about a fault, empty if nothing is."""
    document = fault.plant(PLANS[fault.plan]())
    reports = new_reports(fault, document)
    mine = [one for one in reports if one.code == fault.code]
    others = "；".join(f"{one.code} {one.message}" for one in reports if one.code != fault.code)
    if len(mine) != 1:
        return f"{len(mine)} reports of {fault.code}; others: {others or 'none'}"
    return f"also {others}" if others else misplaced(fault, mine[0], document)


def misplaced(fault: Fault, one: Diagnostic, document: Document) -> str:
    """Return where a report points if that is not the planted place."""
    if fault.words is None:
        return ""
    after = {block.id: block.text for block in checked_texts(analyse(document))}
    before = texts(fault.plan)
    if one.range is None:
        return "no place"
    text = after[one.range.block_id]
    named = fault.where and (one.range.block_id == fault.where or text.startswith(fault.where))
    if not named and before.get(one.range.block_id) == text:
        return f"points at another block: {text[:20]}"
    covered = text[one.range.start : one.range.end]
    return "" if fault.words in covered else f"points at “{covered}”, not “{fault.words}”"


@pytest.mark.parametrize("plan", PLANS)
def test_the_plans_are_clean(plan: str) -> None:
    assert [f"{one.code} {one.message}" for one in check(PLANS[plan]()) if one.code not in KNOWN[plan]] == []


def test_enough_kinds_in_both_plans() -> None:
    kinds = {fault.kind for fault in FAULTS}
    codes = {fault.code for fault in FAULTS}
    per_plan = Counter(fault.plan for fault in FAULTS)
    plans = "，".join(f"{plan} {count}" for plan, count in per_plan.items())
    sys.stdout.write(f"{len(FAULTS)} planted faults of {len(kinds)} kinds, by {len(codes)} rules ({plans}):\n")
    for family in sorted({code[:3] for code in codes}):
        mine = [fault for fault in FAULTS if fault.code.startswith(family)]
        rules = len({fault.code for fault in mine})
        sys.stdout.write(f"  {family} {len(mine):3} faults, {rules:2} rules: {'；'.join(_names(mine))}\n")
    assert len(kinds) >= FEWEST_KINDS
    assert min(per_plan.values()) >= FEWEST_KINDS // 2


def _names(faults: list[Fault]) -> list[str]:
    return list(dict.fromkeys(f"{fault.code[3:]} {fault.kind}" for fault in faults))


@cache
def used_validator(plan: str) -> Validator:
    """Return a validator that has seen the clean plan, and then one faulty plan after the other."""
    validator = Validator()
    validator.run(analyse(PLANS[plan]()))
    return validator


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.plan}-{fault.code}-{fault.kind}")
def test_a_planted_fault_is_found_where_it_is_and_nothing_else(fault: Fault) -> None:
    assert verdict(fault) == ""
    faulty = fault.plant(PLANS[fault.plan]())
    assert used_validator(fault.plan).run(analyse(faulty)) == check(faulty)
