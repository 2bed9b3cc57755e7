"""The elements of an official document (公文要素) as they are printed, resolved from the metadata."""

from dataclasses import dataclass, replace
from itertools import zip_longest

from editor.gongwen.missing import plan_alone, said_about
from editor.gongwen.printed import (
    addressees_line,
    copies_line,
    in_parentheses,
    mark_texts,
    one_line,
    printed_date,
    printing_office,
    split_names,
)
from editor.model.document import Document, Form, Metadata, Seal, clean


@dataclass(frozen=True, slots=True)
class Elements:
    """Printed texts in the order of the page; an empty one is left out. `left_out` says so, a sentence each."""

    form: Form = Form.FILE
    seal: Seal = Seal.NONE
    copy_number: str = ""  # 份号: 000001
    secrecy: str = ""  # 密级和保密期限: 机密★1年
    urgency: str = ""  # 紧急程度
    marks: tuple[str, ...] = ()  # the agencies of the 发文机关标志, 主办机关 first; one: `mark` is all of it
    mark: str = ""  # 发文机关标志; with several agencies what stands at their right: 文件
    doc_number: str = ""  # 发文字号, 令号 of an order, 编号 of minutes
    signers: tuple[str, ...] = ()  # 签发人 of an 上行文
    title: str = ""  # 标题 of the notice; a line feed is a break the author chose
    addressees: str = ""  # 主送机关, with the colon
    body: tuple[str, ...] = ()  # paragraphs of the notice
    attendees: str = ""  # 出席 of 纪要, without the label
    absentees: str = ""  # 请假
    observers: str = ""  # 列席
    issuer: str = ""  # 署名 of the 主办机关
    issuers: tuple[str, ...] = ()  # every 署名 in order, 主办机关 first
    date: str = ""  # 成文日期: 2026年3月5日
    signatory_post: str = ""  # 签发人职务 beside a 签名章
    signatory: str = ""
    notes: tuple[str, ...] = ()  # 附注, with parentheses
    sent_to: str = ""  # 主送 in the 版记, with label and stop; `addressees` is empty then
    copy_to: str = ""  # 抄送, with label and stop
    printing_office: str = ""  # 印发机关
    printing_date: str = ""  # 印发日期 with 印发
    left_out: tuple[str, ...] = ()

    @property
    def signatories(self) -> tuple[tuple[str, str], ...]:
        """Return 职务 and name beside each 签名章, a pair for every agency (7.3.5.3); what is not given is empty.

        Several agencies have theirs parted by ； or 、 in the one order.
        """
        count = max(len(self.issuers), 1)
        posts, names = _parted(self.signatory_post, count), _parted(self.signatory, count)
        return tuple(zip_longest(posts, names, fillvalue=""))

    @property
    def signed(self) -> tuple[str, ...]:
        """Return 署名 and 成文日期 in the order of the page; with a 签名章, 职务 and name for the 署名 (7.3.5)."""
        if self.form is Form.MINUTES:  # the date stands in the head, nobody signs (10.3)
            return ()
        pairs = (text for pair in self.signatories for text in pair)
        signed = pairs if self.seal is Seal.SIGNATURE else self.issuers
        return tuple(text for text in (*signed, self.date) if text)

    @property
    def official(self) -> bool:
        """Return whether there is anything of an official document, not only a plan."""
        return bool(self.doc_number or self.title or self.addressees or self.body or self.date)

    @property
    def notice(self) -> bool:
        """Return whether a notice (通知) stands before the plan; without one the plan follows the red rule."""
        return bool(self.title or self.body)

    @property
    def corner(self) -> tuple[tuple[str, str], ...]:
        """Return what stands at the upper left as style and text: 份号, 密级和保密期限, 紧急程度 (7.2.1–7.2.3)."""
        rows = (("CopyNumber", self.copy_number), ("Secrecy", self.secrecy), ("Urgency", self.urgency))
        return tuple((style, text) for style, text in rows if text)

    @property
    def number_lines(self) -> tuple[str, ...]:
        """Return the line of the 发文字号 with what stands at its right after a tab; 签发人 are two a line (7.2.6)."""
        if self.form is Form.MINUTES:
            return (f"{self.doc_number}\t{self.date}",) if self.doc_number or self.date else ()
        if not self.signers:
            return (self.doc_number,) if self.doc_number else ()
        lines = ["\t".join(self.signers[at : at + 2]) for at in range(0, len(self.signers), 2)]
        lines[0] = f"签发人：{lines[0]}"
        return (*(f"\t{line}" for line in lines[:-1]), f"{self.doc_number}\t{lines[-1]}")

    @property
    def letter_lines(self) -> tuple[tuple[str, str], ...]:
        """Return the lines under the first double rule of a letter as style and text (10.1): number at the right."""
        corner = self.corner
        if not self.doc_number:
            return corner
        if not corner:
            return (("CopyNumber", f"\t{self.doc_number}"),)
        return ((corner[0][0], f"{corner[0][1]}\t{self.doc_number}"), *corner[1:])

    @property
    def attendance(self) -> tuple[tuple[str, str], ...]:
        """Return label and names of 出席, 请假 and 列席 (10.3)."""
        rows = (("出席：", self.attendees), ("请假：", self.absentees), ("列席：", self.observers))
        return tuple((label, names) for label, names in rows if names)


def _parted(text: str, count: int) -> list[str]:
    """Cut a text at its ；, without any at its 、, into `count` parts at least; a single part is the text itself."""
    mark = "；" if "；" in text else "、"
    parts = [part.strip() for part in text.split(mark)] if count > 1 else [text]
    return parts + [""] * (count - len(parts))


def resolve(document: Document) -> Elements:
    """Return the printed elements; a document with none of its own (a bare plan) gets empty ones and one sentence."""
    found = _placed(_given(document.metadata))
    if not found.official:
        return Elements(left_out=(plan_alone(found, document.metadata),))
    return replace(found, left_out=tuple(said_about(found, document)))


def _given(metadata: Metadata) -> Elements:
    """Return every element that the metadata give."""
    office = printing_office(metadata)
    day = printed_date(metadata.printing_date or metadata.signature_date)
    issuers = tuple(name for name in (one_line(metadata.issuer), *split_names(metadata.joint_issuers)) if name)
    marks, mark = mark_texts(metadata, issuers)
    return Elements(
        form=metadata.form,
        seal=metadata.seal,
        copy_number=one_line(metadata.copy_number),
        secrecy=one_line(metadata.secrecy),
        urgency=one_line(metadata.urgency),
        marks=marks,
        mark=mark,
        doc_number=one_line(metadata.doc_number),
        signers=split_names(metadata.signers),
        title="\n".join(line.strip() for line in clean(metadata.notice_title)).strip("\n"),
        addressees=addressees_line(metadata.addressees),
        body=tuple(line for line in clean(metadata.notice_body) if line.strip()),
        attendees=one_line(metadata.attendees),
        absentees=one_line(metadata.absentees),
        observers=one_line(metadata.observers),
        issuer=issuers[0] if issuers else "",
        issuers=issuers,
        date=printed_date(metadata.signature_date),
        signatory_post=one_line(metadata.signatory_post),
        signatory=one_line(metadata.signatory),
        notes=tuple(note for text in (metadata.contact, metadata.availability) if (note := in_parentheses(text))),
        copy_to=copies_line(metadata.copy_to),
        printing_office=office if office and day else "",
        printing_date=f"{day}印发" if office and day else "",
    )


def _placed(found: Elements) -> Elements:
    """Return the elements without those that have no place in their format."""
    if found.form is not Form.MINUTES:
        found = replace(found, attendees="", absentees="", observers="")
    if found.form is not Form.UPWARD:
        found = replace(found, signers=())
    match found.form:
        case Form.LETTER:  # 10.1: its 版记 has no 印发机关 and date
            return replace(found, printing_office="", printing_date="")
        case Form.ORDER:  # 10.2; it is always signed with a 签名章
            return replace(found, title="", addressees="", seal=Seal.SIGNATURE)
        case Form.MINUTES:  # 10.3: the date stands in the head, nobody signs
            return replace(found, addressees="", seal=Seal.NONE)
        case _:
            return found
