"""Remnants inside lines are taken out and listed; everything else stays."""

import pytest

from editor.importing.cleaning import clean_lines
from editor.importing.importer import import_text
from editor.importing.lines import SourceLine


def cleaned(text: str) -> tuple[list[str], list[tuple[str, str]]]:
    lines, dropped, _ = clean_lines([SourceLine(7, text)])
    assert all(entry.line == 7 for entry in dropped)
    return [line.text for line in lines], [(entry.text, entry.why) for entry in dropped]


@pytest.mark.parametrize(
    ("text", "kept", "removed"),
    [
        ("[bookmark: _GoBack]为落实部署", "为落实部署", "[bookmark: _GoBack]"),
        (
            "<p style='text-indent:2em'>加强<strong>领导</strong>",
            "加强领导",
            "<p style='text-indent:2em'><strong></strong>",
        ),
        ("各\u200b单\ufeff位", "各单位", "\u200b\ufeff"),
        ("党(dang)的领导", "党的领导", "(dang)"),
        ("一（yī / yì /yí）学", "一学", "（yī / yì /yí）"),
        ("科协(xié)牵头", "科协牵头", "(xié)"),
        ("**重点任务**", "重点任务", "****"),
        ("## 重点任务", "重点任务", "## "),
        ('见 HYPERLINK "http://example.cn/a" 附件', "见  附件", 'HYPERLINK "http://example.cn/a"'),
        ("内容\x07完整", "内容完整", "\x07"),
    ],
)
def test_remnants_are_taken_out_and_listed(text: str, kept: str, removed: str) -> None:
    lines, dropped = cleaned(text)
    assert lines == [kept]
    assert [entry[0] for entry in dropped] == [removed]
    assert all(why for _, why in dropped)


def test_entities_become_characters() -> None:
    lines, dropped = cleaned("&ldquo;科普&rdquo;&nbsp;工作")
    assert lines == ["“科普” 工作"]
    assert dropped == [("&ldquo;&rdquo;&nbsp;", "网页字符代码，已还原为字符")]


@pytest.mark.parametrize(
    "text",
    [
        "《国务院关于印发<全民科学素质行动规划纲要>的通知》",
        "研学(app)平台",
        "里程(km)",
        "选项（a）",
        "产值R&D投入",
        "全长5<6公里",
        "二○二六年",
        "2021——2025年",
        "提高????能力",
        "落实，，确保",
    ],
)
def test_what_an_author_wrote_stays(text: str) -> None:
    assert cleaned(text) == ([text.replace("(", "（").replace(")", "）")], [])


def test_indentation_and_hard_blanks_are_white_space() -> None:
    assert cleaned("　　\u00a0各单位要加强\u00a0领导　") == (["各单位要加强 领导"], [])


def test_soft_breaks_part_a_line_and_keep_its_number() -> None:
    lines, _, _ = clean_lines([SourceLine(3, "一、总体要求\v坚持以人民为中心<br/>推动发展")])
    assert [(line.number, line.text) for line in lines] == [
        (3, "一、总体要求"),
        (3, "坚持以人民为中心"),
        (3, "推动发展"),
    ]


def test_a_sentence_cut_in_two_is_joined() -> None:
    text = (
        "一、总体要求\n根据国家和省市关于公民科学素质建设的部署要求，制定《方案》\n（以下简称《方案》），请认真执行。"
    )
    found = import_text(text)
    assert found.document.blocks[-1].text.endswith("制定《方案》（以下简称《方案》），请认真执行。")
    assert found.roles[2] == found.roles[3] == "paragraph"


def test_restored_marks_are_one_note_and_the_print_is_kept() -> None:
    found = import_text("一、总体要求\n坚持党的领导,加强统筹协调;落实工作责任。")
    assert found.notes[0] == "汉字之间的 2 处半角标点已还原为全角（网页转载常见）。"
    block = found.document.blocks[-1]
    assert block.text == "坚持党的领导，加强统筹协调；落实工作责任。"
    assert found.printed[block.id] == "坚持党的领导,加强统筹协调;落实工作责任。"


def test_destroyed_characters_are_reported() -> None:
    found = import_text("一、总体要求\n提高????能力，完善□□机制。")
    assert any("乱码" in note for note in found.notes)
