"""A quick look whether a value obeys a JSON schema, without waiting for the library that says what is wrong."""

import re
from collections.abc import Callable, Mapping
from typing import Any

_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "null": lambda value: value is None,
}
_NOTES = frozenset({"$schema", "$defs", "title"})  # these ask for nothing


def obeys(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any]) -> bool:
    """Return True only where a value surely obeys a schema; `root` holds its $defs.

    False may also mean that a keyword is not known here: whoever needs certainty asks the library jsonschema then.
    """
    for key, wanted in schema.items():  # loops and no generators: a start waits for this
        check = _KEYWORDS.get(key)
        if check is None:
            if key not in _NOTES:
                return False
        elif not check(value, wanted, schema, root):
            return False
    return True


def _type(value: Any, wanted: Any, _: Mapping[str, Any], __: Mapping[str, Any]) -> bool:
    if isinstance(wanted, str):
        return wanted in _TYPES and _TYPES[wanted](value)
    names = wanted if isinstance(wanted, list) else [wanted]
    return any(name in _TYPES and _TYPES[name](value) for name in names)


def _reference(value: Any, wanted: str, _: Mapping[str, Any], root: Mapping[str, Any]) -> bool:
    name = wanted.removeprefix("#/$defs/")
    return name in root.get("$defs", {}) and obeys(value, root["$defs"][name], root)


def _properties(value: Any, wanted: Mapping[str, Any], _: Mapping[str, Any], root: Mapping[str, Any]) -> bool:
    if isinstance(value, dict):
        for key, held in value.items():
            if key in wanted and not obeys(held, wanted[key], root):
                return False
    return True


def _additional(value: Any, wanted: Any, schema: Mapping[str, Any], root: Mapping[str, Any]) -> bool:
    if not isinstance(wanted, dict):
        return False
    others = value.keys() - schema.get("properties", {}).keys() if isinstance(value, dict) else ()
    return all(obeys(value[key], wanted, root) for key in others)


def _items(value: Any, wanted: Mapping[str, Any], _: Mapping[str, Any], root: Mapping[str, Any]) -> bool:
    if isinstance(value, list):
        for item in value:
            if not obeys(item, wanted, root):
                return False
    return True


def _one_of(value: Any, wanted: list[Any]) -> bool:
    return isinstance(value, str) and value in wanted  # strings alone: 1, 1.0 and true are equal in Python


Check = Callable[[Any, Any, Mapping[str, Any], Mapping[str, Any]], bool]
_KEYWORDS: Mapping[str, Check] = {
    "type": _type,
    "$ref": _reference,
    "properties": _properties,
    "additionalProperties": _additional,
    "items": _items,
    "required": lambda value, wanted, *_: not isinstance(value, dict) or all(key in value for key in wanted),
    "enum": lambda value, wanted, *_: _one_of(value, wanted),
    "const": lambda value, wanted, *_: _one_of(value, [wanted]),
    "minLength": lambda value, wanted, *_: not isinstance(value, str) or len(value) >= wanted,
    "maxLength": lambda value, wanted, *_: not isinstance(value, str) or len(value) <= wanted,
    "maxItems": lambda value, wanted, *_: not isinstance(value, list) or len(value) <= wanted,
    "pattern": lambda value, wanted, *_: not isinstance(value, str) or re.search(wanted, value) is not None,
    "minimum": lambda value, wanted, *_: not isinstance(value, (int, float)) or value >= wanted,
    "maximum": lambda value, wanted, *_: not isinstance(value, (int, float)) or value <= wanted,
}
