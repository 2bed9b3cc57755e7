"""What rules about targets (指标) share: the main indicator and the value that the superior sets for it."""

import re

from editor.model.targets import Target
from templates.analysis import Analysis
from templates.requirement import TemplateTarget

MAIN = "科学素质的比例"  # 公民具备科学素质的比例, with or without 全县 before it


_REPORT = re.compile("成效|成绩|成果$|现状|回顾|(?:工作|发展)基础")
_SHARE = re.compile("科学素质的?(?:公民|人口|居民)?的?(?:比例|比率|占比|水平)")


def is_main(indicator: str) -> bool:
    """Return whether an indicator is the share of citizens with scientific literacy."""
    return _SHARE.search(indicator) is not None


def main_targets(analysis: Analysis) -> tuple[Target, ...]:
    """Return what the plan itself wants to reach of the main indicator."""
    return tuple(
        target
        for target in analysis.targets
        if target.kind == "target"
        and target.unit == "%"
        and is_main(target.indicator)
        and not in_report(analysis, target)
    )


def in_report(analysis: Analysis, target: Target) -> bool:
    """Return whether a value stands where a plan tells what has been reached (主要成效), in whatever words."""
    return any(_REPORT.search(section.title) for section in analysis.section_path(target.block_id))


def superior_target(analysis: Analysis, target: Target) -> TemplateTarget | None:
    """Return the nearest superior's value for the same indicator, unit and year, None where none is known."""
    if analysis.template is None:
        return None
    known = [
        one
        for one in analysis.template.targets
        if one.kind == "target"
        and (one.year, one.unit) == (target.year, target.unit)
        and is_same(one.indicator, target.indicator)
    ]
    return known[-1] if known else None


def is_same(one: str, other: str) -> bool:
    """Return whether two names mean one indicator: the main one in its many forms, any other word for word."""
    return one == other or (is_main(one) and is_main(other))
