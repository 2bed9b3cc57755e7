"""The form shows what the page prints: a field that is hidden changes nothing there, one that is shown does."""

import io
import zipfile
from dataclasses import replace

import pytest

from editor.gongwen.export import build
from editor.model.document import Block, BlockKind, Document, Form, Metadata, Seal
from editor.ui.metadata_fields import ELEMENTS, belongs

_PLAN = (Block("t", BlockKind.TITLE, "云溪县科普进村方案"), Block("p", BlockKind.PARAGRAPH, "一村一员。"))
_FILLED = Metadata(
    copy_number="000021",
    secrecy="机密★1年",
    urgency="特急",
    issuer="云溪县人民政府",
    joint_issuers="云溪县教育局",
    signers="周望川",
    doc_number="云政发〔2026〕7号",
    notice_title="关于印发云溪县科普进村方案的通知",
    addressees="各乡镇人民政府",
    notice_body="现将方案印发给你们。",
    attendees="林秋",
    absentees="何小满",
    observers="陆青禾",
    signatory_post="县长",
    signatory="周望川",
    signature_date="2026-03-05",
    availability="此件公开发布",
    contact="联系电话：县科协，00000000",
    copy_to="县委办公室",
    printing_office="云溪县人民政府办公室",
    printing_date="2026-03-06",
)
_CHANGED = {"form", "seal", "place", "level", "period_start", "period_end", "layers"}
_KEYS = [key for _, fields in ELEMENTS for key, *_ in fields if key not in _CHANGED]


def _page(metadata: Metadata) -> bytes:
    with zipfile.ZipFile(io.BytesIO(build(Document("", metadata, _PLAN)))) as package:
        return package.read("word/document.xml")


def _other(key: str) -> str:
    if key == "joint_issuers":
        return ""
    return "2026-05-06" if key.endswith("date") else "另一份文字"


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("seal", Seal)
def test_hidden_fields_are_not_printed_and_shown_ones_are(form: Form, seal: Seal) -> None:
    metadata = replace(_FILLED, form=form, seal=seal)
    page = _page(metadata)
    changing = [key for key in _KEYS if _page(replace(metadata, **{key: _other(key)})) != page]
    assert changing == [key for key in _KEYS if belongs(key, metadata)]


@pytest.mark.parametrize("form", Form)
def test_the_way_of_signing_is_asked_for_where_it_changes_the_page(form: Form) -> None:
    metadata = replace(_FILLED, form=form)
    pages = {_page(replace(metadata, seal=seal)) for seal in Seal}
    assert (len(pages) > 1) == belongs("seal", metadata)
