"""A list of units whose kinds stand in another order than in the plan's other lists: a party body after a bureau."""

from collections.abc import Iterator
from itertools import pairwise

from editor.model.assignments import UnitMention
from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.rule import Bad, Finding, Good, Scope, rule
from validators.unit_lists import UnitList, displaced, printed, unit_lists

# 党校, 事业发展中心, 融媒体中心 stand where the place puts its institutions.
_ENDS = {
    "party": ("部", "办", "办公室", "委", "委员会"),
    "government": ("局", "委", "办", "委员会", "办公室"),
    "mass": ("",),
}
_NAMES = ("党委部门", "政府部门", "群团组织")
_OFTEN = 3  # lists that must keep the order
_TIMES = 4

_USUAL = (
    "一、行动",
    "（一）甲行动",
    "牵头单位：县科协。责任单位：县委宣传部、县教育局、县总工会。",
    "（二）乙行动",
    "牵头单位：县科协。责任单位：县委组织部、县财政局、县文联。",
    "（三）丙行动",
    "牵头单位：县科协。责任单位：县委统战部、县民政局、县妇联。",
    "（四）丁行动",
    "牵头单位：县科协。责任单位：县委网信办、县司法局、县残联。",
    "（五）戊行动",
)


def _ranked(analysis: Analysis, one: UnitList) -> list[tuple[int, UnitMention]]:
    """Return the units whose kind has a place in the order, with its rank."""
    kinds = list(_ENDS)
    found = ((analysis.register.find(mention.text), mention) for mention in one.mentions[0 if one.fixed else 1 :])
    return [
        (kinds.index(known.unit.kind), mention)
        for known, mention in found
        if known and mention.text.endswith(_ENDS.get(known.unit.kind, ()))
    ]


@rule(
    code="UNI031",
    name="kind-out-of-order",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="这份名单里党委、政府、群团的先后与其他名单不同。",
    reason="名单一般先党委部门，再政府部门，后群团组织；本方案的其他名单都这样排，这一份不同，请核对。",
    source="实务（单位排序）",
    examples=(
        Bad((*_USUAL, "牵头单位：县科协。责任单位：县水利局、县委编办、县侨联。")),
        Good((*_USUAL, "牵头单位：县科协。责任单位：县委编办、县水利局、县侨联。")),
        Good(("一、行动", "（一）甲行动", "牵头单位：县科协。责任单位：县水利局、县委编办。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the odd list out, unless two single units already say so."""
    told = {(one.mention.block_id, one.mention.start) for one in displaced(analysis)}
    kept: list[UnitList] = []
    odd: list[tuple[UnitList, tuple[int, UnitMention], tuple[int, UnitMention]]] = []
    for one in unit_lists(analysis):
        ranked = _ranked(analysis, one)
        turned = next(((a, b) for a, b in pairwise(ranked) if a[0] > b[0]), None)
        if turned is not None:
            odd.append((one, *turned))
        elif len({rank for rank, _ in ranked}) > 1:
            kept.append(one)
    if len(kept) < max(_OFTEN, _TIMES * len(odd)):
        return
    related = (Related(kept[0].mentions[0].block_id, printed(kept[0].mentions)),)
    for one, (above, first), (below, second) in odd:
        if not any((mention.block_id, mention.start) in told for mention in one.mentions):
            message = f"{_NAMES[below]}“{second.text}”排在{_NAMES[above]}“{first.text}”后面，与其他名单的排法不同。"
            yield Finding(second.start, second.end, message, block_id=second.block_id, related=related)
