from collections.abc import Sequence
from dataclasses import replace

from editor.model.document import Document
from editor.session import Session
from editor.ui.outline_tree import Row, heading_tree, template_tree
from editor.ui.requirement_state import Mark, findings_under, requirement_states
from tests.ui.plans import block_id, new_plan, plan

LINES = (
    "云溪县全民科学素质行动规划纲要实施方案（2026—2030年）",
    "# 一、提升行动",
    "## （一）青少年科学素质提升行动",
    "加强科学教育。",
    "## （二）渔民科普夜校专项行动",
    "办好夜校。",
    "## （三）农民科学素质提升行动",
    "培育高素质农民。",
    "# 二、特色品牌",
    "打造云溪科普节。",
)


def _parts(document: Document) -> tuple:
    session = Session(document)
    states = requirement_states(session.analysis, session.diagnostics)
    return session.analysis, states, findings_under(session.analysis, session.diagnostics)


def _template_tree(document: Document) -> tuple[Row, ...]:
    return template_tree(*_parts(document))


def _find(rows: Sequence[Row], words: str) -> Row:
    return next(row for row in rows if words in row.title)


def _below(rows: Sequence[Row], parent: Row) -> list[str]:
    """Return the titles directly below a row."""
    after = rows[rows.index(parent) + 1 :]
    end = next((at for at, row in enumerate(after) if row.depth <= parent.depth), len(after))
    return [row.title for row in after[:end] if row.depth == parent.depth + 1]


def test_a_present_requirement_carries_the_plans_own_heading() -> None:
    document = plan(*LINES)
    row = next(row for row in _template_tree(document) if row.requirement_id == "A1")
    assert (row.title, row.printed) == ("（一）青少年科学素质提升行动", True)
    assert row.block_id == block_id(document, "（一）")


def test_a_missing_requirement_carries_the_templates_name() -> None:
    row = next(row for row in _template_tree(plan(*LINES)) if row.requirement_id == "A3")
    assert (row.printed, row.block_id, row.mark) == (False, "", Mark.MISSING)
    assert "必备" in row.about
    assert "缺少" in row.about


def test_headings_of_the_plans_own_stand_where_they_stand_in_the_plan() -> None:
    rows = _template_tree(plan(*LINES))
    part = next(row for row in rows if row.requirement_id == "A")
    titles = _below(rows, part)
    assert titles.index("（二）渔民科普夜校专项行动") == titles.index("（一）青少年科学素质提升行动") + 1
    assert _find(rows, "渔民科普夜校").mark is Mark.EXTRA
    assert _find(rows, "特色品牌").depth == 0


def test_a_requirement_written_under_anothers_heading_keeps_its_own_name() -> None:
    document = plan(*LINES)
    index = document.index(block_id(document, "（一）"))
    tied = replace(document.blocks[index], requirements=("A1", "A2"))
    rows = _template_tree(replace(document, blocks=(*document.blocks[:index], tied, *document.blocks[index + 1 :])))
    merged = next(row for row in rows if row.requirement_id == "A2")
    assert (merged.title, merged.printed) == ("农民科学素质提升行动", False)
    assert (merged.mark, merged.block_id) == (Mark.FULFILLED, tied.id)
    assert "合并写在“（一）青少年科学素质提升行动”里" in merged.about


def test_every_heading_of_the_plan_is_reached_from_the_tree() -> None:
    for document in (plan(*LINES), new_plan()):
        reached = {row.block_id for row in _template_tree(document)}
        assert {block.id for block in document.blocks if block.level} <= reached


def test_every_key_comes_once() -> None:
    keys = [row.key for row in _template_tree(new_plan())]
    assert len(keys) == len(set(keys))


def test_requirements_keep_the_templates_order() -> None:
    analysis, states, problems = _parts(new_plan())
    shown = [row.requirement_id for row in template_tree(analysis, states, problems) if row.requirement_id]
    assert shown == [state.requirement.id for state in states]


def test_a_plan_without_any_heading_still_shows_what_is_asked() -> None:
    rows = _template_tree(plan("云溪县实施方案", "还没有写。"))
    assert {row.mark for row in rows} == {Mark.MISSING, Mark.SUGGESTED, Mark.ABSENT}


def test_plain_outline_shows_headings_as_they_stand() -> None:
    analysis, states, problems = _parts(plan(*LINES))
    rows = heading_tree(analysis.sections, states, problems)
    assert [row.title for row in rows if row.depth == 0] == ["一、提升行动", "二、特色品牌"]
    assert _below(rows, rows[0]) == [line[3:] for line in LINES if line.startswith("## ")]
    assert rows[-1].mark is Mark.EXTRA
