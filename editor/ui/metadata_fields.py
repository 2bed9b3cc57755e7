"""The fields of the metadata as a form has them: groups, kinds of editors, values to text and back."""

from PySide6.QtWidgets import QWidget

from editor.model.document import Level
from editor.ui.field_editors import ChoiceField, DateField, Field, LineField, LongLineField, TextField, YearField
from editor.ui.labels import LEVELS

# Group, then key, kind of editor and hint of each field.
ELEMENTS = (
    (
        "方案",
        (
            ("place", "text", "如云溪县"),
            ("level", "level", ""),
            ("period_start", "year", "如2026"),
            ("period_end", "year", "如2030"),
            ("layers", "layers", ""),
        ),
    ),
    (
        "版头",
        (
            ("issuer", "text", "全称，如云溪县人民政府办公室；也是署名"),
            ("issuer_mark", "text", "不填则用“发文机关＋文件”"),
            ("doc_number", "text", "如云政办发〔2026〕3号"),
        ),
    ),
    (
        "通知",
        (
            ("notice_title", "long", "关于印发……的通知"),
            ("addressees", "long", "不写冒号，如各乡镇人民政府，县政府各部门"),
            ("notice_body", "multiline", "通知的正文，一行一段"),
            ("signature_date", "date", ""),
            ("availability", "text", "不写括号，如此件公开发布"),
            ("contact", "text", "不写括号，如联系电话：县科协，……"),
        ),
    ),
    (
        "版记",
        (
            ("copy_to", "long", "不写“抄送：”和句号"),
            ("printing_office", "text", "如云溪县人民政府办公室"),
            ("printing_date", "date", ""),
        ),
    ),
)


def make_editor(kind: str, hint: str, parent: QWidget) -> Field:
    """Return the editor for a kind of field."""
    match kind:
        case "multiline":
            return TextField(hint, parent)
        case "long":
            return LongLineField(hint, parent)
        case "date":
            return DateField(hint, parent)
        case "year":
            return YearField(hint, parent)
        case "level":
            return ChoiceField([(level.value, LEVELS[level]) for level in Level], parent)
        case "layers":
            return ChoiceField([], parent)
    return LineField(hint, parent)


def to_text(key: str, value: object) -> str:
    """Return a field of the metadata as its editor shows it."""
    match key:
        case "layers":
            return "+".join(value) if isinstance(value, tuple) else ""
        case "period_start" | "period_end":
            return "" if value is None else str(value)
    return str(value)


def from_text(key: str, text: str) -> object:
    """Return what an editor shows as the metadata keeps it."""
    match key:
        case "layers":
            return tuple(layer for layer in text.split("+") if layer)
        case "period_start" | "period_end":
            return int(text) if text.isdigit() else None
        case "level":
            return Level(text)
    return text
