"""What SARIF 2.1.0 (OASIS) allows of the objects that our reports use: a part, written by hand and stricter.

The schema of the standard is 110 kB and not ours to ship. Names, types, limits and required keys here are those of the
standard; keys that our reports never write are not allowed, so a misspelt one is found.
"""

from typing import Any


def _object(required: str = "", **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


def _list(items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items} | more


_TEXT = {"type": "string", "minLength": 1}
_COUNT = {"type": "integer", "minimum": 1}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_URI = {"type": "string", "pattern": r"^[A-Za-z0-9._~!$&'()*+,;=:@/%-]+$"}  # RFC 3986: nothing else unquoted
_MESSAGE = _object("text", text=_TEXT)
_MULTIFORMAT = _object("text", text=_TEXT, markdown=_TEXT)
_ARTIFACT = _object("uri", uri=_URI)
_REGION = _object("startLine", startLine=_COUNT, startColumn=_COUNT, endColumn=_COUNT)
_EXACT_REGION = _object("startLine startColumn endColumn", startLine=_COUNT, startColumn=_COUNT, endColumn=_COUNT)
_PHYSICAL = _object("artifactLocation", artifactLocation=_ARTIFACT, region=_REGION)
_LOGICAL = _object("fullyQualifiedName", fullyQualifiedName=_TEXT, kind=_TEXT)
_LOCATION = _object(
    "physicalLocation",
    id={"type": "integer", "minimum": 0},
    physicalLocation=_PHYSICAL,
    logicalLocations=_list(_LOGICAL, uniqueItems=True),
    message=_MESSAGE,
)
_REPLACEMENT = _object(
    "deletedRegion", deletedRegion=_EXACT_REGION, insertedContent=_object("text", text={"type": "string"})
)
_CHANGE = _object(
    "artifactLocation replacements", artifactLocation=_ARTIFACT, replacements=_list(_REPLACEMENT, minItems=1)
)
_FIX = _object(
    "artifactChanges",
    description=_MESSAGE,
    artifactChanges=_list(_CHANGE, minItems=1, uniqueItems=True),
    properties=_object("applicability", applicability={"enum": ["safe", "unsafe"]}),
)
_SUPPRESSION = _object("kind", kind={"enum": ["inSource", "external"]}, justification={"type": "string"})
_RESULT = _object(
    "ruleId ruleIndex level message locations",
    ruleId={"type": "string", "pattern": "^[A-Z]+[0-9]{3}$"},
    ruleIndex={"type": "integer", "minimum": 0},
    level=_LEVEL,
    message=_MESSAGE,
    locations=_list(_LOCATION, minItems=1, maxItems=1),
    relatedLocations=_list(_LOCATION, uniqueItems=True),
    fixes=_list(_FIX, uniqueItems=True),
    suppressions=_list(_SUPPRESSION, uniqueItems=True),
)
_RULE = _object(
    "id name shortDescription fullDescription defaultConfiguration",
    id={"type": "string", "pattern": "^[A-Z]+[0-9]{3}$"},
    name={"type": "string", "pattern": "^[A-Z][A-Za-z]+$"},
    shortDescription=_MULTIFORMAT,
    fullDescription=_MULTIFORMAT,
    help=_MULTIFORMAT,
    defaultConfiguration=_object("level", level=_LEVEL, enabled={"type": "boolean"}),
    properties=_object("source", source=_TEXT),
)
_NOTIFICATION = _object("message", level=_LEVEL, message=_MESSAGE, locations=_list(_LOCATION, uniqueItems=True))
_RUN = _object(
    "tool results columnKind",
    tool=_object(
        "driver",
        driver=_object("name rules", name=_TEXT, semanticVersion=_TEXT, rules=_list(_RULE, uniqueItems=True)),
    ),
    columnKind={"const": "unicodeCodePoints"},
    language={"type": "string", "pattern": "^[a-z]{2}-[A-Z]{2}$"},
    results=_list(_RESULT),
    invocations=_list(
        _object(
            "executionSuccessful",
            executionSuccessful={"type": "boolean"},
            toolExecutionNotifications=_list(_NOTIFICATION),
        )
    ),
)
SCHEMA = _object(
    "version runs", **{"$schema": _URI}, version={"const": "2.1.0"}, runs=_list(_RUN, minItems=1, maxItems=1)
) | {"$schema": "https://json-schema.org/draft/2020-12/schema"}
