"""What an official document lacks, has too much of or gets by assumption: one Chinese sentence each."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from editor.gongwen.layout import ems
from editor.model.document import BlockKind, Document, Form, Metadata, Seal

if TYPE_CHECKING:
    from editor.gongwen.elements import Elements

# Characters that fit beside each other in the 版头.
_LONG_MARK, _LONG_NUMBER, _LONG_CORNER, _LONG_NAME = 17, 24, 24, 8


def plan_alone(found: "Elements", metadata: Metadata) -> str:
    """Return why only the plan is written, and which elements that were given have no place without a notice."""
    given = {
        "份号": found.copy_number,
        "密级": found.secrecy,
        "紧急程度": found.urgency,
        "发文机关": found.issuer,
        "签发人": found.signers,
        "附注": found.notes,
        "抄送机关": found.copy_to,
        "印发机关": metadata.printing_office.strip(),
    }
    unused = "、".join(name for name, value in given.items() if value)
    if not unused:
        return "没有填写公文要素，只导出方案本身。"
    return f"没有发文字号、通知、主送机关和成文日期，只导出方案本身，已填写的{unused}没有排入。"


def said_about(found: "Elements", document: Document) -> Iterator[str]:
    """Yield a sentence for everything that is missing, unusual or assumed, in the order of the page."""
    yield from _about_corner(found)
    yield from _about_head(found, document.metadata)
    yield from _about_notice(found, document.metadata)
    yield from _about_signature(found, document.metadata)
    yield from _about_imprint(found, document.metadata)
    if document.blocks and not any(block.kind is BlockKind.TITLE for block in document.blocks):
        yield "方案没有标题，正文另面直接起排。" if found.notice else "方案没有标题，正文直接起排。"


def _about_corner(found: "Elements") -> Iterator[str]:
    number = found.copy_number
    if found.secrecy and not number:
        yield "涉密公文没有份号，请填写6位数字的份号（如000001）。"
    if number and not (len(number) == 6 and number.isascii() and number.isdigit()):
        yield f"份号“{_short(number)}”不是6位数字，请改为6位（如000001）。"
    for label, text in (("密级和保密期限", found.secrecy), ("紧急程度", found.urgency)):
        if ems(text) > _LONG_CORNER:
            yield f"{label}有{ems(text):g}个字，一行排不下，请核对。"


def _about_head(found: "Elements", metadata: Metadata) -> Iterator[str]:
    if not found.marks:
        signed = "" if found.form is Form.MINUTES else "，文末未排署名"
        yield f"没有发文机关，版头未排发文机关标志{signed}。"
    longest = max((ems(mark) for mark in (found.marks if len(found.marks) > 1 else (found.mark,))), default=0)
    if longest > _LONG_MARK:
        yield f"发文机关标志有{longest:g}个字，一行排不下，请改用规范化简称。"
    number = {Form.ORDER: "令号", Form.MINUTES: "编号"}.get(found.form, "发文字号")
    if not found.doc_number:
        yield f"没有{number}，版头未排{number}。"
    elif ems(found.doc_number) > _LONG_NUMBER:
        yield f"{number}有{ems(found.doc_number):g}个字，一行排不下，请核对。"
    yield from _about_signers(found, metadata)


def _about_signers(found: "Elements", metadata: Metadata) -> Iterator[str]:
    if found.form is not Form.UPWARD:
        if metadata.signers.strip():
            yield "签发人只在上行文中标注，已填写的签发人没有排入。"
    elif not found.signers:
        yield "上行文没有签发人，版头未标注签发人，请填写签发人姓名。"
    elif long := [name for name in found.signers if ems(name) > _LONG_NAME]:
        yield f"签发人“{_short(long[0])}”有{ems(long[0]):g}个字，不像姓名，请核对；多个姓名之间用顿号隔开。"
    elif len(found.signers) < len(found.issuers):
        yield f"联合上行文有{len(found.issuers)}个机关、{len(found.signers)}名签发人，请按机关顺序补全签发人。"


def _about_notice(found: "Elements", metadata: Metadata) -> Iterator[str]:
    if found.form is Form.ORDER:
        for label, text in (("主送机关", metadata.addressees), ("标题", metadata.notice_title)):
            if text.strip():
                yield f"命令（令）不排{label}，已填写的{label}没有排入。"
        if not found.body:
            yield "没有命令（令）正文，令号之下直接排方案。"
        return
    if not found.notice:
        yield "没有通知标题和正文，方案直接排在红色分隔线之下。"
    elif not found.title and found.form is not Form.MINUTES:
        yield "没有通知标题，标题处未排文字。"
    elif not found.body:
        yield "没有通知正文，标题之下未排正文。"
    if found.form is not Form.MINUTES:
        if not found.addressees:
            yield "没有主送机关，未排主送机关。"
        return
    if metadata.addressees.strip():
        yield "纪要不排主送机关，已填写的主送机关没有排入，可改填为抄送机关。"
    if not found.attendees:
        yield "没有出席人员，正文之后未排出席。"


def _about_signature(found: "Elements", metadata: Metadata) -> Iterator[str]:
    if found.form is not Form.MINUTES and any((metadata.attendees, metadata.absentees, metadata.observers)):
        yield "出席、请假和列席只在纪要中标注，已填写的人员没有排入。"
    if not found.date:
        yield "没有成文日期，版头未排日期。" if found.form is Form.MINUTES else "没有成文日期，落款未排日期。"
    if found.seal is Seal.SIGNATURE and not found.signatory_post:
        yield "没有签发人职务，签名章左侧未排职务，请填写（如“县长”）。"
    elif found.seal is Seal.SIGNATURE and (lacking := sum(not post for post, _ in found.signatories)):
        yield f"联合行文有{len(found.issuers)}个机关，还缺{lacking}个签发人职务，请按机关顺序补全，用“；”隔开。"
    if not found.notes and found.form in {Form.FILE, Form.UPWARD, Form.LETTER}:
        yield "没有附注（如“此件公开发布”），成文日期下未排附注。"


def _about_imprint(found: "Elements", metadata: Metadata) -> Iterator[str]:
    if not found.copy_to:
        yield "没有抄送机关，版记未排抄送。"
    if found.form is Form.LETTER:
        if metadata.printing_office.strip() or metadata.printing_date.strip():
            yield "信函的版记不排印发机关和印发日期，已填写的没有排入。"
    elif not found.printing_office:
        lack = "印发机关" if found.date or metadata.printing_date else "印发日期"
        yield f"没有{lack}，版记未排印发机关和印发日期。"
    elif assumed := _assumed(found, metadata):
        yield f"{assumed}，请核对。"


def _assumed(found: "Elements", metadata: Metadata) -> str:
    parts = []
    if not metadata.printing_office.strip():
        parts.append(f"印发机关按惯例取“{found.printing_office}”")
    if not metadata.printing_date.strip():
        parts.append("印发日期取成文日期")
    return "，".join(parts)


def _short(text: str) -> str:
    return text if len(text) <= 12 else f"{text[:12]}…"
