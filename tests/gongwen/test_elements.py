from dataclasses import replace

import pytest

from editor.gongwen.elements import printed_date, resolve
from editor.model.document import Block, BlockKind, Document, Metadata
from tests.gongwen.sample import METADATA, sample


def test_a_complete_notice_leaves_out_nothing_but_says_what_it_assumed() -> None:
    found = resolve(sample())
    assert found.mark == "云溪县人民政府文件"
    assert found.addressees.endswith("各直属机构：")
    assert found.date == "2026年3月5日"
    assert found.notes == ("（联系电话：县科协，00000000）", "（此件公开发布）")
    assert found.printing_office == "云溪县人民政府办公室"
    assert found.printing_date == "2026年3月5日印发"
    assert found.left_out == ("印发机关按惯例取“云溪县人民政府办公室”，印发日期取成文日期，请核对。",)


def test_marks_that_were_typed_are_not_doubled() -> None:
    typed = replace(
        METADATA, addressees="各乡镇人民政府：", availability="（此件公开发布）", copy_to="抄送：县委各部门。"
    )
    found = resolve(sample(typed))
    assert found.addressees == "各乡镇人民政府："
    assert found.notes[-1] == "（此件公开发布）"
    assert found.copy_to == "抄送：县委各部门。"


MISSING = {
    "issuer": "没有发文机关",
    "doc_number": "没有发文字号",
    "notice_title": "没有通知标题",
    "notice_body": "没有通知正文",
    "addressees": "没有主送机关",
    "signature_date": "没有成文日期",
    "copy_to": "没有抄送机关",
}


@pytest.mark.parametrize("key", MISSING)
def test_what_is_missing_is_said_in_a_sentence(key: str) -> None:
    found = resolve(sample(replace(METADATA, **{key: ""})))
    assert any(sentence.startswith(MISSING[key]) and sentence.endswith("。") for sentence in found.left_out)


def test_without_notes_a_sentence_says_so() -> None:
    found = resolve(sample(replace(METADATA, contact="", availability="")))
    assert found.notes == ()
    assert any("附注" in sentence for sentence in found.left_out)


def test_a_party_office_prints_itself_and_nothing_is_invented_for_others() -> None:
    office = resolve(sample(replace(METADATA, issuer="中共云溪县委办公室")))
    assert office.printing_office == "中共云溪县委办公室"
    other = resolve(sample(replace(METADATA, issuer="云溪县科学技术协会")))
    assert other.printing_office == ""
    assert "没有印发机关，版记未排印发机关和印发日期。" in other.left_out


def test_given_printing_office_and_date_are_taken_without_a_word() -> None:
    given = replace(METADATA, printing_office="云溪县人民政府办公室", printing_date="2026-03-06")
    found = resolve(sample(given))
    assert found.printing_date == "2026年3月6日印发"
    assert found.left_out == ()


def test_a_bare_plan_has_no_elements_even_with_an_issuer() -> None:
    plan = Document("", Metadata(issuer="云溪县人民政府"), (Block("a", BlockKind.TITLE, "方案"),))
    found = resolve(plan)
    assert not found.official
    assert found.mark == ""
    (said,) = found.left_out
    assert "发文机关没有排入" in said
    assert resolve(replace(plan, metadata=Metadata())).left_out == ("没有填写公文要素，只导出方案本身。",)


def test_elements_that_have_no_place_without_a_notice_are_named() -> None:
    metadata = Metadata(copy_to="县委各部门", availability="此件公开发布", printing_office="云溪县科协")
    (said,) = resolve(Document("", metadata, (Block("a", BlockKind.TITLE, "方案"),))).left_out
    assert "附注、抄送机关、印发机关没有排入" in said


def test_a_date_that_is_none_is_printed_as_it_is() -> None:
    assert printed_date("2026-11-07") == "2026年11月7日"
    assert printed_date("2026年3月") == "2026年3月"
