"""A well-known brand without quotation marks in a plan that quotes another brand of the kind."""

import re
from collections.abc import Iterator

from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.reading import whole_text
from validators.rule import Bad, Finding, Good, Scope, rule

_BRANDS = ("科普中国", "科创中国", "学习强国")
_BRAND = re.compile("|".join(_BRANDS))
_MARKED = re.compile(r"“[^“”]{0,80}”|《[^《》]{0,120}》")


@keep_by_text
def _bare(text: str) -> tuple[tuple[int, str], ...]:
    unmarked = _MARKED.sub(lambda match: "\u3000" * len(match.group()), text)
    return tuple((match.start(), match.group()) for match in _BRAND.finditer(unmarked))


@rule(
    code="REF036",
    name="brand-without-marks",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="同类品牌有的加引号，有的没加。",
    reason="“科普中国”“科创中国”“学习强国”是同一类平台名称，一处加引号，别处也要加。",
    source="GB/T 15834-2011 引号；实务",
    examples=(
        Bad(("一、行动", "用好“科创中国”平台。", "推广科普中国资源。")),
        Good(("一、行动", "用好“科创中国”平台。", "推广“科普中国”资源，办好《科普中国》专栏。")),
        Good(("一、行动", "用好科创中国平台。", "推广科普中国资源。")),
        # The same name with and without marks is another rule's.
        Good(("一、行动", "推广“科普中国”资源。", "用好科普中国平台。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report each brand that has no marks anywhere once, if another has them."""
    whole = whole_text(analysis)
    marked = [name for name in _BRANDS if f"“{name}”" in whole]
    wanted = {name for name in _BRANDS if name in whole and name not in marked}
    if not marked or not wanted:
        return
    first = next(block for block in analysis.document.blocks if f"“{marked[0]}”" in block.text)
    related = (Related(first.id, f"“{marked[0]}”"),)
    for block in analysis.document.blocks:
        for at, name in _bare(block.text):
            if name in wanted:
                wanted.discard(name)
                message = f"“{marked[0]}”加了引号，同类的“{name}”没有加。"
                yield Finding(at, at + len(name), message, block_id=block.id, related=related)
