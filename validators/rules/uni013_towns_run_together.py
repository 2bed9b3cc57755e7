"""各镇街道 written without a mark between towns and subdistricts."""

import re
from collections.abc import Iterator
from dataclasses import replace

from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.reading import as_class, checked_texts
from validators.rule import Bad, Finding, Good, Scope, edit, rule

_TOWNS = re.compile(r"各(乡镇|镇|乡)(街道)(?!办|党|科|社)")


@keep_by_text
def _spans(text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((match.start(), match.end(), f"各{match[1]}（{match[2]}）") for match in _TOWNS.finditer(text))


@rule(
    code="UNI013",
    name="towns-run-together",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="“各镇街道”中间没有括号或顿号。",
    reason="镇和街道是两类单位，写成“各镇（街道）”或“各镇、街道”才分得清，全文也要统一。",
    source="实务",
    fix_title="写成“各镇（街道）”",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(("一、行动", "各镇街道要落实责任。"), ("一、行动", "各镇（街道）要落实责任。")),
        Good(("一、行动", "各镇（街道）要落实责任。")),
        Good(("一、行动", "各乡镇人民政府、街道办事处要落实责任。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report once, at the first place, with a fix for all."""
    found = []
    for block in checked_texts(analysis):
        for start, end, right in _spans(block.text):
            at = Finding(start, end, block.text[start:end], block_id=block.id)
            found.append(replace(at, edits=(edit(block, start, end, right),)))
    if found:
        others = f"等{len(found)}处" if len(found) > 1 else ""
        yield from as_class(found, f"“{found[0].message}”{others}没有把镇和街道分开，宜写成“各镇（街道）”的形式。")
