"""Where the seals (印章) of an official document go and what room they need (GB/T 9704-2012, 7.3.5.1); all in twips."""

from collections.abc import Sequence

from editor.gongwen.layout import Layout, ems, twips

_USUAL_DATE = 6  # characters of 2026年3月5日, for a 署名 without a date


def band(issuers: Sequence[str], date: str, layout: Layout) -> int:
    """Return the width of the stretch at the right edge in whose middle date and last 署名 stand.

    The date then stands four characters in; under a 署名 too long for that, as far in as its middle asks.
    """
    usual = 2 * layout.sealed_inset + (ems(date) or _USUAL_DATE)
    longest = min(max(map(ems, issuers), default=0), layout.signature_characters)
    return min(round(max(usual, longest) * layout.em_twips), layout.width_twips)


def columns(issuers: Sequence[str], date: str, layout: Layout) -> tuple[int, ...]:
    """Return the middles of the seals of a full row, from the left edge of the type area; the last is the date's.

    As many, three at most, as stay apart, inside the type area, and leave every 署名 its line.
    """
    last = layout.width_twips - band(issuers, date, layout) // 2
    size, gap = twips(layout.seal_size), twips(layout.seal_gap)
    widest = max(map(ems, issuers), default=0) * layout.em_twips
    for count in range(min(len(issuers), layout.seals_per_row), 1, -1):
        step = min(layout.width_twips // count, (last - size // 2 - gap // 4) // (count - 1))  # a hair from the edge
        if step >= max(size + gap, widest + gap // 2):
            return tuple(last - step * at for at in range(count - 1, -1, -1))
    return (last,)


def rows(issuers: Sequence[str], per_row: int) -> list[tuple[str, ...]]:
    """Return the agencies row by row in their order."""
    return [tuple(issuers[at : at + per_row]) for at in range(0, len(issuers), per_row)]


def row_step(layout: Layout) -> int:
    """Return the distance from one row of seals to the next."""
    return twips(layout.seal_size + layout.seal_gap)


def gap_above(layout: Layout, line: int) -> int:
    """Return the space over the first 署名 that puts the top of its seal under the text, a line away at the most."""
    closest = twips(layout.seal_size / 2 + layout.seal_rise) - line
    return min(max(layout.blank_twips(layout.seal_text_lines) * line // layout.pitch_twips, closest), closest + line)


def room_below(layout: Layout, line: int) -> int:
    """Return how far the last seal reaches under the line of the date."""
    return max(twips(layout.seal_size / 2 - layout.seal_rise) - line, 0)
