"""7.3.5.5: how the lines of a notice close up or open, so that its signature never stands alone."""

from dataclasses import replace

import pytest

from editor.gongwen.elements import resolve
from editor.gongwen.layout import STANDARD
from editor.gongwen.parts.notice import fit, height, loosen, page_height
from editor.model.document import Seal
from tests.gongwen.sample import METADATA, sample

PITCH = STANDARD.pitch_twips
PAGE = page_height(STANDARD)
SHORT = resolve(sample(replace(METADATA, addressees="各乡镇", notice_body="短。", contact="", copy_to="")))


def with_lines(count: int, **changes: object):
    """A notice of so many lines, its signature and 附注 among them."""
    return replace(SHORT, body=("短。",) * (count - 5), **changes)


def test_lines_are_counted() -> None:
    # 主送, body, a blank line, 署名, 成文日期, one note.
    assert height(SHORT, STANDARD, PITCH) == 6 * PITCH


def test_a_notice_that_nearly_fits_closes_up_and_one_that_cannot_stays_on_the_grid() -> None:
    used = 12 * PITCH
    assert fit(with_lines(6), STANDARD, used) == (PITCH, 0)
    after, line = fit(with_lines(10), STANDARD, used)
    assert STANDARD.tightest_twips <= line < PITCH
    assert used + after + 10 * line <= PAGE
    assert fit(with_lines(30), STANDARD, used)[1] == 0


@pytest.mark.parametrize(("seal", "lines"), [(Seal.STAMP, 9), (Seal.SIGNATURE, 8)])
def test_the_room_of_a_seal_counts_too(seal: Seal, lines: int) -> None:
    used = 12 * PITCH
    assert fit(with_lines(lines), STANDARD, used) == (PITCH, 0)
    sealed = with_lines(lines, seal=seal, signatory_post="县长")
    after, line = fit(sealed, STANDARD, used)
    assert STANDARD.tightest_twips <= line < PITCH
    assert used + after + height(sealed, STANDARD, line) <= PAGE


def test_rows_of_seals_cannot_be_closed_up() -> None:
    joint = with_lines(9, seal=Seal.STAMP, issuers=("云溪县教育局", "云溪县水利局", "云溪县财政局", "云溪县民政局"))
    assert fit(joint, STANDARD, 12 * PITCH) == (PITCH, 0)


def test_a_single_paragraph_opens_up_until_two_of_its_lines_go_with_the_signature() -> None:
    used = 14 * PITCH
    after, line = loosen(2, 5, STANDARD, used)
    assert PITCH < line <= STANDARD.loosest_twips
    assert used + after + 5 * line <= PAGE < used + after + 6 * line
    assert loosen(2, 9, STANDARD, used) == (STANDARD.title_after_twips(used), 0)  # runs over by itself


def test_lines_are_never_opened_further_than_allowed_the_title_takes_the_rest() -> None:
    used = 14 * PITCH
    after, line = loosen(1, 3, STANDARD, used)
    assert line == STANDARD.loosest_twips
    assert used + after + 3 * line > PAGE
