"""～ for some ranges of numbers and — for others."""

import re
from collections.abc import Iterator

from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.patterns import in_title
from validators.reading import as_class
from validators.rule import Bad, Finding, Good, Scope, rule

_RANGE = re.compile(
    r"(?<![0-9.A-Za-z〔第\-—～])[0-9]{1,3}(?:\.[0-9]{1,2})?[%％万亿]?([～—])[0-9]{1,3}(?:\.[0-9]{1,2})?"
    r"[%％万亿]?(?=[人名场次个项家天周倍元公千年岁分学课％%，。；）])(?!年级)"
)


@keep_by_text
def _ranges(text: str) -> tuple[tuple[int, int, str], ...]:
    if "～" not in text and "—" not in text:
        return ()
    found = _RANGE.finditer(text)
    return tuple((*match.span(), match.group(1)) for match in found if not in_title(text, match.start()))


@rule(
    code="NUM038",
    name="mixed-range-marks",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="数值范围有的用“～”，有的用“—”。",
    reason="两种符号单独用都可以，同一篇里统一用一种。",
    source="GB/T 15834-2011 连接号；实务",
    examples=(
        Bad(("一、要求", "每期10～15天，每班30～40人，每年3—5场。")),
        Good(("一、要求", "每期10～15天，每班30～40人，每年3～5场。")),
        Good(("一、要求", "2026—2030年每期10～15天，第3—5项由县科协负责。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the mark that is used less, once."""
    found: dict[str, list[Finding]] = {"～": [], "—": []}
    for block in analysis.document.blocks:
        for start, end, mark in _ranges(block.text):
            found[mark].append(Finding(start, end, block.text[start:end], block_id=block.id))
    rare, usual = sorted(found, key=lambda mark: len(found[mark]))
    if found[rare]:
        example = found[rare][0].message
        yield from as_class(found[rare], f"数值范围“{example}”用了“{rare}”，别处多用“{usual}”，全文宜一致。")
