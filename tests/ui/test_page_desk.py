"""Where sheets lie, the grid over them, and that strips make up a page."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from editor.gongwen.export import Options
from editor.gongwen.layout import STANDARD, mm
from editor.gongwen.typesetting.pages import Page
from editor.gongwen.typesetting.paging import set_pages
from editor.ui.page_desk import Desk, Fit, Room, lay_out, scale_of
from editor.ui.page_fonts import measure
from editor.ui.page_grid import grid_lines
from editor.ui.page_painter import paint_page
from editor.ui.page_strips import STRIPS, Strips, strip_rows
from editor.ui.page_work import paint_strips
from editor.ui.page_worker import Ticket
from tests.gongwen.long_plan import SAMPLE
from tests.gongwen.sample import sample

ROOM = Room(800, 600, 20, 96 / 25.4)
UPRIGHT = tuple(Page(number, 210, 297, (), ()) for number in (1, 2, 3))


def desk(zoom: Fit | int, columns: int = 1) -> Desk:
    return lay_out(UPRIGHT, columns, scale_of(zoom, UPRIGHT, columns, ROOM), ROOM)


@pytest.mark.parametrize("columns", [1, 2])
def test_pages_fit_the_width(columns: int) -> None:
    found = desk(Fit.WIDTH, columns)
    assert found.rects[0].left() == pytest.approx(20, abs=1)
    assert found.rects[columns - 1].right() == pytest.approx(780, abs=1)
    assert found.size.width() == pytest.approx(800, abs=1)


def test_two_pages_fit_a_narrow_window() -> None:
    narrow = Room(300, 600, 20, ROOM.millimetre)
    found = lay_out(UPRIGHT, 2, scale_of(Fit.PAGE, UPRIGHT, 2, narrow), narrow)
    assert found.size.width() == pytest.approx(300, abs=1)


def test_a_whole_page_fits_the_window() -> None:
    assert desk(Fit.PAGE).rects[0].height() == pytest.approx(560, abs=1)


def test_percents_are_of_the_size_on_paper() -> None:
    assert desk(100).rects[0].width() == pytest.approx(210 / 25.4 * 96)
    assert desk(200).rects[0].width() == pytest.approx(2 * desk(100).rects[0].width())
    assert desk(200).size.width() > ROOM.width


def test_two_pages_lie_beside_each_other_and_a_last_one_alone_at_the_left() -> None:
    first, second, third = desk(50, 2).rects
    assert first.top() == second.top()
    assert third.left() == first.left()
    assert third.top() > first.bottom()
    assert second.left() - first.right() == pytest.approx(20, abs=1)


def test_points_and_what_is_seen_find_their_pages() -> None:
    found = desk(Fit.WIDTH)
    second = found.rects[1]
    assert found.page_at(second.center()) == 1
    assert found.page_at(QPointF(1, 1)) is None
    assert found.nearest(QPointF(0, second.center().y())) == 1
    seen = list(found.strips(QRectF(0, 0, 800, found.rects[0].bottom() - 1)))
    assert seen == [(0, strip) for strip in range(STRIPS)]


def test_the_grid_has_22_lines_of_28_characters_and_the_text_stands_in_it(qapp: object) -> None:
    page = next(page for page in set_pages(SAMPLE, Options(), measure) if page.number == 5)
    lines = grid_lines(page, STANDARD)
    rows = sorted({line.y1() for line in lines if line.y1() == line.y2()})
    columns = sorted({line.x1() for line in lines if line.x1() == line.x2()})
    assert (len(rows), len(columns)) == (23, 29)
    body = [text for text in page.texts if text.paragraph >= 0]
    assert len({text.y for text in body}) == 22
    for text in body:
        top = max(row for row in rows if row < text.y)
        middle = text.y - mm(text.size) * 0.38
        assert middle == pytest.approx(top + (rows[1] - rows[0]) / 2, abs=1.0)
    starts = {min(text.x for text in body if text.y == y) for y in {text.y for text in body}}
    assert all(min(abs(start - column) for column in columns) < 0.3 for start in starts)


def test_a_turned_page_has_the_frame_of_its_type_area() -> None:
    turned = Page(1, 297, 210, (), ())
    frame = grid_lines(turned, STANDARD)
    assert {(line.x1(), line.y1()) for line in frame} == {(35, 28), (260, 28), (260, 184), (35, 184)}


def test_strips_make_up_the_page(qapp: object) -> None:
    page, scale = set_pages(sample(), Options(), measure)[0], 2.3
    images = paint_strips(page, range(STRIPS), scale, Ticket())
    whole = QImage(images[0].width(), round(page.height * scale), QImage.Format.Format_RGB32)
    whole.fill(0xFFFFFFFF)
    painter = QPainter(whole)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    paint_page(painter, page)
    painter.end()
    for strip, image in enumerate(images):
        top, foot = strip_rows(page.height, scale, strip)
        part = whole.copy(0, top, whole.width(), foot - top)
        assert image.size() == part.size()
        assert image == part
    assert {image.pixelColor(at, at).name() for image in images for at in range(image.height())} > {"#ffffff"}


def test_what_is_painted_is_not_wanted_again_until_page_or_zoom_change(qapp: object) -> None:
    strips, pages = Strips(), [UPRIGHT[0], UPRIGHT[1]]
    seen = [(0, 2), (0, 3), (1, 0)]
    first = strips.missing(pages, seen, 2.0)
    assert first is not None
    assert (first.number, first.strips) == (0, (2, 3))
    strips.take(first, paint_strips(first.page, first.strips, 2.0, Ticket()))
    second = strips.missing(pages, seen, 2.0)
    assert second is not None
    assert (second.number, second.strips) == (1, (0,))
    strips.take(second, paint_strips(second.page, second.strips, 2.0, Ticket()))
    assert strips.missing(pages, seen, 2.0) is None
    assert strips.missing(pages, seen, 3.0) is not None
    pages[1] = Page(2, 210, 297, (), ())
    again = strips.missing(pages, seen, 2.0)
    assert again is not None
    assert again.number == 1
    strips.keep([(1, 0)])
    assert strips.get(0, 2) is None
    assert strips.get(1, 0) is not None, "an old picture serves until there is a new one"
