from dataclasses import replace

from editor.gongwen.elements import Elements, resolve
from editor.gongwen.export import export
from editor.gongwen.layout import STANDARD
from editor.gongwen.parts.first_page import fit_first_page
from editor.gongwen.verify import read_texts
from editor.model.document import Document, Metadata
from tests.gongwen.examples import JOINT, NOTICE
from tests.gongwen.sample import sample

MANY = "，".join(f"云溪县第{at}片区科普工作联络站" for at in range(1, 61))
MOVED = "主送机关太多，首页排不下正文，已将主送机关移到版记。"


def fitted(metadata: Metadata) -> Elements:
    document = Document("", metadata)
    return fit_first_page(resolve(document), document, STANDARD)


def test_sixty_addressees_move_to_the_imprint_and_it_is_said(tmp_path) -> None:
    found = fitted(replace(NOTICE, addressees=MANY))
    assert found.addressees == ""
    assert found.sent_to == f"主送：{MANY}。"
    assert found.left_out[-1] == MOVED
    report = export(Document("", replace(NOTICE, addressees=MANY)), tmp_path / "通知.docx")
    assert MOVED in report.left_out
    assert f"主送：{MANY}。" in read_texts((tmp_path / "通知.docx").read_bytes())


def test_addressees_that_leave_room_stay() -> None:
    assert fitted(NOTICE) == resolve(Document("", NOTICE))


def test_the_addressees_over_a_plan_without_notice_move_too() -> None:
    document = replace(sample(), metadata=replace(NOTICE, notice_title="", notice_body="", addressees=MANY))
    assert fit_first_page(resolve(document), document, STANDARD).sent_to == f"主送：{MANY}。"


def test_twelve_agencies_still_leave_room_for_text() -> None:
    twelve = replace(JOINT, joint_issuers="、".join(f"云溪县第{at}局" for at in range(1, 12)))
    assert fitted(twelve).left_out == resolve(Document("", twelve)).left_out


def test_more_agencies_than_a_page_can_name_are_told_to_leave_the_mark_to_the_first() -> None:
    found = fitted(replace(JOINT, joint_issuers="、".join(f"云溪县第{at}局" for at in range(1, 30))))
    assert found.left_out[-1] == "联合行文的机关有30个，首页排不下正文，请在发文机关标志中只写主办机关。"


def test_a_mark_of_200_characters_is_said_to_leave_no_room() -> None:
    found = fitted(replace(NOTICE, issuer_mark="云溪县" * 66 + "文件"))
    assert any("发文机关标志有200个字" in said for said in found.left_out)
    assert found.left_out[-1].startswith("版头和标题太长，首页排不下正文")


def test_a_bare_plan_has_nothing_to_give_way() -> None:
    document = Document("", Metadata(), sample().blocks)
    assert fit_first_page(resolve(document), document, STANDARD) == resolve(document)
