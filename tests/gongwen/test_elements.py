from dataclasses import replace

import pytest

from editor.gongwen.elements import resolve
from editor.gongwen.printed import printed_date
from editor.model.document import Block, BlockKind, Document, Metadata
from tests.gongwen.examples import JOINT_UPWARD, LETTER, MINUTES, NOTICE, ORDER, UPWARD
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


def said(metadata: Metadata) -> tuple[str, ...]:
    return resolve(Document("", metadata)).left_out


@pytest.mark.parametrize(
    ("metadata", "sentence"),
    [
        (replace(UPWARD, signers=""), "上行文没有签发人，版头未标注签发人，请填写签发人姓名。"),
        (
            replace(JOINT_UPWARD, signers="沈远山"),
            "联合上行文有3个机关、1名签发人，请按机关顺序补全签发人。",
        ),
        (
            replace(UPWARD, signers="沈" * 200),
            "签发人“沈沈沈沈沈沈沈沈沈沈沈沈…”有200个字，不像姓名，请核对；多个姓名之间用顿号隔开。",
        ),
        (replace(NOTICE, signers="沈远山"), "签发人只在上行文中标注，已填写的签发人没有排入。"),
        (replace(NOTICE, secrecy="机密★1年"), "涉密公文没有份号，请填写6位数字的份号（如000001）。"),
        (replace(NOTICE, copy_number="12"), "份号“12”不是6位数字，请改为6位（如000001）。"),
        (replace(NOTICE, urgency="特急" * 20), "紧急程度有40个字，一行排不下，请核对。"),
        (replace(NOTICE, issuer_mark="云" * 200), "发文机关标志有200个字，一行排不下，请改用规范化简称。"),
        (replace(NOTICE, doc_number="云" * 200), "发文字号有200个字，一行排不下，请核对。"),
        (replace(NOTICE, attendees="周望川"), "出席、请假和列席只在纪要中标注，已填写的人员没有排入。"),
        (replace(LETTER, printing_office="云溪县科协"), "信函的版记不排印发机关和印发日期，已填写的没有排入。"),
        (replace(ORDER, doc_number=""), "没有令号，版头未排令号。"),
        (replace(ORDER, signatory_post=""), "没有签发人职务，签名章左侧未排职务，请填写（如“县长”）。"),
        (replace(MINUTES, attendees=""), "没有出席人员，正文之后未排出席。"),
        (replace(MINUTES, signature_date=""), "没有成文日期，版头未排日期。"),
        (
            replace(MINUTES, addressees="各乡镇"),
            "纪要不排主送机关，已填写的主送机关没有排入，可改填为抄送机关。",
        ),
    ],
)
def test_what_a_format_lacks_or_has_no_place_for_is_said(metadata: Metadata, sentence: str) -> None:
    assert sentence in said(metadata)


PLAIN_LETTER = replace(LETTER, printing_office="", printing_date="")


@pytest.mark.parametrize("metadata", [UPWARD, JOINT_UPWARD, MINUTES, PLAIN_LETTER])
def test_a_complete_document_of_any_format_is_told_nothing_about_what_it_cannot_have(metadata: Metadata) -> None:
    assert [sentence for sentence in said(metadata) if "附注" not in sentence] == []


def test_control_characters_never_reach_the_page() -> None:
    found = resolve(
        Document("", replace(UPWARD, copy_number="00\x000001", signers="沈\x07远山、\x1f林秋", urgency="特\u2028\t急"))
    )
    assert (found.copy_number, found.signers, found.urgency) == ("000001", ("沈远山", "林秋"), "特 急")
