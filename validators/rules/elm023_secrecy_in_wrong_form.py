"""密级和保密期限 in another form than 机密★1年, beyond the longest term, or without 份号."""

import re
from collections.abc import Iterator

from editor.model.document import Metadata
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_FORM = re.compile(r"(绝密|机密|秘密)★(?:([0-9]{1,2})年|[0-9]{1,2}个?月|长期|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)")
_DEGREE = re.compile("绝密|机密|秘密")
_LONGEST = {"绝密": 30, "机密": 20, "秘密": 10}
_NUMBERED = ("copy_number", "000012")


def _fault(text: str) -> str:
    """Return what is wrong with the words of the field, empty for nothing."""
    compact = "".join(text.split())
    form, degree = _FORM.fullmatch(compact), _DEGREE.match(compact)
    if form is None and degree is None:
        return f"“{compact}”不是密级，涉密公文标注“绝密”“机密”或者“秘密”和保密期限。"
    if form is None and degree is not None and compact == degree.group():
        return f"密级“{compact}”后面没有写保密期限，应写成“{compact}★1年”的样子。"
    if form is None:
        return f"“{compact}”的写法不对，密级和保密期限之间用“★”，期限用阿拉伯数字，如“机密★1年”。"
    if form[2] and int(form[2]) > _LONGEST[form[1]]:
        return f"“{form[1]}”级的保密期限最长{_LONGEST[form[1]]}年，这里写了{form[2]}年。"
    return ""


def _is_public(metadata: Metadata) -> bool:
    note = metadata.availability
    return "公开" in note and not any(word in note for word in ("不公开", "不予公开", "删减"))


@rule(
    code="ELM023",
    name="secrecy-in-wrong-form",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="密级和保密期限写法不对，涉密公文没有份号，或者涉密却写“公开发布”。",
    reason="涉密公文要标注密级、保密期限和份号，份号用来清点每一份的去向；国家秘密事项不能公开。",
    source="党政机关公文处理工作条例 第九条（一）（二）；GB/T 9704-2012 7.2.1、7.2.2；保守国家秘密法",
    examples=(
        Bad(("一、要求",), metadata=(("secrecy", "机密1年"), _NUMBERED)),
        Bad(("一、要求",), metadata=(("secrecy", "秘密"), _NUMBERED)),
        Bad(("一、要求",), metadata=(("secrecy", "秘密★15年"), _NUMBERED)),
        Bad(("一、要求",), metadata=(("secrecy", "内部"), _NUMBERED)),
        Bad(("一、要求",), metadata=(("secrecy", "机密★1年"),)),
        Bad(("一、要求",), metadata=(("secrecy", "机密★1年"), _NUMBERED, ("availability", "此件公开发布"))),
        Good(("一、要求",), (("secrecy", "机密★1年"), _NUMBERED)),
        Good(("一、要求",), (("secrecy", "绝密★长期"), _NUMBERED, ("availability", "此件不公开"))),
        Good(("一、要求",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at the words, then at what a secret document must have and may not say."""
    metadata = analysis.document.metadata
    text = metadata.secrecy
    if not text.strip():
        return
    fault = _fault(text)
    if fault:
        yield Finding(0, len(text), fault, block_id="meta:secrecy")
    if not metadata.copy_number.strip():
        yield Finding(0, 0, "涉密公文没有标注份号，请写6位数字的份号。", block_id="meta:copy_number")
    if _is_public(metadata):
        note = metadata.availability
        message = f"标了密级“{text.strip()}”，附注又写“{note}”，两处矛盾。"
        yield Finding(0, len(note), message, block_id="meta:availability")
