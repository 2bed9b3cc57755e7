"""A title whose lines break inside a word."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from editor.model.document import Block, metadata_block
from resources import path as resource
from templates.analysis import Analysis
from validators.diagnostic import Related, Severity
from validators.reading import leading_titles
from validators.rule import Bad, Finding, Good, Scope, rule

_NAMES = ("全民科学素质行动", "科学素质提升行动", "人民政府办公室", "人民政府办公厅")
_LONGEST_WORD = 4  # a longer entry of the list is a phrase and has places to break at


@cache
def _words() -> frozenset[str]:
    """Return what one line must hold: the short words that titles are broken by, and a few names."""
    lines = resource("word/title_words.txt").read_text("utf-8").splitlines()
    entries = [entry for line in lines if not line.startswith("#") for entry in line.split() if "·" not in entry]
    return frozenset((*_NAMES, *(entry for entry in entries if 2 <= len(entry) <= _LONGEST_WORD)))


def _torn(before: str, after: str) -> str | None:
    """Return the word that a break between two lines tears apart, None where a whole name ends the first."""
    if before.endswith(_NAMES):
        return None
    longest = max(map(len, _words()))
    for size in range(2, longest + 1):
        for left in range(1, size):
            word = before[-left:] + after[: size - left]
            if len(word) == size and left <= len(before) and word in _words():
                return word
    return None


def _titles(analysis: Analysis) -> Iterator[tuple[tuple[str, ...], tuple[Block, ...], tuple[int, ...]]]:
    """Yield the lines of each title, the block each stands in and where it begins there."""
    metadata = analysis.document.metadata
    lines = tuple(metadata.notice_title.split("\n"))
    block = metadata_block(metadata, "notice_title")
    starts = tuple(sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines)))
    yield lines, (block,) * len(lines), starts
    blocks = leading_titles(analysis)
    yield tuple(block.text.strip() for block in blocks), blocks, (0,) * len(blocks)


@rule(
    code="ELM030",
    name="title-broken-inside-word",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="标题回行时把一个词拆到了两行。",
    reason="标题分行要词意完整，一个词拆成两半，读起来不顺，也容易看错；换一处断行即可。",
    source="GB/T 9704-2012 7.3.1",
    examples=(
        Bad(("# 云溪县“十五五”全民科学素质", "# 行动规划纲要实施方案")),
        Bad(
            ("一、要求",),
            metadata=(("notice_title", "云溪县人民政府关于印发云溪县全民科学素质行动规划纲要实\n施方案的通知"),),
        ),
        Good(("# 云溪县“十五五”全民科学素质行动", "# 规划纲要实施方案")),
        Good(("# 云溪县全民科学素质行动规划纲要", "# 实施方案（2026—2030年）")),
        Good(
            ("一、要求",),
            metadata=(("notice_title", "云溪县人民政府\n关于印发云溪县科普实施方案\n（2026—2030年）的通知"),),
        ),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report each title once, at the first line that ends inside a word."""
    for lines, blocks, starts in _titles(analysis):
        for at, (before, after) in enumerate(pairwise(lines)):
            word = _torn(before, after)
            if word is not None:
                end = starts[at] + len(before)
                message = f"标题分行把“{word}”拆开了：上一行到“{before[-6:]}”，下一行从“{after[:6]}”起。"
                related = (Related(blocks[at + 1].id, after),) if blocks[at + 1] is not blocks[at] else ()
                yield Finding(max(0, end - 6), end, message, block_id=blocks[at].id, related=related)
                break
