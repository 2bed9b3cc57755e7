"""A heading of the first two levels, on its own line, of more than forty characters."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.patterns import shorten
from validators.reading import all_sections, at_heading
from validators.rule import Bad, Finding, Good, Scope, rule

_LONGEST = 40


@rule(
    code="STR027",
    name="overlong-heading",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="独立成行的标题超过四十字。",
    reason="标题过长，目录和分工表里都放不下，也不便引用；宜概括成二十字以内的短语。",
    source="实务",
    examples=(
        Bad(
            (
                "一、要求",
                "（一）以提升全县公民科学素质为目标充分发挥科普在乡村振兴和基层治理以及产业发展中的基础性作用",
                "做好工作。",
            )
        ),
        Good(("一、要求", "（一）发挥科普的基础性作用", "做好工作。")),
        Good(
            (
                "一、要求",
                "（一）各单位要以提升公民科学素质为目标，充分发挥科普在乡村振兴、基层治理和产业发展中的基础性作用。",
            )
        ),
        Good(
            ("一、要求", "（一）发挥作用。以提升公民科学素质为目标，充分发挥科普在乡村振兴和基层治理中的基础性作用。")
        ),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report such headings; one that ends with a mark, or that its text follows, is a sentence with a number."""
    for section in all_sections(analysis):
        sentence = section.parts.run_in or section.block.text.rstrip().endswith(("。", "；", "："))
        if section.level <= 2 and not sentence and len(section.title) > _LONGEST:
            yield at_heading(section, f"标题“{shorten(section.title, 16)}”有{len(section.title)}字，过长。")
