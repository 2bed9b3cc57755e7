"""Tracked changes: accepted the docx is the new plan, rejected the old one, for our reader and for LibreOffice."""

import subprocess
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from editor.gongwen.export import build
from editor.gongwen.pdf import find_soffice
from editor.gongwen.revision_marks import read_revised
from editor.gongwen.revisions import build_revisions, write_revisions
from editor.gongwen.verify import read_texts
from editor.gongwen.word.ooxml import P_PR, R_PR, Element, name
from editor.importing.importer import import_bytes
from editor.model.alignment import block_text
from editor.model.comparison import compare
from editor.model.document import Block, BlockKind, Document, Metadata
from editor.model.errors import UnwritableFile
from editor.model.spans import Op
from editor.model.storage import load
from resources import path as resource
from tests.gongwen.parts_of import paragraphs, part
from tests.gongwen.schema_order import violations
from tests.model.test_comparison import documents

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
WHEN = datetime(2026, 11, 22, 9, 30)
SAMPLE = load(resource("samples/yunxi.nigao")).document
ROWS = (("任务", "单位"), ("教师培训", "县教育局"), ("科普大篷车", "县科协"), ("流动展览", "县文化馆"))
NEW_ROWS = (("任务", "单位"), ("教师培训", "县教育局、县科协"), ("流动展览", "县文化馆"), ("农技下乡", "县农业农村局"))


def revised(old: Document, new: Document) -> bytes:
    docx = build_revisions(compare(old, new), "县教育局", WHEN)
    assert violations(docx) == []
    return docx


def other_version(document: Document) -> Document:
    """The sample after a round of opinions: changed, added, removed, moved, another title, a table."""
    blocks = [replace(block, id=f"n{number}") for number, block in enumerate(document.blocks)]
    blocks = [replace(b, text=b.text.replace("2030年", "2030年底")) if n % 5 == 0 else b for n, b in enumerate(blocks)]
    blocks[0] = replace(blocks[0], text=blocks[0].text.replace("实施方案", "工作方案"))
    del blocks[12:15]
    blocks[20:20] = [
        Block("a", BlockKind.PARAGRAPH, "各乡镇每季度报送一次进展。"),
        Block("t", BlockKind.TABLE, rows=ROWS),
    ]
    blocks[40:40] = [blocks.pop(30), blocks.pop(30)]
    return replace(document, blocks=tuple(blocks))


def test_accepted_it_is_the_new_plan_and_rejected_the_old_one():
    new = other_version(SAMPLE)
    docx = revised(SAMPLE, new)
    assert read_revised(docx, Op.DELETED) == read_texts(build(new))
    assert read_revised(docx, Op.INSERTED) == read_texts(build(SAMPLE))


@given(documents())
@settings(max_examples=60, deadline=None)
def test_both_versions_are_in_the_docx_whatever_they_are(pair):
    old, new = pair
    plain = Metadata()
    revised(replace(old, metadata=plain), replace(new, metadata=plain))  # it is read back as it is written


def plan_of(*blocks: Block) -> Document:
    return Document("", Metadata(), tuple(replace(block, id=str(number)) for number, block in enumerate(blocks)))


def text(words: str) -> Block:
    return Block("", BlockKind.PARAGRAPH, words)


def test_inside_a_paragraph_the_changed_words_are_marked_with_author_and_time():
    docx = revised(plan_of(text("到2030年，比例达到18%以上。")), plan_of(text("到2030年，比例达到20%以上。")))
    (paragraph,) = paragraphs(part(docx))
    changes = [child for child in paragraph.element if child.tag in (name("w:ins"), name("w:del"))]
    assert [(change.tag, "".join(change.itertext())) for change in changes] == [
        (name("w:del"), "18%"), (name("w:ins"), "20%"),
    ]  # fmt: skip
    assert [change.get(name("w:author")) for change in changes] == ["县教育局"] * 2
    assert [change.get(name("w:date")) for change in changes] == ["2026-11-22T09:30:00Z"] * 2
    assert len({change.get(name("w:id")) for change in changes}) == 2
    assert paragraph.text == "到2030年，比例达到以上。"  # what stayed is plain


def test_the_end_of_a_whole_paragraph_is_marked_too():
    old, new = plan_of(text("第一段。"), text("要删去的整段文字。")), plan_of(text("第一段。"), text("乙"))
    found = paragraphs(part(revised(old, new)))
    marks = [[child.tag for child in one.element.findall(f"{P_PR}/{R_PR}/*")] for one in found]
    assert marks == [[], [name("w:del")], [name("w:ins")]]


def test_a_run_in_heading_keeps_the_look_of_its_text():
    old = plan_of(Block("", BlockKind.HEADING, "1.教师培训。每年培训200人次。", 3))
    new = plan_of(Block("", BlockKind.HEADING, "1.教师培训。每年培训300人次。", 3))
    (change,) = part(revised(old, new)).iter(name("w:del"))
    style = change.find(f"{name('w:r')}/{R_PR}/{name('w:rStyle')}")
    assert style is not None
    assert style.get(name("w:val")) == "RunIn"


def test_a_paragraph_that_became_a_heading_is_replaced():
    old, new = plan_of(text("总体要求")), plan_of(Block("", BlockKind.HEADING, "总体要求", 1))
    docx = revised(old, new)
    assert [one.style for one in paragraphs(part(docx))] == ["BodyText", "Heading1"]
    assert (read_revised(docx, Op.DELETED), read_revised(docx, Op.INSERTED)) == (["总体要求"], ["总体要求"])


def test_rows_of_a_table_come_and_go_one_by_one():
    old, new = plan_of(Block("", BlockKind.TABLE, rows=ROWS)), plan_of(Block("", BlockKind.TABLE, rows=NEW_ROWS))
    docx = revised(old, new)
    rows = list(part(docx).iter(name("w:tr")))
    marks = [
        [child.tag for child in row.find(name("w:trPr")) if child.tag in (name("w:ins"), name("w:del"))] for row in rows
    ]
    assert marks == [[], [], [name("w:del")], [], [name("w:ins")]]
    assert read_revised(docx, Op.DELETED) == [cell for row in NEW_ROWS for cell in row]
    assert read_revised(docx, Op.INSERTED) == [cell for row in ROWS for cell in row]


def test_lines_of_a_cell_that_come_or_go_stay_inside_it():
    old = plan_of(Block("", BlockKind.TABLE, rows=(("任务", "单位"), ("甲\n乙", "县科协"))))
    new = plan_of(Block("", BlockKind.TABLE, rows=(("任务", "单位"), ("甲", "县科协\n县教育局"))))
    docx = revised(old, new)
    assert read_revised(docx, Op.DELETED) == ["任务", "单位", "甲", "县科协", "县教育局"]
    assert "".join(read_revised(docx, Op.INSERTED)) == "任务单位甲乙县科协"


def test_our_own_import_reads_it_as_accepted():
    new = other_version(SAMPLE)
    found = import_bytes(revised(SAMPLE, new), "修订稿.docx").document
    assert [block.text for block in found.blocks] == [block.text for block in new.blocks]


def test_a_file_that_cannot_be_written_leaves_what_stood_there(tmp_path: Path):
    target = tmp_path / "没有的文件夹" / "修订稿.docx"
    with pytest.raises(UnwritableFile):
        write_revisions(compare(SAMPLE, other_version(SAMPLE)), target, "县教育局", WHEN)
    assert not target.parent.exists()


def converted(source: Path, folder: Path) -> Element:
    """What LibreOffice makes of the docx, as the tree of its own format."""
    command = [str(find_soffice()), "--headless", f"-env:UserInstallation=file://{folder}/profile"]
    command += ["--convert-to", "odt", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with zipfile.ZipFile(folder / f"{source.stem}.odt") as package:
        return etree.fromstring(package.read("content.xml"))


def office_texts(content: Element) -> tuple[str, str]:
    """The text with all changes accepted and with all rejected, as LibreOffice has taken the docx in."""
    region = next(content.iter(f"{{{_TEXT}}}tracked-changes"))
    kinds, deleted = {}, {}
    for change in region:
        number, kind = change.get(f"{{{_TEXT}}}id"), etree.QName(change[0]).localname
        kinds[number] = kind
        deleted[number] = "".join("".join(p.itertext()) for p in change[0].iter(f"{{{_TEXT}}}p", f"{{{_TEXT}}}h"))
    accepted, rejected, inside = [], [], set()

    def say(words: str | None) -> None:
        accepted.append(words or "")
        rejected.append("" if inside else words or "")

    def walk(element: Element) -> None:
        tag, number = etree.QName(element).localname, element.get(f"{{{_TEXT}}}change-id")
        if tag == "change-start" and kinds[number] == "insertion":
            inside.add(number)
        elif tag == "change-end":
            inside.discard(number)
        elif tag == "change":
            rejected.append(deleted[number])
        if element is not region:
            say(element.text)
            for child in element:
                walk(child)
        say(element.tail)

    walk(region.getparent())
    return "".join(accepted), "".join(rejected)


def plan_text(document: Document) -> str:
    return "".join(block_text(block).replace("\t", "").replace("\n", "") for block in document.blocks)


@pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is not installed: it cannot show the changes")
def test_libreoffice_takes_the_changes_in_as_they_are_meant(tmp_path: Path):
    source, new = tmp_path / "修订稿.docx", other_version(SAMPLE)
    write_revisions(compare(SAMPLE, new), source, "县教育局", WHEN)
    content = converted(source, tmp_path)
    accepted, rejected = office_texts(content)
    assert plan_text(new) in accepted
    assert plan_text(SAMPLE) in rejected
    authors = {"".join(one.itertext()) for one in content.iter("{http://purl.org/dc/elements/1.1/}creator")}
    assert authors == {"县教育局"}
