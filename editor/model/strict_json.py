"""JSON as files from outside may hold it: UTF-8, no NaN, no key twice, not nested so deep that Python gives up."""

import json
import re
from typing import Any

_MAX_DEPTH = 50
_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')


def loads(data: bytes) -> Any:
    """Return the value in `data` (a byte order mark is skipped); raises ValueError for anything unsound."""
    text = data.decode("utf-8-sig")
    if not _is_shallow(text):
        raise ValueError("nested too deeply")
    try:
        return json.loads(text, parse_constant=_reject_constant, object_pairs_hook=_unique)
    except RecursionError as error:  # brackets that a broken string hid from the count
        raise ValueError("nested too deeply") from error


def _is_shallow(text: str) -> bool:
    depth = deepest = 0
    for char in re.findall(r"[\[\]{}]", _STRING.sub("", text)):
        depth += 1 if char in "[{" else -1
        deepest = max(deepest, depth)
    return deepest <= _MAX_DEPTH


def _reject_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key stands twice")
    return result
