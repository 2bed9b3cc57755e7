"""The part before the plan: page metadata, number, title, addressees, text and signature of the notice, plan title."""

import re

from editor.importing.closing import label_closing
from editor.importing.dates import is_date
from editor.importing.notice_place import find_notice, plan_title_above
from editor.importing.page import Page
from editor.importing.page_chrome import chrome_reason, fits_key, metadata_key, metadata_pairs, plain_pair
from editor.importing.plan_title import is_numbered, plan_title_at
from editor.importing.red_head import label_red_head
from editor.importing.result import Role
from editor.importing.tail import is_imprint
from editor.importing.wording import (
    is_availability,
    is_doc_number,
    is_preamble,
    is_red_head,
)
from editor.model.outline import heading_parts

_EMPTY_KEYS = re.compile(r"(?:[^：:\s]{1,8}[：:]\s*){2,8}")  # 主题词： 废止日期：
_DATED = re.compile(r"(?:19|20)\d\d\s?[-年./]\s?\d")
_AHEAD = 80  # lines to look for the plan's title behind a notice with numbered paragraphs


def label_front(page: Page) -> int:
    """Decide the roles before the plan's own text and return where that text begins."""
    end = next((at for at in page.free() if heading_parts(page.text(at)).number_level == 1), len(page))
    head = label_red_head(page, end)
    _label_metadata(page, end)
    title, addressees = find_notice(page, end)
    if title is None and addressees is None:
        return _label_notice_text(page, head.end) if head and head.whole else _label_bare_plan(page, end)
    if title is None and addressees and (above := plan_title_above(page, addressees, end)):
        for at in range(above, addressees[0]):
            page.mark(at, Role.PLAN_TITLE)
        return _label_notice_head(page, None, addressees)
    start = _label_notice_head(page, title, addressees)
    return _label_notice_text(page, start)


def _label_metadata(page: Page, end: int) -> None:
    pending = ""
    for at in range(end):
        if not page.is_free(at):
            continue
        text = page.text(at)
        if page.is_free(at - 1) and is_date(page.text(at - 1)) and is_availability(text):
            pending = ""  # 公开属性：主动公开 below the signature is a note, not the page's list
        elif found := metadata_key(text) or _plain_key(page, at, end):
            key, value = found
            page.mark(at, Role.METADATA)
            pairs = metadata_pairs(text) or ({key: value} if value else {})
            page.values = {**pairs, **page.values}
            pending = "" if value else key
        elif pending and fits_key(pending, text.lstrip("-·•* ")):
            page.mark(at, Role.METADATA)
            page.values.setdefault(pending, text.lstrip("-·•* "))
            pending = ""
        elif reason := chrome_reason(text):
            page.mark(at, Role.NOISE, reason)
        elif _DATED.search(text) and metadata_pairs(text) and "。" not in text:
            page.mark(at, Role.METADATA)  # 2026-03-20 来源：云溪发布 编辑：佚名
        elif at and page.roles[at - 1] is Role.METADATA and _EMPTY_KEYS.fullmatch(text):
            page.mark(at, Role.METADATA)
        else:
            pending = ""


def _plain_key(page: Page, at: int, end: int) -> tuple[str, str] | None:
    """Return key and value of 文号 云政办发〔2026〕5号 without a mark between, in the midst of the page's list."""
    found = plain_pair(page.text(at))
    listed = at > 0 and page.roles[at - 1] is Role.METADATA
    below = at + 1 < end and (metadata_key(page.text(at + 1)) or plain_pair(page.text(at + 1)))
    return found if found and (listed or below) else None


def _label_notice_head(page: Page, title: tuple[int, int] | None, addressees: tuple[int, int] | None) -> int:
    """Decide the roles up to the addressees and return where the notice's text begins."""
    start = (addressees or title or (0, -1))[1] + 1
    if title:
        for at in range(title[0], title[1] + 1):
            page.mark(at, Role.NOTICE_TITLE)
    if addressees:
        for at in range(addressees[0], addressees[1] + 1):
            page.mark(at, Role.ADDRESSEES)
    _label_head_rest(page, start)
    return start


def _label_head_rest(page: Page, end: int) -> None:
    for at in page.free(0, end):
        text = page.text(at)
        if is_doc_number(text):
            page.mark(at, Role.DOC_NUMBER)
        elif is_availability(text):
            page.mark(at, Role.AVAILABILITY)
        elif is_red_head(text) or is_date(text) or _between_metadata(page, at):
            page.mark(at, Role.METADATA)
        else:
            page.mark(at, Role.NOISE, "网页标题或正文以外的文字")


def _between_metadata(page: Page, at: int) -> bool:
    near = [page.roles[other] for other in (at - 1, at + 1) if 0 <= other < len(page)]
    return len(page.text(at)) <= 40 and len(near) == 2 and set(near) == {Role.METADATA}


def _label_bare_plan(page: Page, end: int) -> int:
    """Decide the roles before a plan that has no notice: news, headline, navigation; then the title."""
    limit = end if end < len(page) else min(len(page), 40)
    starts = [at for at in page.free(0, limit) if plan_title_at(page, at)]
    known = set(starts)
    starts = [at for at in starts if at - 1 not in known or plan_title_at(page, at - 1) == 1]
    if not starts:
        return 0
    start = starts[-1]
    count = plan_title_at(page, start)
    for at in range(start, start + count):
        page.mark(at, Role.PLAN_TITLE)
    _label_head_rest(page, start)
    return _after_plan_title(page, start + count)


def _after_plan_title(page: Page, start: int) -> int:
    """Decide what may stand between a plan's title and its text: number, date."""
    for at in range(start, min(start + 3, len(page))):
        if page.is_free(at) and is_doc_number(page.text(at)):
            page.mark(at, Role.DOC_NUMBER)
        elif page.is_free(at) and is_date(page.text(at)):
            page.mark(at, Role.SIGNATURE_DATE if not page.positions(Role.SIGNATURE_DATE) else Role.METADATA)
        elif page.is_free(at):
            break
    return start


def _label_notice_text(page: Page, start: int) -> int:
    """Decide the roles of the notice's text and signature and return where the plan's text begins."""
    signed = False
    at = start
    while at < len(page):
        text = page.text(at)
        if not page.is_free(at):
            at += 1
        elif title := plan_title_at(page, at):
            for line in range(at, at + title):
                page.mark(line, Role.PLAN_TITLE)
            return _after_plan_title(page, at + title)
        elif is_numbered(text) and (signed or not (_is_unstyled(page, at) or _plan_follows(page, at))):
            return at
        elif is_imprint(text):
            page.mark(at, Role.METADATA)
            at += 1
        elif label_closing(page, at):
            signed = signed or page.roles[at] is Role.SIGNATURE_DATE
            at += 1
        elif (signed and not _title_soon(page, at)) or (
            not signed and at > start and is_preamble(text) and _has_notice_body(page, start, at)
        ):
            return at
        else:
            page.mark(at, Role.NOTICE_BODY)
            at += 1
    return at


def _is_unstyled(page: Page, at: int) -> bool:
    """Return whether the line has no style of a heading in a file where the plan's headings have theirs."""
    return page.own is not None and not page.lines[at].level


def _title_soon(page: Page, at: int) -> bool:
    """Return whether the title of the plan is near and a short line before it is a note that the notice ends with."""
    return len(page.text(at)) <= 40 and any(plan_title_at(page, later) for later in page.free(at + 1, at + 4))


def _has_notice_body(page: Page, start: int, end: int) -> bool:
    return any(page.roles[at] is Role.NOTICE_BODY for at in range(start, end))


def _plan_follows(page: Page, at: int) -> bool:
    """Return whether the title of a plan and its first part come later: then a numbered line is the notice's own."""
    for later in page.free(at + 1, min(at + _AHEAD, len(page))):
        if plan_title_at(page, later):
            after = page.free(later + 1, min(later + _AHEAD, len(page)))
            return any(heading_parts(page.text(below)).ordinal == 1 for below in after)
    return False
