"""A heading with nothing under it: of the first two levels, or a task among tasks that have their text."""

from collections.abc import Iterator

from editor.model.outline import Section
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import all_sections, at_heading, siblings
from validators.rule import Bad, Finding, Good, Scope, rule

_ROW = 3
_LONGEST_TITLE = 24  # longer, or with a comma, it is itself the content


def _lone(row: tuple[Section, ...]) -> Section | None:
    """Return the only heading of a row of at least three that its text does not run on from."""
    bare = [section for section in row if not section.parts.run_in]
    return bare[0] if len(bare) == 1 and len(row) >= _ROW else None


@rule(
    code="STR020",
    name="heading-without-content",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="标题下面没有内容。",
    reason="只有标题没有内容，是还没写完，或者正文在移动时丢了。",
    source="实务",
    examples=(
        Bad(("一、总体要求", "（一）指导思想", "（二）工作目标", "到2030年明显提升。")),
        Bad(("一、行动", "（一）甲行动", "1.办好课堂。每季一次。", "2.建好队伍", "3.用好阵地。常年开放。")),
        Good(("一、行动", "（一）甲行动", "1.办好课堂", "2.建好队伍", "3.用好阵地。常年开放。")),
        Good(("一、总体要求", "（一）指导思想", "以科学精神为引领。", "（二）工作目标。到2030年明显提升。")),
        Good(("一、组织实施", "（一）各单位要高度重视，落实责任。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report headings that only another heading, or the end, follows."""
    blocks = analysis.document.blocks
    lone = {one.block.id for row in siblings(analysis.sections) if (one := _lone(row)) is not None}
    for section in all_sections(analysis):
        title = section.title
        empty = not any(block.text.strip() or block.rows for block in blocks[section.start + 1 : section.end])
        sentence = len(title) > _LONGEST_TITLE or "，" in title or "；" in title
        if (
            empty
            and (section.level <= 2 or section.block.id in lone)
            and not section.parts.run_in
            and title
            and not sentence
        ):
            yield at_heading(section, f"标题“{section.parts.number}{title}”下面没有内容。")
