"""A unit that the plan's own register does not hold."""

import re
from collections.abc import Iterator

from editor.model.document import Unit
from templates.analysis import Analysis
from templates.register import Name, default_units
from validators.diagnostic import Severity
from validators.duties import at_mention, mentions_by_name
from validators.rule import Bad, Finding, Good, Scope, rule

# A whole kind of bodies, which no register lists one by one.
_KIND = re.compile(
    r"^(?:各|有关|相关|全体|其他|社会|驻)|(?:有关|相关|各|成员|责任|[直级])(?:单位|部门)|(?:企业|高校|院校|学校|基地|媒体|社会组织)$"
)
_UNITS = (
    Unit("kexie", "云溪县科学技术协会", "县科协", kind="mass"),
    Unit("jiaoyu", "云溪县教育局", "县教育局"),
)
_PLAN = ("一、行动", "（一）甲行动", "牵头单位：县科协。责任单位：县教育局。")


@rule(
    code="UNI006",
    name="unknown-unit",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="分工里的单位不在本地单位库中。",
    reason="单位库是本县单位的准确名单；名单外的多半是写错的名字，确有这家单位的请补进单位库。",
    source="本地单位库",
    examples=(
        Bad((*_PLAN[:2], "牵头单位：县科协。责任单位：县数据资源局。"), metadata=(("units", _UNITS),)),
        Good(_PLAN, (("units", _UNITS),)),
        Good((*_PLAN[:2], "牵头单位：县科协。责任单位：县数据资源局。")),
        Good(
            (*_PLAN[:2], "牵头单位：县科协。责任单位：各乡镇、县直有关单位、驻县高校、相关企业。"), (("units", _UNITS),)
        ),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report each name once, only for a register that the user has made his own."""
    metadata = analysis.document.metadata
    if not metadata.units or metadata.units == default_units(metadata.place, metadata.level):
        return
    register = analysis.register
    for name, mentions in mentions_by_name(analysis).items():
        found = register.find(name)
        unknown = found is None or found.how is Name.VARIANT
        if (
            unknown
            and "【" not in name
            and not _KIND.search(name)
            and register.level_of(name) in (None, metadata.level)
        ):
            yield at_mention(mentions[0], f"“{name}”不在本地单位库中。")
