"""A signature or date moved to the right with blanks."""

import re
from collections.abc import Iterator

from editor.model.document import Block, BlockKind
from validators.diagnostic import Severity
from validators.patterns import HAN, shorten
from validators.rule import Bad, Finding, Good, Scope, rule

_ALIGNED = re.compile(r"[ \t]{6,}|[ \t]{0,9}\u3000[ \t\u3000]{3,}")
_SIGNED = re.compile(
    rf"(?:{HAN}{{2,30}}(?:政府|办公室|办公厅|委员会|局|厅|协会|领导小组)|(?:[0-9]{{4}}|[一二〇○零]{{2,4}}{HAN}{{0,2}})\s?年\s?\S{{1,3}}\s?月\s?\S{{1,3}}\s?日)"
)


@rule(
    code="ELM031",
    name="signature-aligned-with-blanks",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="署名、成文日期用空格推到右边。",
    reason="署名和成文日期的位置有规定的算法：日期右空四字，署名以日期居中；用空格凑，换台电脑就错位。",
    source="GB/T 9704-2012 7.3.5",
    fix_title="删去空格",
    marks=" \t\u3000",
    examples=(
        Bad("                             云溪县人民政府", "云溪县人民政府"),
        Bad("　　　　　　　　　　2026年3月2日", "2026年3月2日"),
        Good("云溪县人民政府"),
        Good("　　云溪县人民政府要落实责任。"),
        Good("　　各单位要落实责任。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find a paragraph that is nothing but blanks and then an agency or a date."""
    match = _ALIGNED.match(block.text) if block.kind is BlockKind.PARAGRAPH else None
    words = block.text[match.end() :].strip() if match else ""
    if match is not None and _SIGNED.fullmatch(words):
        yield Finding(0, match.end(), f"“{shorten(words)}”前面用空格对齐。", "")
