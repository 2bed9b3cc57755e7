"""A text widget that looks like a sheet of paper on a desk: 28 characters a line, zoomed as one likes."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from editor.blanks import blank_at
from editor.ui import paper, theme
from editor.ui.block_formats import Formats
from editor.ui.positions import to_index, to_units
from editor.ui.shown_document import ShownDocument

ZOOMS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)  # percent


class PaperEdit(QTextEdit):
    """The widget's look and its dealings with input methods; what the text means is not known here."""

    zoom_changed = Signal(int)  # percent

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = 100
        self._formats = Formats(1.0)
        self._sheet = QRect()
        self.paint_over: Callable[[QPainter, QRect], None] | None = None  # the second is an area of the viewport
        self._strip: QPixmap | None = None  # of desk and sheet in their present places and colours
        self._own_viewport()
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._colour_selection()
        self.document().setDocumentMargin(0)
        self._shown = ShownDocument(self.document(), self._formats)
        self._shown.show(())

    def _own_viewport(self) -> None:
        """Take a viewport that Python has made: to wrap one of Qt's, PySide loads every kind of widget (25 ms)."""
        viewport = QWidget(self)
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # desk and sheet are painted by us
        viewport.setMouseTracking(True)
        viewport.setAcceptDrops(True)
        viewport.setCursor(Qt.CursorShape.IBeamCursor)
        self.document().documentLayout().setPaintDevice(viewport)  # before Qt deletes the old one
        self.setViewport(viewport)

    def _colour_selection(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, theme.colour("marked"))
        self.setPalette(palette)

    def recolour(self) -> None:
        """Show the text in the colours now in use."""
        self.commit_composition()
        self._colour_selection()
        self._strip = None
        self._formats = Formats(self._formats.zoom)
        self._shown.use(self._formats)

    def is_composing(self) -> bool:
        """Return whether an input method has unfinished text in the widget."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def commit_composition(self) -> None:
        """Take what an input method has not finished into the text, as it is seen."""
        if not self.is_composing():
            return
        QGuiApplication.inputMethod().commit()
        rest = self.textCursor().block().layout().preeditAreaText()
        if rest:  # the input method did not answer
            event = QInputMethodEvent("", [])
            event.setCommitString(rest)
            QApplication.sendEvent(self, event)

    @property
    def zoom(self) -> int:
        """Return the zoom in percent; 100 is the size on paper."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Show the text at `percent` of its size on paper, from 50 to 300."""
        percent = max(ZOOMS[0], min(ZOOMS[-1], percent))
        if percent == self._zoom:
            return
        self.commit_composition()
        self._zoom = percent
        self._formats = Formats(percent / 100)
        self._shown.use(self._formats)
        self._place_sheet()
        self.ensureCursorVisible()
        self.zoom_changed.emit(percent)

    def zoom_step(self, steps: int) -> None:
        """Go so many steps up or down the scale of zooms."""
        nearest = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - self._zoom))
        self.set_zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, nearest + steps))])

    def zoom_in(self) -> None:
        """Show the text larger."""
        self.zoom_step(1)

    def zoom_out(self) -> None:
        """Show the text smaller."""
        self.zoom_step(-1)

    def zoom_reset(self) -> None:
        """Show the text in the size it has on paper."""
        self.set_zoom(100)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel, otherwise scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_step(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the whole 【placeholder】 under the mouse, to be written over; elsewhere a word, as usual."""
        super().mouseDoubleClickEvent(event)
        cursor = self.cursorForPosition(event.position().toPoint())
        text, start = cursor.block().text(), cursor.block().position()
        place = blank_at(text, to_index(text, cursor.positionInBlock()))
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            cursor.setPosition(start + to_units(text, place[0]))
            cursor.setPosition(start + to_units(text, place[1]), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sheet in the middle."""
        self._place_sheet()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint desk and sheet, the text, and what belongs over it."""
        scrolled = self.verticalScrollBar().value()
        height = self._text_height() - 2 * self._sheet.top()
        sheet = QRect(self._sheet.left(), self._sheet.top() - scrolled, self._sheet.width(), height)
        area = event.rect()
        painter = QPainter(self.viewport())
        if sheet.top() <= area.top() and area.bottom() <= sheet.bottom():
            painter.drawTiledPixmap(area, self._beside_text(), QPoint(area.left(), 0))
        else:
            paper.paint(painter, area, sheet)
        painter.end()
        super().paintEvent(event)
        if self.paint_over is not None:
            painter = QPainter(self.viewport())
            self.paint_over(painter, area)
            painter.end()

    def _beside_text(self) -> QPixmap:
        """Return the piece of desk and sheet that is the same at every height of the text."""
        ratio = self.viewport().devicePixelRatioF()
        if self._strip is None or self._strip.devicePixelRatio() != ratio:
            self._strip = paper.strip(self._sheet, self.viewport().width(), ratio)
        return self._strip

    def _text_height(self) -> int:
        """Return the height of text and margins; asking the document for it would lay out all of the text."""
        bar = self.verticalScrollBar()
        if bar.maximum() and not self.document().lastBlock().layout().lineCount():
            return bar.maximum() + 2 * self.viewport().height()  # the end is not laid out yet, it is far below
        return bar.maximum() + self.viewport().height() if bar.maximum() else round(self.document().size().height())

    def _place_sheet(self) -> None:
        text_margins, self._sheet = paper.margins(self._formats, self.viewport().width())
        self._strip = None
        with self._shown.our_writing():
            paper.set_margins(self.document(), text_margins)
