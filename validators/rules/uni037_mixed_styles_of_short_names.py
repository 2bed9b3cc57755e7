"""Colloquial short names (县教体局) beside normalised ones (县人力资源社会保障局) in one plan."""

from collections.abc import Iterator

from editor.model.assignments import UnitMention
from templates.analysis import Analysis
from templates.register import Name
from validators.diagnostic import Severity
from validators.duties import at_mention, mentions_by_name, unit_keys
from validators.reading import as_class
from validators.rule import Bad, Finding, Good, Scope, rule

_FEWEST = 2  # names of either style before a plan can be said to mix them
_CUT = 2  # characters that one name saves against another; 县市场监管局 stands between the two styles

_HEAD = ("一、行动", "1.甲任务。做好。（县教体局、县应急局、县科协负责）")


def _without(names: dict[str, UnitMention], keys: dict[str, str], told: set[str]) -> dict[str, UnitMention]:
    return {name: mention for name, mention in names.items() if keys[name] not in told}


@rule(
    code="UNI037",
    name="mixed-styles-of-short-names",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="有的单位用口语简称，有的用规范化简称。",
    reason="“县教体局”和“县人力资源社会保障局”是两种简称，用哪一种看当地规定，同一份方案宜只用一种。",
    source="党政机关公文处理工作条例 第九条（八）；实务",
    examples=(
        Bad((*_HEAD, "2.乙任务。做好。（县人力资源社会保障局、县发展改革局负责）")),
        Good((*_HEAD, "2.乙任务。做好。（县人社局、县市场监管局负责）")),
        Good((*_HEAD, "2.乙任务。做好。（县人社局、县财政局、县公安局负责）")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the rarer style once, at its first name; names that cannot be shortened belong to neither."""
    keys = unit_keys(analysis)
    clipped: dict[str, UnitMention] = {}
    whole: dict[str, UnitMention] = {}
    for name, mentions in mentions_by_name(analysis).items():
        found = analysis.register.find(name)
        if found is None or found.unit.kind != "government":
            continue
        lengths = [len(form) - len(name) for form in (found.unit.short, *found.unit.aliases)]
        if found.how is Name.ALIAS and lengths[0] >= _CUT:
            clipped[name] = mentions[0]
        elif found.how in (Name.SHORT, Name.ALIAS) and min(lengths) <= -_CUT and max(lengths) < _CUT:
            whole[name] = mentions[0]
    both = {keys[name] for name in clipped} & {keys[name] for name in whole}  # one unit under two names: another rule's
    clipped, whole = _without(clipped, keys, both), _without(whole, keys, both)
    if min(len(clipped), len(whole)) < _FEWEST:
        return
    rarer, other = (clipped, whole) if len(clipped) <= len(whole) else (whole, clipped)
    findings = [at_mention(mention, name) for name, mention in rarer.items()]
    names = "、".join(list(rarer)[:3])
    against = "、".join(sorted(other, key=len)[-2:])
    message = f"“{names}”与“{against}”的简称方式不同，全文宜统一。"
    yield from as_class(findings, message)
