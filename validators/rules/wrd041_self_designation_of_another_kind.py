"""A 方案 that calls itself 本规划 or 本意见."""

import re
from collections.abc import Iterator

from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.reading import leading_titles, whole_text
from validators.rule import Bad, Finding, Good, Scope, rule
from validators.short_forms import body_end

_KINDS = "规划纲要|方案|规划|纲要|意见|办法|计划|细则|规定"
_SELF = re.compile(rf"(?<![原基根资版样课文剧脚])本({_KINDS})(?![期外])")
_KIND_AT_END = re.compile(rf"({_KINDS})(?:（[^（）]{{0,30}}）)?$")
_QUOTED = re.compile(r"“[^“”]{0,80}”|《[^《》]{0,120}》")

_TITLE = "# 云溪县全民科学素质行动实施方案（2026—2030年）"


@keep_by_text
def _mentions(text: str) -> tuple[tuple[int, int, str], ...]:
    if "本" not in text:
        return ()
    bare = _QUOTED.sub(lambda match: "\u3000" * len(match.group()), text)
    return tuple((*match.span(), match[1]) for match in _SELF.finditer(bare))


@rule(
    code="WRD041",
    name="self-designation-of-another-kind",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="文件对自己的称呼与标题的文种不符。",
    reason="标题是“方案”，文中就称“本方案”；写成“本规划”“本意见”，多半是照抄别的文件时留下的。",
    source="党政机关公文处理工作条例 第二十条（四）；实务",
    fix_title="改为与标题一致的自称",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad((_TITLE, "一、要求", "本办法自印发之日起实施。"), (_TITLE, "一、要求", "本方案自印发之日起实施。")),
        Good((_TITLE, "一、要求", "本方案自印发之日起实施。")),
        Good((_TITLE, "一、要求", "修订课本规划，引用“本规划自印发之日起实施”的规定。")),
        Good(("# 云溪县科学素质规划纲要", "一、要求", "本纲要自印发之日起实施，本规划纲要由县科协解释。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare with the last words of the plan's title; a 规划纲要 may call itself either."""
    title = "".join(block.text.strip() for block in leading_titles(analysis)).replace("(", "（").replace(")", "）")
    kind = _KIND_AT_END.search(title)
    if kind is None or "本" not in whole_text(analysis):
        return
    own = (kind[1], "规划", "纲要") if kind[1] in ("规划纲要", "纲要") else (kind[1],)
    for block in analysis.document.blocks[: body_end(analysis)]:
        for start, end, word in _mentions(block.text):
            if word not in own:
                message = f"标题是“{kind[1]}”，这里自称“本{word}”。"
                yield Finding(start, end, message, f"本{kind[1]}", block_id=block.id)
