from dataclasses import fields

import pytest

from editor.model.document import Form, Level, Metadata, Seal
from editor.ui.labels import ELEMENTS, FORMS, FUNCTIONS, KINDS, LEVELS, SEALS
from templates.register import default_units
from templates.template import available, load


@pytest.mark.parametrize("level", [Level.COUNTY, Level.CITY])
def test_every_kind_and_function_of_the_default_registers_has_words(level: Level) -> None:
    units = default_units("云溪县", level)
    assert {unit.kind for unit in units} <= set(KINDS)
    assert {function for unit in units for function in unit.functions} <= set(FUNCTIONS)


def test_every_function_that_the_templates_name_has_words() -> None:
    named = set()
    for info in available():
        for layers in ((), *((layer.id,) for layer in info.layers)):
            for requirement in load(info.id, layers).requirements:
                named.update(requirement.leads, requirement.partners)
    assert named <= set(FUNCTIONS)


def test_words_name_one_thing_each() -> None:
    assert len(set(FUNCTIONS.values())) == len(FUNCTIONS)
    assert len(set(KINDS.values())) == len(KINDS)


def test_every_field_of_the_metadata_that_is_shown_exists() -> None:
    assert set(ELEMENTS) <= {field.name for field in fields(Metadata)}
    assert set(LEVELS) == set(Level)
    assert set(FORMS) == set(Form)
    assert set(SEALS) == set(Seal)
