"""Set pages on a grey desk: scrolled, zoomed, one or two beside each other; it says what is to be painted."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from editor.gongwen.layout import STANDARD, Layout
from editor.gongwen.typesetting.pages import Page
from editor.ui import theme
from editor.ui.page_desk import PERCENTS, Desk, Fit, Room, Zoom, lay_out, scale_of
from editor.ui.page_grid import grid_lines
from editor.ui.page_sheet import draw_grid, lay_sheet, mark, put_picture
from editor.ui.page_strips import Missing, Strips

_STEP = 120  # of the wheel


class PageView(QAbstractScrollArea):
    """Shows pages from pictures; `wanted` says that `missing` has something to paint."""

    clicked = Signal(int, float, float)  # page from 0, millimetres on it
    page_changed = Signal(int)  # the page in the middle, from 0
    zoom_changed = Signal(object)  # by the wheel: the new percent
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Sequence[Page] = ()
        self._layout = STANDARD
        self._words = ""
        self._marks: Sequence[tuple[int, QRectF]] = ()
        self._zoom: Zoom = Fit.WIDTH
        self._columns = 1
        self._grid = False
        self._strips = Strips()
        self._desk = Desk(1.0, (), QRectF().size())
        self._page = -1
        self._turned = 0  # of the wheel, towards the next zoom
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("公文页面")
        self.setAccessibleDescription("按页显示排好版的公文；单击一处，正文转到那里，回车键转到画面中间的一行。")
        self._place()

    # what is shown

    @property
    def pages(self) -> Sequence[Page]:
        """Return the pages that are shown."""
        return self._pages

    @property
    def page(self) -> int:
        """Return the page in the middle, from 0; -1 without any."""
        return self._page

    def show_pages(self, pages: Sequence[Page], layout: Layout) -> None:
        """Show other pages at the same place."""
        self._pages, self._layout, self._words = pages, layout, ""
        self._place()

    def say(self, words: str) -> None:
        """Say why there are no pages."""
        self._pages, self._words, self._marks = (), words, ()
        self._strips.clear()
        self._place()

    def show_marks(self, marks: Sequence[tuple[int, QRectF]]) -> None:
        """Mark places softly: page and millimetres on it."""
        if marks != self._marks:
            self._marks = marks
            self.viewport().update()

    def set_zoom(self, zoom: Zoom) -> None:
        """Zoom; what was in the middle stays there."""
        self._zoom = zoom
        self._place()

    def set_columns(self, columns: int) -> None:
        """Show so many pages beside each other."""
        self._columns = columns
        self._place()

    def set_grid(self, shown: bool) -> None:
        """Show or hide the grid of 22 × 28."""
        self._grid = shown
        self.viewport().update()

    def reveal(self, page: int, place: QRectF) -> None:
        """Scroll to a place of a page, in millimetres, unless all of it is seen."""
        rect = self._on_desk(page, place)
        seen = self._seen()
        if not seen.contains(rect):
            self._scroll_to(QPointF(max(seen.width() / 2, rect.left()), rect.top() + seen.height() / 6))

    # pictures

    def missing(self) -> Missing | None:
        """Return what is to be painted next, None where all that is seen has its picture."""
        return self._strips.missing(self._pages, self._desk.strips(self._seen()), self._dots())

    def take(self, missing: Missing, images: Sequence[QImage]) -> None:
        """Show what was painted."""
        self._strips.take(missing, images)
        self.viewport().update()

    def forget_pictures(self) -> None:
        """Give the memory of all pictures back."""
        self._strips.clear()

    def _dots(self) -> float:
        """Return the dots of the screen in a millimetre of a page."""
        return self._desk.scale * self.devicePixelRatioF()

    # places

    def _room(self) -> Room:
        size = self.viewport().size()
        return Room(size.width(), size.height(), theme.em(self), self.logicalDpiX() / 25.4)

    def _place(self) -> None:
        """Lay the pages out anew around what is in the middle now."""
        page, point = self._middle()
        room = self._room()
        self._desk = lay_out(self._pages, self._columns, scale_of(self._zoom, self._pages, self._columns, room), room)
        for bar, size, seen in (
            (self.verticalScrollBar(), self._desk.size.height(), room.height),
            (self.horizontalScrollBar(), self._desk.size.width(), room.width),
        ):
            bar.setPageStep(round(seen))
            bar.setSingleStep(2 * theme.em(self))
            bar.setRange(0, max(0, round(size - seen)))
        if page < len(self._desk.rects):
            self._scroll_to(self._on_desk(page, QRectF(point, point)).topLeft())
        self._seen_changed()

    def _middle(self) -> tuple[int, QPointF]:
        """Return the page in the middle and the point of it that is there, in millimetres."""
        if not self._desk.rects:
            return 0, QPointF(0, 0)
        middle = self._seen().center()
        page = self._desk.nearest(middle)
        return page, self._on_page(page, middle)

    def _scroll_to(self, middle: QPointF) -> None:
        room = self._room()
        self.verticalScrollBar().setValue(round(middle.y() - room.height / 2))
        self.horizontalScrollBar().setValue(round(middle.x() - room.width / 2))

    def _seen(self) -> QRectF:
        """Return the part of the desk that is seen."""
        corner = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRectF(corner, self.viewport().size().toSizeF())

    def _on_desk(self, page: int, place: QRectF) -> QRectF:
        scale, corner = self._desk.scale, self._desk.rects[page].topLeft()
        return QRectF(corner + place.topLeft() * scale, place.size() * scale)

    def _on_page(self, page: int, point: QPointF) -> QPointF:
        return (point - self._desk.rects[page].topLeft()) * (1 / self._desk.scale)

    def _seen_changed(self) -> None:
        seen = self._seen()
        near = seen.adjusted(0, -seen.height() / 2, 0, seen.height() / 2)
        self._strips.keep(self._desk.strips(near))
        page = self._middle()[0] if self._pages else -1
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self.viewport().update()
        if self._pages:
            self.wanted.emit()

    # events

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Show another part of the desk."""
        self._seen_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window with zooms that fit it."""
        super().resizeEvent(event)
        self._place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel, otherwise scroll."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        event.accept()
        self._turned += event.angleDelta().y()
        steps, self._turned = int(self._turned / _STEP), self._turned - int(self._turned / _STEP) * _STEP
        if steps:
            self.zoom_changed.emit(self._next_percent(steps))

    def _next_percent(self, steps: int) -> int:
        """Return the percent so many steps above or below the present zoom."""
        now = self._desk.scale / self._room().millimetre * 100
        above = [percent for percent in PERCENTS if percent > now + 1]
        below = [percent for percent in reversed(PERCENTS) if percent < now - 1]
        found = (above or [PERCENTS[-1]]) if steps > 0 else (below or [PERCENTS[0]])
        return found[min(abs(steps), len(found)) - 1]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which place of which page was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._click(self._seen().topLeft() + event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the keys; Return means the middle of what is seen."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                page, place = self._middle()
                if self._pages:
                    self.clicked.emit(page, place.x(), place.y())
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def _click(self, point: QPointF) -> None:
        page = self._desk.page_at(point)
        if page is not None:
            place = self._on_page(page, point)
            self.clicked.emit(page, place.x(), place.y())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint desk and sheets."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("desk"))
        if self._words:
            self._paint_words(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        seen = self._seen()
        painter.translate(-seen.topLeft())
        for number, rect in enumerate(self._desk.rects):
            if rect.adjusted(-4, -4, 4, 4).intersects(seen):
                self._paint_sheet(painter, number, rect)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        unit = theme.em(self)
        painter.setPen(theme.colour("muted"))
        room = self.viewport().rect().adjusted(unit, unit, -unit, -unit)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)

    def _paint_sheet(self, painter: QPainter, number: int, rect: QRectF) -> None:
        lay_sheet(painter, rect)
        for place, strip in self._desk.strips(self._seen()):
            kept = self._strips.get(number, strip) if place == number else None
            if kept is not None:
                put_picture(painter, rect, strip, kept, self._dots(), self.devicePixelRatioF())
        mark(painter, [self._on_desk(page, place) for page, place in self._marks if page == number])
        if self._grid:
            draw_grid(painter, rect, grid_lines(self._pages[number], self._layout), self._desk.scale)
