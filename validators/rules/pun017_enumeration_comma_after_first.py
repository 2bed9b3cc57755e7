"""、 after 第一, 首先, 其次 that open a sentence."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.rule import Bad, Finding, Good, Scope, edit, rule

_ORDINAL = re.compile(
    r"[第其首再最](?<![^。；：].)(?:(?<=[第其])[一二三四五六七八九十]|(?<=首)先|(?<=[其再])次|(?<=最)后)(、)"
    r"(?![一二三四五六七八九十第其首再最])"
)


@rule(
    code="PUN017",
    name="enumeration-comma-after-first",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="“第一”“首先”一类的序次语后面用了顿号。",
    reason="“第一”“其一”“首先”后面用逗号；顿号只用在“一、”这样的汉字数字后面。",
    source="GB/T 15834-2011 附录B",
    fix_title="改为逗号",
    applicability=Applicability.UNSAFE,
    marks="、",
    examples=(
        Bad("第一、加强领导；第二、落实责任。", "第一，加强领导；第二，落实责任。"),
        Bad("首先、摸清底数。其次、分类施策。", "首先，摸清底数。其次，分类施策。"),
        Good("第一，加强领导；第二，落实责任。"),
        Good("第一、二、三产业融合发展。第一、第二产业协同发展。"),
        Good("获得第一、二等奖的，予以表扬。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find the mark right after such a word at the beginning of a clause."""
    places = [match.span(1) for match in _ORDINAL.finditer(block.text)]
    if places:
        edits = tuple(edit(block, *place, "，") for place in places)
        first = block.text[: places[0][0]][-2:]
        yield Finding(*places[0], f"序次语“{first}”后面用逗号，不用顿号。", edits=edits)
