"""A contact whose telephone number has no area code."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_NUMBER = re.compile(r"(?<![0-9])(?<![0-9][)）\-—－ ])[2-8][0-9]{6,7}(?![0-9])")


@rule(
    code="ELM010",
    name="telephone-without-area-code",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="联系电话没有区号。",
    reason="公开发布的公文外地也会看到，固定电话前要有区号。",
    source="实务",
    marks="话",
    examples=(
        Bad("联系电话：县科协，87880000"),
        Good("联系电话：县科协，0999-87880000"),
        Good("联系电话：县科协，（0999）87880000"),
        Good("索引号20220006"),
        Good("联系电话：13800000000"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a local number where the text speaks of a telephone."""
    if "电话" in block.text:
        yield from matches(_NUMBER, block.text, "联系电话“{0}”前面没有区号。")
