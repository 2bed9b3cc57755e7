"""今年底前 where a year belongs: read next year, it means another one."""

import re
from collections.abc import Iterator

from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from templates.document_kind import WITH_TASKS, DocumentKind
from validators.diagnostic import Applicability, Severity
from validators.patterns import in_title
from validators.reading import as_class, checked_texts, signature_year
from validators.rule import Bad, Finding, Good, Scope, edit, rule

_RELATIVE = re.compile(r"(今年|明年|后年)(?!以?来|是|度?活动|初步|级|画)")
_QUOTED = re.compile(r"“[^“”]{0,200}”")
_LATER = {"今年": 0, "明年": 1, "后年": 2}
_SIGNED = (("signature_date", "2026-03-02"),)


@keep_by_text
def _mentions(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a text speaks of a year by its distance, outside quotations and titles."""
    if not any(word in text for word in _LATER):
        return ()
    bare = _QUOTED.sub(lambda match: "\u3000" * len(match.group()), text)
    return tuple(match.span(1) for match in _RELATIVE.finditer(bare) if not in_title(bare, match.start()))


@rule(
    code="WRD006",
    name="relative-time",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    kinds=WITH_TASKS | {DocumentKind.NOTICE},
    summary="用“今年”“明年”代替了具体年份。",
    reason="文件要用几年，“今年底前”第二年再看就指另一年了；写明年份，督办时才没有争议。“今年以来”一类的回顾不在此列。",
    source="实务（沿用国发〔2000〕23号的做法）",
    fix_title="写明年份",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(("一、要求", "今年底前建成科普馆。"), ("一、要求", "2026年底前建成科普馆。"), _SIGNED),
        Bad(("一、要求", "明年6月前完成培训。")),
        Good(("一、要求", "2026年底前建成科普馆，6月30日前完成培训。"), _SIGNED),
        Good(("一、现状", "今年以来，科普工作取得成效。"), _SIGNED),
        Good(("一、现状", "群众说：“今年的科普馆真热闹。”"), _SIGNED),
        Good(("# 云溪县2025年科普工作总结", "今年培训1200人次，明年继续。"), _SIGNED),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report once with all places; the year comes from 成文日期."""
    signed = signature_year(analysis.document.metadata)
    found = []
    for block in checked_texts(analysis):
        for start, end in _mentions(block.text):
            word = block.text[start:end]
            edits = (edit(block, start, end, f"{signed + _LATER[word]}年"),) if signed else ()
            found.append(Finding(start, end, word, block_id=block.id, edits=edits))
    if found:
        count = f"，全文共{len(found)}处" if len(found) > 1 else ""
        first = found[0].message
        year = f"“{signed + _LATER[first]}年”" if signed else "具体年份"
        yield from as_class(found, f"“{first}”宜写明{year}{count}。")
