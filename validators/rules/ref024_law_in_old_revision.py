"""A law cited by the year of a text that had been revised, or by an article that it does not have."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from editor.model.outline import from_chinese
from templates.analysis import Analysis
from templates.facts import Law, laws
from validators.diagnostic import Severity
from validators.plan_date import plan_date, printed_day
from validators.reading import whole_text
from validators.rule import Bad, Finding, Good, Scope, rule

_SIGNED = (("signature_date", "2026-06-01"),)
_NUMERAL = r"[0-9]{1,3}|[一二三四五六七八九十百零〇]{1,7}"


@lru_cache(maxsize=8)
def _patterns(law: Law) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds the law with a year, and with an article."""
    title = f"《(?:{'|'.join((law.title, *law.names))})》"
    year = "(?:19|20)[0-9]{2}"
    before = rf"(?P<before>{year})年[^。；，、《》]{{0,8}}的?{title}"
    after = rf"{title}[（(][^（）()]{{0,4}}?(?P<after>{year})年"
    article = rf"{title}(?:[（(][^（）()]{{0,20}}[）)])?第(?P<article>{_NUMERAL})条"
    return re.compile(f"{before}|{after}"), re.compile(article)


def _old_text(law: Law, text: str, day: date) -> Iterator[tuple[int, int, str]]:
    current = law.at(day)
    old = {one.passed.year for one in law.revisions if current and one.passed < current.passed}
    for match in _patterns(law)[0].finditer(text):
        year = int(match["before"] or match["after"])
        if current and year in old and "修" not in match.group() and "修" not in text[match.end() : match.end() + 20]:
            yield *match.span(), f"{law.names[0]}已于{printed_day(current.passed)}修订，这里引的是{year}年的文本。"


def _no_article(law: Law, text: str, day: date) -> Iterator[tuple[int, int, str]]:
    current = law.at(day)
    for match in _patterns(law)[1].finditer(text):
        printed = match["article"]
        article = int(printed) if printed.isascii() else from_chinese(printed)
        if current and article is not None and article > current.articles:
            yield *match.span(), f"{law.names[0]}一共{current.articles}条，没有第{printed}条。"


@rule(
    code="REF024",
    name="law-in-old-revision",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="引用的法律是已经修订的旧文本，或者条文不存在。",
    reason="法律修订后，条文的次序和内容都变了，应当引用成文时有效的文本。",
    source="《中华人民共和国科学技术普及法》（2024年修订）",
    examples=(
        Bad(("一、要求", "实施2002年颁布的《中华人民共和国科学技术普及法》。"), metadata=_SIGNED),
        Bad(("一、要求", "依照《科普法》第六十二条规定执行。"), metadata=_SIGNED),
        Bad(("一、要求", "依照《科普法》第四十条规定执行。"), metadata=(("signature_date", "2022-06-01"),)),
        Good(("一、要求", "实施2002年颁布的《中华人民共和国科学技术普及法》。"), (("signature_date", "2022-06-01"),)),
        Good(("一、要求", "实施《中华人民共和国科学技术普及法》，依照《科普法》第六条规定执行。"), _SIGNED),
        Good(("一、要求", "2002年通过、2024年修订的《中华人民共和国科学技术普及法》。"), _SIGNED),
        Good(("一、要求", "实施2002年颁布的《中华人民共和国科学技术普及法》。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Judge by the text in force at the plan's date."""
    signed = plan_date(analysis.document.metadata)
    whole = whole_text(analysis)
    for law in laws():
        if signed is None or not any(f"{name}》" in whole for name in law.names):
            continue
        source = current.source if (current := law.at(signed.earliest)) else ""
        for block in analysis.document.blocks:
            if "《" in block.text:
                found = [*_old_text(law, block.text, signed.earliest), *_no_article(law, block.text, signed.earliest)]
                for start, end, message in found:
                    yield Finding(start, end, message, block_id=block.id, source=f"《{law.title}》（{source}）")
