"""A bare 《纲要》 or 《实施方案》 that nobody defined, or that stands for what was defined under another name."""

import re
from collections.abc import Iterator

from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.reading import whole_text
from validators.rule import Bad, Finding, Good, Scope, rule
from validators.short_forms import bare, defined_forms, shortens

# Titles made of general words alone: no place, no year, so that only a definition says which document is meant.
_GENERAL = re.compile(
    r"(?<![称为：“])《((?:(?:全民|公民)?(?:科学)?素[质养]|科普|行动|实施|规划|工作|发展|提升|总体|专项|建设|三年|五年){0,4}"
    r"(?:纲要|规划|方案|计划|意见|办法|通知|决定|规定|细则))》"
)
_LONGEST = 12  # with its marks

_DEFINED = "依据《云州市科学素质规划纲要（2026—2030年）》（以下简称《规划纲要》），制定本方案。"


@keep_by_text
def _general(text: str) -> tuple[tuple[int, int, str], ...]:
    found = (match for match in _GENERAL.finditer(text) if match.end() - match.start() <= _LONGEST)
    return tuple((match.start(), match.end(), match[1]) for match in found)


@rule(
    code="REF030",
    name="short-title-not-defined",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="文件简称没有定义过，或者与定义的简称不同。",
    reason="《纲要》《方案》这样的简称很多文件都能用，先写全称并注明“以下简称”，读者才知道指哪一份；定义之后不再换叫法。",
    source="GB/T 15834-2011 书名号；实务",
    examples=(
        Bad(("依据《云州市科学素质规划纲要（2026—2030年）》制定本方案。", "一、要求", "落实《纲要》要求。")),
        Bad((_DEFINED, "一、要求", "落实《规划纲要》要求。", "对照《纲要》自查。")),
        Good((_DEFINED, "一、要求", "落实《规划纲要》要求。")),
        Good(("落实《云州市科普规划》《科普法》。", "一、要求")),
        Good(
            ("# 云溪县科普实施方案", "一、要求", "落实《实施方案》要求。"),
            (("notice_body", "现将《云溪县科普实施方案》（以下简称《实施方案》）印发给你们。"),),
        ),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report each name once, at its first place."""
    if "《" not in whole_text(analysis):
        return
    forms = defined_forms(analysis)
    known = {bare(form.short) for form in forms}
    for block in analysis.document.blocks:
        for start, end, name in _general(block.text):
            if name in known:
                continue
            known.add(name)
            meant = next((form for form in forms if shortens(name, form.full) and form.short.startswith("《")), None)
            if meant is None:
                message = f"《{name}》没有用“以下简称”定义过，看不出指哪一份文件。"
                yield Finding(start, end, message, block_id=block.id)
            else:
                message = f"前面定义的简称是{meant.short}，这里写成《{name}》，如果是同一份文件，叫法要一致。"
                related = (Related(meant.block_id, meant.short),)
                yield Finding(start, end, message, block_id=block.id, related=related, severity=Severity.WARNING)
