"""The differences of two versions as text for reading and as JSON for programs."""

import json
from collections import Counter
from itertools import groupby

from editor.model.comparison import Comparison, Difference, Kind
from editor.model.difference_words import (
    PLACE_MARK,
    SIGNS,
    WORDS,
    block_words,
    kind_words,
    place_words,
    shown_pieces,
    shown_text,
    value_words,
)
from editor.model.element_words import ELEMENTS
from editor.model.spans import Op, Piece

_MARKS = {Op.SAME: ("", ""), Op.DELETED: ("[-", "-]"), Op.INSERTED: ("{+", "+}")}
_CONTEXT = 12  # characters shown beside a change; the rest of a long passage that stayed is …


def compared_text(comparison: Comparison) -> str:
    """Return the differences section by section."""
    lines = []
    for place, group in groupby(comparison.differences, place_words):
        lines.append(place)
        for one in group:
            name = ELEMENTS.get(one.key, one.key) or block_words(one.new or one.old)
            lines.append(f"  {SIGNS[one.kind]} {kind_words(one)}（{name}）：{_said(one, comparison)}")
    return "\n".join([*lines, summary(comparison)])


def summary(comparison: Comparison) -> str:
    """Return one sentence with the number of differences of each kind."""
    if not comparison.differences:
        return "两份文稿没有不同。"
    counts = Counter(one.kind for one in comparison.differences)
    parts = "、".join(f"{WORDS[kind]}{counts[kind]}处" for kind in Kind if counts[kind])
    return f"共{len(comparison.differences)}处不同：{parts}。"


def _said(one: Difference, comparison: Comparison) -> str:
    if one.kind is Kind.MOVED and shown_text(one.old) == shown_text(one.new):
        return f"{shown_text(one.new)}（原在{PLACE_MARK.join(one.old_place) or '标题和引言'}）"
    found = shown_pieces(one, comparison.words)
    return "".join(_marked(piece, at in (0, len(found) - 1)) for at, piece in enumerate(found)).replace("\n", " ／ ")


def _marked(piece: Piece, outer: bool) -> str:
    text = piece.text
    if piece.op is Op.SAME and len(text) > 3 * _CONTEXT and not outer:
        text = f"{text[:_CONTEXT]}……{text[-_CONTEXT:]}"
    first, last = _MARKS[piece.op]
    return f"{first}{text}{last}"


def compared_json(comparison: Comparison) -> str:
    """Return the differences as JSON: kind, place, both texts and the pieces between them."""
    return json.dumps([_entry(one, comparison) for one in comparison.differences], ensure_ascii=False, indent=1)


def _entry(one: Difference, comparison: Comparison) -> dict[str, object]:
    entry: dict[str, object] = {"kind": one.kind.value, "place": list(one.place)}
    if one.kind is Kind.FIELD:
        entry |= {"field": one.key, "old": value_words(one.old_value), "new": value_words(one.new_value)}
    else:
        entry |= {"old": shown_text(one.old) if one.old else None, "new": shown_text(one.new) if one.new else None}
    if one.kind is Kind.MOVED:
        entry["old_place"] = list(one.old_place)
    entry["pieces"] = [[piece.op.value, piece.text] for piece in shown_pieces(one, comparison.words)]
    return entry
