"""A declared number of actions, projects or tasks that is not the number there is."""

import re
from collections.abc import Iterator, Sequence

from editor.model.counts import DeclaredCount
from editor.model.outline import Section
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import all_sections, blocks_by_id
from validators.rule import Bad, Finding, Good, Scope, rule

# The number is another plan's, or only a part of the whole.
_ELSEWHERE = re.compile(r"(?:国家|全国|省|市级|上级|纲要》?|每年|其中|首批|新增|等)[^。；，]{0,10}$")


_KINDS = ("行动", "工程")
_TASKS = ("任务", "主要任务", "重点任务", "具体任务")  # what stands under an action, whatever it is called


def _is_group(section: Section) -> bool:
    return section.title.endswith(_KINDS) and all(child.parts.ordinal for child in section.children)


def _is_own(text: str, count: DeclaredCount) -> bool:
    before = text[max(0, count.start - 16) : count.start]
    return not _ELSEWHERE.search(before) and not text.startswith("等", count.end)


def _counted(noun: str, around: tuple[Section, ...], sections: Sequence[Section]) -> int | None:
    """Return how many there are of what a noun names: the children of the heading that bears it, None if unsure."""
    holder = around[-1] if around else None
    if holder is not None and holder.children:
        if holder.title.endswith(noun) or (noun in _TASKS and _is_group(holder)):
            return len(holder.children)
        named = sum(child.title.endswith(noun) for child in holder.children)
        if named == len(holder.children):
            return named
        # Actions and projects side by side under 重点任务: a noun counts those of its kind.
        both = {child.title[-2:] for child in holder.children} == set(_KINDS)
        return (
            sum(child.title.endswith(noun[-2:]) for child in holder.children) if both and noun[-2:] in _KINDS else None
        )
    bearing = [section for section in sections if section.children and section.title.endswith(noun)]
    return len(bearing[0].children) if len(bearing) == 1 else None


@rule(
    code="STR019",
    name="declared-count-differs",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="文中说的项数与实际列出的不一致。",
    reason="说“5项行动”却列了4项，读者分不清是漏写还是写错；多半是增删任务之后没有改数。",
    source="党政机关公文处理工作条例 第二十条（四）",
    examples=(
        Bad(("一、提升行动", "重点实施3项提升行动。", "（一）青少年行动", "（二）农民行动")),
        Bad(("为落实部署，实施五项提升行动。", "一、提升行动", "（一）青少年行动", "（二）农民行动")),
        Bad(("实施“五大工程”。", "一、重点工程", "（一）甲工程", "（二）乙工程")),
        Bad(("一、行动", "（一）甲行动。抓好三项任务。", "1.子。做好。", "2.丑。做好。")),
        Bad(("一、重点任务", "实施2项提升行动、2项重点工程。", "（一）甲行动", "（二）乙行动", "（三）丙工程")),
        Good(("一、提升行动", "重点实施2项提升行动。", "（一）青少年行动", "（二）农民行动")),
        Good(("一、重点任务", "实施2项提升行动、1项重点工程。", "（一）甲行动", "（二）乙行动", "（三）丙工程")),
        Good(("一、提升行动", "落实国家5项提升行动要求。", "（一）青少年行动", "（二）农民行动")),
        Good(("一、提升行动", "实施青少年、农民等五项提升行动。", "（一）青少年行动", "（二）农民行动")),
        Good(("一、重点工程", "每年开展10项科普行动。", "（一）甲工程", "（二）乙工程")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the counts of paragraphs and run-in headings with the headings of the plan."""
    sections = all_sections(analysis)
    for count in analysis.declared_counts:
        text = blocks_by_id(analysis)[count.block_id].text
        actual = _counted(count.what, analysis.section_path(count.block_id), sections)
        if actual is not None and actual != count.number and _is_own(text, count):
            message = f"这里说“{text[count.start : count.end]}”，实际列出{actual}项。"
            yield Finding(count.start, count.end, message, block_id=count.block_id)
