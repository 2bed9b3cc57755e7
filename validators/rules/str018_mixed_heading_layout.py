"""Headings side by side of which some stand on their own line and others run on into the text."""

from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import at_heading, siblings
from validators.rule import Bad, Finding, Good, Scope, rule


@rule(
    code="STR018",
    name="mixed-heading-layout",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="同级标题有的独立成行，有的后面接排正文。",
    reason="同级标题用同一种排法，版面才整齐，层次才清楚。",
    source="实务",
    examples=(
        Bad(("一、要求", "（一）指导思想。以科学精神为引领。", "（二）基本原则", "坚持协同推进。")),
        Good(("一、要求", "（一）指导思想", "以科学精神为引领。", "（二）基本原则", "坚持协同推进。")),
        Good(("一、要求", "（一）指导思想。以科学精神为引领。", "（二）基本原则", "1.坚持协同推进。形成合力。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report a row once, at its first run-in heading; one with headings alone has no text to run into."""
    for row in siblings(analysis.sections):
        run_in = [section for section in row if section.parts.run_in]
        own_line = [one for one in row if not one.parts.run_in and not one.children and one.end > one.start + 1]
        if run_in and own_line:
            message = f"“{run_in[0].title}”后面接排正文，同级的“{own_line[0].title}”却独立成行，排法不一。"
            yield at_heading(run_in[0], message)
