"""A new plan from a template: every requirement with its heading, starting text and who does it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.model.document import Block, BlockKind, Document, Level, Metadata, Unit, clean_line, new_id
from editor.model.outline import number_for
from templates.requirement import Requirement, Template

_TOKEN = re.compile(r"\{([^{}]+)\}")
_PREFIXES = "县区市旗州盟省"
_USUAL_PREFIX = {Level.COUNTY: "县", Level.CITY: "市", Level.PROVINCE: "省"}


def localise(template: Template, text: str, metadata: Metadata) -> str:
    """Return a text of the library as the place, level and period of a plan say it: every {token} is replaced."""
    words, phrases = _words(template, metadata), _phrases(template, metadata)

    def said(match: re.Match[str]) -> str:
        token = match[1]
        if token.startswith("count:"):
            return str(len(template.children(token.removeprefix("count:"))))
        return _TOKEN.sub(said, phrases[token]) if token in phrases else words[token]

    return _TOKEN.sub(said, text)


def _words(template: Template, metadata: Metadata) -> dict[str, str]:
    prefix = metadata.prefix if metadata.prefix and metadata.prefix in _PREFIXES else _USUAL_PREFIX[metadata.level]
    start, end = metadata.period_start or template.period[0], metadata.period_end or template.period[1]
    return {
        "place": metadata.place or "【地名】",
        "县": prefix,
        "全县": "全" + prefix,
        "我县": "我" + prefix,
        "start": str(start),
        "end": str(end),
        "period": f"{start}—{end}年",
    }


def _phrases(template: Template, metadata: Metadata) -> dict[str, str]:
    """Return the tokens that stand for a text with tokens of its own."""
    by_level = {name: phrase[metadata.level] for name, phrase in template.wording.items()}
    known = _superior_plan(template, metadata.period_end or template.period[1])
    return {"title": template.plan_title, "省级依据": known or by_level["省级占位"], **by_level}


def _superior_plan(template: Template, end: int) -> str:
    """Return the citation of the province's plan that holds in the last year; empty when none is known."""
    for entry in template.documents:
        if entry.level == "province" and entry.verified and entry.period and entry.period[0] < end <= entry.period[1]:
            return f"《{entry.title}》（{entry.doc_number or '【文号】'}）"
    return ""


def new_document(
    template: Template,
    *,
    place: str,
    level: Level,
    period: tuple[int, int],
    issuer: str = "",
    units: tuple[Unit, ...] = (),
) -> Document:
    """Return a new plan that holds every requirement, with placeholders for what only the place knows."""
    metadata = Metadata(
        place=clean_line(place),
        level=level,
        layers=template.layers,
        period_start=period[0],
        period_end=period[1],
        issuer=clean_line(issuer),
        availability=template.availability,
        units=units,
    )
    title = localise(template, template.plan_title, metadata)
    metadata = replace(
        metadata,
        notice_title=f"{metadata.issuer}关于印发{title}的通知" if issuer else "",
        notice_body=localise(template, template.notice_body, metadata),
        addressees=localise(template, "{addressees}", metadata),
    )
    blocks = [Block(new_id(), BlockKind.TITLE, title)]
    blocks += [_paragraph(localise(template, text, metadata)) for text in template.preamble]
    for ordinal, part in enumerate(template.children(None), start=1):
        blocks += _section(template, part, ordinal, metadata)
    return Document(template.id, metadata, tuple(blocks))


def _paragraph(text: str) -> Block:
    return Block(new_id(), BlockKind.PARAGRAPH, text)


def _section(template: Template, requirement: Requirement, ordinal: int, metadata: Metadata) -> Iterator[Block]:
    """Yield the heading with its number (GB/T 9704-2012, 7.3.3), the starting text, what is below, who does it."""
    heading = number_for(requirement.level, ordinal) + localise(template, requirement.name, metadata)
    paragraphs = localise(template, requirement.starting_text, metadata).splitlines()
    if requirement.level == 3 and paragraphs:
        heading = f"{heading}。{paragraphs.pop(0)}"
    yield Block(new_id(), BlockKind.HEADING, heading, requirement.level)
    yield from map(_paragraph, paragraphs)
    for below, child in enumerate(template.children(requirement.id), start=1):
        yield from _section(template, child, below, metadata)
    if requirement.level == 2 and requirement.leads:
        yield _paragraph(_assignment(requirement, metadata.units))


def _assignment(requirement: Requirement, units: Sequence[Unit]) -> str:
    from editor.model.assignments import Style, assignment_text

    leads = _holders(units, requirement.leads)
    partners = [unit for unit in _holders(units, requirement.partners) if unit not in leads]
    lead_names = [unit.short or unit.name for unit in leads] or ["【牵头单位】"]
    partner_names = [unit.short or unit.name for unit in partners] or ["【责任单位】"]
    return assignment_text(Style.ONE_LINE, lead_names, partner_names)[0]


def _holders(units: Sequence[Unit], functions: Sequence[str]) -> list[Unit]:
    """Return the first unit that holds each office function, in the order of the register (单位库)."""
    chosen = {next((unit.id for unit in units if function in unit.functions), "") for function in functions}
    return [unit for unit in units if unit.id in chosen]
