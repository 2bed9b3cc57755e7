"""The fields of the metadata as a form has them: groups, kinds of editors, values to text and back, which belong."""

from PySide6.QtWidgets import QWidget

from editor.model.document import Form, Level, Metadata, Seal
from editor.ui.choice_fields import ChoiceField, SuggestionField
from editor.ui.field_editors import DateField, Field, LineField, LongLineField, TextField, YearField
from editor.ui.labels import FORMS, LEVELS, SEALS

# Group, then key, kind of editor and hint of each field, in the order of the page.
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
            ("form", "form", ""),
            ("copy_number", "text", "涉密公文填写，如000001"),
            ("secrecy", "text", "如机密★1年"),
            ("urgency", "urgency", "不急不填"),
            ("issuer", "text", "全称，如云溪县人民政府办公室；也是署名"),
            ("joint_issuers", "long", "主办机关之外的各机关，用顿号隔开"),
            ("issuer_mark", "text", "不填则按发文机关和格式取"),
            ("doc_number", "text", "如云政办发〔2026〕3号"),
            ("signers", "text", "多人按机关顺序，用顿号隔开"),
        ),
    ),
    (
        "主体",
        (
            ("notice_title", "long", "关于印发……的通知"),
            ("addressees", "long", "不写冒号，如各乡镇人民政府，县政府各部门"),
            ("notice_body", "multiline", "通知的正文，一行一段"),
            ("attendees", "long", "不写“出席：”"),
            ("absentees", "long", "不写“请假：”"),
            ("observers", "long", "不写“列席：”"),
        ),
    ),
    (
        "落款",
        (
            ("seal", "seal", ""),
            ("signatory_post", "text", "全称，如县长；联合行文用分号隔开"),
            ("signatory", "text", "不填则留出签名章的位置"),
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


_URGENCIES = ("特急", "加急")  # 7.2.3; telegrams have 特提 and 平急 besides, which can be typed

# Elements that only some formats have (GB/T 9704-2012, 7.2.6 and 10).
_FORMS_WITH = {
    "signers": {Form.UPWARD},
    "joint_issuers": set(Form) - {Form.MINUTES},
    "notice_title": set(Form) - {Form.ORDER},
    "addressees": {Form.FILE, Form.UPWARD, Form.LETTER},
    "attendees": {Form.MINUTES},
    "absentees": {Form.MINUTES},
    "observers": {Form.MINUTES},
    "seal": {Form.FILE, Form.UPWARD, Form.LETTER},
    "printing_office": set(Form) - {Form.LETTER},
    "printing_date": set(Form) - {Form.LETTER},
}


def belongs(key: str, metadata: Metadata) -> bool:
    """Return whether the document's format and way of signing print the element; otherwise its field is not shown."""
    if key in ("signatory_post", "signatory"):
        signed = metadata.seal is Seal.SIGNATURE and belongs("seal", metadata)
        return signed or metadata.form is Form.ORDER  # 10.2: an order is always signed so
    return metadata.form in _FORMS_WITH.get(key, Form)


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
        case "form":
            return ChoiceField([(form.value, FORMS[form]) for form in Form], parent)
        case "seal":
            return ChoiceField([(seal.value, SEALS[seal]) for seal in Seal], parent)
        case "urgency":
            return SuggestionField(_URGENCIES, hint, parent)
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
        case "form":
            return Form(text)
        case "seal":
            return Seal(text)
    return text
