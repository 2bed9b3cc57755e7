"""The facts with dates: files that keep to their schema, in order of time, and what was in force on a day."""

import json
from datetime import date
from itertools import pairwise

import jsonschema
import pytest

from editor.model.document import Level
from resources import path
from templates import facts
from templates.register import default_units
from templates.template import DEFAULT_TEMPLATE, load

FILES = sorted(path("facts").glob("*.json"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_of_facts_keeps_to_the_schema(file) -> None:
    schema = json.loads(path("schemas/facts.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    data = json.loads(file.read_text(encoding="utf-8"))
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(data)] == []


def test_meetings_follow_each_other_and_close_after_they_open() -> None:
    found = facts.meetings()
    assert all(one.opened <= one.closed for one in found)
    assert all(one.closed < other.opened for one, other in pairwise(found))
    assert [(one.congress, one.session) for one in found] == sorted((one.congress, one.session) for one in found)


def test_five_year_plans_leave_no_year_out() -> None:
    found = facts.five_year_plans()
    assert all(one.last - one.first == 4 for one in found)
    assert all(one.last + 1 == other.first for one, other in pairwise(found))


def test_the_text_of_a_law_is_the_one_in_force_on_the_day() -> None:
    law = next(one for one in facts.laws() if "科普法" in one.names)
    articles = {
        day: text.articles if (text := law.at(date.fromisoformat(day))) else None
        for day in ("2002-06-28", "2024-12-24", "2024-12-25")
    }
    assert articles == {"2002-06-28": None, "2024-12-24": 34, "2024-12-25": 60}


def test_the_library_dates_the_law_as_the_facts_do() -> None:
    dated = {one.title: one.date for one in load(DEFAULT_TEMPLATE).documents}
    for law in facts.laws():
        assert dated[law.title] == law.revisions[-1].passed.isoformat()


def test_every_year_in_which_a_units_name_ended_has_a_reform() -> None:
    units = [unit for level in (Level.COUNTY, Level.CITY) for unit in default_units("", level)]
    years = {ended for unit in units for _, ended in unit.former}
    assert years
    assert [year for year in years if not facts.reform_source(year)] == []


def test_the_moved_duties_name_office_functions_of_the_registers() -> None:
    functions = {function for unit in default_units("云溪县", Level.COUNTY) for function in unit.functions}
    for duty in facts.duties():
        assert {duty.was, duty.now} <= functions
