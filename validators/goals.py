"""What rules about targets (指标) share: the main indicator and the value that the superior sets for it."""

import re

from editor.model.targets import Target
from templates.analysis import Analysis
from templates.requirement import TemplateTarget

MAIN = "科学素质的比例"  # 公民具备科学素质的比例, with or without 全县 before it


_SHARE = re.compile("科学素质的?(?:公民|人口|居民)?的?(?:比例|比率|占比|水平)")


def is_main(indicator: str) -> bool:
    """Return whether an indicator is the share of citizens with scientific literacy."""
    return _SHARE.search(indicator) is not None


def main_targets(analysis: Analysis) -> tuple[Target, ...]:
    """Return what the plan itself wants to reach of the main indicator."""
    return tuple(
        target
        for target in analysis.targets
        if target.kind == "target" and target.unit == "%" and is_main(target.indicator)
    )


def superior_target(analysis: Analysis, target: Target) -> TemplateTarget | None:
    """Return the nearest superior's value for the same indicator and year, None where none is known."""
    if analysis.template is None:
        return None
    known = [
        one
        for one in analysis.template.targets
        if one.kind == "target" and one.year == target.year and is_main(one.indicator)
    ]
    return known[-1] if known else None
