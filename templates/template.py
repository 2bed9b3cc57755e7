"""The library of templates: read, check by the schema, apply layers (nation ← province ← city)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from editor.model.document import Document
from editor.model.errors import UnknownTemplate
from templates.new_plan import localise, new_document
from templates.requirement import Field, Need, Requirement, SourceDocument, Template, TemplateTarget
from templates.shipped import library_folder

__all__ = [
    "DEFAULT_TEMPLATE",
    "Field",
    "LayerInfo",
    "Need",
    "Requirement",
    "SourceDocument",
    "Template",
    "TemplateInfo",
    "TemplateTarget",
    "add_layer",
    "available",
    "is_added",
    "load",
    "localise",
    "new_document",
    "with_layer",
    "without_added",
]

DEFAULT_TEMPLATE = "kexue-suzhi"  # 全民科学素质行动规划纲要（2021—2035年）


@dataclass(frozen=True, slots=True)
class LayerInfo:
    """A layer to choose from."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class TemplateInfo:
    """A template to choose from, with its layers."""

    id: str
    name: str
    layers: tuple[LayerInfo, ...]


def available() -> tuple[TemplateInfo, ...]:
    """Return the templates of the library, each with its layers."""
    infos = []
    for data in _library().values():
        if data["kind"] == "template":
            below = [
                entry
                for entry in _library().values()
                if entry.get("template") == data["id"] and not is_added(entry["id"])
            ]
            layers = tuple(LayerInfo(entry["id"], entry["name"]) for entry in below)
            infos.append(TemplateInfo(data["id"], data["name"], layers))
    return tuple(infos)


@lru_cache(maxsize=32)
def load(template_id: str, layers: tuple[str, ...] = ()) -> Template:
    """Return a template with `layers` applied in order (nearest last); raises UnknownTemplate."""
    data = _entry(template_id)
    if data["kind"] != "template":
        raise UnknownTemplate(f"“{data['name']}”是省级层，不能单独作为模板。", "请先选择全国模板。")
    try:
        template = _from_json(data)
        for layer_id in layers:
            layer = _entry(layer_id)
            if layer.get("template") != template_id:
                raise UnknownTemplate(f"模板“{template.name}”没有省级层“{layer_id}”。", "请重新选择所在省份。")
            template = with_layer(template, layer)
    except (KeyError, TypeError, ValueError) as error:
        raise UnknownTemplate(f"模板库文件“{template_id}”不合格式。", "请重新安装程序。") from error
    return template


def add_layer(layer: dict[str, Any]) -> str:
    """Take in a layer that was made of an imported superior's plan, for this run of the program; returns its id."""
    if layer["id"] not in _library():
        _library()[layer["id"]] = layer
        _added.add(layer["id"])
    return str(layer["id"])


def is_added(layer_id: str) -> bool:
    """Return whether a layer was taken in during this run: no file may name it, the next run does not know it."""
    return layer_id in _added


def without_added(document: Document) -> Document:
    """Return a document as it may be saved: without the layers that only this run knows."""
    metadata = document.metadata
    kept = tuple(name for name in metadata.layers if not is_added(name))
    return document if kept == metadata.layers else replace(document, metadata=replace(metadata, layers=kept))


_added: set[str] = set()


@lru_cache(maxsize=1)
def _library() -> dict[str, dict[str, Any]]:
    entries = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(library_folder().glob("*.json"))]
    return {entry["id"]: entry for entry in entries}


def _entry(entry_id: str) -> dict[str, Any]:
    """Return a library entry. The files are ours and a test checks each by the schema: a start need not (0.2 s)."""
    entry = _library().get(entry_id)
    if entry is None:
        raise UnknownTemplate(f"模板库里没有“{entry_id}”。", "请升级程序，或者换一个模板。")
    return entry


def _from_json(data: dict[str, Any]) -> Template:
    return Template(
        id=data["id"],
        name=data["name"],
        layers=(),
        layer_names=(),
        plan_title=data["plan_title"],
        period=_pair(data["period"]),
        requirements=tuple(_requirement(entry, data["id"]) for entry in data["requirements"]),
        fields=tuple(Field(**entry) for entry in data["fields"]),
        targets=tuple(TemplateTarget(**entry) for entry in data["targets"]),
        documents=tuple(_document(entry) for entry in data["documents"]),
        preamble=tuple(data["preamble"]),
        notice_body=data["notice_body"],
        availability=data["availability"],
        wording=data["wording"],
    )


def with_layer(template: Template, layer: dict[str, Any]) -> Template:
    """Return a template under one more layer, the nearest: changes, additions, then drops with all below them."""
    layer_id = layer["id"]
    changes = layer["change"]
    requirements = [
        _changed(entry, changes[entry.id], layer_id) if entry.id in changes else entry
        for entry in template.requirements
    ]
    for addition in layer["add"]:
        entry = {key: value for key, value in addition.items() if key != "after"}
        requirements.insert(_end_of(requirements, addition["after"]), _requirement(entry, layer_id))
    gone = {child.id: child.parent for dropped in layer["drop"] for child in _subtree(requirements, dropped)}
    targets = (*template.targets, *(TemplateTarget(**entry) for entry in layer["targets"]))
    return replace(
        template,
        layers=(*template.layers, layer_id),
        layer_names=(*template.layer_names, layer["name"]),
        plan_title=layer.get("plan_title", template.plan_title),
        requirements=tuple(entry for entry in requirements if entry.id not in gone),
        targets=tuple(replace(target, requirement=_kept(target.requirement, gone)) for target in targets),
        documents=(*template.documents, *(_document(entry) for entry in layer["documents"])),
        wording={**template.wording, **layer.get("wording", {})},
        enumerations=(*template.enumerations, *layer.get("enumerations", ())),
    )


def _pair(years: list[int]) -> tuple[int, int]:
    return years[0], years[1]


def _document(entry: dict[str, Any]) -> SourceDocument:
    period = {"period": _pair(entry["period"])} if "period" in entry else {}
    return SourceDocument(**{**entry, **period})


_LISTS = ("questions", "leads", "partners", "synonyms", "keywords")


def _converted(entry: dict[str, Any]) -> dict[str, Any]:
    """Return JSON properties as the types of Requirement."""
    values: dict[str, Any] = {key: tuple(value) if key in _LISTS else value for key, value in entry.items()}
    if "need" in values:
        values["need"] = Need(values["need"])
    if "starting_text" in values:
        values["starting_text"] = "\n".join(values["starting_text"])
    return values


def _requirement(entry: dict[str, Any], layer: str) -> Requirement:
    return Requirement(layer=layer, **_converted(entry))


def _changed(old: Requirement, change: dict[str, Any], layer: str) -> Requirement:
    """Return a requirement as a layer wants it; a name that is replaced stays as a synonym."""
    values = _converted({key: value for key, value in change.items() if not key.startswith("add_")})
    name = values.get("name", old.name)
    synonyms = [*values.pop("synonyms", old.synonyms), *change.get("add_synonyms", ()), old.name]
    keywords = [*values.pop("keywords", old.keywords), *change.get("add_keywords", ())]
    guidance = values.pop("guidance", old.guidance) + change.get("add_guidance", "")
    return replace(
        old,
        guidance=guidance,
        synonyms=tuple(word for word in dict.fromkeys(synonyms) if word != name),
        keywords=tuple(dict.fromkeys(keywords)),
        layer=layer,
        **values,
    )


def _subtree(requirements: Sequence[Requirement], root: str) -> list[Requirement]:
    ids = {root}
    found = []
    for entry in requirements:  # parents stand before their children
        if entry.id in ids or entry.parent in ids:
            ids.add(entry.id)
            found.append(entry)
    return found


def _kept(requirement_id: str, gone: Mapping[str, str | None]) -> str:
    """Return the requirement that a target belongs to: the nearest one above, where its own was dropped."""
    while requirement_id in gone:
        requirement_id = gone[requirement_id] or ""
    return requirement_id


def _end_of(requirements: Sequence[Requirement], root: str) -> int:
    return requirements.index(_subtree(requirements, root)[-1]) + 1
