"""㈠ and ⑴ where （一） and （1） belong."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from editor.model.outline import to_chinese
from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.habits import report_once
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_MARKS = frozenset(map(chr, (*range(ord("㈠"), ord("㈩") + 1), *range(ord("⑴"), ord("⒇") + 1))))
_SIGN = re.compile("[㈠-㈩⑴-⒇]")


def _written_out(match: re.Match[str]) -> str:
    at = ord(match.group())
    return f"（{to_chinese(at - ord('㈠') + 1)}）" if match.group() >= "㈠" else f"（{at - ord('⑴') + 1}）"


@keep_by_text
def _signs(block: Block) -> tuple[Finding, ...]:
    return tuple(matches(_SIGN, block.text, "序号“{0}”应写成“{1}”", _written_out))


@rule(
    code="STR029",
    name="sign-for-bracketed-number",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="带括号的序号用了“㈠”“⑴”一类的符号。",
    reason="序号写作“（一）”“（1）”；合成一个字符的符号字小、不好认，换一台电脑还可能显示不出来。",
    source="GB/T 9704-2012 7.3.3",
    fix_title="改为“（一）”“（1）”的形式",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(("一、要求", "㈠加强领导", "㈡落实责任"), ("一、要求", "（一）加强领导", "（二）落实责任")),
        Bad(("一、要求", "做好⑴宣传；⑾培训。"), ("一、要求", "做好（1）宣传；（11）培训。")),
        Good(("一、要求", "（一）加强领导", "（二）落实责任")),
        Good(("一、要求", "做好①宣传；②培训。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the habit once, with a fix for all; ① as a fifth level is widely used and left alone."""
    yield from report_once(analysis, _signs, _MARKS)
