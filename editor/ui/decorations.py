"""Findings under the text: wave lines in the visible blocks, and what a finding says where the mouse rests."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QPainter, QTextBlock, QTextCursor
from PySide6.QtWidgets import QToolTip

from editor.session import Change, Origin
from editor.ui import theme, underlines
from editor.ui.document_view import DocumentView
from editor.ui.positions import to_index, to_units
from editor.ui.underlines import Underline

if TYPE_CHECKING:
    from validators.diagnostic import Diagnostic

PAUSE = 600  # milliseconds without typing after which a finding in what is being written is shown


class Decorations(QObject):
    """Underlines the findings of a document in its view; one that ends at the caret waits for a pause in writing."""

    def __init__(self, view: DocumentView) -> None:
        super().__init__(view)
        self._view = view
        self._by_block: dict[str, Sequence[Diagnostic]] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._on_pause)
        self._painted = 0  # number of the first block of the last painting
        self._waiting = QTextCursor()  # where somebody has typed, until the pause
        view.typed.connect(self._on_typed)
        view.place_changed.connect(self._on_place)
        view.viewport().installEventFilter(self)
        view.paint_over = self.paint

    def show_diagnostics(self, diagnostics: "Iterable[Diagnostic]") -> None:
        """Show these findings; those of missing things and of the 公文要素 have no place in the text."""
        by_block: defaultdict[str, list[Diagnostic]] = defaultdict(list)
        for one in diagnostics:
            if one.range is not None:
                by_block[one.range.block_id].append(one)
        before, self._by_block = self._by_block, dict(by_block)
        scrolled = self._view.verticalScrollBar().value()
        for block, place in self._blocks_in(self._view.viewport().rect()):
            key = self._view.block_id(block.blockNumber())
            if tuple(before.get(key, ())) != tuple(by_block.get(key, ())):
                self._view.viewport().update(place.translated(0, -scrolled).toAlignedRect())

    def on_change(self, change: Change) -> None:
        """Show the findings after a change; where the user types, Qt paints the paragraph anew."""
        self._by_block.update(change.found)  # what was found elsewhere stands until the check is complete
        if change.found and change.origin is not Origin.VIEW:
            self._view.viewport().update()

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

    def underlines(self, block: QTextBlock) -> list[Underline]:
        """Return the lines to be seen now under the words of a line of the text."""
        found = self._of_line(block.blockNumber())
        if not found:
            return []
        text = block.text()
        plain = len(text) == block.length() - 1  # no character takes two units
        typing = self._pause.isActive() and self._waiting.blockNumber() == block.blockNumber()
        caret = to_index(text, self._view.textCursor().positionInBlock()) if typing else -1
        lines = []
        for one in found:
            if one.range is not None and one.range.end != caret:
                start, end = _widened(one.range.start, one.range.end, len(text))
                if not plain:
                    start, end = to_units(text, start), to_units(text, end)
                lines.append(Underline(start, end, one.severity.value))
        return lines

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint the lines under what stands in an area of the viewport."""
        scrolled = self._view.verticalScrollBar().value()
        for block, _ in self._blocks_in(area):
            if lines := self.underlines(block):
                underlines.paint(painter, block, QPointF(0, -scrolled), lines)

    def _blocks_in(self, area: QRect) -> Iterator[tuple[QTextBlock, QRectF]]:
        """Yield the blocks in an area of the viewport, each with its place in the document."""
        layout = self._view.document().documentLayout()
        place = QRectF(area.translated(0, self._view.verticalScrollBar().value()))
        block = self._first_in(place)
        self._painted = block.blockNumber()
        while block.isValid() and (here := layout.blockBoundingRect(block)).top() <= place.bottom():
            yield block, here
            block = block.next()

    def _first_in(self, area: QRectF) -> QTextBlock:
        """Return the first block in an area of the document; the last painted one is near, to ask Qt takes longer."""
        document = self._view.document()
        place = document.documentLayout()
        block = document.findBlockByNumber(self._painted)
        if not block.isValid() or abs(place.blockBoundingRect(block).top() - area.top()) > 2 * self._view.height():
            position = place.hitTest(QPointF(area.center().x(), area.top()), Qt.HitTestAccuracy.FuzzyHit)
            block = document.findBlock(max(position, 0))
        while place.blockBoundingRect(block).top() > area.top() and block.previous().isValid():
            block = block.previous()
        while place.blockBoundingRect(block).bottom() < area.top() and block.next().isValid():
            block = block.next()
        return block

    def recolour(self) -> None:
        """Draw the lines in the colours now in use."""
        self._view.viewport().update()

    def _on_typed(self) -> None:
        self._waiting = self._view.textCursor()
        self._pause.start()

    def _on_place(self) -> None:
        """Show what waits when the caret leaves it."""
        if self._pause.isActive() and self._view.textCursor() != self._waiting:
            self._pause.stop()
            self._on_pause()

    def _on_pause(self) -> None:
        block = self._waiting.block()
        place = self._view.document().documentLayout().blockBoundingRect(block)
        scrolled = self._view.verticalScrollBar().value()
        self._view.viewport().update(place.translated(0, -scrolled).toAlignedRect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the mouse at rest with the findings under it; follow the size of the window."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = tooltip(self.at(event.pos()))
            if text:
                QToolTip.showText(event.globalPos(), text, self._view.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().eventFilter(watched, event)

    def _of_line(self, number: int) -> "Sequence[Diagnostic]":
        return self._by_block.get(self._view.block_id(number), ())


def _touches(diagnostic: "Diagnostic", index: int) -> bool:
    place = diagnostic.range
    return place is not None and place.start <= index <= place.end


def _widened(start: int, end: int, length: int) -> tuple[int, int]:
    """Return the range with at least one character in it, so that there is something to underline."""
    end = min(max(end, start + 1), length)
    return min(start, max(end - 1, 0)), end


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
