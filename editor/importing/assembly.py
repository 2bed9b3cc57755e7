"""Lines with roles → Document: blocks of the plan, metadata of the notice, and the list of what is left out."""

import re

from editor.importing.draft import Draft
from editor.importing.head_texts import take_head
from editor.importing.lines import Line
from editor.importing.notice_texts import TAKERS, take_listed_values, take_metadata, take_notice_title
from editor.importing.page import Page
from editor.importing.result import Role
from editor.importing.wording import is_annex_mark
from editor.model.document import BlockKind

_ANNEX_WITH_TITLE = re.compile(r"(附\s*件\s*[0-9０-９一二三四五六七八九十]{0,2})\s*[：:]\s*")


def assemble(page: Page, start: int, annex: int) -> Draft:
    """Return the draft that the roles of a page make; `start` and `annex`: where the plan and its annexes begin."""
    draft = Draft(known=page.own.issuers if page.own else ())
    at = 0
    while at < len(page):
        end = at + 1
        role = page.roles[at]
        while end < len(page) and page.roles[end] is role and _goes_on(page, role, at, end):
            end += 1
        _take(draft, page, role or Role.PARAGRAPH, at, end, front=at < start)
        at = end
    take_listed_values(draft, page)
    return draft


def _goes_on(page: Page, role: Role | None, at: int, end: int) -> bool:
    if role is Role.ATTACHMENT_TABLE:
        return page.lines[at].table == page.lines[end].table and _is_row(page.lines[at]) and _is_row(page.lines[end])
    return role in (Role.NOTICE_TITLE, Role.PLAN_TITLE, Role.ADDRESSEES)


def _is_row(line: Line) -> bool:
    return bool(line.cells) or "\t" in line.text


def _take(draft: Draft, page: Page, role: Role, at: int, end: int, front: bool) -> None:
    line = page.lines[at]
    if page.head and page.head.start <= at < page.head.end:
        if at == page.head.start:
            take_head(draft, page.head, page.lines)
        return
    match role:
        case Role.NOISE:
            draft.drop(line, page.why.get(at, "网页上的其他文字"))
        case Role.METADATA:
            take_metadata(draft, line)
        case Role.NOTICE_TITLE:
            take_notice_title(draft, page.lines[at:end])
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
        case _ if role in TAKERS:
            TAKERS[role](draft, line)
        case _:
            draft.add(BlockKind.PARAGRAPH, line)


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
