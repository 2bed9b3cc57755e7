"""A short form (简称) that is used before the place where it is defined."""

import re
from collections.abc import Iterator

from editor.model.document import BlockKind
from editor.model.outline import heading_parts
from editor.model.text_cache import keep_by_arguments
from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.patterns import quoted
from validators.rule import Bad, Finding, Good, Scope, rule

_NAME = re.compile(
    r"《[^《》]{1,40}》|[“\"‘「][^“”\"‘’「」]{1,40}[”\"’」]"
)  # a short form without marks may be part of other words
_DEFINED = "依据《云溪县科学素质行动方案》（以下简称《行动方案》），制定年度计划。"


@keep_by_arguments
def _names(kind: BlockKind, text: str) -> tuple[tuple[int, str], ...]:
    """Return the names in marks of running text, with their places; titles and headings may be ahead of the text."""
    body = 0
    if kind is not BlockKind.PARAGRAPH:
        body = heading_parts(text).body or len(text) if kind is BlockKind.HEADING else len(text)
    return tuple((match.start(), match.group()) for match in _NAME.finditer(text, body))


@rule(
    code="REF031",
    name="short-form-before-definition",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="简称用在了定义它的地方之前。",
    reason="读者先看到简称，后看到它指什么；第一次出现时写全称并注明“以下简称”。",
    source="GB/T 15834-2011 书名号；实务",
    examples=(
        Bad(("落实《行动方案》部署。", "一、要求", _DEFINED)),
        Good((_DEFINED, "一、要求", "落实《行动方案》部署。")),
        Good(("一、落实《行动方案》", _DEFINED)),
        Good(("一、落实《云溪县科学素质行动方案》（以下简称《行动方案》）", "二、要求", "落实《行动方案》部署。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the first use of each name in running text with its first definition."""
    forms = {form.short: form for form in reversed(analysis.short_forms)}
    place = {block.id: at for at, block in enumerate(analysis.document.blocks)} if forms else {}
    for block in analysis.document.blocks if forms else ():
        for at, name in _names(block.kind, block.text):
            form = forms.pop(name, None)
            if form is not None and (place[block.id], at) < (place[form.block_id], form.start):
                related = (Related(form.block_id, form.short),)
                message = f"简称“{quoted(name)}”在定义之前就用了。"
                yield Finding(at, at + len(name), message, block_id=block.id, related=related)
