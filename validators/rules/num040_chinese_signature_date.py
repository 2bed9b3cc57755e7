"""成文日期 or 印发日期 in Chinese numerals."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_CHINESE = re.compile(r"[一二][〇○ＯO零0一二三四五六七八九]{3}年")
_FIELDS = (("signature_date", "成文日期"), ("printing_date", "印发日期"))


@rule(
    code="NUM040",
    name="chinese-signature-date",
    severity=Severity.ERROR,
    scope=Scope.DOCUMENT,
    summary="成文日期或者印发日期用了汉字数字。",
    reason="2012年起，成文日期和印发日期用阿拉伯数字标全年、月、日。",
    source="GB/T 9704-2012 7.3.5.4、7.4.3",
    examples=(
        Bad(("一、要求",), metadata=(("signature_date", "二〇二六年三月二日"),)),
        Good(("一、要求",), (("signature_date", "2026-03-02"),)),
        Good(("一、要求", "二〇三五年远景目标。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at the two dates as printed."""
    for key, name in _FIELDS:
        printed: str = getattr(analysis.document.metadata, key)
        if _CHINESE.search(printed):
            yield Finding(0, 0, f"{name}“{printed}”用了汉字数字，应当用阿拉伯数字。")
