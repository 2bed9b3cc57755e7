"""What an assignment (责任分工) is: units with their place in the text, the heading they answer for, the style."""

from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How an assignment is written."""

    ONE_LINE = "one-line"  # 牵头单位：A。责任单位：B、C。
    TWO_LINES = "two-lines"  # the same on two lines
    TASK_NOTE = "task-note"  # （…按职责分工负责） or （…负责）
    LABELLED_NOTE = "labelled-note"  # （牵头单位：…；责任单位：…）
    HEADING = "heading"  # in the heading: 由…牵头，…参加


@dataclass(frozen=True, slots=True)
class UnitMention:
    """One unit as printed; `start` and `end` are characters into the block's text."""

    block_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who leads (牵头) and who is responsible (责任) for the section or task under one heading."""

    block_id: str
    start: int  # span in the first block, brackets included, a final stop not
    end: int
    governs: str  # block id of the heading, "" where there is none
    scope: str  # "section" or "task": what it governs, not where it stands
    lead: tuple[UnitMention, ...]
    responsible: tuple[UnitMention, ...]
    style: Style
    lead_label: str  # as printed: 牵头单位, or the verb 牵头; "" where nobody leads
    responsible_label: str  # as printed: 责任单位, or the verb 按职责分工负责
    blocks: tuple[str, ...]  # the blocks it stands in
