"""Walking through what was found: reading order, cells, fields, round the ends."""

from dataclasses import replace

from editor.model.document import Block, BlockKind, Metadata
from editor.model.finding import Query, find, passages
from editor.model.found_places import NO_CELL, FoundPlaces, Step
from tests.builders import plan

TABLE = Block("t", BlockKind.TABLE, rows=(("甲", "甲甲"),))
BASE = plan("甲", "乙", metadata=Metadata(notice_title="甲", secrecy="甲"))
PLAN = replace(BASE, blocks=(*BASE.blocks, TABLE, Block("z", BlockKind.PARAGRAPH, "甲")))


def places():
    return FoundPlaces(PLAN, find(Query("甲"), passages(PLAN)))


def test_the_order_is_text_with_cells_then_fields():
    assert [(hit.id, hit.cell) for hit in places().hits] == [
        ("0", None), ("t", (0, 0)), ("t", (0, 1)), ("t", (0, 1)), ("z", None),
        ("meta:secrecy", None), ("meta:notice_title", None),
    ]  # fmt: skip
    assert places().summary == "共 7 处，其中表格 3 处、公文要素 2 处"


def test_steps_go_on_from_a_place_and_round_the_ends():
    found = places()
    assert found.step((1, NO_CELL, 0, 0), 1) == Step(1, False)
    assert found.step((1, NO_CELL, 0, 0), -1) == Step(0, False)
    assert found.step(found.places[2], 1) == Step(3, False)
    assert found.step(found.places[6], 1) == Step(0, True)
    assert found.step(found.places[0], -1) == Step(6, True)
    assert FoundPlaces(PLAN, ()).step((0, NO_CELL, 0, 0), 1) is None


def test_only_the_very_place_is_the_hit():
    found = places()
    assert found.at((0, NO_CELL, 0, 1)) == 0
    assert found.at((0, NO_CELL, 0, 0)) is None
    assert found.at((2, (0, 1), 1, 2)) == 3
