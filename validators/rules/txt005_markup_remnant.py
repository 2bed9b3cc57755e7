"""HTML, Markdown or Word field codes left in the text."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import matches
from validators.rule import Bad, Finding, Good, Scope, rule

_MARKUP = re.compile(
    r"\[bookmark:[^\[\]]{0,80}\]|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash|middot|emsp|ensp|#[0-9]{1,6});"
    r"|</?(?:p|br|div|span|strong|b|a|font|td|tr|table|img|h[1-6])\b[^<>]{0,200}>|\*\*|^#{1,6}(?=\s)|!?\[[^\[\]]{0,80}\]\(https?://[^()\s]{0,300}\)"
    r"|\[(?<=[\u4e00-\u9fff。，；”》）]\[)[0-9]{1,2}\](?![0-9\s]?[0-9号条])"
)


@rule(
    code="TXT005",
    name="markup-remnant",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="文字里有网页或文字处理软件的代码残留。",
    reason="代码是复制时带进来的，印出来就是错字。",
    source="实务",
    fix_title="删去代码",
    applicability=Applicability.UNSAFE,
    marks="[&<*#",
    examples=(
        Bad("[bookmark: _GoBack]为深入贯彻落实", "为深入贯彻落实"),
        Bad("**重点任务**&nbsp;", "重点任务"),
        Bad("加强领导<br/>", "加强领导"),
        Good("加强“互联网＋科普”建设"),
        Good("数值a<b"),
        Bad("科普工作成效明显[1]，公众关注度提升。[12]", "科普工作成效明显，公众关注度提升。"),
        Good("云政发[26]3号、云政发[2026]3号，数组a[1]，#1机组，5*3"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find the codes by their fixed forms."""
    yield from matches(_MARKUP, block.text, "“{0}”是复制时带进来的代码。", "")
