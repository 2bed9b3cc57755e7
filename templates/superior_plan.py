"""The superior's plan that a plan is held against (上级方案): taken from a document, and read under our template."""

from functools import cached_property, lru_cache

from editor.model.document import BlockKind, Document, Metadata, Superior
from editor.model.errors import UserError
from templates.analysis import Analysis, analyse
from templates.coverage import Coverage, cover
from templates.passages import Passage, passages
from templates.requirement import Template
from templates.superior import superior_layer
from templates.template import with_layer

_LONGEST = 300_000  # characters: ten times a long plan; more is no plan, and every saving would carry it
_MOST_BLOCKS = 20_000


class SuperiorPlan:
    """The superior's plan analysed; `template` is ours under the layer that it makes.

    Raises UserError for a document that is no such plan.
    """

    def __init__(self, base: Template, superior: Superior) -> None:
        self.source = superior
        metadata = Metadata(
            place=superior.place,
            level=superior.level,
            layers=base.layers,
            doc_number=superior.doc_number,
            signature_date=superior.signature_date,
            period_start=superior.period_start,
            period_end=superior.period_end,
        )
        self.analysis: Analysis = analyse(Document(base.id, metadata, superior.blocks))
        self.template = with_layer(base, superior_layer(self.analysis))

    @property
    def name(self) -> str:
        """Return whose plan it is: 云州市, or 上级 where the plan does not say."""
        return self.source.place or "上级"

    @cached_property
    def coverage(self) -> Coverage:
        """Return what answers to which requirement, the superior's own tasks among them."""
        return cover(self.analysis.document, self.analysis.sections, self.template)

    def passages(self, requirement_id: str) -> tuple[Passage, ...]:
        """Return what the superior says in answer to a requirement; empty where it says nothing."""
        return passages(self.analysis.document, self.analysis.sections, self.coverage, requirement_id)


def superior_of(document: Document, name: str) -> Superior:
    """Return a document's body as the superior's plan read from the file `name`; annexes are left out.

    Raises UserError for one that is too long to be kept in a plan.
    """
    kinds = [block.kind for block in document.blocks]
    blocks = document.blocks[: kinds.index(BlockKind.ANNEX)] if BlockKind.ANNEX in kinds else document.blocks
    if len(blocks) > _MOST_BLOCKS or sum(len(block.text) for block in blocks) > _LONGEST:
        raise UserError(f"“{name}”太长，不像一份实施方案。", "请选择上级印发的实施方案本身。")
    metadata = document.metadata
    return Superior(
        name,
        blocks,
        metadata.place,
        metadata.level,
        metadata.doc_number,
        metadata.signature_date,
        metadata.period_start,
        metadata.period_end,
    )


def superior_plan(base: Template, superior: Superior) -> SuperiorPlan:
    """Return the superior's plan as read under a template, kept; raises UserError for what is no such plan."""
    made = _made(base, superior)
    if isinstance(made, UserError):
        raise made
    return made


@lru_cache(maxsize=4)
def _made(base: Template, superior: Superior) -> SuperiorPlan | UserError:
    """Return the plan or why there is none: a refusal is kept as well, every key would ask for it again."""
    try:
        return SuperiorPlan(base, superior)
    except UserError as error:
        return error
