# ruff: noqa: T201 - the figures are what this test is for
"""The two published plans of the corpus: how well lines, headings, units and requirements are understood."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from editor.importing.importer import import_path
from editor.importing.result import Imported
from editor.inspection import inspect_document

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus beside the project is not here")
plans = pytest.mark.parametrize("plan", ["001", "002"])


def read(plan: str) -> tuple[dict[str, Any], Imported]:
    truth = json.loads((CORPUS / f"{plan}.json").read_text(encoding="utf-8"))
    return truth, import_path(next(CORPUS.glob(f"{plan}_*.txt")))


def squeezed(text: object) -> str:
    return "".join(str(text).split())


def flat(sections: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for section in sections:
        yield section
        yield from flat(section["children"])


def heading_keys(sections: list[dict[str, Any]]) -> Counter[tuple[int, str, str]]:
    return Counter((s["level"], squeezed(s["number"]), squeezed(s["heading"])) for s in flat(sections))


@plans
def test_line_roles(plan: str) -> None:
    truth, found = read(plan)
    expected = {int(line): role.split()[0] for line, role in truth["line_roles"].items()}
    right = sum(found.roles.get(line) == role for line, role in expected.items())
    print(f"{plan}: line roles {right}/{len(expected)}")
    assert right >= 0.97 * len(expected)
    assert set(found.roles) == set(expected)


@plans
def test_headings_as_printed(plan: str) -> None:
    truth, found = read(plan)
    expected, seen = heading_keys(truth["sections"]), heading_keys(view(found)["sections"])
    print(
        f"{plan}: headings {sum((expected & seen).values())}/{expected.total()}, spurious {(seen - expected).total()}"
    )
    assert sum((expected & seen).values()) >= 0.97 * expected.total()
    assert (seen - expected).total() <= 0.03 * expected.total()


@plans
def test_lines_of_headings(plan: str) -> None:
    truth, found = read(plan)
    expected = {(s["line"], squeezed(s["heading"])) for s in flat(truth["sections"])}
    assert expected == {(s["line"], squeezed(s["heading"])) for s in flat(view(found)["sections"])}


@plans
def test_unit_mentions(plan: str) -> None:
    truth, found = read(plan)
    expected = Counter(mention for entry in truth["assignments"] for mention in true_mentions(entry))
    seen = Counter(mention for entry in view(found)["assignments"] for mention in mentions(entry))
    hits = (expected & seen).total()
    print(f"{plan}: unit mentions recall {hits}/{expected.total()}, precision {hits}/{seen.total()}")
    assert hits >= 0.99 * expected.total()
    assert hits >= 0.99 * seen.total()


def true_mentions(entry: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    path = entry["task_heading"] or entry["path"][-1]
    heading = squeezed(path).lstrip("0123456789一二三四五六七八九十、.．()（）")
    yield from ((heading, "lead", squeezed(unit)) for unit in entry["lead_units"])
    yield from ((heading, "responsible", squeezed(unit)) for unit in entry["responsible_units"])


def mentions(entry: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for kind in ("lead", "responsible"):
        yield from ((squeezed(entry["heading"]), kind, squeezed(unit)) for unit in entry[kind])


@plans
def test_requirements_of_tasks(plan: str) -> None:
    truth, found = read(plan)
    tied = {squeezed(s["heading"]): set(s["requirements"]) for s in flat(view(found)["sections"])}
    tasks = [s for s in flat(truth["sections"]) if s["level"] == 3 and s["national"]["ids"]]
    right = sum(bool(tied.get(squeezed(s["heading"]), set()) & set(s["national"]["ids"])) for s in tasks)
    print(f"{plan}: tasks tied to the right requirement {right}/{len(tasks)}")
    assert right >= 0.9 * len(tasks)


@plans
def test_elements_of_the_notice(plan: str) -> None:
    truth, found = read(plan)
    seen = view(found)
    for key in ("doc_number", "signature_date", "addressees"):
        assert seen[key] == truth[key], key
    for key in ("issuer", "notice_title", "plan_title"):
        assert squeezed(seen[key]) == squeezed(truth[key]), key
    period = {"start": truth["period"]["start_year"], "end": truth["period"]["end_year"]}
    assert seen["period"] == period
    note = truth["availability_note"]
    assert seen["availability"] == (note.strip("（）()") if note else None)
    basis = [(entry["title"], entry["doc_number"]) for entry in truth["basis"]]
    assert [(entry["title"], entry["doc_number"]) for entry in seen["basis"]] == basis


@plans
def test_units_as_printed(plan: str) -> None:
    truth, found = read(plan)
    assert set(view(found)["units"]) == {entry["unit"] for entry in truth["units"]}


@plans
def test_inspection_fits_the_schema(plan: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((CORPUS.parent / "design" / "inspect.schema.json").read_text(encoding="utf-8"))
    _, found = read(plan)
    jsonschema.Draft202012Validator(schema).validate(json.loads(json.dumps(view(found))))


def test_what_is_left_out_of_the_first_plan_is_its_page_list() -> None:
    _, found = read("001")
    assert {entry.line for entry in found.noise} == set(range(1, 16))


def test_what_is_left_out_of_the_second_plan_is_a_bookmark() -> None:
    _, found = read("002")
    assert [(entry.line, entry.text) for entry in found.noise] == [(26, "[bookmark: _GoBack]")]


@plans
def test_the_letters_of_the_plan_are_kept(plan: str) -> None:
    """Document, metadata and what is listed as left out hold every character of the source, marks restored aside."""
    truth, found = read(plan)
    full = str.maketrans(",:;?!()", "，：；？！（）")
    source = squeezed(next(CORPUS.glob(f"{plan}_*.txt")).read_text(encoding="utf-8")).translate(full)
    metadata = found.document.metadata
    texts = [str(getattr(metadata, key)) for key in metadata.__dataclass_fields__ if key != "units"]
    kept = [block.text for block in found.document.blocks] + texts + [entry.text for entry in found.noise]
    lost = Counter(source) - Counter(squeezed("".join(kept)).translate(full))
    form = Counter("（）（）：：" + truth["signature_date_printed"])
    assert lost - form == Counter()


def view(found: Imported) -> dict[str, Any]:
    return inspect_document(found.document, found)
