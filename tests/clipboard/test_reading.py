"""What other programs put on the clipboard becomes blocks; what cannot be taken whole is refused with a sentence."""

import random
import re
from contextlib import suppress

import pytest

from editor.clipboard.pasted import MAX_CHARACTERS, Ending
from editor.clipboard.reading import from_html, from_plain, from_text
from editor.model.document import BlockKind
from editor.model.errors import NotPasted
from tests.clipboard.pages import SPREADSHEET, WEB, WORD, WORD_TEXT, WPS

_SHORT = {
    BlockKind.TITLE: "T",
    BlockKind.PARAGRAPH: "p",
    BlockKind.ANNEX_NOTE: "n",
    BlockKind.ANNEX: "A",
    BlockKind.TABLE: "t",
}


def told(pasted):
    """Return kind and text of every block: heading levels as digits."""
    return [(str(one.level) if one.level else _SHORT[one.kind], one.text) for one in pasted.blocks]


def kinds(pasted):
    return "".join(kind for kind, _ in told(pasted))


# Word, WPS, spreadsheets, web pages


def test_word_keeps_title_headings_numbers_notes_and_tables():
    pasted = from_html(WORD, WORD_TEXT)
    assert told(pasted) == [
        ("T", "云溪县全民科学素质行动实施方案"),
        ("p", "为贯彻落实国家部署，结合我县实际，制定本方案。"),
        ("1", "一、总体要求"),
        ("2", "（一）工作目标"),
        ("p", "到2030年，全县公民具备科学素质的比例达到18%。"),
        ("1", "二、重点任务"),
        ("p", "开展流动科技馆巡展；"),
        ("t", ""),
        ("n", "附件：1.任务分工表"),
        ("n", "2.主要指标表"),
    ]
    assert pasted.ending is Ending.MARK
    assert pasted.note == "已粘贴文字；剪贴板里的1处批注、1处图片没有带过来。"


def test_merged_cells_of_word_keep_their_column():
    table = next(one for one in from_html(WORD, WORD_TEXT).blocks if one.kind is BlockKind.TABLE)
    assert table.rows == (
        ("序号", "任务", "牵头单位"),
        ("1", "青少年科学素质 提升行动", "县教育体育局"),
        ("合计", "", ""),
    )


def test_wps_keeps_headings_by_outline_level_and_by_style():
    assert told(from_html(WPS, "三、保障措施\r\n…\r\n县科协牵头，每半年会商一次。\r\n")) == [
        ("1", "三、保障措施"),
        ("2", "（一）加强组织领导"),
        ("p", "各乡镇、各部门要把科普工作摆上重要位置。"),
        ("3", "健全工作机制"),
        ("p", "县科协牵头，每半年会商一次。"),
    ]


def test_a_spreadsheet_is_a_table_without_its_hidden_rows():
    pasted = from_html(SPREADSHEET, "指标\t2025年\t2030年\r\n公民具备科学素质的比例\t14%\t18%\r\n")
    assert [one.rows for one in pasted.blocks] == [
        (("指标", "2025年", "2030年"), ("公民具备科学素质的比例", "14%", "18%"))
    ]


def test_a_web_page_keeps_headings_and_counted_lists():
    pasted = from_html(WEB, "云溪县科普工作要点\n\n…\n\n工作保障")
    assert told(pasted) == [
        ("1", "云溪县科普工作要点"),
        ("p", "2026年，全县科普工作围绕中心任务展开。"),
        ("p", "有关要求如下："),
        ("2", "重点工作"),
        ("3", "1.办好科普日"),
        ("3", "2.建设科普基地"),
        ("4", "（1）评选县级基地"),
        ("4", "（2）推荐市级基地"),
        ("p", "科技馆进校园；"),
        ("2", "工作保障"),
    ]
    assert pasted.ending is Ending.APART
    assert "图片" in pasted.note


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<ol style='list-style-type:cjk-ideographic'><li>甲</li><li>乙</li></ol>", ["一、甲", "二、乙"]),
        ("<ol start=9><li>甲</li><li value=12>乙</li><li>（三）丙</li></ol>", ["9.甲", "12.乙", "（三）丙"]),
        ("<ol><li>甲<ul><li>乙</li></ul></li></ol>", ["1.甲", "乙"]),
        ("<ol start=99999999999999><li>甲</li></ol>", ["1.甲"]),
        ("<p>甲\r\n乙 and\nword</p>", ["甲乙 and word"]),
        ("<pre>甲\n  乙</pre>", ["甲", "乙"]),
        ("<div role=heading aria-level=2>甲</div>", ["甲"]),
        ("<p>&lt;国&amp;科&gt;&#8203;</p>", ["<国&科>"]),
    ],
)
def test_lists_and_blanks_read_as_a_browser_shows_them(page, wanted):
    assert [text for _, text in told(from_html(page))] == [text.replace("\u200b", "") for text in wanted]


def test_a_piece_of_a_line_stays_one_with_the_blanks_at_its_ends():
    pasted = from_html("<span style='color:red'>一、甲</span> ", "一、甲 ")
    assert told(pasted) == [("p", "一、甲 ")]
    assert pasted.is_inline


def test_a_single_heading_of_a_page_is_inline_and_knows_what_it_was():
    pasted = from_html("<h2>工作目标</h2>", "工作目标")
    assert told(pasted) == [("2", "工作目标")]
    assert pasted.is_inline


def test_a_page_laid_out_with_a_table_is_read_as_lines():
    assert told(from_html(f"<table><tr><td>菜单</td><td><p>一、总体要求</p><p>{'坚持。' * 400}</p></td></tr></table>"))[
        :2
    ] == [("p", "菜单"), ("1", "一、总体要求")]


# plain text


def test_numbered_lines_of_a_text_become_headings():
    pasted = from_text(
        "一、总体要求\r\n　　坚持以人为本。\r\n（一）工作目标\r\n1.青少年行动。激发好奇心，培养科学兴趣。\r\n"
    )
    assert kinds(pasted) == "1p23"
    assert pasted.ending is Ending.MARK


def test_list_items_and_short_lines_are_no_headings():
    assert kinds(from_text("1.到2030年建成基地12个；\n2.到2030年培训教师200名；\n3.举办活动30场。")) == "ppp"
    assert kinds(from_text("县科协\n县教育体育局\n工作目标\n各部门要高度重视这项工作。")) == "pppp"


def test_an_annex_keeps_mark_and_title():
    assert kinds(from_text("附件1\n任务分工表\n一、说明\n责任单位：县科协。")) == "AT1p"


def test_rows_parted_by_tabs_become_a_table_and_indents_do_not():
    assert from_text("任务\t单位\r\n科普日\t县科协\r\n\t\r\n").blocks[0].rows == (
        ("任务", "单位"),
        ("科普日", "县科协"),
        ("", ""),
    )
    assert kinds(from_text("\t甲段。\n\t乙段。")) == "pp"
    assert kinds(from_text("甲\t乙\n丙")) == "pp"


@pytest.mark.parametrize(
    ("text", "lines", "ending"),
    [
        ("  甲 乙　", ["  甲 乙　"], Ending.JOINS),
        ("　　甲。\r\n\r\n\r\n  （一）乙 \n\t丙", ["甲。", "（一）乙", "丙"], Ending.JOINS),
        ("甲\n乙\n", ["甲", "乙"], Ending.MARK),
        ("\n甲", ["", "甲"], Ending.JOINS),
        ("\n\n", [""], Ending.MARK),
        ("\ufeff甲\u202e乙\x00\u2029丙\ud800", ["甲乙", "丙\ufffd"], Ending.JOINS),
        ("👨\u200d👩\u200d👧", ["👨\u200d👩\u200d👧"], Ending.JOINS),
    ],
)
def test_plain_text_is_taken_without_what_sets_paragraphs_off(text, lines, ending):
    pasted = from_plain(text)
    assert [one.text for one in pasted.blocks] == lines
    assert pasted.ending is ending
    assert kinds(pasted) == "p" * len(lines)


# bad input


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 5000 + "深",
        "<p>甲" + "<b></b>" * 300_000,
        f"<p title='{'x' * 11_000_000}'>甲",
        f"<p>{'国' * 11_000_000}",
    ],
)
def test_a_page_that_cannot_be_read_whole_gives_its_text_and_says_so(page):
    pasted = from_html(page, "甲\n乙")
    assert told(pasted) == [("p", "甲"), ("p", "乙")]
    assert pasted.note == "格式读不出来，只粘贴了文字，请核对标题和表格。"
    with pytest.raises(NotPasted):
        from_html(page)


def test_entities_of_a_page_are_not_multiplied():
    bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><p>&b;</p><p>乙</p>"
    assert sum(len(text) for _, text in told(from_html(bomb))) < 50


def test_a_large_picture_in_a_page_does_not_hide_the_text_behind_it():
    page = f"<p>甲</p><img src='data:image/png;base64,{'A' * 12_000_000}'><p>乙</p>"
    assert told(from_html(page, "甲\n乙")) == [("p", "甲"), ("p", "乙")]


def test_a_table_of_500_rows_comes_whole_and_one_wider_than_word_allows_is_refused():
    rows = "<tr>" + "<td>甲</td>" * 8 + "</tr>"
    table = from_html(f"<table>{rows * 500}</table>").blocks[0]
    assert (len(table.rows), len(table.rows[0])) == (500, 8)
    for wide in ("<td>甲</td>" * 10_000, "<td colspan=9999>甲</td><td>乙</td>"):
        with pytest.raises(NotPasted, match="63 列"):
            from_html(f"<table><tr>{wide}</tr></table>")
    with pytest.raises(NotPasted, match="63 列"):
        from_text("甲\t" * 10_000 + "\n" + "甲\t" * 10_000)


@pytest.mark.parametrize("text", ["国" * (MAX_CHARACTERS + 1), "国\n" * 100_000])
def test_more_than_a_screen_can_show_is_refused_whole(text):
    for read in (from_plain, from_text, lambda text: from_html(f"<pre>{text}</pre>")):
        with pytest.raises(NotPasted, match="没有粘贴"):
            read(text)


def test_a_picture_alone_is_refused():
    with pytest.raises(NotPasted, match="图片"):
        from_html("<img src='https://yunxi.example/a.png'>", "https://yunxi.example/a.png")


_PIECES = (
    *("<p>", "</p>", "<h2>", "<table>", "<tr>", "<td>", "</td>", "<ol>", "<li>", "<br>", "<span class=MsoTitle>"),
    *("<td rowspan=9999", " colspan=60>", " style='mso-list:Ignore'", "<![if x]>", "<!--", "-->", "<", ">"),
    *("一、甲", "\ud83d", "\u2028", "\x00", "&#xd800;", "👍", "\n"),
)


@pytest.mark.parametrize("seed", range(300))
def test_any_page_gives_clean_blocks_or_a_sentence(seed):
    chance = random.Random(seed)
    page = "".join(chance.choices(_PIECES, k=chance.randint(1, 60)))
    with suppress(NotPasted):
        pasted = from_html(page, chance.choice(["", "甲\n"]))
        assert len({one.id for one in pasted.blocks}) == len(pasted.blocks)
        assert not re.search(r"[\n\u2028]", "".join(cell for one in pasted.blocks for row in one.rows for cell in row))
