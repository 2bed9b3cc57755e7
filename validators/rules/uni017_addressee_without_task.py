"""An addressee (主送机关) named by name that has no task in the plan."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.duties import mentions_by_name, unit_keys
from validators.reading import whole_text
from validators.rule import Bad, Finding, Good, Scope, rule

_NAME = re.compile(r"[^，、；：,;:\s]{2,30}")
_KIND = re.compile(r"各|部门|单位|机关|企业|人民政府$|街道办事处$")  # a whole kind of bodies, not one by name

_PLAN = ("一、行动", "（一）甲行动", "牵头单位：县科协。责任单位：县教育局、云溪经济开发区。")


@rule(
    code="UNI017",
    name="addressee-without-task",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="点名主送的单位在分工里没有任务。",
    reason="主送的单位都要落实方案；点了名却没有任务，可能是分工漏了，也可能不必主送。",
    source="实务（任务分工）",
    examples=(
        Bad(
            (*_PLAN[:2], "牵头单位：县科协。责任单位：县教育局。"),
            metadata=(("addressees", "各乡镇人民政府，云溪经济开发区，县政府各部门"),),
        ),
        Good(_PLAN, (("addressees", "各乡镇人民政府，云溪经济开发区，县政府各部门"),)),
        Good(
            (*_PLAN[:2], "云溪经济开发区每年开放企业展厅。", "牵头单位：县科协。责任单位：县教育局。"),
            (("addressees", "各乡镇人民政府，云溪经济开发区，县政府各部门"),),
        ),
        Good(_PLAN, (("addressees", "各乡镇人民政府、各街道办事处，县政府各部门，有关单位"),)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for each name among the units of the assignments and in the text: 云溪经济开发区要… is a task too."""
    names = mentions_by_name(analysis)
    if not names:
        return
    units = set(unit_keys(analysis).values())
    whole = whole_text(analysis)
    for match in _NAME.finditer(analysis.document.metadata.addressees):
        name = match.group()
        known = name in whole or analysis.register.canonical(name) in units or any(unit in name for unit in names)
        if not known and not _KIND.search(name):
            yield Finding(*match.span(), f"主送单位“{name}”在分工里没有任务。", block_id="meta:addressees")
