"""A list taken from the superior's plan with one member changed, lost, or run together with its neighbour."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from editor.model.document import BlockKind
from editor.model.text_cache import keep_by_arguments, keep_by_text
from templates.analysis import Analysis
from templates.matching import bigrams
from templates.requirement import Template
from templates.superior import clauses
from validators.diagnostic import Severity
from validators.patterns import quoted
from validators.requirements import superior
from validators.rule import Bad, Finding, Good, Scope, rule

_AGREES = 0.85  # of the two clauses, marks apart: below that the plan has its own wording
_LONGEST = 12  # characters that differ
# What a lower level changes as a matter of course: 全省 → 全县, 市级 → 县级.
_LEVELS = str.maketrans(dict.fromkeys("国省市区州盟旗", "县"))

_LAYER = (("layers", ("example-superior",)),)


@keep_by_text
def _plain(clause: str) -> str:
    return clause.translate(_LEVELS).replace("、", "")


@lru_cache(maxsize=8)
def _index(template: Template) -> dict[str, tuple[int, ...]]:
    """Return for each pair of characters the numbers of the superior's clauses that have it."""
    found: dict[str, tuple[int, ...]] = {}
    for at, clause in enumerate(template.enumerations):
        for pair in bigrams(_plain(clause)):
            found[pair] = (*found.get(pair, ()), at)
    return found


@keep_by_arguments
def _nearest(template: Template, clause: str) -> str | None:
    """Return the superior's clause that a clause agrees with but for a few characters, None if it is its own."""
    index = _index(template)
    pairs = bigrams(_plain(clause))
    votes = Counter(at for pair in pairs for at in index.get(pair, ()))
    for at, shared in votes.most_common(1):
        other = template.enumerations[at]
        agrees = 2 * shared / (len(pairs) + len(bigrams(_plain(other))))
        if agrees >= _AGREES and other.translate(_LEVELS) != clause.translate(_LEVELS):
            return other
    return None


def _shared(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _apart(one: str, other: str) -> tuple[str, str]:
    """Return the middle parts in which two texts differ."""
    head = _shared(one, other)
    tail = _shared(one[head:][::-1], other[head:][::-1])
    return one[head : len(one) - tail], other[head : len(other) - tail]


@rule(
    code="REF037",
    name="list-differs-from-superior",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="照上级方案写的一串并列词，与上级的差一两个词。",
    reason="成串的并列词多是固定表述，少一个、换一个或者漏了顿号，往往是抄写时的差错；有意改动的可以不管。",
    source="上级方案",
    examples=(
        Bad(("一、行动", "普及科学用药、营养膳食、居家安全、心理疏导等常识。"), metadata=_LAYER),
        Bad(("一、行动", "普及合理用药营养膳食、居家安全、心理疏导等常识。"), metadata=_LAYER),
        Good(("一、行动", "普及合理用药、营养膳食、居家安全、心理疏导等常识。"), _LAYER),
        Good(("一、行动", "广泛普及合理用药、营养膳食、居家安全、心理疏导等常识。"), _LAYER),
        Good(("一、行动", "普及防火防汛、网络安全、心理疏导等常识。"), _LAYER),
        Good(("一、行动", "普及科学用药、营养膳食、居家安全、心理疏导等常识。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Hold each clause that lists things against those of an imported superior's plan."""
    template = analysis.template
    if template is None or not template.enumerations:
        return
    whole = frozenset(template.enumerations)
    for block in analysis.document.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            continue
        for match in clauses(block.text):
            other = None if match.group() in whole else _nearest(template, match.group())
            here, there = _apart(match.group(), other) if other else ("", "")
            own_verb = other is not None and match.group()[:1] != other[:1] and "、" not in here + there
            if other and not own_verb and max(len(here), len(there)) <= _LONGEST:
                own = quoted(match.group())
                message = f"{superior(analysis)}的方案这里写作“{quoted(other)}”，本方案写作“{own}”，请核对。"
                yield Finding(*match.span(), message, block_id=block.id)
