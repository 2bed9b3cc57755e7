"""《健康素养66条》: the popular name of a document in title marks."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import as_class, checked_texts, whole_text
from validators.rule import Bad, Finding, Good, Scope, rule

_POPULAR = re.compile(r"《([^《》〈〉]{0,8}[0-9一二三四五六七八九十]{1,4}条)》")
_OFFICIAL = {"健康素养66条": "中国公民健康素养——基本知识与技能"}


_DEFINED = re.compile("称[《“]([^《》“”]{1,40})[》”]")


def _explained(text: str) -> set[str]:
    """Return the popular names that the text defines, or whose official name it gives."""
    return {*_DEFINED.findall(text), *(title for title, official in _OFFICIAL.items() if official in text)}


@rule(
    code="REF050",
    name="title-marks-on-popular-name",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="文件的俗称用了书名号。",
    reason="书名号里写文件的正式名称；“××条”一类的俗称查不到原文，第一次出现宜写正式名称，俗称用引号。",
    source="GB/T 15834-2011 书名号；实务",
    examples=(
        Bad(("一、要求", "推广《健康素养66条》，普及健康知识。")),
        Good(("一、要求", "推广“健康素养66条”，普及健康知识。")),
        Good(("一、要求", "推广《健康素养66条》《中国公民健康素养——基本知识与技能（2024年版）》。")),
        Good(("一、要求", "落实《科普工作若干措施》（以下简称《科普二十条》）。", "落实《科普二十条》要求。")),
        Good(("一、要求", "按《科普条例》第十条办理。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report once a title of the form 《…66条》 that the plan neither defines nor ties to its official name."""
    if "条》" not in whole_text(analysis):
        return
    explained = _explained(whole_text(analysis))
    found = [
        Finding(*match.span(), match.group(1), block_id=block.id)
        for block in checked_texts(analysis)
        if "条》" in block.text
        for match in _POPULAR.finditer(block.text)
        if match.group(1) not in explained
    ]
    if found:
        title = found[0].message
        official = f"，正式名称是《{_OFFICIAL[title]}》" if title in _OFFICIAL else "，宜写正式名称或者改用引号"
        yield from as_class(found, f"“{title}”是俗称{official}。")
