"""What the data's keys are called on the screen: kinds of units, levels, formats, 公文要素."""

from editor.model.document import Form, Level, Seal
from editor.model.element_words import ELEMENTS
from templates.function_names import FUNCTIONS, function_label

__all__ = ["FORMS", "FUNCTIONS", "KINDS", "LEVELS", "SEALS", "element_label", "function_label"]

KINDS = {
    "party": "党委部门",
    "congress": "人大、政协",
    "government": "政府部门",
    "court": "法院、检察院",
    "military": "军事机关",
    "mass": "群团组织",
    "vertical": "垂管、驻地单位",
    "institution": "事业单位",
    "enterprise": "企业",
    "local": "乡镇、街道",
    "collective": "统称",
}

LEVELS = {Level.COUNTY: "县级", Level.CITY: "市级", Level.PROVINCE: "省级"}

# 公文格式 (GB/T 9704-2012, 7 and 10) and 落款方式 (7.3.5)
FORMS = {
    Form.FILE: "文件",
    Form.UPWARD: "上行文",
    Form.LETTER: "信函",
    Form.ORDER: "命令",
    Form.MINUTES: "纪要",
}
SEALS = {Seal.NONE: "不加盖印章", Seal.STAMP: "加盖印章", Seal.SIGNATURE: "加盖签名章"}


def element_label(key: str) -> str:
    """Return what a field of the metadata is called."""
    return ELEMENTS.get(key, key)
