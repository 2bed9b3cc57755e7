"""Cited documents are read with title and number in every form seen in the field, and the basis is the preamble's."""

import pytest

from editor.model.citations import (
    DOC_NUMBER,
    Citation,
    basis,
    citations,
    normalise_doc_number,
    normalise_title,
    short_forms,
)
from editor.model.document import Block, BlockKind, Document


def plan(*paragraphs: str, title: str = "云溪县全民科学素质行动实施方案") -> Document:
    """Make a document: a title, paragraphs, and headings where a line starts with 「#」."""
    blocks = [Block("title", BlockKind.TITLE, title)]
    for number, text in enumerate(paragraphs):
        kind = BlockKind.HEADING if text.startswith("#") else BlockKind.PARAGRAPH
        blocks.append(Block(f"b{number}", kind, text.lstrip("#"), 1 if kind is BlockKind.HEADING else 0))
    return Document(blocks=tuple(blocks))


def read(text: str) -> tuple[Citation, ...]:
    found = citations(plan(text))
    for item in found:
        assert text[item.start] == "《"
        assert text[item.end - 1] == "》"
        if item.printed_number is not None:
            assert text[item.number_start : item.number_end] == item.printed_number
    return found


@pytest.mark.parametrize(
    "printed",
    ["江政发〔2021〕25号", "江政发[2021]25号", "江政发（2021）25号", "江政发(2021)第025号", "江政发【2021】25号",
     "江政发﹝2021﹞25号", "江政发「2021」25号", "江政发〖2021〗25号", "江政发„2021‟25号", "江政发 〔２０２１〕 25 号",
     "江政发［2021年］２５号"],
)  # fmt: skip
def test_a_number_is_normalised_whatever_its_brackets(printed: str) -> None:
    assert normalise_doc_number(printed) == "江政发〔2021〕25号"
    assert DOC_NUMBER.fullmatch(printed)
    (found,) = read(f"依据《全省方案》（{printed}）精神")
    assert (found.doc_number, found.printed_number) == ("江政发〔2021〕25号", printed)


def test_prose_before_a_number_is_not_part_of_it() -> None:
    assert normalise_doc_number("按照江政办发〔2021〕5号") == "江政办发〔2021〕5号"
    assert normalise_doc_number(" 没有文号 ") == "没有文号"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("依据《甲规划》《乙方案》和《丙条例》", ["甲规划", "乙方案", "丙条例"]),
        ("依据《甲规划》、《乙方案》", ["甲规划", "乙方案"]),
        ("按照《江东省人民政府关于印发〈甲规划〉的通知》", ["江东省人民政府关于印发〈甲规划〉的通知"]),
        ("按照《江东省人民政府关于印发<甲规划>的通知》", ["江东省人民政府关于印发〈甲规划〉的通知"]),
        ("按照《江东省人民政府关于印发《甲规划》的通知》", ["江东省人民政府关于印发〈甲规划〉的通知"]),
        ("按照《关于转发《关于印发《甲规划》的通知》的通知》", ["关于转发〈关于印发〈甲规划〉的通知〉的通知"]),
        ("《未闭合的标题和《乙方案》", ["乙方案"]),
        ("《》和》《", []),
    ],
)
def test_the_outermost_title_is_cited(text: str, titles: list[str]) -> None:
    assert [item.title for item in read(text)] == titles


@pytest.mark.parametrize("dash", ["—", "——", "―", "─", "-", "–", "－", "~", " — "])
def test_year_ranges_in_titles_are_normalised(dash: str) -> None:
    assert normalise_title(f"甲规划纲要(2021{dash}2035年)") == "甲规划纲要（2021—2035年）"
    assert normalise_title(f"甲规划纲要(2021年{dash}2035年)") == "甲规划纲要（2021年—2035年）"


@pytest.mark.parametrize("zero", ["○", "Ｏ", "O", "〇", "0", "０", "零"])
def test_the_zero_of_a_chinese_year_is_normalised(zero: str) -> None:
    assert normalise_title(f"二{zero}三五年远景目标") == "二〇三五年远景目标"


@pytest.mark.parametrize(
    "text",
    [
        "《甲规划》（江政发〔2021〕25号，以下简称《甲》）",
        "《甲规划》(江政发〔2021〕25号,以下简称《甲》)",
        "《甲规划》（江政发〔2021〕25号）（以下简称《甲》）",
        "《甲规划》江政发〔2021〕25号",
        "江政发〔2021〕25号《甲规划》",
    ],
)
def test_the_number_belongs_to_the_title_beside_it(text: str) -> None:
    assert [(item.title, item.doc_number) for item in read(text)] == [("甲规划", "江政发〔2021〕25号")]


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("依据《甲规划》（国发〔2021〕9号，以下简称《甲》）", "《甲》", "《甲规划》"),
        ("依据《甲规划》(以下简称“甲”)", "“甲”", "《甲规划》"),
        ("《甲规划》（国发〔2021〕9号）（下称《甲》）", "《甲》", "《甲规划》"),
        ("成立，云溪县科学素质领导小组（以下简称“领导小组”）", "“领导小组”", "云溪县科学素质领导小组"),
        ("（以下简称《甲》）", "《甲》", ""),
    ],
)
def test_a_short_form_is_read_with_what_it_stands_for(text: str, short: str, full: str) -> None:
    (found,) = short_forms(plan(text))
    assert (found.short, found.full) == (short, full)
    assert text[found.start : found.end] == short


def test_the_basis_is_what_the_preamble_cites_each_once_and_not_the_plan_itself() -> None:
    document = plan(
        "为落实《甲规划》（国发〔2021〕9号，以下简称《甲》），",
        "依据《乙方案》和《甲》《甲规划》，制定《云溪县全民科学素质行动实施方案》。",
        "#一、总体要求",
        "认真贯彻《丙条例》。",
    )
    assert [(item.title, item.doc_number) for item in basis(document)] == [
        ("甲规划", "国发〔2021〕9号"),
        ("乙方案", None),
    ]


def test_without_a_preamble_the_first_part_gives_the_basis() -> None:
    document = plan(
        "#一、前言", "深学《戊》。", "根据《甲规划》，制定本方案。", "#二、行动", "认真贯彻落实《丙条例》。"
    )
    assert [item.title for item in basis(document)] == ["甲规划"]
    assert basis(plan("#一、行动", "正文。")) == ()


@pytest.mark.parametrize(
    "bait", ["《", "《a", "》《", "以下简称《", "国发", "〔2021〕", "一", "（", "《" + "a" * 149, "简称"]
)
def test_bait_is_read_to_its_end(bait: str) -> None:
    document = plan(bait * (200_000 // len(bait)))
    assert all(item.end - item.start < 2000 for item in citations(document))
    assert all(form.short for form in short_forms(document))
    assert basis(document) == citations(document)[: len(basis(document))]
