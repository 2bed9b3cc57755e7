"""A short form (简称) that is defined and never used."""

from collections import Counter
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import whole_text
from validators.rule import Bad, Finding, Good, Scope, rule
from validators.short_forms import bare

_DEFINED = "依据《云溪县科学素质行动方案》（以下简称《行动方案》），制定本方案。"


@rule(
    code="REF001",
    name="short-form-never-used",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="定义了简称，后文没有用。",
    reason="简称是为后文少写字而定的，不用就不必定义；也可能后文用了另一种叫法。",
    source="实务",
    examples=(
        Bad((_DEFINED, "一、要求", "加强领导。")),
        Good((_DEFINED, "一、要求", "落实《行动方案》要求。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Count the mentions outside the definition."""
    whole = whole_text(analysis)
    defined = Counter(form.short for form in analysis.short_forms)
    # Used in other marks: that is another rule's.
    unused = {one for one in defined if f"“{bare(one)}”" not in whole and whole.count(one) <= defined[one]}
    for form in analysis.short_forms:
        if form.short in unused:
            message = f"简称“{form.short}”定义之后没有再用。"
            yield Finding(form.start, form.end, message, block_id=form.block_id)
