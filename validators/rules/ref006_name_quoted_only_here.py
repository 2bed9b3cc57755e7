"""A name (brand, campaign) in quotation marks in one place and without them in another."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.patterns import HAN
from validators.rule import Bad, Finding, Good, Scope, rule

_NAME = re.compile(rf"“({HAN}{{4,8}})”")  # shorter ones are words of their own outside the marks
_MARKED = re.compile(r"“[^“”]{0,80}”|《[^《》]{0,120}》")


@keep_by_text
def _names(text: str) -> tuple[str, ...]:
    return tuple(_NAME.findall(text)) if "“" in text else ()


@keep_by_text
def _unmarked(text: str) -> str:
    """Return a text with what stands in quotation or title marks blanked out, offsets kept."""
    return _MARKED.sub(lambda match: "\u3000" * len(match.group()), text)


@rule(
    code="REF006",
    name="name-quoted-only-here",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="同一个品牌或活动名称，有的加引号，有的没加。",
    reason="专有名称的引号全文要一致，否则读者会以为指的不是同一件事。",
    source="GB/T 15834-2011 引号；实务",
    examples=(
        Bad(("一、行动", "擦亮“云溪工匠”品牌。", "宣传云溪工匠事迹。")),
        Good(("一、行动", "擦亮“云溪工匠”品牌。", "宣传“云溪工匠”事迹，落实《云溪工匠评选办法》。")),
        Good(("一、行动", "开展“三下乡”活动，送三下乡服务。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the first mention without marks."""
    blocks = analysis.document.blocks
    quoted: dict[str, Block] = {}
    for block in blocks:
        for name in _names(block.text):
            quoted.setdefault(name, block)
    whole = "\n".join([_unmarked(block.text) for block in blocks]) if quoted else ""
    for name, first in quoted.items():
        if name in whole:
            bare = next(block for block in blocks if name in _unmarked(block.text))
            at = _unmarked(bare.text).find(name)
            message = f"“{name}”在别处加了引号，这里没有加。"
            yield Finding(at, at + len(name), message, block_id=bare.id, related=(Related(first.id, f"“{name}”"),))
