"""Radical signs and compatibility forms that look like ordinary characters."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from editor.model.document import Block
from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.habits import report_once
from validators.patterns import in_title, matches
from validators.rule import Bad, Finding, Good, Scope, rule

# Twelve signs of the compatibility block are characters of their own.
_RADICAL = re.compile(
    "[\u2f00-\u2fd5\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufa6d\ufa70-\ufad9⺀-⻳]"
)
# Of the further radicals, those that some fonts give for an ordinary character.
_FURTHER = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)


def _character(match: re.Match[str]) -> str:
    return _FURTHER.get(match.group()) or unicodedata.normalize("NFKC", match.group())


_MARKS = frozenset("".join(map(chr, (*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6), *range(0xF900, 0xFADA)))))


@keep_by_text
def _radicals(block: Block) -> tuple[Finding, ...]:
    """Find such signs; one that stands for no character is left alone, and a title is the writer's to mend."""
    text = block.text
    found = matches(_RADICAL, text, "“{0}”是部首符号，应为汉字“{1}”", _character)
    wrong = (one for one in found if one.replacement != text[one.start : one.end])
    return tuple(replace(one, replacement=None) if in_title(text, one.start) else one for one in wrong)


@rule(
    code="TXT008",
    name="radical-for-character",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="汉字用了部首符号或兼容字符代替。",
    reason="从 PDF 复制的文字常带部首符号，看着一样，检索、朗读、转换时却是另一个字。",
    source="实务",
    fix_title="换成通用汉字",
    examples=(
        Bad(("\u2f00体化使\u2f64",), ("一体化使用",)),
        Bad(("人\u2ea0政府的⻓期目标",), ("人民政府的长期目标",)),
        Good(("一体化使用",)),
        Good(("①㎡（℃）的\ufa0e\ufa29不动",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the habit once, with a fix for all places."""
    yield from report_once(analysis, _radicals, _MARKS)
