"""Any mixture of slips: one pass of all safe fixes leaves none, changes no figure, unit or title, and is one undo."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.model.document import Block, BlockKind, Document
from templates.analysis import analyse
from tests.validators.examples import document_of, small_plan
from validators.engine import Validator
from validators.fixes import fix_all, safe_fixes
from validators.rule import Bad, Good, Scope, all_rules

_PLACE = "云溪县"
_NUMBER = re.compile(r"[0-9]+")
_TITLE = re.compile(r"《((?:[^《》]|《[^《》]*》)*)》")  # marks inside are 《》 or, mended, 〈〉
_MARKS_AND_BLANKS = re.compile(r"[\W_]+")
_UNIT = re.compile(r"(?:县|区|市|省)(?:委|政府|[\u4e00-\u9fff]{1,8}?(?:局|部|办|院|会|协))")
# What a safe fix may do to a figure beyond its form (２０２５, 08): read a sign that looks like zero as zero, 2O25 or
# 二０三五, or write 附件一 as 附件1; and to a list: drop the second mention of a unit.
_READS_FIGURES_ANEW = {"NUM011", "NUM030", "ELM028"}
_DROPS_A_MENTION = {"UNI005"}


def blocks_of(example: Bad | Good, scope: Scope) -> tuple[Block, ...]:
    if scope is Scope.DOCUMENT:
        return document_of(example).blocks
    assert isinstance(example.text, str)
    return (Block("0", BlockKind.PARAGRAPH, example.text),)


EXAMPLES = [blocks_of(example, rule.scope) for rule in all_rules() for example in rule.examples]
TEXTS = [block.text for blocks in EXAMPLES for block in blocks if block.text]


@st.composite
def mixtures(draw: st.DrawFn) -> Document:
    """A plan of some examples one after the other, and of paragraphs with several slips run together."""
    chosen = draw(st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=8))
    runs = draw(st.lists(st.lists(st.sampled_from(TEXTS), min_size=2, max_size=5).map("".join), max_size=4))
    blocks = [block for blocks in chosen for block in blocks]
    blocks += [Block("", BlockKind.PARAGRAPH, text) for text in runs]
    numbered = tuple(replace(block, id=str(number)) for number, block in enumerate(blocks))
    texts = st.sampled_from(TEXTS)
    return replace(
        small_plan((), notice_title=draw(texts), addressees=draw(texts), notice_body=draw(texts)), blocks=numbered
    )


def texts_of(document: Document) -> Iterator[str]:
    metadata = document.metadata
    yield from (metadata.notice_title, metadata.addressees, metadata.notice_body)
    yield from (block.text for block in document.blocks)


def figures(document: Document) -> Counter[int]:
    plain = unicodedata.normalize("NFKC", " ".join(texts_of(document)))
    return Counter(int(number) for number in _NUMBER.findall(plain))


def titles(document: Document) -> Counter[str]:
    found = (title for text in texts_of(document) for title in _TITLE.findall(text))
    return Counter(_MARKS_AND_BLANKS.sub("", unicodedata.normalize("NFKC", title)) for title in found)


def units(document: Document) -> Counter[str]:
    text = "\n".join(_MARKS_AND_BLANKS.sub("、", text) for text in texts_of(document))
    return Counter(_UNIT.findall(text))


@settings(max_examples=150, deadline=None)
@given(mixtures())
def test_one_pass_leaves_nothing_to_fix_and_is_one_undo(document: Document) -> None:
    transaction = fix_all(document, Validator())
    if transaction is None:
        assert not safe_fixes(Validator().run(analyse(document)))
        return
    fixed = transaction.apply(document)
    assert fix_all(fixed, Validator()) is None
    assert not safe_fixes(Validator().run(analyse(fixed)))
    assert transaction.invert().apply(fixed) == document
    assert [block.id for block in fixed.blocks] == [block.id for block in document.blocks]


@settings(max_examples=150, deadline=None)
@given(mixtures())
def test_figures_units_and_titles_stay_what_they_are(document: Document) -> None:
    transaction = fix_all(document, Validator())
    if transaction is None:
        return
    done = {one.code for one in Validator().run(analyse(document)) if one.fix}
    fixed = transaction.apply(document)
    if not done & _READS_FIGURES_ANEW:
        assert figures(fixed) == figures(document)
    assert titles(fixed) == titles(document)
    if not done & _DROPS_A_MENTION:
        assert units(fixed) == units(document)
    assert units(fixed).keys() == units(document).keys()
