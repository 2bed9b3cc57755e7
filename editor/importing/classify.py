"""Lines → roles: the front matter, the tail, assignments, headings, and paragraphs for the rest."""

import re
from collections.abc import Sequence

from editor.importing.front_matter import label_front
from editor.importing.headings import label_headings
from editor.importing.lines import Line
from editor.importing.page import Page
from editor.importing.result import Role
from editor.importing.tail import label_tail
from editor.importing.wording import squeeze
from editor.model.assignments import is_assignment_line
from editor.model.unseen import Unseen

_LEADER = re.compile(r"(?:…+|\.{3,}|·{3,}|\t| )\s*\d{1,3}$")
_CONTENTS = re.compile(r"目\s*[录錄]")


def classify(lines: Sequence[Line], own: Unseen | None = None) -> tuple[Page, int, int]:
    """Return the lines with a role for each, where the plan's text begins and where its annexes begin.

    `own`: what a docx of ours keeps beside its pages.
    """
    page = Page(tuple(lines), own)
    start = label_front(page)
    _label_contents(page, start)
    annex = label_tail(page, start)
    for at in page.free(start):
        if not page.lines[at].cells and is_assignment_line(page.text(at)):
            page.mark(at, Role.ASSIGNMENT)
    label_headings(page, start, annex)
    label_headings(page, annex, len(page))
    _label_rest(page, start, annex)
    return page, start, annex


def _label_contents(page: Page, start: int) -> None:
    """Take a table of contents (目录) for noise: headings that come again, or lines that end in a page number."""
    title = next((at for at in page.free(start, min(start + 5, len(page))) if _CONTENTS.fullmatch(page.text(at))), None)
    if title is None:
        return
    page.mark(title, Role.NOISE, "目录")
    later = {squeeze(page.text(at)) for at in page.free(title + 120)}
    for at in page.free(title + 1, min(len(page), title + 120)):
        text = page.text(at)
        again = any(squeeze(page.text(other)) == squeeze(text) for other in page.free(at + 1, min(at + 120, len(page))))
        if not (_LEADER.search(text) or again or squeeze(text) in later) or len(text) > 60:
            return
        page.mark(at, Role.NOISE, "目录")


def _label_rest(page: Page, start: int, annex: int) -> None:
    headed = any(role is not None and role.heading_level for role in page.roles[start:annex])
    preamble = headed
    for at in range(len(page)):
        role = page.roles[at]
        if role is not None and role.heading_level:
            preamble = False
        elif role is None and (page.lines[at].cells or _in_typed_table(page, at)):
            page.mark(at, Role.ATTACHMENT_TABLE)
        elif role is None:
            page.mark(at, Role.PREAMBLE if preamble and at < annex else Role.PARAGRAPH)


def _in_typed_table(page: Page, at: int) -> bool:
    """Return whether the line is a row of a table whose cells are parted by tabs: a line beside it has as many."""
    columns = page.text(at).count("\t")
    near = [page.text(other).count("\t") for other in (at - 1, at + 1) if 0 <= other < len(page)]
    return columns > 0 and columns in near
