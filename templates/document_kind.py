"""What kind of document a text is (方案, 工作方案, 任务分工, 通知, 总结): what may be asked of it."""

import re
from enum import StrEnum
from itertools import takewhile

from editor.model.document import BlockKind, Document
from templates.coverage import Coverage


class DocumentKind(StrEnum):
    """Kinds that are held against different things; only a PLAN owes what the template asks for."""

    PLAN = "plan"  # the plan of a place for all groups of people: 全民科学素质行动规划纲要实施方案
    WORK_PLAN = "work-plan"  # of one year, one department, one group or another subject: 工作方案, 工作要点
    DIVISION = "division"  # 任务分工方案: divides the tasks of another plan
    NOTICE = "notice"  # a notice with nothing attached, or 请示, 函 …
    SUMMARY = "summary"  # 工作总结, 情况报告
    OTHER = "other"


PLANS = frozenset({DocumentKind.PLAN})
DIVIDED = PLANS | {DocumentKind.DIVISION}
WITH_TASKS = DIVIDED | {DocumentKind.WORK_PLAN}

_DIVISION = re.compile("任务分工|任务分解|责任分工|责任分解|分工方案|分工表")
_SUMMARY = re.compile("总结|小结|汇报|报告|情况(?:通报)?$")
_WORK_PLAN = re.compile("工作方案|工作要点|工作计划|年度计划|工作安排|活动方案|要点$")
_PLAN = re.compile("方案|规划|纲要|计划|安排|行动")
_SUBJECT = re.compile("科学素质")
_GROUP = re.compile("青少年|农民|产业工人|老年人|领导干部|公务员|城镇劳动者")
_ISSUED = re.compile("(?:印发|转发)[《〈]?(.{4,120}?)[》〉]?的(?:通知|函)$")
_TOLD = re.compile("总结|汇报|报告$|情况$")
_LETTER = re.compile("(?:通知|通报|通告|公告|请示|批复|意见|函|纪要|决定|命令|令)(?:（[^（）]{0,20}）)?$")
_LONGEST_TITLE = 60
_STOP = re.compile("[。，；：:,;]")
SEVERAL_GROUPS = 3  # actions and projects that a plan for all has at least, by whatever title it goes


def kind_of(document: Document, coverage: Coverage) -> DocumentKind:
    """Return the kind by the title, without one by the notice's; the outline decides where the title leaves it open."""
    title = _title(document)
    has_groups = group_count(coverage) >= SEVERAL_GROUPS
    if not title:
        return DocumentKind.PLAN if document.template or has_groups else DocumentKind.OTHER
    if _DIVISION.search(title):
        return DocumentKind.DIVISION
    if _WORK_PLAN.search(title):
        return DocumentKind.PLAN if has_groups and _has_years(document) else DocumentKind.WORK_PLAN
    if _PLAN.search(title) and not _LETTER.search(title) and not _TOLD.search(title):
        of_all = _SUBJECT.search(title) and not _GROUP.search(title)
        return DocumentKind.PLAN if of_all or has_groups else DocumentKind.WORK_PLAN
    if _SUMMARY.search(title):
        return DocumentKind.SUMMARY
    if _LETTER.search(title):
        return DocumentKind.NOTICE
    return DocumentKind.PLAN if has_groups else DocumentKind.OTHER


def _has_years(document: Document) -> bool:
    """Return whether it is for more than one year."""
    first, last = document.metadata.period_start, document.metadata.period_end
    return first is not None and last is not None and first < last


def _title(document: Document) -> str:
    """Return the plan's title, or the title of what the notice issues, or the notice's own, or the first line."""
    blocks = iter(document.blocks)
    before = (block for block in blocks if block.kind in (BlockKind.TITLE, BlockKind.ANNEX))
    first = next(before, None)
    if first is not None and first.kind is BlockKind.TITLE:
        rest = takewhile(lambda block: block.kind is BlockKind.TITLE, blocks)
        return re.sub(r"\s", "", "".join([first.text, *(block.text for block in rest)]))
    notice = re.sub(r"\s", "", document.metadata.notice_title)
    issued = _ISSUED.search(notice)
    return issued[1] if issued else notice or _opening(document)


def _opening(document: Document) -> str:
    """Return the first line where it reads like a title that nobody has marked as one."""
    text = document.blocks[0].text.strip() if document.blocks else ""
    is_line = 4 <= len(text) <= _LONGEST_TITLE and not _STOP.search(text)
    return text if is_line and document.blocks[0].kind is BlockKind.PARAGRAPH else ""


def group_count(coverage: Coverage) -> int:
    """Return how many of the template's actions and projects the document has."""
    return sum(
        row.requirement.level == 2 and row.requirement.id[:1] in ("A", "P") and bool(row.block_ids)
        for row in coverage.rows
    )
