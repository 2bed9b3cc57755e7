"""其它 for 其他."""

from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import substitutions
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="WRD001",
    name="other-for-things",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="“其他”写成了“其它”。",
    reason="公文里指人、指事物都用“其他”，一篇之内不分两种写法。",
    source="实务",
    fix_title="改为“其他”",
    marks="它",
    examples=(
        Bad("做好其它工作", "做好其他工作"),
        Good("做好其他工作"),
        Good("《其它规定》"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find the word outside titles."""
    yield from substitutions({"其它": "其他"}, block.text, "“{0}”宜写“{1}”。")
