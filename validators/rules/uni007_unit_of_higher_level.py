"""A unit of a superior's level among those that are to act."""

import re
from collections.abc import Iterator

from editor.model.document import Level
from templates.analysis import Analysis
from templates.unit_names import place_of
from validators.diagnostic import Severity
from validators.duties import at_mention, mentions_by_name
from validators.rule import Bad, Finding, Good, Scope, rule

_RANK = (Level.COUNTY, Level.CITY, Level.PROVINCE)
# 垂直管理 and resident bodies carry a superior's name and are the place's own all the same.
_RESIDENT = re.compile(r"分局|调查队|税务|气象|消防|海关|国家|中国|银行|邮政|烟草|电信|移动|联通|供电|驻|[省市]属")


@rule(
    code="UNI007",
    name="unit-of-higher-level",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="分工里列了上一级的单位。",
    reason="本级方案只能给本级单位派任务；列了上级单位，多半是照抄上级方案时没有改。",
    source="党政机关公文处理工作条例 第九条（八）；实务",
    examples=(
        Bad(("一、行动", "（一）甲行动", "牵头单位：县科协。责任单位：市教育局、县民政局。")),
        Good(("一、行动", "（一）甲行动", "牵头单位：县科协。责任单位：县教育局、云州市生态环境局云溪分局。")),
        Good(("一、行动", "（一）甲行动", "牵头单位：县科协。责任单位：省农科院云溪试验站、市属企业。")),
        Good(
            ("一、行动", "（一）甲行动", "牵头单位：市科协。责任单位：市教育局。"),
            (("place", "云溪市"),),
        ),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report each name once; in a county-level city (县级市) 市 is the own level."""
    metadata = analysis.document.metadata
    if not metadata.place:
        return
    stem = place_of(metadata.place, metadata.level).stem
    for name, mentions in mentions_by_name(analysis).items():
        if analysis.register.find(name) is not None or (len(stem) > 1 and stem in name):
            continue
        level = analysis.register.level_of(name)
        above = level is not None and _RANK.index(level) > _RANK.index(metadata.level)
        if above and not _RESIDENT.search(name):
            yield at_mention(mentions[0], f"“{name}”看来是上级的单位，{metadata.place}的方案不宜给它分派任务。")
