"""The figures of a plan (指标) row by row: each with where it starts from and what the superior sets."""

from collections.abc import Iterator
from dataclasses import dataclass

from editor.model.targets import Target
from templates.analysis import Analysis
from templates.requirement import TemplateTarget
from validators.goals import is_same

COMPARATORS = {">": "超过", ">=": "不低于", "=": "达到", "~": "左右", "<": "低于", "<=": "不超过"}
_UPPER = ("<", "<=")  # where less is better


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One row; without `target` it is a value of the superior that the plan has none for."""

    target: Target | None
    baseline: Target | None
    superior: TemplateTarget | None

    @property
    def indicator(self) -> str:
        """Return what is measured."""
        return self.target.indicator if self.target else self.superior.indicator if self.superior else ""

    @property
    def unit(self) -> str:
        """Return what it is measured in."""
        return self.target.unit if self.target else self.superior.unit if self.superior else ""

    @property
    def falls_short(self) -> bool:
        """Return whether the plan sets itself less than the superior does for the same year."""
        ours, theirs = self.target, self.superior
        if ours is None or theirs is None or ours.year != theirs.year:
            return False
        return ours.value > theirs.value if ours.comparator in _UPPER else ours.value < theirs.value


def number_text(value: float, unit: str = "") -> str:
    """Return a number as it is read: 20.5%, 4000人, 2.5万人次."""
    return f"{value:.4f}".rstrip("0").rstrip(".") + unit


def when_text(target: Target | TemplateTarget) -> str:
    """Return the year or the rhythm of a value, empty for neither."""
    if target.year is not None:
        return f"{target.year}年"
    return (target.frequency or "") if isinstance(target, Target) else ""


def target_rows(analysis: Analysis) -> tuple[TargetRow, ...]:
    """Return what the plan wants to reach in the order of its text, then what the superior sets and the plan lacks."""
    ours = [target for target in analysis.targets if target.kind == "target"]
    rows = [TargetRow(target, _baseline(analysis, target), _superior(analysis, target)) for target in ours]
    return (*rows, *_lacking(analysis, ours))


def _baseline(analysis: Analysis, target: Target) -> Target | None:
    """Return the latest value that the plan itself starts from."""
    found = [
        one
        for one in analysis.targets
        if one.kind == "baseline" and one.unit == target.unit and is_same(one.indicator, target.indicator)
    ]
    return max(found, key=lambda one: one.year or 0, default=None)


def _superior(analysis: Analysis, target: Target) -> TemplateTarget | None:
    """Return the nearest superior's value for the same year, else for the year that is nearest."""
    if analysis.template is None or target.year is None or not target.indicator:
        return None
    year = target.year
    found = [
        one
        for one in reversed(analysis.template.targets)  # the nearest layer is the last
        if one.kind == "target" and one.unit == target.unit and is_same(one.indicator, target.indicator)
    ]
    return min(found, key=lambda one: abs(one.year - year), default=None)


def _lacking(analysis: Analysis, ours: list[Target]) -> Iterator[TargetRow]:
    """Yield the values for the plan's own years that it has no value for."""
    first, last = analysis.document.metadata.period_start, analysis.document.metadata.period_end
    if analysis.template is None or first is None or last is None:
        return
    for one in analysis.template.targets:
        own_years = one.kind == "target" and first <= one.year <= last
        if own_years and not any(is_same(one.indicator, target.indicator) for target in ours):
            yield TargetRow(None, None, one)
