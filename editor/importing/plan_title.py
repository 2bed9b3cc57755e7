"""The title of the plan (方案标题): on one line or several, years on a line of their own."""

import re

from editor.importing.dates import is_date
from editor.importing.page import Page
from editor.importing.wording import (
    continues_title,
    ends_notice_title,
    ends_plan_title,
    is_annex_mark,
    is_annex_note,
    is_availability,
    is_doc_number,
    is_file_link,
    is_organisation,
    is_years,
    squeeze,
)
from editor.model.outline import heading_parts

_TITLE_LINES = 4
_STARTS_WITH_PLACE = re.compile(r"[\u3400-\u9fff]{1,8}[省市县区州旗](?![\u3400-\u9fff]{0,3}级).{4,}")


def is_numbered(text: str) -> bool:
    """Return whether a line begins with a heading number of any form."""
    return heading_parts(text).number_level > 0


def plan_title_at(page: Page, at: int) -> int:
    """Return how many lines from `at` on are the title of a plan, 0 for none."""
    count = 0
    joined = ""
    for length in range(1, _TITLE_LINES + 1):
        here = at + length - 1
        if not page.is_free(here) or not _may_be_title(page.text(here)):
            break
        text = page.text(here)
        if count and not (is_years(text) or ends_plan_title(text)):
            break
        if length > 1 and _STARTS_WITH_PLACE.match(squeeze(text)):
            break  # a title of its own: what stands above is something else
        joined += squeeze(page.text(here))
        if ends_plan_title(joined) or (count and is_years(page.text(here))):
            count = length
    return count


def _may_be_title(text: str) -> bool:
    if is_years(text):
        return True
    known = is_numbered(text) or is_annex_note(text) or is_annex_mark(text) or is_file_link(text) or is_date(text)
    other = is_doc_number(text) or is_organisation(text) or is_availability(text) or ends_notice_title(text)
    return continues_title(text) and not known and not other if len(text) < 45 else ends_plan_title(text)
