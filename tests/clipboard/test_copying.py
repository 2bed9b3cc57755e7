"""What we put on the clipboard: our own blocks come back as they are, Word and a browser see headings and tables."""

import json
from dataclasses import replace

import pytest

from editor.clipboard.copying import from_bytes, selected, to_bytes, to_html, to_text
from editor.clipboard.pasted import Ending, Pasted
from editor.clipboard.place import Place, length
from editor.clipboard.reading import from_html, from_text
from editor.model.document import Block, BlockKind, Document
from editor.model.errors import NotPasted

PLAN = Document(
    blocks=(
        Block("title", BlockKind.TITLE, "云溪县全民科学素质行动实施方案"),
        Block("h1", BlockKind.HEADING, "一、总体要求", 1),
        Block("h3", BlockKind.HEADING, "1.青少年行动。激发<好奇心>&培养兴趣。", 3),
        Block("text", BlockKind.PARAGRAPH, "坚持以人为本。"),
        Block("t", BlockKind.TABLE, rows=(("任务", "单位"), ("科普日", "县科协"))),
        Block("note", BlockKind.ANNEX_NOTE, "附件：1.任务分工表"),
        Block("annex", BlockKind.ANNEX, "附件1"),
        Block("below", BlockKind.TITLE, "任务分工表"),
    )
)
ALL = Place(0, 0), Place(7, length(PLAN.blocks[7]))


def told(blocks):
    return [(one.kind, one.level, one.text, one.rows) for one in blocks]


def test_our_own_format_keeps_kinds_levels_and_rows_and_gives_new_ids():
    back = from_bytes(to_bytes(selected(PLAN, *ALL)))
    assert told(back.blocks) == told(PLAN.blocks)
    assert not {one.id for one in back.blocks} & {one.id for one in PLAN.blocks}


def test_keys_of_a_newer_program_come_along():
    newer = replace(PLAN, blocks=(replace(PLAN.blocks[0], extra='{"colour": "\\ud800"}'),))
    assert from_bytes(to_bytes(selected(newer, Place(0, 0), Place(0, 3)))).blocks[0].extra


@pytest.mark.parametrize("read", [lambda copied: from_html(to_html(copied), to_text(copied))])
def test_our_html_keeps_kinds_levels_and_rows(read):
    assert told(read(selected(PLAN, *ALL)).blocks) == told(PLAN.blocks)


def test_our_html_says_heading_and_table_in_words_that_word_knows():
    page = to_html(selected(PLAN, *ALL))
    assert "<h1>一、总体要求</h1>" in page
    assert '<p style="mso-outline-level:3"><b>1.青少年行动。</b>激发&lt;好奇心&gt;&amp;培养兴趣。</p>' in page
    assert "<tr><td>科普日</td><td>县科协</td></tr>" in page
    assert page.count("<!--StartFragment-->") == page.count("<!--EndFragment-->") == 1


def test_plain_text_is_a_paragraph_a_line_and_a_table_by_tabs():
    text = to_text(selected(PLAN, Place(3, 2), Place(5, 2)))
    assert text == "以人为本。\n任务\t单位\n科普日\t县科协\n附件"
    assert from_text("任务\t单位\n科普日\t县科协").blocks[0].rows == PLAN.blocks[4].rows


def test_a_selection_up_to_the_next_line_ends_with_a_paragraph_mark():
    copied = selected(PLAN, Place(1, 0), Place(2, 0))
    assert (copied.ending, len(copied.blocks)) == (Ending.MARK, 1)
    assert to_text(copied) == "一、总体要求\n"


def test_a_piece_of_a_heading_is_text_and_the_whole_of_it_a_heading():
    assert selected(PLAN, Place(1, 2), Place(1, 4)).blocks[0].kind is BlockKind.PARAGRAPH
    assert selected(PLAN, Place(1, 0), Place(1, 6)).blocks[0].kind is BlockKind.HEADING
    assert "<span>总体</span>" in to_html(selected(PLAN, Place(1, 2), Place(1, 4)))


def test_a_table_comes_whole():
    assert selected(PLAN, Place(4, 0), Place(4, 1)).blocks == (PLAN.blocks[4],)


def sound():
    return json.loads(to_bytes(Pasted(PLAN.blocks[:2])))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": "nigao"}',
        json.dumps(sound() | {"format": "other"}).encode(),
        json.dumps(sound() | {"blocks": [{"id": "a", "kind": "script"}]}).encode(),
        json.dumps(sound() | {"blocks": [{"id": "a", "kind": "table", "rows": [[1]]}]}).encode(),
        json.dumps(sound() | {"blocks": [{"id": "a", "kind": "title"}] * 2}).encode(),
        json.dumps(sound() | {"clipboard_ending": "boom"}).encode(),
        json.dumps(sound() | {"clipboard_ending": ["joins"]}).encode(),
    ],
)
def test_what_claims_to_be_ours_and_is_not_sound_is_refused(data):
    with pytest.raises(NotPasted, match="没有粘贴"):
        from_bytes(data)


def test_line_breaks_and_half_characters_in_our_format_are_cleaned():
    data = sound()
    data["blocks"][0]["text"] = "甲\u2028乙\ud800\x00"
    assert from_bytes(json.dumps(data).encode()).blocks[0].text == "甲乙\ufffd"
