"""What the tests read from a docx: its parts as trees, its paragraphs as style and text."""

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

from editor.gongwen.word.ooxml import BR, P_PR, RUN, TAB, VAL, Element, P, T, name


@dataclass(frozen=True)
class Paragraph:
    style: str
    text: str  # line breaks as line feeds, tabs as tabs
    element: Element

    def attribute(self, path: str, attribute: str = "w:val") -> str | None:
        found = self.element.find(f"{P_PR}/" + "/".join(name(step) for step in path.split("/")))
        return None if found is None else found.get(name(attribute))


def part(docx: bytes, path: str = "word/document.xml") -> Element:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return etree.fromstring(package.read(path))


def names_in(docx: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.namelist()


def text_of(run: Element) -> str:
    marks = {TAB: "\t", BR: "\n"}
    return "".join(marks.get(node.tag, node.text or "") for node in run.iterchildren(T, TAB, BR))


def paragraphs(root: Element) -> list[Paragraph]:
    found = []
    for element in root.iter(P):
        style = element.find(f"{P_PR}/{name('w:pStyle')}")
        text = "".join(text_of(run) for run in element.iterchildren(RUN))
        found.append(Paragraph("" if style is None else style.get(VAL), text, element))
    return found


def xml(element: Element) -> str:
    """The element as text without namespace declarations: short enough to compare with a golden one."""
    text = etree.tostring(element, encoding="unicode")
    return " ".join(word for word in text.replace(">", " >").split() if not word.startswith("xmlns:")).replace(
        " >", ">"
    )
