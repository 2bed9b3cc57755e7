"""A profile per office (排版配置): a JSON file that says where its documents differ from the standard."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from editor.gongwen.layout import STANDARD, Layout, NumberPlace, mm
from editor.model import strict_json
from editor.model.document import clean_line
from editor.model.errors import UnreadableFile, UserError
from editor.model.files import read_bytes
from resources import path as resource

if TYPE_CHECKING:
    from jsonschema import ValidationError
    from jsonschema.protocols import Validator

SUFFIX = ".json"
_MAX_BYTES = 1024 * 1024
_MEND = "请改正后重新打开，或改用其他排版配置。"


@dataclass(frozen=True, slots=True)
class Profile:
    """A layout with a name; `id` is the name of its file without the ending, `source` what it follows."""

    id: str
    name: str
    layout: Layout
    source: str = ""


# Key of the file → field of the layout, and what makes the one from the other.
_FIELDS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "inset_mm": ("inset", float),
    "line_pitch_pt": ("pitch_twips", lambda points: round(points * 20)),
    "body_size_pt": ("body_size", float),
    "character_spacing_pt": ("body_spacing", float),
    "exact_gaps": ("exact_gaps", bool),
    "secrecy_on_second_line": ("secrecy_second_line", bool),
    "mark_drop_mm": ("mark_drop", float),
    "red": ("red", str.upper),
    "red_rule_pt": ("rule_thickness", mm),
    "title_size_pt": ("title_size", float),
    "title_line_pt": ("title_line", float),
    "bold_levels": ("bold_levels", lambda levels: tuple(sorted(levels))),
    "table_size_pt": ("table_size", float),
    "table_line_pt": ("table_line", float),
    "imprint_on_even_page": ("imprint_even", bool),
    "page_number": ("number_place", NumberPlace),
}


def load_profile(path_or_id: Path | str, folder: Path | None = None) -> Profile:
    """Return a profile: a JSON file, or the id of a shipped one or of one in `folder`; raises UserError.

    The sentence of the error names the key that is wrong.
    """
    if str(path_or_id).lower().endswith(SUFFIX):
        return _read(Path(path_or_id))
    files = profile_files(folder)
    found = next((file for file in files if file.stem == str(path_or_id)), None)
    if found is None:
        known = "、".join(file.stem for file in files)
        raise UserError(f"没有排版配置“{path_or_id}”。", f"可用的有 {known}，也可以给出一个 {SUFFIX} 文件。")
    return _read(found)


def profile_files(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the files of the shipped profiles, the standard first, then those of the user's `folder`."""
    shipped = sorted(resource("profiles").glob(f"*{SUFFIX}"), key=lambda file: (file.stem != "standard", file.stem))
    own = sorted(folder.glob(f"*{SUFFIX}")) if folder is not None else []
    return (*shipped, *own)


def available_profiles(folder: Path | None = None) -> tuple[tuple[Profile, ...], tuple[str, ...]]:
    """Return the shipped profiles and the user's own, and one sentence for each file that is none."""
    profiles, complaints = [], []
    for file in profile_files(folder):
        try:
            profiles.append(_read(file))
        except UserError as error:
            complaints.append(error.message)
    return tuple(profiles), tuple(complaints)


def _read(path: Path) -> Profile:
    try:
        data = strict_json.loads(read_bytes(path, _MAX_BYTES))
    except UnreadableFile as error:
        raise UnreadableFile(error.message, f"请选择一份 {SUFFIX} 排版配置。") from error
    except ValueError as error:
        raise UserError(f"“{path.name}”不是排版配置，读不出内容。", _MEND) from error
    problem = _problem(data)
    layout = STANDARD if problem else _layout(data)
    problem = problem or _contradiction(layout)
    if problem:
        raise UserError(f"排版配置“{path.name}”中{problem}。", _MEND)
    return Profile(path.stem, clean_line(data["name"]), layout, clean_line(data.get("source", "")))


def _layout(data: dict[str, Any]) -> Layout:
    values = {field: make(data[key]) for key, (field, make) in _FIELDS.items() if key in data}
    faces = dict(data.get("faces", {}))
    if "latin_face" in data:
        faces["latin"] = data["latin_face"]
    names = {key: face.strip() for key, face in faces.items()}
    return replace(STANDARD, **values, **data.get("margins_mm", {}), faces=replace(STANDARD.faces, **names))


def _contradiction(layout: Layout) -> str:
    """Return what the schema cannot say: that lines are lower than the type in them; "" where none is."""
    lines = (
        ("line_pitch_pt", layout.pitch_twips / 20, "body_size_pt", layout.body_size),
        ("title_line_pt", layout.title_line, "title_size_pt", layout.title_size),
        ("table_line_pt", layout.table_line, "table_size_pt", layout.table_size),
    )
    for key, line, of, size in lines:
        if line < size:
            return f"“{key}”（{line:g}磅）小于“{of}”（{size:g}磅），字会被截去"
    return ""


@cache
def _schema() -> "Validator":
    from jsonschema import Draft202012Validator  # 80 ms that only who uses a profile pays

    return Draft202012Validator(json.loads(resource("schemas/profile.schema.json").read_text("utf-8")))


def _problem(data: Any) -> str:
    """Return the first thing in which the data breaks the schema, "" where it does not."""
    error: ValidationError | None = next(_schema().iter_errors(data), None)
    if error is None:
        return ""
    where, schema = "/".join(str(part) for part in error.absolute_path), cast("dict[str, Any]", error.schema)
    if error.validator == "additionalProperties":
        unknown = next(key for key in cast("dict[str, Any]", error.instance) if key not in schema["properties"])
        return f"没有“{where}{'/' if where else ''}{_short(unknown)}”这个项目"
    if error.validator == "required":
        return "缺少“name”（配置的名称）"
    shown = _short(json.dumps(error.instance, ensure_ascii=False))
    return f"“{where or '整个文件'}”应为{schema['description']}，现在是{shown}"


def _short(text: str) -> str:
    text = clean_line(text)
    return text if len(text) <= 40 else f"{text[:40]}…"
