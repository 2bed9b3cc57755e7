"""What changed inside a text: the laws of the pieces, and words that are never torn."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.document import Metadata, Unit
from editor.model.spans import Op, Piece, pieces, words_of
from editor.model.table_rows import row_pairs

UNITS = Metadata(units=(Unit("kx", "云溪县科学技术协会", "县科协"), Unit("jy", "云溪县教育局", "县教育局")))
WORDS = words_of(UNITS)
TEXTS = st.text(alphabet="县科协教育局12034%。，年《》人ab🎈 ", max_size=30)


def joined(found: tuple[Piece, ...], without: Op) -> str:
    return "".join(piece.text for piece in found if piece.op is not without)


@given(TEXTS, TEXTS)
def test_the_pieces_hold_both_texts(old, new):
    found = pieces(old, new, WORDS)
    assert joined(found, Op.INSERTED) == old
    assert joined(found, Op.DELETED) == new
    assert all(piece.text for piece in found)
    assert all(a.op is not b.op for a, b in pairwise(found))


@given(TEXTS, TEXTS)
def test_a_number_is_never_torn(old, new):
    found = pieces(old, new, WORDS)
    for text, without in ((old, Op.INSERTED), (new, Op.DELETED)):
        edges, at = set(), 0
        for piece in found:
            at += len(piece.text) if piece.op is not without else 0
            edges.add(at)
        torn = [
            match.group() for match in re.finditer(r"\d+", text) if any(match.start() < e < match.end() for e in edges)
        ]
        assert torn == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("达到18%以上。", "达到20%以上。",
         [("same", "达到"), ("deleted", "18%"), ("inserted", "20%"), ("same", "以上。")]),
        ("由县科协牵头", "由县教育局牵头",
         [("same", "由"), ("deleted", "县科协"), ("inserted", "县教育局"), ("same", "牵头")]),
        ("按《科普法》执行", "按《科技进步法》执行",
         [("same", "按"), ("deleted", "《科普法》"), ("inserted", "《科技进步法》"), ("same", "执行")]),
        ("", "新增", [("inserted", "新增")]),
        ("删去", "", [("deleted", "删去")]),
        ("相同", "相同", [("same", "相同")]),
    ],
)  # fmt: skip
def test_words_are_replaced_whole(old, new, expected):
    assert [(piece.op.value, piece.text) for piece in pieces(old, new, WORDS)] == expected


def test_a_very_long_text_is_compared_by_sentences():
    old = "".join(f"第{number}项措施按期落实，每年通报一次。" for number in range(900))
    new = old.replace("第500项措施", "第500项重点措施")
    found = pieces(old, new, WORDS)
    assert joined(found, Op.INSERTED) == old
    assert joined(found, Op.DELETED) == new
    assert [piece.text for piece in found if piece.op is Op.INSERTED] == ["第500项重点措施按期落实，每年通报一次。"]


def test_names_with_pattern_characters_are_words_too():
    unit = replace(UNITS.units[0], name="县局（筹）+", short="县局(筹)+")
    found = pieces("由县局（筹）+负责", "由县局(筹)+负责", words_of(Metadata(units=(unit,))))
    assert [piece.text for piece in found] == ["由", "县局（筹）+", "县局(筹)+", "负责"]


def test_rows_of_tables_meet_their_own():
    old = (("任务", "单位"), ("培训教师", "县教育局"), ("科普大篷车", "县科协"), ("流动展览", "县文化馆"))
    new = (("任务", "单位"), ("培训教师", "县教育局、县科协"), ("流动展览", "县文化馆"), ("农技下乡", "县农业农村局"))
    assert row_pairs(old, new) == [
        (old[0], new[0]), (old[1], new[1]), (old[2], None), (old[3], new[2]), (None, new[3]),
    ]  # fmt: skip


ROWS = st.lists(st.tuples(st.sampled_from(["甲", "乙", "丙任务", ""]), st.sampled_from(["1", "2", ""])), max_size=8)


@given(ROWS, ROWS)
def test_the_row_pairs_hold_both_tables(old, new):
    pairs = row_pairs(old, new)
    assert [row for row, _ in pairs if row is not None] == old
    assert [row for _, row in pairs if row is not None] == new
