"""Characters of the private use area, which another computer cannot show."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]+")


@rule(
    code="TXT015",
    name="private-use-character",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="用了自造字或者图标字体的字符。",
    reason="这类字符只在造它的电脑上显示得出，换一台就是空框；是生僻字的，要换成国家标准里有的字，是图标的删去。",
    source="实务",
    examples=(
        Bad("联系人张\ue815，电话87880000。"),
        Bad("\uf0b7加强组织领导"),
        Good("联系人张𬭎，电话87880000。"),
        Good("①加强组织领导"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find runs of such characters and name their places by what stands around them."""
    text = block.text
    if text.isprintable():  # no character of the private use area is
        return
    for match in _PRIVATE.finditer(text):
        around = text[max(0, match.start() - 4) : match.start()] + "□" + text[match.end() : match.end() + 4]
        codes = "、".join(f"U+{ord(char):04X}" for char in match.group()[:3])
        yield Finding(*match.span(), f"“{around}”里有别的电脑显示不出的自造字符（{codes}）。")
