"""Lines that close a document: signature (署名, 成文日期), notes on publication and contact, annex notes."""

import re

from editor.importing.dates import is_date, is_month
from editor.importing.page import Page
from editor.importing.plan_title import plan_title_at
from editor.importing.result import Role
from editor.importing.wording import (
    doc_number_in,
    is_annex_mark,
    is_annex_note,
    is_availability,
    is_contact,
    is_doc_number,
    is_file_link,
    is_organisation,
    is_seal,
)
from editor.model.document import Form

_SIGNED_DATE = re.compile(r"(?P<issuer>[^0-9]{4,60}?)[\s　]*(?P<date>(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)")
_POST = re.compile(
    r"(?P<post>[\u3400-\u9fff（）]{0,40}(?:[省市县区州盟旗镇乡厅局部处科院会校行队组署]长|主席|主任|书记|董事长|总经理|司令员|政委))"
    r"(?:[\s　：:]+(?P<name>\S{2,8}|\S[ 　]\S))?"
)
_NAME = re.compile(r"[\u3400-\u9fff·]{2,8}")
_ATTENDANCE = re.compile(r"(?P<label>出席|请假|列席)(?:人员)?\s*[：:]\s*(?P<names>\S.*)")
_MOST_SIGNATORIES = 40  # of one document
_ITEM = re.compile(r"[2-9]\s*[.．、]\s*\S")


def split_signature(text: str) -> tuple[str, str] | None:
    """Return issuer and date of a line that holds both (云溪县人民政府 2026年3月5日), None for another line."""
    match = _SIGNED_DATE.fullmatch(text.strip()) if len(text) <= 90 else None
    if match is None or not is_organisation(match["issuer"]):
        return None
    return match["issuer"].strip(), match["date"]


def split_signatory(text: str) -> tuple[str, str] | None:
    """Return 签发人职务 and name of a line beside a 签名章 (县长  周明), None for another line."""
    words = text.split()
    line = "".join(words) if all(len(word) == 1 for word in words) else text.strip()  # 县　长
    match = _POST.fullmatch(line) if len(text) <= 60 else None
    return (match["post"], match["name"] or "") if match else None


def split_attendance(text: str) -> tuple[str, str] | None:
    """Return label and names of a line of 纪要 that says who attended (出席：…), None for another line."""
    match = _ATTENDANCE.fullmatch(text.strip())
    return (match["label"], match["names"]) if match else None


def label_closing(page: Page, at: int) -> bool:
    """Decide the role of a line that closes a document: signature, notes, annex note; return whether it is one."""
    text = page.text(at)
    if is_date(text) or (is_month(text) and at > 0 and page.roles[at - 1] is Role.SIGNATURE_ISSUER):
        page.mark(at, Role.SIGNATURE_DATE)
    elif page.form is Form.MINUTES and split_attendance(text):
        page.mark(at, Role.METADATA)
    elif is_signed_row(page, at):
        page.mark(at, Role.SIGNATURE_ISSUER)
    elif is_availability(text):
        page.mark(at, Role.AVAILABILITY)
    elif is_contact(text):
        page.mark(at, Role.CONTACT)
    elif is_doc_number(text):
        page.mark(at, Role.DOC_NUMBER)
    elif is_file_link(text):
        page.mark(at, Role.NOISE, "附件的下载链接")
    elif is_annex_note(text):
        _label_annex_note(page, at)
    elif is_annex_mark(text):
        page.mark(at, Role.ATTACHMENT_TITLE)
    else:
        return False
    return True


def _label_annex_note(page: Page, at: int) -> None:
    page.mark(at, Role.ATTACHMENT_NOTE)
    while page.is_free(at + 1) and _ITEM.match(page.text(at + 1)) and len(page.text(at + 1)) < 60:
        at += 1
        page.mark(at, Role.ATTACHMENT_NOTE)


def _is_signature(page: Page, at: int) -> bool:
    text = page.text(at)
    if is_seal(text):
        return at > 0 and page.roles[at - 1] is Role.SIGNATURE_ISSUER
    return split_signature(text) is not None or (page.is_body(text) and _signature_follows(page, at))


def is_signed_row(page: Page, at: int) -> bool:
    """Return whether a row of a table holds bodies that sign, or 职务 and name beside a 签名章."""
    return _is_signature(page, at) or _is_signatory(page, at)


def _is_signatory(page: Page, at: int) -> bool:
    """Return whether the line is the 职务 beside a 签名章, or the name below or beside one: the date comes next."""
    if not _names_signatory(page, at):
        return False
    later = page.next_free(at)
    for _ in range(_MOST_SIGNATORIES):
        if later is None or is_date(page.text(later)) or not _names_signatory(page, later):
            break
        later = page.next_free(later)
    return later is not None and is_date(page.text(later))


def _names_signatory(page: Page, at: int) -> bool:
    """Return whether a line reads as 职务, or as a name beside an empty one or below one that has none."""
    text = page.text(at)
    if split_signatory(text) is not None:
        return True
    if not _NAME.fullmatch(text.strip()) or is_annex_mark(text):
        return False
    above = split_signatory(page.text(at - 1)) if at else None
    return bool(page.lines[at].cells) or (above is not None and not above[1])


def _signature_follows(page: Page, at: int) -> bool:
    """Return whether a date, the end, or a further signing body and its date come next."""
    later = page.next_free(at)
    for _ in range(3):
        if later is None:
            return True
        text = page.text(later)
        ends = is_date(text) or is_month(text) or is_availability(text) or is_contact(text)
        if ends or plan_title_at(page, later):
            return True
        if not page.is_body(text) and not is_seal(text):
            return False
        later = page.next_free(later)
    return False


def number_on_title(text: str) -> tuple[str, str]:
    """Return a title without the document number printed on its line, and that number (empty without one)."""
    span = doc_number_in(text)
    if span is None:
        return text, ""
    rest = (text[: span[0]].rstrip(" 　（(") + " " + text[span[1] :].lstrip(" 　）)")).strip()
    return rest, text[span[0] : span[1]]
