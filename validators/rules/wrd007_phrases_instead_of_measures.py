"""A paragraph made of set phrases (高度重视、狠抓落实、务求实效)."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_PHRASES = re.compile(
    "高度重视|提高认识|统一思想|提高站位|提高政治站位|狠抓落实|务求实效|精心组织|周密部署|扎实推进|强化责任|形成合力"
    "|常抓不懈|真抓实干|抓紧抓好|抓实抓细|落到实处|取得实效|加强领导|压实责任|凝聚共识|齐抓共管|认真贯彻|深刻认识"
)
_MOST = 4
_LONGEST = 40  # characters for each phrase: in a longer text they are not what it is made of


@rule(
    code="WRD007",
    name="phrases-instead-of-measures",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="一段话里套话过多，没有具体措施。",
    reason="公文要求内容简洁、主题突出；“高度重视、狠抓落实”人人会写，写明谁在什么时候做什么才能落实。",
    source="党政机关公文处理工作条例 第十九条（三）",
    examples=(
        Bad("各单位要高度重视、提高认识，精心组织、周密部署，狠抓落实、务求实效。"),
        Good("各单位要高度重视，狠抓落实。"),
        Good("县教育局要高度重视，每学期至少组织2次科学家进校园活动；县科协要扎实推进科普馆建设，10月底前开馆。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Count the phrases against the length."""
    if "重视" not in block.text and "落实" not in block.text and "责任" not in block.text and "思想" not in block.text:
        return
    found = list(_PHRASES.finditer(block.text))
    different = {match.group() for match in found}
    if len(different) > _MOST and len(block.text) <= _LONGEST * len(different):
        first = "、".join(list(dict.fromkeys(match.group() for match in found))[:3])
        message = f"这一段有“{first}”等{len(different)}处套话，宜写明具体措施。"
        yield Finding(found[0].start(), found[-1].end(), message)
