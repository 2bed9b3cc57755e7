"""Plans on disk: JSON ↔ Document, schema check, versions."""

import json
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor.model import strict_json
from editor.model.document import (
    Block,
    BlockKind,
    Document,
    Form,
    Ignored,
    Level,
    Metadata,
    Seal,
    Superior,
    Unit,
    clean,
    clean_line,
)
from editor.model.errors import UnreadableFile, UnwritableFile
from editor.model.files import read_bytes, write_atomically
from editor.model.schema_check import obeys
from resources import path as resource

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

VERSION = 1
SUFFIX = ".nigao"
_RESCUE = "请从备份或“最近文件”中打开另一份，原文件未作改动。"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A plan from disk; `warning` is set (and the plan is read-only) when a newer program wrote it."""

    document: Document
    read_only: bool = False
    warning: str = ""


# Document → JSON


def _with_extra(known: dict[str, Any], extra: str) -> dict[str, Any]:
    return known | json.loads(extra) if extra else known


def _unit_json(unit: Unit) -> dict[str, Any]:
    known = {f.name: getattr(unit, f.name) for f in fields(unit) if f.name != "extra"}
    known["former"] = [{"name": name, "until": until} for name, until in unit.former]
    return _with_extra(known, unit.extra)


_RARE = ("rules_off", "rules_on", "ignored", "superior")  # left out of the file where a plan has none


def _ignored_json(ignored: Ignored) -> dict[str, Any]:
    known = {f.name: getattr(ignored, f.name) for f in fields(ignored) if f.name != "extra"}
    return _with_extra(known, ignored.extra)


def _superior_json(superior: Superior) -> dict[str, Any]:
    known = {f.name: getattr(superior, f.name) for f in fields(superior) if f.name != "extra"}
    known["blocks"] = [_block_json(block) for block in superior.blocks]
    return _with_extra(known, superior.extra)


def _block_json(block: Block) -> dict[str, Any]:
    known: dict[str, Any] = {"id": block.id, "kind": block.kind, "text": block.text}
    if block.level:
        known["level"] = block.level
    if block.requirements:
        known["requirements"] = block.requirements
    if block.rows:
        known["rows"] = block.rows
    return _with_extra(known, block.extra)


def _metadata_json(metadata: Metadata) -> dict[str, Any]:
    known = {f.name: getattr(metadata, f.name) for f in fields(metadata) if f.name != "extra"}
    known["units"] = [_unit_json(unit) for unit in metadata.units]
    known["ignored"] = [_ignored_json(one) for one in metadata.ignored]
    known["superior"] = _superior_json(metadata.superior) if metadata.superior else None
    known = {key: value for key, value in known.items() if value or key not in _RARE}
    known["fields"] = dict(metadata.fields)
    return _with_extra(known, metadata.extra)


def to_json(document: Document) -> dict[str, Any]:
    """Return the document as the object a .nigao file holds, keys of newer programs included."""
    known = {
        "format": "nigao",
        "version": VERSION,
        "template": document.template,
        "metadata": _metadata_json(document.metadata),
        "blocks": [_block_json(block) for block in document.blocks],
    }
    return _with_extra(known, document.extra)


def to_bytes(document: Document) -> bytes:
    """Return the bytes of a .nigao file, checked against the schema."""
    text = json.dumps(to_json(document), ensure_ascii=False, indent=1)
    problem = _first_problem(json.loads(text))
    if problem:
        raise UnwritableFile(f"文稿内容不符合文件格式（{problem}），没有保存。", "请撤销最近的修改再保存。")
    return text.encode("utf-8", "replace")  # half characters can stand in unknown keys only


def save(document: Document, path: Path) -> None:
    """Write the document to `path`, whole or not at all; raises UnwritableFile."""
    write_atomically(path, to_bytes(document))


# JSON → Document


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(resource("schemas/nigao.schema.json").read_text("utf-8"))
    return schema


@cache
def _validator() -> "Validator":
    from jsonschema import Draft202012Validator  # 80 ms that a sound file need not pay

    return Draft202012Validator(_schema())


_PROBLEMS = {
    "type": "类型不对",
    "enum": "取值不认识",
    "required": "缺少内容",
    "maxLength": "太长",
    "minLength": "是空的",
}


def _first_problem(data: Any) -> str:
    if obeys(data, _schema(), _schema()):
        return ""
    error = next(iter(_validator().iter_errors(data)), None)
    if error is None:
        return ""
    where = "/".join(str(part) for part in error.absolute_path) or "整体"
    return f"“{where}”处{_PROBLEMS.get(str(error.validator), '格式不对')}"


def parse(data: bytes, name: str = "文件") -> dict[str, Any]:
    """Return the JSON object in `data`; raises UnreadableFile for what is no sound plan file."""
    try:
        if not data.decode("utf-8-sig").strip():
            raise UnreadableFile(f"“{name}”是空文件。", _RESCUE)
        result = strict_json.loads(data)
    except ValueError as error:
        raise UnreadableFile(f"“{name}”已损坏或不是拟稿文件，读不出内容。", _RESCUE) from error
    if not isinstance(result, dict) or result.get("format") != "nigao":
        raise UnreadableFile(f"“{name}”不是拟稿文件。", "若是 Word 或文本文件，请用“导入”。")
    return result


def _rest(data: dict[str, Any], known: set[str]) -> str:
    rest = {key: value for key, value in data.items() if key not in known}
    return json.dumps(rest, ensure_ascii=False, sort_keys=True) if rest else ""


_BLOCK_KEYS = {f.name for f in fields(Block)} - {"extra"}
_UNIT_KEYS = {f.name for f in fields(Unit)} - {"extra"}
_IGNORED_KEYS = {f.name for f in fields(Ignored)} - {"extra"}
_SUPERIOR_KEYS = {f.name for f in fields(Superior)} - {"extra"}
_METADATA_KEYS = {f.name for f in fields(Metadata)} - {"extra"}
_DOCUMENT_KEYS = {"format", "version", "template", "metadata", "blocks"}


def _block(data: dict[str, Any]) -> Block:
    kind = BlockKind(data["kind"])
    level = data.get("level", 0)
    return Block(
        data["id"],
        kind,
        clean_line(data.get("text", "")),
        max(level, 1) if kind is BlockKind.HEADING else 0,
        tuple(data.get("requirements", ())),
        tuple(tuple("\n".join(clean(cell)) for cell in row) for row in data.get("rows", ())),
        _rest(data, _BLOCK_KEYS),
    )


def _unit(data: dict[str, Any]) -> Unit:
    return Unit(
        data["id"],
        clean_line(data["name"]),
        clean_line(data.get("short", "")) or clean_line(data["name"]),
        tuple(clean_line(alias) for alias in data.get("aliases", ())),
        tuple((clean_line(item["name"]), item["until"]) for item in data.get("former", ())),
        data.get("kind", "government"),
        Level(data.get("level", "county")),
        tuple(data.get("functions", ())),
        _rest(data, _UNIT_KEYS),
    )


def _ignored(data: dict[str, Any]) -> Ignored:
    reason = "\n".join(clean(data.get("reason", "")))
    return Ignored(data["code"], data["block_id"], clean_line(data["text"]), reason, _rest(data, _IGNORED_KEYS))


def _superior(data: dict[str, Any]) -> Superior:
    texts = {key: clean_line(data.get(key, "")) for key in ("name", "place", "doc_number", "signature_date")}
    return Superior(
        **texts,
        blocks=tuple(_block(block) for block in data["blocks"]),
        level=Level(data.get("level", "county")),
        period_start=data.get("period_start"),
        period_end=data.get("period_end"),
        extra=_rest(data, _SUPERIOR_KEYS),
    )


def _metadata(data: dict[str, Any]) -> Metadata:
    texts = {key: clean_line(value) for key, value in data.items() if key in _METADATA_KEYS and isinstance(value, str)}
    for choice in ("level", "form", "seal"):
        texts.pop(choice, None)
    if "notice_body" in data:
        texts["notice_body"] = "\n".join(clean(data["notice_body"]))
    return replace(
        Metadata(**texts),  # type: ignore[arg-type]
        level=Level(data.get("level", "county")),
        form=Form(data.get("form", "file")),
        seal=Seal(data.get("seal", "none")),
        layers=tuple(data.get("layers", ())),
        period_start=data.get("period_start"),
        period_end=data.get("period_end"),
        units=tuple(_unit(unit) for unit in data.get("units", ())),
        fields=tuple((key, "\n".join(clean(value))) for key, value in data.get("fields", {}).items()),
        not_applicable=tuple(data.get("not_applicable", ())),
        rules_off=tuple(data.get("rules_off", ())),
        rules_on=tuple(data.get("rules_on", ())),
        ignored=tuple(_ignored(one) for one in data.get("ignored", ())),
        superior=_superior(data["superior"]) if data.get("superior") else None,
        extra=_rest(data, _METADATA_KEYS),
    )


def from_json(data: dict[str, Any], name: str = "文件") -> Document:
    """Return the document in a parsed .nigao object; raises UnreadableFile where it breaks the schema."""
    problem = _first_problem(data)
    if problem:
        raise UnreadableFile(f"“{name}”内容不符合拟稿文件格式（{problem}）。", _RESCUE)
    blocks = tuple(_block(block) for block in data["blocks"])
    if len({block.id for block in blocks}) != len(blocks):
        raise UnreadableFile(f"“{name}”内容不符合拟稿文件格式（段落编号重复）。", _RESCUE)
    return Document(data["template"], _metadata(data["metadata"]), blocks, _rest(data, _DOCUMENT_KEYS))


def load(path: Path) -> Loaded:
    """Return the plan at `path`; raises UnreadableFile. A newer program's file opens read-only with a sentence."""
    name = path.name
    data = parse(read_bytes(path), name)
    version = data.get("version")
    if not (isinstance(version, int) and not isinstance(version, bool) and version > VERSION):
        return Loaded(from_json(data, name))
    try:
        document = from_json(data, name)
    except UnreadableFile as error:
        raise UnreadableFile(
            f"“{name}”由更新版本的拟稿（文件版本 {version}）保存，本版本读不了。", "请升级程序后再打开。"
        ) from error
    warning = f"“{name}”由更新版本的拟稿（文件版本 {version}）保存，现以只读方式打开；请升级程序后再修改。"
    return Loaded(document, True, warning)
