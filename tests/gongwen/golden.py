"""The XML of each element of an official document, kept in golden/; `python -m tests.gongwen.golden` writes it anew."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from editor.gongwen.export import build
from editor.gongwen.word.ooxml import NAMESPACES, Element
from tests.gongwen.examples import EXAMPLES
from tests.gongwen.parts_of import part

FOLDER = Path(__file__).parent / "golden"


@dataclass(frozen=True)
class Piece:
    """Where an element is found: in which example, by which XPath, in which part."""

    example: str
    path: str
    part: str = "word/document.xml"


def styled(*styles: str, count: int = 1) -> str:
    """Return the XPath of the first `count` paragraphs of each style, in the order of the document."""
    return " | ".join(f"(//w:p[w:pPr/w:pStyle/@w:val='{style}'])[position() <= {count}]" for style in styles)


def drawn(label: str) -> str:
    """Return the XPath of the paragraph that anchors drawings of a name."""
    return f"(//w:p[.//wp:docPr/@name='{label}'])[1]"


_SIGNATURE = styled("Signature", "SignatureDate")
PIECES = {
    "copy_number": Piece("版头要素", styled("CopyNumber")),
    "secrecy": Piece("版头要素", styled("Secrecy")),
    "urgency": Piece("版头要素", styled("Urgency")),
    "issuer_mark": Piece("下行文", styled("IssuerMark")),
    "joint_mark": Piece("联合行文", "//w:tbl[.//w:pStyle/@w:val='JointMark']"),
    "document_number": Piece("下行文", styled("DocumentNumber")),
    "signers": Piece("上行文", styled("UpwardNumber")),
    "joint_signers": Piece("联合上行文", styled("UpwardNumber", count=3)),
    "red_rule": Piece("下行文", styled("RedRule")),
    "title": Piece("下行文", styled("OfficialTitle")),
    "addressees": Piece("下行文", styled("Addressees")),
    "body": Piece("不盖章", styled("BodyText")),
    "heading_1": Piece("下行文", styled("Heading1")),
    "heading_2": Piece("下行文", styled("Heading2", count=2)),
    "heading_3": Piece("下行文", styled("Heading3")),
    "heading_4": Piece("下行文", styled("Heading4")),
    "annex_note": Piece("附件", styled("AnnexNote", count=2)),
    "signature_unsealed": Piece("不盖章", _SIGNATURE),
    "signature_sealed": Piece("盖章", _SIGNATURE),
    "signature_stamped": Piece(
        "签名章", "//w:body/w:p[.//w:pStyle/@w:val='SignatoryPost'] | " + styled("SignatureDate")
    ),
    "joint_signature": Piece("联合盖章", styled("JointSignature", count=2) + " | " + styled("SignatureDate")),
    "note": Piece("下行文", styled("Note")),
    "annex_mark": Piece(
        "附件", "(//w:p[w:pPr/w:pStyle/@w:val='AnnexMark']/following-sibling::w:p)[1] | " + styled("AnnexMark")
    ),
    "table": Piece("附件", "(//w:tbl[.//w:pStyle/@w:val='TableHead'])[1]"),
    "imprint": Piece("下行文", drawn("版记")),
    "page_number": Piece("下行文", "/w:ftr/w:p", "word/footer_odd.xml"),
    "letter_rules": Piece("信函", drawn("红色双线")),
    "letter_number": Piece("信函", "(//w:body/w:p[contains(., '云政办函')])[1]"),
    "order_number": Piece("命令", styled("DocumentNumber")),
    "minutes_number": Piece("纪要", styled("MinutesNumber")),
    "attendance": Piece("纪要", styled("Attendance", count=3)),
    "landscape_section": Piece("横排分工表", "//w:sectPr[w:pgSz/@w:orient='landscape']"),
    "landscape_page_number": Piece("横排分工表", "/w:ftr/w:p", "word/footer_side_odd.xml"),
}


@cache
def _built(example: str) -> bytes:
    return build(*EXAMPLES[example])


def written(name: str) -> Element:
    """Return an element as it is written now, alone under a root of its own."""
    piece = PIECES[name]
    found = part(_built(piece.example), piece.part).xpath(piece.path, namespaces=NAMESPACES)
    assert found, f"{name}: nothing in {piece.example} at {piece.path}"
    root = etree.Element("golden", nsmap=NAMESPACES)
    root.extend(deepcopy(node) for node in found)
    etree.cleanup_namespaces(root)
    return root


def golden(name: str) -> Element:
    """Return an element as it was kept."""
    return etree.parse(FOLDER / f"{name}.xml", etree.XMLParser(remove_blank_text=True)).getroot()


def canonical(element: Element) -> str:
    """Return canonical XML, a line for each element: what differs can be read."""
    whole = etree.tostring(element, method="c14n", exclusive=True)
    again = etree.fromstring(whole, etree.XMLParser(remove_blank_text=True))
    return etree.tostring(again, pretty_print=True, encoding="unicode")


def rewrite() -> Iterator[str]:
    """Write every golden file anew; yield the names of those that changed."""
    FOLDER.mkdir(exist_ok=True)
    for stale in {file.stem for file in FOLDER.glob("*.xml")} - set(PIECES):
        (FOLDER / f"{stale}.xml").unlink()
        yield stale
    for name in PIECES:
        file = FOLDER / f"{name}.xml"
        text = canonical(written(name))
        if not file.is_file() or file.read_text("utf-8") != text:
            file.write_text(text, "utf-8")
            yield name


if __name__ == "__main__":
    print("\n".join(rewrite()) or "nothing changed")  # noqa: T201
