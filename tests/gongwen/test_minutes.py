from dataclasses import replace

from editor.gongwen.export import build, export
from editor.gongwen.layout import STANDARD
from editor.gongwen.verify import read_texts
from editor.gongwen.word.ooxml import RUN
from editor.model.document import Document
from tests.gongwen.examples import MINUTES
from tests.gongwen.parts_of import paragraphs, part, text_of, xml
from tests.gongwen.sample import sample

WRITTEN = build(Document("", replace(MINUTES, attendees="周望川、沈远山", availability="此件不公开")))


def test_who_attended_stands_under_the_text_a_blank_line_apart() -> None:
    found = [p for p in paragraphs(part(WRITTEN)) if p.style == "Attendance"]
    assert [p.text for p in found] == [
        "出席：周望川、沈远山",
        "请假：方向东",
        "列席：县融媒体中心、县气象局、县图书馆负责同志",
    ]
    assert [p.attribute("w:spacing", "w:before") for p in found] == [str(STANDARD.pitch_twips), None, None]
    assert xml(next(found[0].element.iter(RUN))) == (
        '<w:r><w:rPr><w:rStyle w:val="AttendanceLabel"/></w:rPr><w:t>出席：</w:t></w:r>'
    )
    assert [text_of(run) for run in found[1].element.iter(RUN)] == ["请假：", "方向东"]


def test_nobody_signs_minutes_and_the_date_is_in_the_head_alone() -> None:
    texts = read_texts(WRITTEN)
    assert sum("2026年5月14日" in text for text in texts) == 2  # in the head and behind 印发
    assert "云溪县全民科学素质工作领导小组" not in texts
    assert texts.index("（此件不公开）") == texts.index("列席：县融媒体中心、县气象局、县图书馆负责同志") + 1


def test_a_plan_follows_the_minutes_on_a_new_page(tmp_path) -> None:
    document = replace(sample(), metadata=MINUTES)
    export(document, tmp_path / "纪要.docx")
    texts = read_texts((tmp_path / "纪要.docx").read_bytes())
    assert texts.index("请假：方向东") < texts.index(document.blocks[0].text)


def test_without_a_text_of_its_own_the_plan_is_the_text_of_the_minutes(tmp_path) -> None:
    document = replace(sample(), metadata=replace(MINUTES, notice_body=""))
    export(document, tmp_path / "纪要.docx")
    texts = read_texts((tmp_path / "纪要.docx").read_bytes())
    assert texts.index(document.blocks[-1].text) < texts.index("请假：方向东")
