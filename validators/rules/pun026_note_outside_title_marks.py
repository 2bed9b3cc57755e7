"""（试行） after 》."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_NOTE = re.compile(r"》[（(](试行|暂行)[）)]")


@rule(
    code="PUN026",
    name="note-outside-title-marks",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="文件名称里的“（试行）”写在了书名号外面。",
    reason="“（试行）”“（暂行）”是文件名称的一部分，要和名称一起放在书名号里；“（征求意见稿）”之类只说明版本，可以在外面。",
    source="GB/T 15834-2011 书名号",
    fix_title="移到书名号里",
    applicability=Applicability.UNSAFE,
    marks="》",
    examples=(
        Bad("落实《科普经费管理办法》（试行）要求", "落实《科普经费管理办法（试行）》要求"),
        Good("落实《科普经费管理办法（试行）》要求"),
        Good("讨论《科普条例》（征求意见稿），落实《科普经费管理办法》（云政发〔2026〕3号）"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find such a note right after the closing mark."""
    for match in _NOTE.finditer(block.text):
        note = match.group(1)
        yield Finding(*match.span(), f"“（{note}）”属于文件名称，应放在书名号里面。", f"（{note}）》")
