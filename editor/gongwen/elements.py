"""The elements of an official document (公文要素) as they are printed, resolved from the metadata; what is missing."""

import re
from dataclasses import dataclass, replace
from datetime import date

from editor.model.document import BlockKind, Document, Metadata, clean, clean_line


@dataclass(frozen=True, slots=True)
class Elements:
    """Printed texts in the order of the page; an empty one is left out. `left_out` says so, a sentence each."""

    mark: str  # 发文机关标志
    doc_number: str  # 发文字号
    title: str  # 标题 of the notice; a line feed is a break the author chose
    addressees: str  # 主送机关, with the colon
    body: tuple[str, ...]  # paragraphs of the notice
    issuer: str  # 署名
    date: str  # 成文日期: 2026年3月5日
    notes: tuple[str, ...]  # 附注, with parentheses
    copy_to: str  # 抄送, with label and stop
    printing_office: str  # 印发机关
    printing_date: str  # 印发日期 with 印发
    left_out: tuple[str, ...]

    @property
    def official(self) -> bool:
        """Return whether there is anything of an official document, not only a plan."""
        return bool(self.doc_number or self.title or self.addressees or self.body or self.date)

    @property
    def notice(self) -> bool:
        """Return whether a notice (通知) stands before the plan; without one the plan follows the red rule."""
        return bool(self.title or self.body)


def printed_date(text: str) -> str:
    """Return an ISO date as it is printed (7.3.5.4: 2026年3月5日, no leading zeros); any other text as it is."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return clean_line(text).strip()
    return f"{day.year}年{day.month}月{day.day}日"


def _note(text: str) -> str:
    text = clean_line(text).strip()
    return text if not text or text[0] in "（(" else f"（{text}）"


def _addressees(text: str) -> str:
    text = clean_line(text).strip().rstrip("：:")
    return f"{text}：" if text else ""


def _copy_to(text: str) -> str:
    text = re.sub(r"^抄送\s*[：:]\s*", "", clean_line(text).strip()).rstrip("。")
    return f"抄送：{text}。" if text else ""


def _mark(metadata: Metadata) -> str:
    mark, issuer = clean_line(metadata.issuer_mark).strip(), clean_line(metadata.issuer).strip()
    return mark or (f"{issuer}文件" if issuer else "")


def _printing_office(metadata: Metadata) -> str:
    given, issuer = clean_line(metadata.printing_office).strip(), clean_line(metadata.issuer).strip()
    if given or not issuer:
        return given
    if issuer.endswith(("办公室", "办公厅")):
        return issuer
    return f"{issuer}办公室" if issuer.endswith("人民政府") else ""


def resolve(document: Document) -> Elements:
    """Return the printed elements; a document with none of its own (a bare plan) gets empty ones and no sentences."""
    metadata = document.metadata
    office = _printing_office(metadata)
    day = printed_date(metadata.printing_date or metadata.signature_date)
    printing = bool(office and day)
    title = "\n".join(line.strip() for line in clean(metadata.notice_title)).strip("\n")
    found = Elements(
        mark=_mark(metadata),
        doc_number=clean_line(metadata.doc_number).strip(),
        title=title,
        addressees=_addressees(metadata.addressees),
        body=tuple(line for line in clean(metadata.notice_body) if line.strip()),
        issuer=clean_line(metadata.issuer).strip(),
        date=printed_date(metadata.signature_date),
        notes=tuple(note for text in (metadata.contact, metadata.availability) if (note := _note(text))),
        copy_to=_copy_to(metadata.copy_to),
        printing_office=office if printing else "",
        printing_date=f"{day}印发" if printing else "",
        left_out=(),
    )
    if not found.official:
        empty = Elements("", "", "", "", (), "", "", (), "", "", "", ())
        return replace(empty, left_out=(_plan_alone(found, metadata),))
    return replace(found, left_out=tuple(_missing(found, metadata, document)))


def _plan_alone(found: Elements, metadata: Metadata) -> str:
    """Return why only the plan is written, and which elements that were given have no place without a notice."""
    given = {
        "发文机关": found.issuer,
        "附注": found.notes,
        "抄送机关": found.copy_to,
        "印发机关": metadata.printing_office.strip(),
    }
    unused = "、".join(name for name, value in given.items() if value)
    if not unused:
        return "没有填写公文要素，只导出方案本身。"
    return f"没有发文字号、通知、主送机关和成文日期，只导出方案本身，已填写的{unused}没有排入。"


def _missing(found: Elements, metadata: Metadata, document: Document) -> list[str]:
    said = []
    if not found.mark:
        said.append("没有发文机关，版头未排发文机关标志，文末未排署名。")
    if not found.doc_number:
        said.append("没有发文字号，版头未排发文字号。")
    if not found.notice:
        said.append("没有通知标题和正文，方案直接排在红色分隔线之下。")
    elif not found.title:
        said.append("没有通知标题，标题处未排文字。")
    elif not found.body:
        said.append("没有通知正文，标题之下未排正文。")
    if not found.addressees:
        said.append("没有主送机关，未排主送机关。")
    if not found.date:
        said.append("没有成文日期，落款未排日期。")
    if not found.notes:
        said.append("没有附注（如“此件公开发布”），成文日期下未排附注。")
    if not found.copy_to:
        said.append("没有抄送机关，版记未排抄送。")
    if not found.printing_office:
        lack = "印发机关" if found.date or metadata.printing_date else "印发日期"
        said.append(f"没有{lack}，版记未排印发机关和印发日期。")
    elif not metadata.printing_office.strip() or not metadata.printing_date.strip():
        said.append(_assumed(found, metadata))
    if not any(block.kind is BlockKind.TITLE for block in document.blocks):
        said.append("方案没有标题，正文另面直接起排。")
    return said


def _assumed(found: Elements, metadata: Metadata) -> str:
    parts = []
    if not metadata.printing_office.strip():
        parts.append(f"印发机关按惯例取“{found.printing_office}”")
    if not metadata.printing_date.strip():
        parts.append("印发日期取成文日期")
    return "，".join(parts) + "，请核对。"
