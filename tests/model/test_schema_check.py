import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from editor.model.schema_check import obeys
from resources import path as resource

SCHEMA = json.loads(resource("schemas/nigao.schema.json").read_text("utf-8"))
SOUND = json.loads(resource("samples/yunxi.nigao").read_text("utf-8"))
SOUND["blocks"] = [*SOUND["blocks"][:3], {"id": "t", "kind": "table", "rows": [["甲", "乙"]]}]
SOUND["metadata"]["units"] = SOUND["metadata"]["units"][:2]
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 3000), st.floats(allow_nan=False), st.text(max_size=70),
    st.sampled_from(["county", "heading", "nigao", "a:b", "", "长" * 201, [], {}, [1], {"id": "x"}, [["甲", 1]]]),
)  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every value inside a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, child in inner for place in places(child, (*path, key)))]


def spoilt(data: st.DataObject) -> Any:
    """Return the plan with a few of its values replaced by others."""
    plan = copy.deepcopy(SOUND)
    for _ in range(data.draw(st.integers(1, 3))):
        *way, last = data.draw(st.sampled_from([place for place in places(plan) if place]))
        holder = plan
        for key in way:
            holder = holder[key]
        holder[last] = data.draw(VALUES)
    return plan


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_what_passes_the_quick_look_passes_the_library(data: st.DataObject) -> None:
    """A float such as 4.0 is an integer to the library and not here: there the library has the last word."""
    plan = spoilt(data)
    if obeys(plan, SCHEMA, SCHEMA):
        assert Draft202012Validator(SCHEMA).is_valid(plan)
    elif Draft202012Validator(SCHEMA).is_valid(plan):
        assert ".0" in json.dumps(plan)


def test_a_sound_plan_passes() -> None:
    assert obeys(SOUND, SCHEMA, SCHEMA)


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"unheard": 1}, "甲"),
        ({"type": "number"}, 1),
        ({"enum": [1]}, True),
        ({"const": 1}, True),
        ({"additionalProperties": False}, {}),
        ({"$ref": "other.json"}, "甲"),
    ],
)
def test_what_is_not_known_here_is_left_to_the_library(schema: dict[str, Any], value: Any) -> None:
    assert not obeys(value, schema, schema)
