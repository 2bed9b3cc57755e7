"""Measures what the facts rooms read in the two real plans against their hand-made ground truth."""

import json
import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from editor.model.assignments import assignments
from editor.model.citations import basis, short_forms
from editor.model.counts import declared_counts
from editor.model.document import Block, BlockKind, Document
from editor.model.outline import outline, walk
from editor.model.targets import targets

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
PLANS = sorted(path.stem for path in CORPUS.glob("[0-9][0-9][0-9].json"))

pytestmark = pytest.mark.skipif(not PLANS, reason="the corpus of real plans does not lie beside the project")

_MARKUP = re.compile(r"^\[bookmark:[^\]]*\]")


def load(name: str) -> tuple[Document, dict]:
    """Build the document from the ground truth's own line roles: what is measured here is not the import."""
    truth = json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8"))
    lines = (CORPUS / truth["file"]).read_text(encoding="utf-8").splitlines()
    blocks: list[Block] = []
    for number, line in enumerate(lines, 1):
        role = truth["line_roles"].get(str(number), "")
        text = _MARKUP.sub("", line.strip())
        if role == "plan-title" and blocks:
            blocks[-1] = Block(blocks[-1].id, BlockKind.TITLE, blocks[-1].text + text)
        elif role == "plan-title":
            blocks.append(Block(f"line{number}", BlockKind.TITLE, text))
        elif role.startswith("heading-"):
            blocks.append(Block(f"line{number}", BlockKind.HEADING, text, int(role[8])))
        elif role in {"preamble", "paragraph", "assignment"}:
            blocks.append(Block(f"line{number}", BlockKind.PARAGRAPH, text))
    return Document(blocks=tuple(blocks)), truth


def say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")


def report(what: str, found: Counter, wanted: Counter) -> tuple[float, float]:
    """Print and return precision and recall of one multiset against another."""
    hits = (found & wanted).total()
    precision, recall = hits / max(found.total(), 1), hits / max(wanted.total(), 1)
    say(f"{what}: precision {precision:.1%}, recall {recall:.1%} ({hits} of {wanted.total()})")
    for surplus in found - wanted:
        say("  not in the ground truth:", str(surplus))
    for missed in wanted - found:
        say("  missed:", str(missed))
    return precision, recall


@pytest.mark.parametrize("name", PLANS)
def test_unit_mentions_stand_at_the_right_heading_in_the_right_role(name: str) -> None:
    document, truth = load(name)
    sections = outline(document)
    titles = {section.block.id: section.title for section in walk(sections)}
    found: Counter = Counter()
    for item in assignments(document, sections):
        for role, units in (("lead", item.lead), ("responsible", item.responsible)):
            found.update((item.scope, titles.get(item.governs, ""), role, unit.text) for unit in units)
    wanted: Counter = Counter()
    for row in truth["assignments"]:
        title = re.sub(r"^[(（]?[一二三四五六七八九十\d]+[)）、.．]", "", row["path"][-1])
        for role in ("lead", "responsible"):
            wanted.update((row["scope"], title, role, unit) for unit in row[f"{role}_units"])
    precision, recall = report(f"{name} unit mentions", found, wanted)
    assert precision >= 0.99
    assert recall >= 0.99


@pytest.mark.parametrize("name", PLANS)
def test_targets_have_the_value_unit_year_and_kind_of_the_ground_truth(name: str) -> None:
    document, truth = load(name)
    signs = {"超过": ">", "余": ">", "达到": ">=", "以上": ">=", "达到…以上": ">=", "力争达到": "~", "=": "="}
    found = targets(document)
    wanted = truth["targets"]
    precision, recall = report(
        f"{name} targets",
        Counter((item.comparator, item.value, item.unit, item.year, item.frequency, item.kind) for item in found),
        Counter(
            (signs[row["comparator"]], float(row["value"]), row["unit"], row["year"], row["frequency"], row["kind"])
            for row in wanted
        ),
    )
    _, named = report(
        f"{name} indicators",
        Counter(item.indicator for item in found if item.kind != "reference"),
        Counter(row["indicator"] for row in wanted if row["kind"] != "reference"),
    )
    assert precision >= 0.9
    assert recall >= 0.9
    assert named >= 0.8


@pytest.mark.parametrize("name", PLANS)
def test_the_basis_is_the_documents_of_the_preamble_with_their_numbers(name: str) -> None:
    document, truth = load(name)
    found = Counter((item.title, item.doc_number, item.printed_number) for item in basis(document))
    wanted = Counter((row["title"], row["doc_number"], row["doc_number_printed"]) for row in truth["basis"])
    precision, recall = report(f"{name} basis", found, wanted)
    assert precision == recall == 1.0


@pytest.mark.parametrize("name", PLANS)
def test_short_forms_and_declared_counts_are_those_of_the_ground_truth(name: str) -> None:
    document, truth = load(name)
    forms = Counter((form.short, form.full) for form in short_forms(document))
    assert forms == Counter((row["short"], row["full"]) for row in truth["abbreviations"])
    counts = Counter((count.number, count.what) for count in declared_counts(document))
    assert counts == Counter((row["declared"], row["what"]) for row in truth["declared_counts"])
