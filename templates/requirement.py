"""What a template is made of: requirements, fields, targets and documents of the superiors, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Need(StrEnum):
    """How much a requirement is needed: its absence is an error, a hint, or nothing."""

    REQUIRED = "required"
    RECOMMENDED = "recommended"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One part, group or task that a plan answers to; `leads` and `partners` are office functions (单位职责)."""

    id: str
    name: str
    level: int  # heading level 1–3
    parent: str | None
    need: Need
    verified: bool  # the name was seen in print as the superior's wording; others are never quoted as such
    guidance: str
    questions: tuple[str, ...]
    leads: tuple[str, ...]
    partners: tuple[str, ...]
    starting_text: str  # paragraphs, one a line, with 【】 placeholders and the tokens the schema describes
    synonyms: tuple[str, ...]
    keywords: tuple[str, ...]
    layer: str  # id of the template or layer it comes from


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a county fills in; its value lives in `Metadata.fields`."""

    id: str
    name: str
    hint: str
    kind: str  # text, number, year, date, multiline
    group: str
    required: bool


@dataclass(frozen=True, slots=True)
class TemplateTarget:
    """A value that a superior's document sets (kind "target") or starts from ("baseline"), with its source."""

    indicator: str
    comparator: str  # > >= = ~ < <=
    value: float
    unit: str
    year: int
    kind: str
    source: str
    requirement: str


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document of a superior (依据); `period` holds the years it is made for, `verified` is about the title."""

    title: str
    doc_number: str
    date: str
    level: str  # nation, province, city
    verified: bool
    period: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """A template with its layers applied; `requirements` are in document order. Compared by identity: `load` caches."""

    id: str
    name: str
    layers: tuple[str, ...]
    layer_names: tuple[str, ...]
    plan_title: str
    period: tuple[int, int]  # the default, a plan chooses its own
    requirements: tuple[Requirement, ...]
    fields: tuple[Field, ...]
    targets: tuple[TemplateTarget, ...]
    documents: tuple[SourceDocument, ...]
    preamble: tuple[str, ...]
    notice_body: str
    availability: str
    wording: Mapping[str, Mapping[str, str]]  # phrase → level → how a place of that level says it
    enumerations: tuple[str, ...] = ()  # clauses of an imported superior's plan that list things, as printed

    def requirement(self, requirement_id: str) -> Requirement:
        """Return the requirement with this id; raises KeyError for one the template does not hold."""
        for requirement in self.requirements:
            if requirement.id == requirement_id:
                return requirement
        raise KeyError(requirement_id)

    def children(self, requirement_id: str | None) -> tuple[Requirement, ...]:
        """Return what stands directly under a requirement, or the parts of the plan for None."""
        return tuple(requirement for requirement in self.requirements if requirement.parent == requirement_id)

    @property
    def required(self) -> tuple[Requirement, ...]:
        """Return what every plan must hold (必备)."""
        return tuple(requirement for requirement in self.requirements if requirement.need is Need.REQUIRED)
