"""Radical signs and compatibility forms that look like ordinary characters."""

import re
import unicodedata
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_RADICAL = re.compile("[\u2f00-\u2fd5\uf900-\ufaff]")


@rule(
    code="TXT008",
    name="radical-for-character",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="汉字用了部首符号或兼容字符代替。",
    reason="从 PDF 复制的文字常带部首符号，看着一样，检索、朗读、转换时却是另一个字。",
    source="实务",
    fix_title="换成通用汉字",
    examples=(
        Bad("\u2f00体化使\u2f64", "一体化使用"),
        Good("一体化使用"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find such signs; normalising this one character gives the ordinary one."""
    yield from matches(
        _RADICAL,
        block.text,
        "“{0}”是部首符号，应为汉字“{1}”。",
        lambda match: unicodedata.normalize("NFKC", match.group()),
    )
