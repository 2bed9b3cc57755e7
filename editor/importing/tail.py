"""What follows the plan's last part: signature, notes, annexes with their tables, 版记, page footer."""

import re

from editor.importing.closing import is_signed_row, label_closing
from editor.importing.page import Page
from editor.importing.page_chrome import chrome_reason, metadata_key
from editor.importing.plan_title import is_numbered
from editor.importing.result import Role
from editor.importing.wording import continues_title, is_annex_mark, is_annex_note, is_file_link, squeeze
from editor.model.script import simplified

_COPY_TO = re.compile(r"(?:抄送|抄报|主送|分送)\s*[：:]")
_PRINTED = re.compile(
    r".{4,40}(?:办公室|办公厅|局|委员会|科协)[\s　]*.{6,20}印发"
    r"|[^。，；]{2,200}[\s　]+(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发"
)
_COPIES = re.compile(r"[（(]?共印\s?\d{1,5}\s?份[）)]?")
_NUMBER_ONLY = re.compile(r"\d{1,3}")
_SHORT_CELL = 40


def label_tail(page: Page, start: int) -> int:
    """Decide the roles of noise, signature, notes and annexes from `start` on; return where the annexes begin."""
    last = max((at for at in page.free(start) if _is_item(page.text(at))), default=start)
    announced = [at for at in page.free(start) if is_annex_mark(page.text(at)) or is_annex_note(page.text(at))]
    annex = len(page)
    for at in range(start, len(page)):
        if not page.is_free(at):
            continue
        text = page.text(at)
        if is_annex_mark(text) and page.is_free(at + 1) and is_file_link(page.text(at + 1)):
            page.mark(at, Role.NOISE, "附件的下载链接")
            continue
        if is_annex_mark(text) or (announced and at == announced[-1] and _opens_annex(page, at)):
            annex = at
            break
        if not is_numbered(text) and not page.lines[at].cells and (reason := chrome_reason(text, inside=at < last)):
            page.mark(at, Role.NOISE, reason)
        elif at > last and is_file_link(text):
            page.mark(at, Role.NOISE, "附件的下载链接")
        elif at > start or is_imprint(text):
            _label_end_line(page, at, after_plan=at > last)
    if annex < len(page):
        _label_annexes(page, annex)
    _label_footer(page, last)
    return annex


def _is_item(text: str) -> bool:
    return is_numbered(text) and not is_file_link(text)


def _label_end_line(page: Page, at: int, after_plan: bool) -> None:
    text = page.text(at)
    if is_imprint(text):
        page.mark(at, Role.METADATA)
    elif page.lines[at].cells:
        if after_plan and is_signed_row(page, at):
            page.mark(at, Role.SIGNATURE_ISSUER)
    elif after_plan and metadata_key(text.strip("（()）")):
        page.mark(at, Role.NOISE, "网页上的来源、编辑等信息")
    elif not is_numbered(text):
        label_closing(page, at)


def is_imprint(text: str) -> bool:
    """Return whether the line belongs to the imprint (版记): 抄送：…, …印发."""
    line = simplified(text)
    printed = len(line) <= 250 and (_PRINTED.fullmatch(line) or _COPIES.fullmatch(line))
    return bool(printed) or (len(line) <= 3000 and bool(_COPY_TO.match(line)))


def _opens_annex(page: Page, at: int) -> bool:
    """Return whether the last 附件：title is the annex itself, not its announcement: a table follows."""
    later = [text for text in (page.text(other) for other in page.free(at + 1)) if not is_imprint(text)]
    return len(later) > 2 and _tabular(later)


def _tabular(texts: list[str]) -> bool:
    short = sum(1 for text in texts if "\t" in text or (len(text) <= _SHORT_CELL and "。" not in text))
    return bool(texts) and short * 5 >= len(texts) * 3


def _label_annexes(page: Page, start: int) -> None:
    marks = [at for at in page.free(start) if is_annex_mark(page.text(at)) or is_annex_note(page.text(at))]
    for at, end in zip(marks, [*marks[1:], len(page)], strict=True):
        page.mark(at, Role.ATTACHMENT_TITLE)
        first = at + 1
        while first < min(at + 4, end) and page.is_free(first) and _is_annex_title(page, first, first == at + 1):
            page.mark(first, Role.ATTACHMENT_TITLE)
            first += 1
        _label_annex_body(page, first, end)


def _is_annex_title(page: Page, at: int, first: bool) -> bool:
    text = page.text(at)
    if page.lines[at].cells or "\t" in text or is_numbered(text) or not continues_title(text):
        return False
    ends = (
        "表",
        "清单",
        "名单",
        "方案",
        "一览",
        "分工",
        "安排",
        "目录",
        "图",
        "指标",
        "任务",
        "计划",
        "说明",
        "）",
        ")",
    )
    return first or squeeze(text).endswith(ends)


def _label_annex_body(page: Page, start: int, end: int) -> None:
    for at in page.free(start, end):
        text = page.text(at)
        reason = "" if page.lines[at].cells or _NUMBER_ONLY.fullmatch(text.strip()) else chrome_reason(text)
        if reason:
            page.mark(at, Role.NOISE, reason)
        elif is_imprint(text):
            page.mark(at, Role.METADATA)
    rest = page.free(start, end)
    tabular = _tabular([page.text(at) for at in rest if not page.lines[at].cells])
    for at in rest:
        if page.lines[at].cells or "\t" in page.text(at) or (tabular and not is_numbered(page.text(at))):
            page.mark(at, Role.ATTACHMENT_TABLE)


def _label_footer(page: Page, last: int) -> None:
    """Take short lines below the page's own buttons for its footer."""
    buttons = [at for at in page.positions(Role.NOISE) if at > last and page.why.get(at) == "网页导航或按钮"]
    for at in page.free(buttons[0]) if buttons else []:
        if len(page.text(at)) < 60 and "。" not in page.text(at) and not is_numbered(page.text(at)):
            page.mark(at, Role.NOISE, "网页页脚")
