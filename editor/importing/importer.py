"""The one way in: a file or a text that somebody else wrote → a document, with notes on what was not taken over."""

import re
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from editor.importing.assembly import assemble
from editor.importing.classify import classify
from editor.importing.cleaning import clean_lines
from editor.importing.derived_table import leave_out_table
from editor.importing.draft import Draft
from editor.importing.line_breaks import repair_breaks
from editor.importing.lines import SourceLine
from editor.importing.page import Page
from editor.importing.place import kind_of, layers_for, level_of, period_in, place_in, template_for
from editor.importing.readers import read_lines, split_text
from editor.importing.result import Dropped, Imported, Role
from editor.importing.wording import is_organisation
from editor.model.document import BlockKind, Document, Form, Metadata, Seal
from editor.model.files import read_bytes
from editor.model.unseen import Unseen

_DESTROYED = re.compile(r"\ufffd|[?？]{3,}|锟斤拷|□{2,}")
_TEXT_FIELDS = frozenset(field.name for field in fields(Metadata))


def import_path(path: Path) -> Imported:
    """Return the document that a .docx, .txt or .html file holds; raises UnreadableFile with one sentence."""
    return import_bytes(read_bytes(path), path.name)


def import_bytes(data: bytes, name: str = "") -> Imported:
    """Return the document that the bytes of a file hold; `name` tells a web page from a text."""
    lines, notes, unseen = read_lines(data, name)
    return _imported(lines, notes, unseen)


def import_text(text: str, name: str = "") -> Imported:
    """Return the document that a pasted text holds; raises UnreadableFile for an empty or too long one."""
    return _imported(split_text(text, name), ())


def _imported(source: Sequence[SourceLine], notes: tuple[str, ...], unseen: Unseen | None = None) -> Imported:
    lines, dropped, restored = clean_lines(source)
    page, start, annex = classify(repair_breaks(lines), unseen)
    draft = assemble(page, start, annex)
    chrome = len(dropped) + len(draft.dropped)
    table_notes = leave_out_table(draft, page.lines, unseen)
    document = Document(_template(draft), _metadata(draft, unseen or Unseen()), tuple(draft.blocks))
    everything = [*dropped, *draft.dropped]
    return Imported(
        document=document,
        kind=kind_of(plan_title(document), document.metadata.notice_title),
        roles=_roles(page, source, everything),
        origin=draft.origin,
        noise=tuple(sorted(everything, key=lambda entry: entry.line)),
        notes=(*notes, *table_notes, *_notes(document, page, chrome, restored)),
        printed=draft.printed,
        source={line.number: line.text for line in source if line.text.strip()},
    )


def plan_title(document: Document) -> str:
    """Return the title of the plan (方案标题), empty where the document has none."""
    for block in document.blocks:
        if block.kind is BlockKind.ANNEX:
            break
        if block.kind is BlockKind.TITLE:
            return block.text
    return ""


def _roles(page: Page, source: Sequence[SourceLine], dropped: Sequence[Dropped]) -> dict[int, Role]:
    roles: dict[int, Role] = {}
    for line, role in zip(page.lines, page.roles, strict=True):
        for number in (line.number, *line.covers):
            roles.setdefault(number, role or Role.PARAGRAPH)
    for entry in dropped:  # lines that were nothing but remnants
        roles.setdefault(entry.line, Role.NOISE)
    present = {line.number for line in source if line.text.strip()} | {n for line in source for n in line.covers}
    return {number: roles[number] for number in sorted(roles) if number in present}


def _template(draft: Draft) -> str:
    body = tuple(block.text for block in draft.blocks[:3])
    return template_for((draft.texts.get("notice_title", ""), draft.texts.get("notice_body", ""), *body))


def _metadata(draft: Draft, unseen: Unseen) -> Metadata:
    title = next((block.text for block in draft.blocks if block.kind is BlockKind.TITLE), "")
    texts = {key: text for key, text in draft.texts.items() if key in _TEXT_FIELDS}
    for key, names in zip(("signatory_post", "signatory"), zip(*draft.signatories, strict=True), strict=False):
        texts[key] = "；".join(names).rstrip("；")
    if "issuer" not in texts:
        texts["issuer"], *joint = _issuers(draft, unseen) or ("",)
        texts["joint_issuers"] = "、".join(joint)
    issuer = texts["issuer"]
    issued = texts.get("notice_title", "").partition("印发")[2].lstrip("《")
    sources = (issuer, texts.get("notice_title", ""), title, issued)
    # The bodies of a joint title stand apart, each with its place.
    places = max((place_in(text.partition(" ")[0]) for text in sources), key=len, default=())
    opening = tuple(block.text for block in draft.blocks[:4])
    period = period_in(title, texts.get("notice_title", ""), texts.get("notice_body", "")[:200])
    return Metadata(
        form=_form(draft, unseen),
        seal=Seal.SIGNATURE if draft.signatories else unseen.seal,
        place=places[-1] if places else "",
        level=level_of(places, texts.get("addressees", "") + "".join(opening)),
        layers=layers_for((*sources, texts.get("notice_body", ""), *opening)),
        period_start=period[0] if period else None,
        period_end=period[1] if period else None,
        **texts,  # type: ignore[arg-type]
    )


def _form(draft: Draft, unseen: Unseen) -> Form:
    """Return the format the head shows; a head with 文件 may be that of an 上行文 without 签发人."""
    plain = draft.form in (None, Form.FILE) and unseen.form is Form.UPWARD
    return unseen.form if draft.form is None or plain else draft.form


def _issuers(draft: Draft, unseen: Unseen) -> tuple[str, ...]:
    """Return who issues where no 署名 says so: as our own file keeps it, a joint mark, the title, a single mark."""
    mark = re.sub(r"文\s*件$", "", draft.texts.get("issuer_mark", ""))
    marks = tuple(draft.marks) or ((mark,) if mark else ())
    joint = marks if len(marks) > 1 else ()
    return unseen.issuers or joint or _issuers_in(draft.texts.get("notice_title", "")) or marks


def _issuers_in(notice_title: str) -> tuple[str, ...]:
    """Return the bodies a title begins with, several of a joint one (联合行文), none where it names none."""
    names = tuple(notice_title.partition("关于")[0].split(" "))
    return names if all(is_organisation(name) for name in names) else ()


def _notes(document: Document, page: Page, dropped: int, restored: int) -> list[str]:
    notes = []
    if restored:
        notes.append(f"汉字之间的 {restored} 处半角标点已还原为全角（网页转载常见）。")
    if dropped:
        notes.append(f"有 {dropped} 处文字被认作网页外壳、信息表或残留，没有放进正文，请在清单中核对。")
    if not any(block.kind is BlockKind.HEADING for block in document.blocks):
        notes.append("没有认出任何层次标题，文字按段落导入。")
    if not plan_title(document):
        notes.append("没有认出方案标题，请在导入后补上。")
    if document.metadata.doc_number and not page.positions(Role.DOC_NUMBER):
        notes.append(f"发文字号“{document.metadata.doc_number}”取自标题行或网页信息表，请核对。")
    destroyed = sum(1 for line in page.lines if _DESTROYED.search(line.text))
    if destroyed:
        notes.append(f"有 {destroyed} 行含有乱码，须对照原文补字。")
    return notes
