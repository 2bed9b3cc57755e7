"""Where the title and the addressees of a notice stand among the lines before a plan."""

import re

from editor.importing.dates import is_date
from editor.importing.page import Page
from editor.importing.plan_title import plan_title_at
from editor.importing.wording import (
    continues_title,
    could_be_addressees,
    ends_notice_title,
    is_addressees,
    is_doc_number,
    is_issuing_sentence,
    is_organisation,
    opens_addressees,
    squeeze,
)
from editor.model.script import simplified

_TITLE_LINES = 4
_LONGEST_TITLE = 12  # lines, the bodies of a joint one among them
_LONGEST_LINE = 300  # characters of a title on a line of its own
_TITLE_END = re.compile(r"的(?:通知|公告|通告|意见|批复|函|请示|报告|决定|决议|议案|公报|纪要)$")


def find_notice(page: Page, end: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Return the spans (inclusive) of the notice's title and of its addressees."""
    issuing = next((at for at in page.free(0, end) if is_issuing_sentence(page.text(at))), end)
    titles = [at for at in page.free(0, end) if ends_notice_title(page.text(at))]
    first = titles[0] if titles else -1
    receivers = next((at for at in page.free(first + 1, end) if is_addressees(page.text(at))), None)
    bound = issuing if receivers is None else receivers
    before = [at for at in titles if at < bound] or titles[:1]
    title = (_title_start(page, before[-1]), before[-1]) if before else None
    if below := _title_below_head(page, bound if title is None else title[1] + 1, exact=receivers is not None):
        title = below
    if receivers is None and below and page.is_free(below[1] + 1) and could_be_addressees(page.text(below[1] + 1)):
        receivers = below[1] + 1
    if receivers is None:
        return title, None
    if title is None:
        title = _title_above(page, receivers)
    return title, (_addressees_start(page, receivers), receivers)


def _title_start(page: Page, last: int) -> int:
    start = last
    while last - start < _TITLE_LINES - 1 and page.is_free(start - 1) and continues_title(page.text(start - 1)):
        joined = squeeze(simplified("".join(page.text(at) for at in range(start, last + 1))))
        above = page.text(start - 1)
        if is_doc_number(above) or is_date(above) or ends_notice_title(above):
            break
        if "关于" in joined and not joined.startswith("关于"):
            break
        if joined.startswith("关于") and not is_organisation(above):
            break
        start -= 1
    return start


def _title_below_head(page: Page, end: int, *, exact: bool) -> tuple[int, int] | None:
    """Return the lines from a whole head on that are the title: all before `end`, or up to 请示, 报告 and the like."""
    if page.head is None or not page.head.whole:
        return None
    lines = range(page.head.end, min(end, page.head.end + _LONGEST_TITLE))
    if not exact:
        last = next((at for at in lines if _TITLE_END.search(page.text(at))), None)
        lines = range(page.head.end, last + 1 if last is not None else page.head.end)
    if not lines or plan_title_at(page, lines[0]) or (exact and lines[-1] != end - 1):
        return None
    whole = len(lines) == 1 and (exact or _TITLE_END.search(page.text(lines[0])))
    fits = (
        page.is_free(at) and (_is_long_title(page.text(at)) if whole else continues_title(page.text(at)))
        for at in lines
    )
    return (lines[0], lines[-1]) if all(fits) else None


def _is_long_title(text: str) -> bool:
    return len(text) <= _LONGEST_LINE and not re.search(r"[。；！？]", text)


def _title_above(page: Page, receivers: int) -> tuple[int, int] | None:
    """Return the lines before the addressees that read 关于… though they do not end with 通知."""
    start = receivers
    while receivers - start < _TITLE_LINES and page.is_free(start - 1) and continues_title(page.text(start - 1)):
        start -= 1
        if "关于" in simplified(page.text(start)):
            return start, receivers - 1
    return None


def plan_title_above(page: Page, addressees: tuple[int, int], end: int) -> int | None:
    """Return where the plan's title stands over the addressees: nothing hands another plan out below them."""
    below = page.free(addressees[1] + 1, end)
    if any(is_issuing_sentence(page.text(at)) or plan_title_at(page, at) for at in below):
        return None
    starts = range(max(addressees[0] - _TITLE_LINES, 0), addressees[0])
    return next((at for at in starts if at + plan_title_at(page, at) == addressees[0]), None)


def _addressees_start(page: Page, last: int) -> int:
    start = last
    while page.is_free(start - 1) and opens_addressees(page.text(start - 1)):
        start -= 1
    return start
