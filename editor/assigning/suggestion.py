"""Who usually does a task, and why: the template asks for office functions, units of the register hold them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from editor.model.document import Unit
from templates.analysis import Analysis
from templates.function_names import function_label
from templates.requirement import Requirement, Template

_MOST_FUNCTIONS = 3  # named in the reason


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Names of the units that usually lead (牵头) and take part (责任), and one or two sentences that say why."""

    lead: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    reason: str = ""

    @property
    def is_any(self) -> bool:
        """Return whether there is anybody to suggest."""
        return bool(self.lead or self.responsible)


def suggestion(analysis: Analysis, heading_id: str, name: Callable[[Unit], str]) -> Suggestion:
    """Return who usually does what stands under a heading; what the template leaves open there, its parents tell."""
    template = analysis.template
    found = _requirements(analysis, template, heading_id) if template is not None else []
    if template is None or not found:
        return Suggestion(reason="模板对这一节没有推荐单位。")
    leads = [function for one in found for function in one.leads]
    partners = [function for one in found for function in one.partners]
    leading = analysis.register.by_function(leads)
    lead = tuple(map(name, leading))
    responsible = tuple(name(unit) for unit in analysis.register.by_function(partners) if name(unit) not in lead)
    return Suggestion(lead, responsible, _reason(template, found, leads, [(name(unit), unit) for unit in leading]))


def _requirements(analysis: Analysis, template: Template, heading_id: str) -> list[Requirement]:
    """Return the requirements that tell: those of the heading itself, else of the nearest heading above it."""
    path = [section.block.id for section in analysis.section_path(heading_id)]
    for block_id in reversed(path):
        found = [template.requirement(one) for one in analysis.coverage.requirements_of(block_id)]
        if telling := [one for one in found if one.leads]:
            return telling
    return []


def _reason(
    template: Template, found: Sequence[Requirement], leads: Sequence[str], holders: Sequence[tuple[str, Unit]]
) -> str:
    wanted = _words(leads)
    source = "、".join(dict.fromkeys(f"{_source(template, one)}{one.id}" for one in found))
    if not holders:
        return f"{source}由承担“{wanted}”职责的单位牵头，单位库里还没有这样的单位。"
    units = "、".join(name for name, _ in holders)
    held = _words(one for one in leads if any(one in unit.functions for _, unit in holders))
    return f"“{found[0].name}”通常由{units}牵头：{source}由承担“{held}”职责的单位牵头。"


def _words(functions: Iterable[str]) -> str:
    labels = list(dict.fromkeys(map(function_label, functions)))
    return "、".join(labels[:_MOST_FUNCTIONS]) + ("等" if len(labels) > _MOST_FUNCTIONS else "")


def _source(template: Template, requirement: Requirement) -> str:
    """Return whose requirement it is: the national template's, or that of a layer (a superior's plan)."""
    names = dict(zip(template.layers, template.layer_names, strict=False))
    layer = names.get(requirement.layer, "")
    if requirement.layer == template.id or not layer:
        return "国家模板"
    return layer if layer.endswith("方案") else f"{layer}方案"
