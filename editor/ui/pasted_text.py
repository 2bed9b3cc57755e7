"""What is pasted or dropped as the plan takes it: paragraphs without the blanks that other programs set them off by."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

from editor.model.document import clean


def pasted_text(source: QMimeData) -> str:
    """Return the plain text of a clipboard, of its HTML where it holds nothing else, tidy."""
    return tidy(source.text() if source.hasText() else QTextDocumentFragment.fromHtml(source.html()).toPlainText())


def tidy(text: str) -> str:
    """Return several paragraphs without empty lines and indents, which the look of a block makes; one line stays.

    A line break at either end stays too: it tells that whole paragraphs were copied.
    """
    lines = clean(text)
    if len(lines) == 1:
        return text
    kept = [line.strip() for line in lines if line.strip()]
    first = [""] if kept and not lines[0].strip() else []
    last = [""] if kept and not lines[-1].strip() else []
    return "\n".join((*first, *kept, *last)) if kept else "\n"
