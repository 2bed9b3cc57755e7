"""Lines with roles → Document: blocks of the plan, metadata of the notice, and the list of what is left out."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from editor.importing.closing import number_on_title, split_signature
from editor.importing.dates import parse_date
from editor.importing.lines import Line
from editor.importing.page import Page
from editor.importing.result import Dropped, Role
from editor.importing.tail import is_imprint
from editor.importing.wording import is_annex_mark, is_organisation, is_red_head, is_seal, squeeze
from editor.model.citations import normalise_doc_number
from editor.model.document import Block, BlockKind, new_id
from editor.model.script import simplified

_BETWEEN_CHINESE = re.compile(r"(?<=[^\x00-\x7f])\s+(?=\S)|\s+(?=[^\x00-\x7f])")
_ANNEX_WITH_TITLE = re.compile(r"(附\s*件\s*[0-9０-９一二三四五六七八九十]{0,2})\s*[：:]\s*")
_COPY_TO = re.compile(r"(?:抄送|抄报|分送|主送)\s*[：:]\s*")
_IMPRINT_DATE = re.compile(r"(?P<office>.*?)[\s　]*(?P<date>(?:19|20)\d\d\s*年.{1,12}日)\s*印发")


@dataclass(slots=True)
class Draft:
    """The document being put together; `texts` are metadata, `printed` and `origin` as in Imported."""

    blocks: list[Block] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
    origin: dict[str, int] = field(default_factory=dict)
    dropped: list[Dropped] = field(default_factory=list)

    def add(self, kind: BlockKind, line: Line, level: int = 0, part: slice = slice(None)) -> None:
        """Append a block with the text (or a part) of a line."""
        block = Block(new_id(), kind, line.text[part].strip(), level)
        self.blocks.append(block)
        self._note(block.id, block.text, line.printed[part].strip(), line.number)

    def add_title(self, lines: Sequence[Line], part: slice = slice(None)) -> None:
        """Append one title block made of all its lines."""
        block = Block(new_id(), BlockKind.TITLE, join_title(line.text[part] for line in lines))
        self.blocks.append(block)
        self._note(block.id, block.text, join_title(line.printed[part] for line in lines), lines[0].number)

    def add_table(self, lines: Sequence[Line]) -> None:
        """Append one table block made of rows."""
        rows = tuple(line.cells or tuple(cell.strip() for cell in line.text.split("\t")) for line in lines)
        block = Block(new_id(), BlockKind.TABLE, rows=rows)
        self.blocks.append(block)
        self.origin[block.id] = lines[0].number

    def put(self, key: str, text: str, printed: str, line: Line) -> None:
        """Set a metadata text; a second value is appended to notes and paragraphs and reported for the others."""
        old = self.texts.get(key, "")
        if not old:
            self.texts[key] = text
            self._note(f"meta:{key}", text, printed, line.number)
        elif key in ("notice_body", "contact", "availability", "copy_to") and text != old:
            mark = "\n" if key == "notice_body" else "；"
            before = self.printed.get(f"meta:{key}", old)
            self.texts[key] = old + mark + text
            self._note(f"meta:{key}", self.texts[key], before + mark + printed, self.origin[f"meta:{key}"])
        else:
            self.drop(line, "与前面重复" if text == old else f"前面已有“{old[:30]}”")

    def drop(self, line: Line, why: str) -> None:
        """Note a line that is left out."""
        self.dropped.append(Dropped(line.number, line.printed, why))

    def _note(self, key: str, text: str, printed: str, line: int) -> None:
        self.origin[key] = line
        if printed != text:
            self.printed[key] = printed


def join_title(texts: Iterable[str]) -> str:
    """Return the lines of a title as one, without the blanks that spread its letters."""
    return _BETWEEN_CHINESE.sub("", "".join(text.strip() for text in texts))


def assemble(page: Page, start: int, annex: int) -> Draft:
    """Return the draft that the roles of a page make; `start` and `annex`: where the plan and its annexes begin."""
    draft = Draft()
    at = 0
    while at < len(page):
        end = at + 1
        role = page.roles[at]
        while end < len(page) and page.roles[end] is role and _goes_on(page, role, at, end):
            end += 1
        _take(draft, page, role or Role.PARAGRAPH, at, end, front=at < start)
        at = end
    _take_values(draft, page)
    return draft


def _goes_on(page: Page, role: Role | None, at: int, end: int) -> bool:
    if role is Role.ATTACHMENT_TABLE:
        return page.lines[at].table == page.lines[end].table and _is_row(page.lines[at]) and _is_row(page.lines[end])
    return role in (Role.NOTICE_TITLE, Role.PLAN_TITLE, Role.ADDRESSEES)


def _is_row(line: Line) -> bool:
    return bool(line.cells) or "\t" in line.text


def _take(draft: Draft, page: Page, role: Role, at: int, end: int, front: bool) -> None:
    line = page.lines[at]
    match role:
        case Role.NOISE:
            draft.drop(line, page.why.get(at, "网页上的其他文字"))
        case Role.METADATA:
            _take_metadata(draft, line)
        case Role.NOTICE_TITLE:
            _take_notice_title(draft, page.lines[at:end])
        case Role.PLAN_TITLE:
            draft.add_title(page.lines[at:end])
        case Role.ADDRESSEES:
            texts = (
                "".join(entry.text for entry in page.lines[at:end]),
                "".join(e.printed for e in page.lines[at:end]),
            )
            draft.put("addressees", texts[0].rstrip("：: "), texts[1].rstrip("：: "), line)
        case Role.ATTACHMENT_TITLE:
            _take_annex_title(draft, page, at, front)
        case Role.ATTACHMENT_TABLE if _is_row(line):
            draft.add_table(page.lines[at:end])
        case Role.ATTACHMENT_NOTE if not front:
            draft.add(BlockKind.ANNEX_NOTE, line)
        case _ if role.heading_level:
            draft.add(BlockKind.HEADING, line, role.heading_level)
        case _ if role in _METADATA_TAKERS:
            _METADATA_TAKERS[role](draft, line)
        case _:
            draft.add(BlockKind.PARAGRAPH, line)


def _take_notice_title(draft: Draft, lines: Sequence[Line]) -> None:
    text, number = number_on_title(" ".join(line.text for line in lines))
    printed, _ = number_on_title(" ".join(line.printed for line in lines))
    title, as_printed = join_title([text]), join_title([printed])
    draft.put("notice_title", title, as_printed if len(as_printed) == len(title) else title, lines[0])
    if number:
        draft.put("doc_number", normalise_doc_number(number), number, lines[0])


def _take_annex_title(draft: Draft, page: Page, at: int, front: bool) -> None:
    line = page.lines[at]
    if front:
        draft.drop(line, "方案前的“附件”标记，导出时方案自动另起一页")
    elif match := _ANNEX_WITH_TITLE.match(line.text):
        draft.add(BlockKind.ANNEX, line, part=slice(0, match.end(1)))
        if line.text[match.end() :].strip():
            draft.add_title([line], part=slice(match.end(), None))
    elif is_annex_mark(line.text) or not draft.blocks:
        draft.add(BlockKind.ANNEX, line)
    elif draft.blocks[-1].kind is BlockKind.ANNEX:
        draft.add_title([line])
    elif draft.blocks[-1].kind is BlockKind.TITLE and page.roles[at - 1] is Role.ATTACHMENT_TITLE:
        _extend_title(draft, line)
    else:
        draft.add(BlockKind.ANNEX, line)


def _extend_title(draft: Draft, line: Line) -> None:
    title = draft.blocks.pop()
    number = draft.origin.pop(title.id)
    text, printed = title.text, draft.printed.pop(title.id, title.text)
    draft.add_title([Line(number, text, printed), line])


def _take_metadata(draft: Draft, line: Line) -> None:
    text = line.text
    if is_imprint(text) and (match := _COPY_TO.match(text)):
        draft.put("copy_to", text[match.end() :].rstrip("。"), line.printed[match.end() :].rstrip("。"), line)
    elif is_imprint(text) and (match := _IMPRINT_DATE.match(text)):
        draft.put("printing_office", match["office"].strip(), match["office"].strip(), line)
        draft.texts["printing_date"] = parse_date(match["date"]) or match["date"]
    elif is_red_head(text):
        draft.put("issuer_mark", join_title([text]), join_title([line.printed]), line)
    else:
        draft.drop(line, "网页上的公文信息表，不属于公文正文")


def _take_doc_number(draft: Draft, line: Line) -> None:
    text = squeeze(line.text).strip("（()）")
    draft.put("doc_number", normalise_doc_number(text), line.printed, line)


def _take_issuer(draft: Draft, line: Line) -> None:
    if is_seal(line.text):
        draft.drop(line, "代章、盖章的说明，发文机关已认出")
        return
    both = split_signature(line.text)
    issuer = both[0] if both else line.text
    bodies = [re.sub(r"[（(](?:代章|盖章|印章|公章|章|印)[）)]", "", name) for name in _names(issuer)]
    name = "、".join(bodies)
    if draft.texts.get("issuer") and draft.texts["issuer"] != name and "signature_date" not in draft.texts:
        draft.texts["issuer"] += f"、{name}"  # several bodies sign together
        draft.printed.pop("meta:issuer", None)
    else:
        draft.put("issuer", name, name, line)
    if both:
        _put_date(draft, both[1], line)


def _names(issuer: str) -> list[str]:
    """Return the bodies that sign beside each other on one line; a name whose letters are spread is one."""
    names = issuer.split()
    return names if all(is_organisation(name) for name in names) else [join_title([issuer])]


def _take_date(draft: Draft, line: Line) -> None:
    _put_date(draft, line.text, line)


def _put_date(draft: Draft, printed: str, line: Line) -> None:
    draft.put("signature_date", parse_date(printed) or printed.strip(), printed.strip(), line)


def _take_note(key: str, draft: Draft, line: Line) -> None:
    start = 1 if line.text[:1] in "（([【" else 0
    end = len(line.text.rstrip("）)]】。")) if start else len(line.text.rstrip("。"))
    draft.put(key, line.text[start:end].strip(), line.printed[start:end].strip(), line)


_METADATA_TAKERS: dict[Role, Callable[[Draft, Line], None]] = {
    Role.DOC_NUMBER: _take_doc_number,
    Role.NOTICE_BODY: lambda draft, line: draft.put("notice_body", line.text, line.printed, line),
    Role.ATTACHMENT_NOTE: lambda draft, line: draft.put("notice_body", line.text, line.printed, line),
    Role.SIGNATURE_ISSUER: _take_issuer,
    Role.SIGNATURE_DATE: _take_date,
    Role.AVAILABILITY: lambda draft, line: _take_note("availability", draft, line),
    Role.CONTACT: lambda draft, line: _take_note("contact", draft, line),
}


def _take_values(draft: Draft, page: Page) -> None:
    """Fill from the page's own list what the document does not print: number and title."""
    for keys, target in ((("发文字号", "文号", "发文文号", "文件编号", "文件号"), "doc_number"),):
        value = next((page.values[key] for key in keys if page.values.get(key)), "")
        if value and not draft.texts.get(target) and "号" in simplified(value):
            draft.texts[target] = normalise_doc_number(squeeze(value))
    title = next(
        (page.values[key] for key in ("标题", "发文标题", "名称", "信息名称", "公文名称") if key in page.values), ""
    )
    if title and simplified(title).endswith("通知") and not draft.texts.get("notice_title"):
        draft.texts["notice_title"] = join_title([title])
