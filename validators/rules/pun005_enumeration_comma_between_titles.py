"""、 between titles in 《》."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import matches, shorten
from validators.rule import Bad, Finding, Good, Scope, rule

_TITLE = r"《[^《》]{1,80}》"
# A note in parentheses after any title of the row makes 、 the better choice: such rows are left alone.
_ROW = re.compile(rf"(?<!》、)(?<!）、){_TITLE}(?:、{_TITLE}){{1,20}}(?!（|\(|、《)")


@rule(
    code="PUN005",
    name="enumeration-comma-between-titles",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="并列的书名号之间用了顿号。",
    reason="书名号本身已把各项分开，之间通常不用顿号；后面带有文号等括注的，宜用顿号。",
    source="GB/T 15834-2011 4.5.3.5",
    fix_title="删去顿号",
    marks="》",
    examples=(
        Bad("落实《干部教育培训工作条例》、《公务员培训规定》", "落实《干部教育培训工作条例》《公务员培训规定》"),
        Good("落实《干部教育培训工作条例》《公务员培训规定》"),
        Good("依据《甲纲要》（国发〔2021〕9号）、《乙方案》（江政发〔2021〕5号）"),
        Good("依据《甲纲要》、《乙方案》（江政发〔2021〕5号）"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find rows of titles with nothing but 、 between them."""
    if "》、《" in block.text:
        for finding in matches(_ROW, block.text, "{0}", lambda match: match.group().replace("》、《", "》《")):
            yield Finding(
                finding.start,
                finding.end,
                f"并列的书名号“{shorten(finding.message)}”之间通常不用顿号。",
                finding.replacement,
            )
