"""Two names in one list of which one is only a second sign (加挂牌子) of the other: 县市场监管局、县知识产权局."""

import re
from collections.abc import Iterator
from dataclasses import replace

from editor.model.assignments import UnitMention
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.duties import at_mention, removal, unit_keys
from validators.plan_date import plan_date
from validators.reading import blocks_by_id
from validators.rule import Bad, Finding, Good, Scope, rule

# What a county's office hangs out besides its own name (units.md): second sign, body, first year in which it is so.
_SIGNS = (
    (re.compile(r"政府新闻办(?:公室)?$|新闻出版局$|版权局$"), re.compile(r"委宣传部$"), 2019),
    (re.compile(r"侨务办公室$|政府侨办$|(?<![委府])侨办$"), re.compile(r"委统战部$"), 2019),
    (re.compile(r"知识产权局$"), re.compile(r"市场监(?:督管理|管)局$"), 2019),
    (re.compile(r"行政(?:学校|学院)$"), re.compile(r"委党校$"), 0),
    (re.compile(r"委农办$|委农村工作(?:领导小组)?办公室$"), re.compile(r"农业农村局$"), 2019),
)

_HEAD = ("一、行动", "（一）甲行动")
_DATE = (("signature_date", "2026-03-02"),)


@rule(
    code="UNI036",
    name="second-sign-as-unit",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="同一机构的两块牌子在名单里写成了两家。",
    reason="加挂的牌子不是另一家单位，拆成两家会使分工、统计重复；一般写成“县市场监管局（县知识产权局）”或只写前者。各地设置不一，以本地为准。",
    source="机构改革方案（2018、2023）；实务",
    fix_title="删去加挂的牌子",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(
            (*_HEAD, "牵头单位：县科协。责任单位：县市场监管局、县知识产权局、县财政局。"),
            (*_HEAD, "牵头单位：县科协。责任单位：县市场监管局、县财政局。"),
            _DATE,
        ),
        Good((*_HEAD, "牵头单位：县科协。责任单位：县市场监管局（县知识产权局）、县财政局。"), _DATE),
        Good((*_HEAD, "牵头单位：县科协。责任单位：县市场监管局、县知识产权局。"), (("signature_date", "2012-03-02"),)),
        Good((*_HEAD, "牵头单位：县科协。责任单位：县知识产权局。"), _DATE),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for both names in one list; what the register calls one unit anyway is another rule's."""
    when = plan_date(analysis.document.metadata)
    year = when.earliest.year if when else 0
    blocks = blocks_by_id(analysis)
    keys = unit_keys(analysis)
    for assignment in analysis.assignments:
        units = (*assignment.lead, *assignment.responsible)
        for mention in units:
            body = _body(mention, units, year)
            if body is not None and keys[body.text] != keys[mention.text]:
                message = f"“{mention.text}”一般是“{body.text}”加挂的牌子，名单里写成了两家。"
                yield replace(at_mention(mention, message), edits=removal(blocks, mention))


def _body(mention: UnitMention, units: tuple[UnitMention, ...], year: int) -> UnitMention | None:
    for sign, body, since in _SIGNS:
        if year >= since and sign.search(mention.text):
            return next((one for one in units if one is not mention and body.search(one.text)), None)
    return None
