"""Heads, signatures and 版记 of every format of GB/T 9704 are read from text, web pages and Word files."""

import pytest

from editor.importing.importer import import_bytes, import_text
from editor.importing.result import Imported
from editor.model.document import BlockKind, Form, Seal
from tests.importing.test_docx import docx, p

PLAN = """plan-title|云溪县科普进村实施方案
preamble|为把科学课办到村里，制定本方案。
heading-1|一、总体要求
paragraph|坚持有用、好懂、可信，让没有学过的人也能听懂。
heading-1|二、重点任务
heading-2|（一）建设科普小站。每个行政村一处，由村委会管理，每周开放。
heading-2|（二）选聘科普员。每村一名，从教师、村医和返乡青年中选聘。"""
BODY = "notice-body|现将《云溪县科普进村实施方案》印发给你们，请结合实际抓好落实。"
RECEIVERS = "addressees|各乡镇人民政府，县政府各部门："

UPWARD = f"""
metadata|000012
metadata|机密★1年
metadata|特急
metadata|云溪县科学技术协会文件
doc-number|云科协〔2026〕12号            签发人：沈远山　林秋
metadata|                                        欧阳明月
notice-title|云溪县科学技术协会关于报送云溪县科普进村实施方案的请示
addressees|县人民政府：
notice-body|现将方案报上，妥否，请批示。
signature-issuer|云溪县科学技术协会
signature-date|2026年3月5日
contact|（联系人：何小满，联系电话：00000000）
{PLAN}
metadata|抄送：县财政局。
metadata|云溪县科学技术协会办公室    2026年3月6日印发"""
JOINT = f"""
metadata|云溪县农业农村局
metadata|云溪县教育局      文件
metadata|云溪县总工会
doc-number|云农发〔2026〕9号
notice-title|云溪县农业农村局 云溪县教育局 云溪县总工会
notice-title|关于印发云溪县科普进村实施方案的通知
{RECEIVERS}
{BODY}
signature-issuer|云溪县农业农村局
signature-issuer|云溪县教育局
signature-issuer|云溪县总工会
signature-date|2026年3月5日
{PLAN}"""
LETTER = f"""
metadata|云溪县人民政府办公室
doc-number|云政办函〔2026〕4号
notice-title|云溪县人民政府办公室关于商请支持科普进村的函
addressees|云州市科学技术馆：
notice-body|我县定于九月举办科普日，拟借展贵馆流动展品，如蒙同意，请告知可借时间。
signature-issuer|云溪县人民政府办公室
signature-date|2026年3月5日
{PLAN}"""
ORDER = f"""
metadata|云溪县人民政府令
doc-number|第5号
notice-body|《云溪县科普进村实施方案》已经县政府常务会议通过，现予公布，自公布之日起施行。
signature-issuer|县长　　周望川
signature-date|2026年4月10日
{PLAN}"""
MINUTES = f"""
metadata|云溪县全民科学素质工作会议纪要
doc-number|〔2026〕2号        2026年5月14日
notice-body|会议听取了上半年工作汇报，研究了下半年任务，同意印发科普进村实施方案。
metadata|出席：周望川、沈远山
metadata|请假：方向东
metadata|列席：县融媒体中心、县图书馆负责同志
{PLAN}"""
SIGNED_BELOW = f"""
metadata|云溪县人民政府文件
doc-number|云政发〔2026〕7号
notice-title|云溪县人民政府关于印发云溪县科普进村实施方案的通知
{RECEIVERS}
{BODY}
signature-issuer|县　长
signature-issuer|周望川
signature-date|2026年3月5日
{PLAN}
metadata|主送：云州市科学技术协会，各县（市、区）科协。
metadata|抄送：县委办公室。"""

CASES: dict[str, tuple[str, Form, dict[str, str]]] = {
    "上行文": (
        UPWARD,
        Form.UPWARD,
        {
            "copy_number": "000012",
            "secrecy": "机密★1年",
            "urgency": "特急",
            "issuer": "云溪县科学技术协会",
            "issuer_mark": "云溪县科学技术协会文件",
            "doc_number": "云科协〔2026〕12号",
            "signers": "沈远山、林秋、欧阳明月",
            "notice_title": "云溪县科学技术协会关于报送云溪县科普进村实施方案的请示",
            "addressees": "县人民政府",
            "copy_to": "县财政局",
            "printing_office": "云溪县科学技术协会办公室",
            "printing_date": "2026-03-06",
        },
    ),
    "联合行文": (
        JOINT,
        Form.FILE,
        {
            "issuer": "云溪县农业农村局",
            "joint_issuers": "云溪县教育局、云溪县总工会",
            "issuer_mark": "云溪县农业农村局、云溪县教育局、云溪县总工会文件",
            "notice_title": "云溪县农业农村局 云溪县教育局 云溪县总工会关于印发云溪县科普进村实施方案的通知",
        },
    ),
    "信函": (
        LETTER,
        Form.LETTER,
        {
            "issuer": "云溪县人民政府办公室",
            "issuer_mark": "云溪县人民政府办公室",
            "doc_number": "云政办函〔2026〕4号",
            "addressees": "云州市科学技术馆",
        },
    ),
    "命令": (
        ORDER,
        Form.ORDER,
        {
            "issuer": "云溪县人民政府",
            "issuer_mark": "云溪县人民政府令",
            "doc_number": "第5号",
            "signatory_post": "县长",
            "signatory": "周望川",
            "signature_date": "2026-04-10",
        },
    ),
    "纪要": (
        MINUTES,
        Form.MINUTES,
        {
            "issuer_mark": "云溪县全民科学素质工作会议纪要",
            "doc_number": "〔2026〕2号",
            "signature_date": "2026-05-14",
            "attendees": "周望川、沈远山",
            "absentees": "方向东",
            "observers": "县融媒体中心、县图书馆负责同志",
        },
    ),
    "签名章与移到版记的主送": (
        SIGNED_BELOW.replace(f"{RECEIVERS}\n", ""),
        Form.FILE,
        {
            "issuer": "云溪县人民政府",
            "signatory_post": "县长",
            "signatory": "周望川",
            "addressees": "云州市科学技术协会，各县（市、区）科协",
            "copy_to": "县委办公室",
        },
    ),
}


def lines_of(case: str) -> list[tuple[str, str]]:
    return [(role, text) for role, _, text in (line.partition("|") for line in case.strip().split("\n"))]


def check(found: Imported, case: str) -> None:
    lines, form, texts = lines_of(CASES[case][0]), *CASES[case][1:]
    roles = [(number, role) for number, (role, _) in enumerate(lines, 1)]
    assert [(number, str(role)) for number, role in found.roles.items()] == roles
    metadata = found.document.metadata
    assert {key: getattr(metadata, key) for key in texts} == texts
    assert metadata.form is form
    assert metadata.seal is (Seal.SIGNATURE if "signatory" in texts else Seal.NONE)
    assert [block.kind for block in found.document.blocks].count(BlockKind.HEADING) == 4
    assert found.noise == ()


@pytest.mark.parametrize("case", CASES)
def test_a_text_gives_format_and_elements(case: str) -> None:
    check(import_text("\n".join(text for _, text in lines_of(CASES[case][0]))), case)


@pytest.mark.parametrize("case", CASES)
def test_a_web_page_gives_format_and_elements(case: str) -> None:
    lines = (text.replace("  ", "　　") for _, text in lines_of(CASES[case][0]))
    check(import_bytes(f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>".encode()), case)


@pytest.mark.parametrize("case", CASES)
def test_a_word_file_gives_format_and_elements(case: str) -> None:
    check(import_bytes(docx("".join(p(text) for _, text in lines_of(CASES[case][0]))), "公文.docx"), case)


def test_a_letter_of_word_is_known_by_its_number_at_the_right() -> None:
    number = p("云科协〔2026〕4号", '<w:jc w:val="right"/>')
    rest = "".join(p(text) for _, text in lines_of(LETTER)[2:])
    metadata = import_bytes(docx(p("云溪县科学技术协会") + number + rest), "函.docx").document.metadata
    assert (metadata.form, metadata.issuer_mark) == (Form.LETTER, "云溪县科学技术协会")


def test_a_joint_mark_and_a_signature_in_tables_of_word_are_read() -> None:
    def row(*cells: str) -> str:
        inner = "".join(f"<w:tc>{''.join(p(text) for text in cell.split('/'))}</w:tc>" for cell in cells)
        return f"<w:tbl><w:tr>{inner}</w:tr></w:tbl>"

    lines = lines_of(JOINT)
    head = row("云溪县农业农村局/云溪县教育局/云溪县总工会", "文件")
    middle = "".join(p(text) for _, text in lines[3:8])
    signed = row("局长", "林秋") + row("局长", "何小满") + row("主席", "陆青禾") + p("2026年3月5日")
    plan = "".join(p(text) for _, text in lines[12:])
    imprint = row("主送：县人民政府。/抄送：县委办公室。") + row("云溪县农业农村局办公室", "2026年3月6日印发")
    metadata = import_bytes(docx(head + middle + signed + plan + imprint), "联合.docx").document.metadata
    assert (metadata.form, metadata.seal) == (Form.FILE, Seal.SIGNATURE)
    assert (metadata.issuer, metadata.joint_issuers) == ("云溪县农业农村局", "云溪县教育局、云溪县总工会")
    assert (metadata.signatory_post, metadata.signatory) == ("局长；局长；主席", "林秋；何小满；陆青禾")
    assert (metadata.copy_to, metadata.printing_date) == ("县委办公室", "2026-03-06")


def plain(head: str) -> Imported:
    return import_text("\n".join(text for _, text in lines_of(f"{head}\n{PLAN}")))


def test_who_signs_in_the_list_of_a_page_makes_no_upward_document() -> None:
    found = plain("x|索引号：1133/2026-1\nx|签发人：沈远山\nx|发文字号：云政发〔2026〕7号")
    assert (found.document.metadata.form, found.document.metadata.signers) == (Form.FILE, "")


def test_the_name_of_a_site_over_a_number_makes_no_letter() -> None:
    found = plain("x|云溪县人民政府\nx|云政发〔2026〕7号\nx|云溪县人民政府关于印发云溪县科普进村实施方案的通知")
    assert (found.document.metadata.form, found.document.metadata.issuer_mark) == (Form.FILE, "")


def test_who_attends_is_text_where_there_are_no_minutes() -> None:
    lines = [
        *(text for _, text in lines_of(SIGNED_BELOW)[:5]),
        "出席：各乡镇分管负责同志",
        "云溪县人民政府",
        "2026年3月5日",
    ]
    found = import_text("\n".join((*lines, *(text for _, text in lines_of(PLAN)))))
    assert found.document.metadata.attendees == ""
    assert "出席：各乡镇分管负责同志" in found.document.metadata.notice_body
