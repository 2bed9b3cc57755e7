"""The dict of `inspect`: complete, of the right types, with the source's lines and print."""

import json
from typing import Any

import pytest

from editor.importing.importer import import_text
from editor.inspection import inspect_document, normalise_title, split_addressees
from editor.model.document import Block, BlockKind, Document, Metadata
from tests.importing.samples import LABELS_ON_ONE_LINE, NOTE_PER_TASK, SAMPLES

KEYS = (
    "kind issuer doc_number notice_title plan_title addressees signature_date availability "
    "period lines sections assignments targets basis coverage units"
)


def inspect(text: str) -> dict[str, Any]:
    found = import_text(text)
    return json.loads(json.dumps(inspect_document(found.document, found)))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_everything_is_there_for_every_plan(sample: Any) -> None:
    seen = inspect(sample.text)
    assert list(seen) == KEYS.split()
    assert {entry["line"]: entry["role"] for entry in seen["lines"]} == sample.roles
    assert seen["kind"] in ("implementation-plan", "work-plan", "other")
    assert isinstance(seen["period"], dict | None)


def test_sections_nest_and_keep_print_and_lines() -> None:
    seen = inspect(LABELS_ON_ONE_LINE.text)
    actions = seen["sections"][1]
    assert (actions["level"], actions["number"], actions["heading"], actions["line"]) == (1, "二、", "提升行动", 22)
    youth = actions["children"][0]
    assert (youth["number"], youth["heading"], youth["run_in"]) == ("(一)", "青少年科学素质提升行动", False)
    assert youth["requirements"] == ["A1"]
    assert [(task["number"], task["run_in"]) for task in youth["children"]] == [("1.", True), ("2.", True)]


def test_assignments_name_units_as_printed() -> None:
    seen = inspect(LABELS_ON_ONE_LINE.text)
    last = seen["assignments"][-1]
    assert last["lead"] == ["县农业农村局"]
    assert last["responsible"] == ["县科协", "县妇联", "各乡镇(街道)"]
    assert (last["scope"], last["heading"], last["line"]) == ("section", "农民科学素质提升行动", 29)
    assert "各乡镇(街道)" in seen["units"]
    assert len(set(seen["units"])) == len(seen["units"])


def test_elements_are_as_printed_and_normalised_where_asked() -> None:
    seen = inspect(NOTE_PER_TASK.text)
    assert seen["doc_number"] == "云政字〔2026〕8号"
    assert seen["signature_date"] == "2026-03-05"
    assert seen["period"] == {"start": 2026, "end": 2030}
    assert seen["availability"] is None
    assert any(entry["value"] == 18 and entry["unit"] == "%" for entry in seen["targets"])


def test_basis_and_coverage_are_rows() -> None:
    seen = inspect(LABELS_ON_ONE_LINE.text)
    assert seen["basis"] == [{"title": "全民科学素质行动规划纲要（2021—2035年）", "doc_number": "国发〔2021〕9号"}]
    rows = {row["requirement"]: row for row in seen["coverage"]}
    assert rows["A1"]["headings"] == ["青少年科学素质提升行动"]
    assert rows["A3"]["status"] == "missing"


def test_a_plan_of_our_own_counts_blocks() -> None:
    blocks = (
        Block("t", BlockKind.TITLE, "云溪县全民科学素质行动实施方案"),
        Block("p", BlockKind.PARAGRAPH, "为落实国家部署，制定本方案。"),
        Block("h", BlockKind.HEADING, "一、总体要求", 1),
        Block("b", BlockKind.PARAGRAPH, "坚持以人民为中心。"),
        Block("a", BlockKind.PARAGRAPH, "牵头单位：县教育局。责任单位：县科协。"),
        Block("n", BlockKind.ANNEX_NOTE, "附件：分工表"),
        Block("m", BlockKind.ANNEX, "附件"),
        Block("s", BlockKind.TITLE, "分工表"),
        Block("r", BlockKind.TABLE, rows=(("任务", "单位"),)),
    )
    document = Document("kexue-suzhi", Metadata(signature_date="二〇二六年"), blocks)
    seen = inspect_document(document, None)
    roles = [
        "plan-title",
        "preamble",
        "heading-1",
        "paragraph",
        "assignment",
        "attachment-note",
        "attachment-title",
        "attachment-title",
        "attachment-table",
    ]
    assert seen["lines"] == [{"line": n, "role": role} for n, role in enumerate(roles, 1)]
    assert seen["plan_title"] == "云溪县全民科学素质行动实施方案"
    assert seen["signature_date"] is None
    assert seen["kind"] == "implementation-plan"


@pytest.mark.parametrize(
    ("printed", "bodies"),
    [
        ("各镇人民政府、街道办事处,县政府各部门", ["各镇人民政府", "街道办事处", "县政府各部门"]),
        ("各乡、镇人民政府，街道办事处", ["各乡、镇人民政府", "街道办事处"]),
        ("各市、县、区人民政府，市直各单位", ["各市、县、区人民政府", "市直各单位"]),
        ("各县（市、区）人民政府，市政府各部门", ["各县（市、区）人民政府", "市政府各部门"]),
        ("各乡（镇）人民政府，县政府各委、办、局：", ["各乡（镇）人民政府", "县政府各委、办、局"]),
        ("各乡镇（街道），县直各单位：", ["各乡镇（街道）", "县直各单位"]),
        ("", []),
    ],
)
def test_addressees_are_parted(printed: str, bodies: list[str]) -> None:
    assert split_addressees(printed) == bodies


def test_cited_titles_are_normalised_in_dash_and_zero_only() -> None:
    assert normalise_title("纲要（2021-2035年）") == "纲要（2021—2035年）"
    assert normalise_title("二○三五年远景目标纲要") == "二〇三五年远景目标纲要"
    assert normalise_title("科普—云溪行动") == "科普—云溪行动"
