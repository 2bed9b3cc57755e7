"""One collective of bodies in two forms: 各有关部门（单位） here, 各相关职责部门 there; 镇（街道） and 街镇."""

import re
from collections.abc import Iterator
from dataclasses import replace

from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.reading import whole_text
from validators.rule import Bad, Finding, Good, Scope, rule

_MARKED = re.compile(r"“[^“”]{0,80}”|《[^《》]{0,120}》")
# One pattern for each collective; the group `form` holds the words that must be the same throughout.
_COLLECTIVES = (
    re.compile(r"各(?P<form>(?:有关|相关)(?:职责|责任|职能|成员|业务)?)(?:部门|单位)"),
    re.compile(r"(?<![市区县乡集城村各])(?P<form>镇（街道）|镇、街道|镇街|街镇)(?![道办])"),
    re.compile(r"(?<![农乡])(?P<form>村（社区）|村、社区|村（居）|村居)(?![民住])"),
)
# How often the usual form stands at least: 各有关部门 may mean other bodies than 各相关单位, towns are always towns.
_LEAST = (2, 1, 1)


@keep_by_text
def _forms(text: str) -> tuple[tuple[int, int, int, str], ...]:
    """Return start, end, number of the collective and its form."""
    text = _MARKED.sub(lambda match: "\u3000" * len(match.group()), text)
    return tuple(
        (*match.span(), at, match["form"])
        for at, pattern in enumerate(_COLLECTIVES)
        for match in pattern.finditer(text)
    )


@rule(
    code="WRD042",
    name="collective-in-two-forms",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="同一批单位有两种统称。",
    reason="“各有关部门”和“各相关职责部门”、“镇（街道）”和“街镇”指的是同一批单位，全文用一种，读者才不会以为范围不同。",
    source="实务",
    examples=(
        Bad(
            (
                "一、保障",
                "各有关部门（单位）要履行职责。",
                "各有关部门（单位）要落实经费。",
                "各相关职责部门每年报送进展。",
            )
        ),
        Bad(("一、保障", "镇（街道）组织落实，动员镇（街道）科协。", "创建科普示范街镇。")),
        Good(("一、保障", "各有关部门（单位）要履行职责。", "各有关单位每年报送进展。")),
        Good(("一、保障", "各相关部门要履行职责。", "办好“示范街镇”评选，服务村居民。")),
        Good(("一、保障", "各乡镇（街道）、城镇街道和集镇街区要落实。", "各镇（街道）配合。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report each rarer form once, at its first place, against a form that stands at least twice."""
    whole = whole_text(analysis)
    if not any(word in whole for word in ("各有关", "各相关", "镇", "村")):
        return
    found: dict[int, dict[str, list[Related]]] = {}
    first: dict[tuple[int, str], Finding] = {}
    for block in analysis.document.blocks:
        for start, end, at, form in _forms(block.text):
            words = block.text[start:end]
            first.setdefault((at, form), Finding(start, end, words, block_id=block.id))
            found.setdefault(at, {}).setdefault(form, []).append(Related(block.id, words))
    for at, forms in found.items():
        usual = max(forms, key=lambda form: (len(forms[form]), "（" in form))
        for form, places in forms.items():
            if form != usual and len(forms[usual]) >= max(_LEAST[at], len(places)):
                one, other = first[at, form], forms[usual][0]
                message = f"“{one.message}”在别处写作“{other.text}”，指同一批单位的宜统一。"
                yield replace(one, message=message, related=(other,))
