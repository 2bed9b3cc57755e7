# ruff: noqa: T201 - the figures are what this test is for
"""The law of the way out and back: a plan exported to docx and imported again is the same plan."""

import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from editor.gongwen.elements import resolve
from editor.gongwen.export import Options, build, export
from editor.importing.importer import import_path
from editor.model.assignment_types import UnitMention
from editor.model.document import BlockKind, Document, Form, Metadata, Seal
from editor.model.storage import load
from editor.ui.metadata_fields import belongs
from resources import path as resource
from templates.analysis import analyse
from tests.gongwen.examples import FORMS
from tests.gongwen.sample import METADATA, sample
from tests.official_plans import official_plans

# Texts that are printed as they are given; mark and 印发机关 may be derived and are compared as printed.
_TEXTS = (
    "copy_number", "secrecy", "urgency", "issuer", "joint_issuers", "doc_number", "signers", "notice_title",
    "addressees", "notice_body", "signature_date", "attendees", "absentees",
    "observers", "contact", "availability", "copy_to",
)  # fmt: skip
_PRINTED = (
    "form",
    "seal",
    "mark",
    "issuers",
    "signed",
    "signatories",
    "date",
    "notes",
    "sent_to",
    "printing_office",
    "printing_date",
)


def blocks_of(document: Document) -> list[tuple[object, ...]]:
    return [(block.kind, block.text, block.level, block.rows) for block in document.blocks]


def units_of(document: Document) -> list[tuple[object, ...]]:
    """Return every assignment with its units, blocks by their position."""
    at = {block.id: number for number, block in enumerate(document.blocks)}

    def mentions(found: tuple[UnitMention, ...]) -> list[tuple[int, int, str]]:
        return [(at[unit.block_id], unit.start, unit.text) for unit in found]

    return [
        (at[one.block_id], one.start, one.end, at.get(one.governs), one.scope, one.style, mentions(one.lead),
         mentions(one.responsible))
        for one in analyse(document).assignments
    ]  # fmt: skip


def assert_comes_back(document: Document, options: Options, path: Path) -> Counter[str]:
    """Export and import; compare everything that a docx can carry; return how much was compared."""
    export(document, path, options)
    written, imported = path.read_bytes(), import_path(path).document
    before, after = document.metadata, imported.metadata
    assert blocks_of(imported) == blocks_of(document)
    assert units_of(imported) == units_of(document)
    texts = [key for key in _TEXTS if belongs(key, before)]
    assert {key: getattr(after, key) for key in texts} == {key: getattr(before, key) for key in texts}
    printed, again = resolve(document), resolve(imported)
    if printed.seal is not Seal.SIGNATURE:  # 职务 and name of a 签名章 that is not used are not printed
        printed, again = (replace(one, signatory_post="", signatory="") for one in (printed, again))
    assert {key: getattr(again, key) for key in _PRINTED} == {key: getattr(printed, key) for key in _PRINTED}
    assert build(imported, options) == written
    units = sum(len(one[-1]) + len(one[-2]) for one in units_of(document))
    return Counter(cases=1, blocks=len(document.blocks), texts=len(texts) + len(_PRINTED), mentions=units)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("seal", Seal)
@pytest.mark.parametrize("table", [False, True])
def test_a_random_plan_comes_back_the_same(form: Form, seal: Seal, table: bool, tmp_path: Path) -> None:
    compared: Counter[str] = Counter()

    @settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(official_plans(form, seal))
    def law(document: Document) -> None:
        compared.update(assert_comes_back(document, Options(table=table), tmp_path / "公文.docx"))

    law()
    print(f"{form}, {seal}, table {table}: " + ", ".join(f"{name} {count}" for name, count in compared.items()))


_ADDRESSEES = "，".join(f"云溪县第{number}片区科普工作联络站" for number in range(1, 61))
_EDGES = {
    "sixty addressees, in the 版记": replace(METADATA, addressees=_ADDRESSEES),
    "no number": replace(METADATA, doc_number=""),
    "no issuer": replace(METADATA, issuer="", notice_title="关于印发云溪县全民科学素质行动规划纲要实施方案的通知"),
    "no addressees": replace(METADATA, addressees=""),
    "no date": replace(METADATA, signature_date=""),
    "no notice": replace(METADATA, notice_title="", notice_body=""),
    "no notice, in a letter": replace(METADATA, notice_title="", notice_body="", form=Form.LETTER, seal=Seal.STAMP),
    "no 签发人": replace(METADATA, form=Form.UPWARD, seal=Seal.STAMP),
    "nothing of an official document": Metadata(),
    "a mark of its own": replace(METADATA, issuer_mark="中共云溪县委、云溪县人民政府文件"),
    "nobody's name under a 签名章": replace(
        METADATA, form=Form.LETTER, seal=Seal.SIGNATURE, joint_issuers="云溪县教育局"
    ),
    "notice with numbered paragraphs": replace(
        METADATA, notice_body="现将方案印发给你们。\n一、抓好落实。请逐项分工。\n二、按时报送。每季度一次。"
    ),
}


@pytest.mark.parametrize("metadata", _EDGES.values(), ids=_EDGES)
@pytest.mark.parametrize("options", [Options(), Options(table=True, landscape=True)], ids=["plain", "table turned"])
def test_a_plan_with_more_or_less_around_it_comes_back_the_same(
    metadata: Metadata, options: Options, tmp_path: Path
) -> None:
    assert_comes_back(sample(metadata), options, tmp_path / "公文.docx")


@pytest.mark.parametrize("name", FORMS)
def test_every_example_of_a_format_comes_back_the_same(name: str, tmp_path: Path) -> None:
    assert_comes_back(*FORMS[name], tmp_path / "公文.docx")


@pytest.mark.parametrize("table", [False, True])
def test_the_plan_we_ship_comes_back_the_same(table: bool, tmp_path: Path) -> None:
    document = load(resource("samples/yunxi.nigao")).document
    assert_comes_back(document, Options(table=table), tmp_path / "公文.docx")


def _changed(path: Path, part: str, old: str, new: str) -> Path:
    """Change the text of one part of a docx, as somebody does in Word."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert parts[part].count(old.encode())
    parts[part] = parts[part].replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def test_a_generated_table_is_told_of_and_listed_line_by_line(tmp_path: Path) -> None:
    export(sample(), tmp_path / "公文.docx", Options(table=True))
    found = import_path(tmp_path / "公文.docx")
    assert [note for note in found.notes if "任务分工表" in note and "重新生成" in note]
    listed = [entry.text for entry in found.noise]
    assert listed[:3] == ["附件：任务分工表", "附件", "任务分工表"]
    assert "1\t上好每一节科学课" in "\n".join(listed)
    assert set(found.roles) >= {entry.line for entry in found.noise}


def test_a_generated_table_that_was_changed_in_word_stays_as_a_table(tmp_path: Path) -> None:
    export(sample(), tmp_path / "公文.docx", Options(table=True))
    path = _changed(tmp_path / "公文.docx", "word/document.xml", "县医疗保障局", "县医保局")
    found = import_path(path)
    kinds = [block.kind for block in found.document.blocks[-4:]]
    assert kinds == [BlockKind.ANNEX_NOTE, BlockKind.ANNEX, BlockKind.TITLE, BlockKind.TABLE]
    assert [note for note in found.notes if "任务分工表" in note and "先删去" in note]


def test_the_page_is_believed_before_what_the_file_says_of_itself(tmp_path: Path) -> None:
    export(sample(), tmp_path / "公文.docx")
    path = _changed(tmp_path / "公文.docx", "docProps/custom.xml", ">file<", ">letter<")
    assert import_path(path).document.metadata.form is Form.FILE


def test_a_file_that_says_nothing_of_itself_is_read_from_its_page(tmp_path: Path) -> None:
    document = sample(replace(METADATA, form=Form.UPWARD, signers="沈远山", seal=Seal.STAMP))
    export(document, tmp_path / "公文.docx")
    path = _changed(tmp_path / "公文.docx", "docProps/custom.xml", "nigao-form", "form")
    found = import_path(path).document
    assert blocks_of(found) == blocks_of(document)
    assert (found.metadata.form, found.metadata.seal) == (Form.UPWARD, Seal.NONE)  # a seal is no text
