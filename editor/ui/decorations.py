"""Findings under the text: wave lines in the visible blocks, and what a finding says where the mouse rests."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip

from editor.session import Change, Origin
from editor.ui import theme
from editor.ui.document_view import DocumentView
from editor.ui.positions import to_index, to_units

if TYPE_CHECKING:
    from validators.diagnostic import Diagnostic, Severity

PAUSE = 600  # milliseconds without typing after which a finding in what is being written is shown

_Place = tuple[int, int, int, "Severity"]  # line, first and last UTF-16 unit in it, colour


class Decorations(QObject):
    """Underlines the findings of a document in its view; one that ends at the caret waits for a pause in writing."""

    def __init__(self, view: DocumentView) -> None:
        super().__init__(view)
        self._view = view
        self._by_block: dict[str, list[Diagnostic]] = {}
        self._drawn: list[_Place] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.refresh)
        self._soon = QTimer(self)  # after a resize, when the text is laid out
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        view.typed.connect(self._pause.start)
        view.place_changed.connect(self.refresh)
        view.verticalScrollBar().valueChanged.connect(self.refresh)
        view.viewport().installEventFilter(self)

    def show_diagnostics(self, diagnostics: "Iterable[Diagnostic]") -> None:
        """Show these findings; those of missing things and of the 公文要素 have no place in the text."""
        self._take(diagnostics)
        self.refresh()

    def on_change(self, change: Change) -> None:
        """Show the findings after a change; after typing the view asks for it when its lines are in order."""
        self._take(change.diagnostics)
        if change.origin is not Origin.VIEW:
            self.refresh()

    def at(self, position: QPoint) -> "tuple[Diagnostic, ...]":
        """Return the findings at a point of the viewport, the worst first."""
        cursor = self._view.cursorForPosition(position)
        return self.touching(cursor)

    def touching(self, cursor: QTextCursor) -> "tuple[Diagnostic, ...]":
        """Return the findings whose words the cursor stands in or next to, the worst first."""
        from validators.diagnostic import Severity

        index = to_index(cursor.block().text(), cursor.positionInBlock())
        found = [one for one in self._of_line(cursor.blockNumber()) if _touches(one, index)]
        return tuple(sorted(found, key=lambda one: list(Severity).index(one.severity)))

    def refresh(self) -> None:
        """Draw the lines under what is visible now."""
        places = [place for block in self._visible() for place in self._places(block)]
        if places == self._drawn:
            return  # Qt moves what is drawn along with the text
        self._drawn = places
        self._view.setExtraSelections([self._selection(place) for place in places])

    def recolour(self) -> None:
        """Draw the lines in the colours now in use."""
        self._drawn = []
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the mouse at rest with the findings under it; follow the size of the window."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = tooltip(self.at(event.pos()))
            if text:
                QToolTip.showText(event.globalPos(), text, self._view.viewport())
            else:
                QToolTip.hideText()
            return True
        if event.type() == QEvent.Type.Resize:
            self._soon.start(0)
        return super().eventFilter(watched, event)

    def _take(self, diagnostics: "Iterable[Diagnostic]") -> None:
        by_block: defaultdict[str, list[Diagnostic]] = defaultdict(list)
        for one in diagnostics:
            if one.range is not None:
                by_block[one.range.block_id].append(one)
        self._by_block = dict(by_block)

    def _of_line(self, number: int) -> "list[Diagnostic]":
        return self._by_block.get(self._view.block_id(number), [])

    def _visible(self) -> Iterable[QTextBlock]:
        height = self._view.viewport().height()
        block, last = self._block_at(0), self._block_at(height).blockNumber()
        while block.isValid() and block.blockNumber() <= last:
            yield block
            block = block.next()

    def _block_at(self, y: int) -> QTextBlock:
        """Return the block at a height of the viewport.

        Not by `cursorForPosition`: while an input method composes, it makes cursors beyond the end of the text.
        """
        document = self._view.document()
        point = QPointF(self._view.viewport().width() / 2, y + self._view.verticalScrollBar().value())
        position = document.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        block = document.findBlock(max(position, 0))
        return block if block.isValid() else document.lastBlock()

    def _places(self, block: QTextBlock) -> Iterable[_Place]:
        number = block.blockNumber()
        found = self._of_line(number)
        if not found:
            return
        text = block.text()
        caret = self._view.textCursor()
        typing = self._pause.isActive() and caret.blockNumber() == number
        index = to_index(text, caret.positionInBlock()) if typing else -1
        for one in found:
            if one.range is not None and one.range.end != index:
                start, end = _widened(one.range.start, one.range.end, len(text))
                yield number, to_units(text, start), to_units(text, end), one.severity

    def _selection(self, place: _Place) -> QTextEdit.ExtraSelection:
        number, start, end, severity = place
        block = self._view.document().findBlockByNumber(number)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor  # type: ignore[attr-defined]
        selection.format = _underline(severity)  # type: ignore[attr-defined]
        return selection


def _touches(diagnostic: "Diagnostic", index: int) -> bool:
    place = diagnostic.range
    return place is not None and place.start <= index <= place.end


def _widened(start: int, end: int, length: int) -> tuple[int, int]:
    """Return the range with at least one character in it, so that there is something to underline."""
    end = min(max(end, start + 1), length)
    return min(start, max(end - 1, 0)), end


def _underline(severity: "Severity") -> QTextCharFormat:
    made = QTextCharFormat()
    wave, dots = QTextCharFormat.UnderlineStyle.WaveUnderline, QTextCharFormat.UnderlineStyle.DotLine
    made.setUnderlineStyle(dots if severity.value == "hint" else wave)
    made.setUnderlineColor(theme.colour(severity.value))
    return made


def tooltip(diagnostics: "Iterable[Diagnostic]") -> str:
    """Return what, why and by which clause, one finding below the other; empty for none.

    The text is made safe for Qt, which would take a plan's own words for markup.
    """
    from html import escape

    parts = []
    for one in diagnostics:
        lines = [f"<b>{theme.severity_word(one.severity)}：{escape(one.message)}</b>"]
        if one.explanation:
            lines.append(f"为什么：{escape(one.explanation)}")
        if one.source:
            lines.append(f"依据：{escape(one.source)}")
        if one.fix is not None:
            lines.append(f"可修正（Ctrl+.）：{escape(one.fix.title)}")
        parts.append("<br>".join(lines))
    return "<hr>".join(parts)
