"""Traditional characters in a simplified text."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from editor.model.script import simplified
from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.habits import characters, report_once
from validators.patterns import shorten
from validators.rule import Bad, Finding, Good, Scope, rule

_FURTHER = str.maketrans("麵裡穀嶽鬆鬱麗廚傑", "面里谷岳松郁丽厨杰")  # what a wrong conversion makes of 面 里 谷 …
# Simplified texts know these too: 乾坤, 壹佰, 於潜, and names.
_KEPT = frozenset("乾壹貳於箇徵甯寀")
_SPARED = re.compile("《[^《》]{0,100}》|“[^“”]{0,100}”")


@keep_by_text
def _traditional(block: Block) -> tuple[Finding, ...]:
    text = block.text
    plain = simplified(text)
    if plain is text and _FURTHER.keys().isdisjoint(map(ord, text)):
        return ()
    plain = plain.translate(_FURTHER)
    hidden = _SPARED.sub(lambda match: " " * len(match.group()), text)
    found = []
    for at, (was, now) in enumerate(zip(text, plain, strict=True)):
        if was != now and was not in _KEPT and hidden[at] == was:
            around = shorten(text[max(0, at - 3) : at + 4], 8)
            found.append(Finding(at, at + 1, f"“{around}”里的“{was}”是繁体字，应为“{now}”", now))
    return tuple(found)


@rule(
    code="TXT014",
    name="traditional-character",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="夹有繁体字，或者转换时转错的字。",
    reason="公文用规范汉字；繁体字多是复制、转换时带来的，如把“全面”转成“全麵”、“机制”转成“機製”，检索不到。",
    source="国家通用语言文字法 第九条；党政机关公文处理工作条例 第二十条（四）",
    fix_title="改为简体字",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(("全麵建立協同機製，為群众服务。",), ("全面建立协同机制，为群众服务。",)),
        Good(("全面建立协同机制，为群众服务。",)),
        Good(("瞭望乾坤，乾隆年间建成，大写金额壹佰元，位于於潜镇。",)),
        Good(("展出《蘭亭序》，牌匾题为“為人民服務”。",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the habit once, with a fix for all; titles and quotations keep their characters."""
    signs = "".join(characters(analysis))
    if simplified(signs).translate(_FURTHER) != signs:
        yield from report_once(analysis, _traditional)
