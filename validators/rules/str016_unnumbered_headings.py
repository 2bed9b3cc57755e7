"""Headings of a level without number or mark, while the levels above are numbered."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import all_sections, as_class, at_heading
from validators.rule import Bad, Finding, Good, Scope, rule

_FEWEST = 2


@rule(
    code="STR016",
    name="unnumbered-headings",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="同一层的标题既没有序号也没有标记。",
    reason="没有序号的小标题夹在正文里不好辨认，分工和督办也无法引用“第几项”。",
    source="GB/T 9704-2012 7.3.3",
    examples=(
        Bad(("一、行动", "（一）青少年行动", "#3 弘扬科学精神。进校园。", "#3 提升教育水平。上好课。")),
        Good(("一、行动", "（一）青少年行动", "1.弘扬科学精神。进校园。", "2.提升教育水平。上好课。")),
        Good(("一、行动", "（一）青少年行动", "#3 ——弘扬科学精神。进校园。", "#3 ——提升教育水平。上好课。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report a level once, at its first heading."""
    levels: dict[int, list[Finding]] = {}
    numbered = False
    for section in all_sections(analysis):
        numbered = numbered or bool(section.parts.number)
        if not section.parts.number and not section.parts.mark:
            levels.setdefault(section.level, []).append(at_heading(section, section.title))
    for found in levels.values():
        if numbered and len(found) >= _FEWEST:
            yield from as_class(found, f"“{found[0].message}”等{len(found)}个小标题没有序号。")
