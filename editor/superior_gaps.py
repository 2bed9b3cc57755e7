"""What the superior's passage holds and ours lacks in essence: figures, deadlines, units; wording is not compared."""

from collections.abc import Iterator, Sequence

from editor.model.assignments import Assignment
from editor.model.targets import Target
from editor.target_rows import COMPARATORS, number_text, when_text
from templates.analysis import Analysis
from templates.passages import Passage
from templates.superior_plan import SuperiorPlan
from validators.goals import is_same

_SHARES = ("%", "百分点")  # the same for a place of any size


def gaps(
    analysis: Analysis, superior: SuperiorPlan, theirs: Sequence[Passage], ours: Sequence[Passage]
) -> tuple[str, ...]:
    """Return a sentence for each thing that the superior's passages hold and the plan's lack; ours must be there."""
    if not theirs or not ours:
        return ()
    found = (
        *_figures(analysis, superior.analysis, theirs),
        *_deadlines(analysis, superior.analysis, theirs, ours),
        *_units(analysis, superior.analysis, theirs, ours),
    )
    return tuple(dict.fromkeys(found))


def _figures(ours: Analysis, above: Analysis, passages: Sequence[Passage]) -> Iterator[str]:
    """Yield the superior's values for which the whole plan has none, or a lower share."""
    blocks = {block for passage in passages for block in passage.blocks}
    own = [one for one in ours.targets if one.kind == "target"]
    for target in above.targets:
        if target.kind != "target" or target.block_id not in blocks or not target.indicator:
            continue
        alike = [one for one in own if one.unit == target.unit and is_same(one.indicator, target.indicator)]
        same_year = [one for one in alike if one.year == target.year]
        said = f"“{target.indicator}”上级是{_value(target)}"
        if not alike:
            yield f"{said}，本方案没有写。"
        elif target.unit in _SHARES and same_year and max(one.value for one in same_year) < target.value:
            yield f"{said}，本方案是{_value(max(same_year, key=lambda one: one.value))}。"


def _value(target: Target) -> str:
    return f"{when_text(target)}{COMPARATORS[target.comparator]}{number_text(target.value, target.unit)}"


def _deadlines(ours: Analysis, above: Analysis, theirs: Sequence[Passage], own: Sequence[Passage]) -> Iterator[str]:
    set_there = dict.fromkeys(above.deadlines[one.heading] for one in theirs if one.heading in above.deadlines)
    if set_there and not any(passage.heading in ours.deadlines for passage in own):
        yield f"上级写了时限“{'”“'.join(set_there)}”，这里没有写时限。"


def _units(ours: Analysis, above: Analysis, theirs: Sequence[Passage], own: Sequence[Passage]) -> Iterator[str]:
    """Yield who is named there and whose counterpart, one our register holds, is not named here."""
    found = _assigned(above, theirs)
    if not found:
        return
    here = _assigned(ours, own)
    if not here:
        yield "上级写了牵头单位和责任单位，这里还没有写。"
        return
    held = {ours.register.canonical(mention.text) for one in here for mention in (*one.lead, *one.responsible)}
    counterparts = {unit.id: unit.short or unit.name for unit in ours.register.units}
    named = [mention.text for one in found for mention in (*one.lead, *one.responsible)]
    keys = dict.fromkeys(above.register.canonical(name) for name in named)
    lacking = [counterparts[key] for key in keys if key is not None and key not in held and key in counterparts]
    if lacking:
        yield f"上级写了相应的单位，这里没有写{'、'.join(lacking)}。"


def _assigned(analysis: Analysis, passages: Sequence[Passage]) -> tuple[Assignment, ...]:
    return tuple(one for passage in passages for one in analysis.by_heading.get(passage.heading, ()))
