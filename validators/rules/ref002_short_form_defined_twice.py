"""A short form (简称) that is defined twice."""

from collections.abc import Iterator

from editor.model.citations import ShortForm
from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_FIRST = "依据《云溪县科学素质行动方案》（以下简称《行动方案》），制定本方案。"
_SECOND = "落实《云溪县科学素质行动方案》（以下简称《行动方案》）要求。"


@rule(
    code="REF002",
    name="short-form-defined-twice",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="同一个简称定义了两次。",
    reason="简称只在第一次出现时定义；两处定义不同，读者不知道以哪个为准。",
    source="实务",
    examples=(
        Bad((_FIRST, "一、要求", _SECOND)),
        Good((_FIRST, "一、要求", "落实《行动方案》要求。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the second definition."""
    seen: dict[str, ShortForm] = {}
    for form in analysis.short_forms:
        first = seen.setdefault(form.short, form)
        if first is not form:
            message = f"简称“{form.short}”前面已经定义过。"
            related = (Related(first.block_id, first.short),)
            yield Finding(form.start, form.end, message, block_id=form.block_id, related=related)
