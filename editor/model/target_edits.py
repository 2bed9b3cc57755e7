"""Targets → text: another number in the place of one, in the form in which it is printed."""

import re
from dataclasses import replace

from editor.model.document import Document
from editor.model.edits import ReplaceBlocks, Transaction
from editor.model.errors import EditMismatch, UserError
from editor.model.outline import to_chinese
from editor.model.target_numbers import NUMBER, number_of
from editor.model.targets import Target

_TITLE = "修改指标"
_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,4})?")
_TO_ASCII = str.maketrans("０１２３４５６７８９．％﹪", "0123456789.%%", ",， \u3000")
_TO_WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
_CHINESE = "零一二三四五六七八九"
_MOST_CHINESE = 99  # what is written in characters; more is clearer in digits


def set_value(document: Document, target: Target, text: str) -> Transaction | None:
    """Return the transaction that gives a target the number that the user typed; None where it has it already.

    The unit may be typed along. Raises UserError for what is no number, or none that fits; EditMismatch where the
    target no longer stands in the document.
    """
    number = _typed(text, target.unit)
    index = next((at for at, block in enumerate(document.blocks) if block.id == target.block_id), -1)
    block = document.blocks[index] if index >= 0 else None
    match = _printed(block.text, target) if block is not None else None
    if block is None or match is None:
        raise EditMismatch(f"no value at {target.block_id}:{target.end}")
    if float(number) == target.value:
        return None
    start, end = _span(match)
    changed = block.text[:start] + _in_form(number, match) + block.text[end:]
    after = NUMBER.match(changed, match.start())
    if after is None or number_of(after) != float(number):
        raise UserError(f"“{number}”放不进原文“{match.group()}”的写法。", "请在正文里直接修改这一句。")
    return Transaction(_TITLE, (ReplaceBlocks(index, (block,), (replace(block, text=changed),)),))


def _typed(text: str, unit: str) -> str:
    """Return the number that was typed, in plain digits."""
    number = text.translate(_TO_ASCII).removesuffix(unit.translate(_TO_ASCII))
    if _NUMBER.fullmatch(number) is None:
        raise UserError(f"“{text.strip()[:20]}”不是数，指标没有改。", f"请只写数字，如{_EXAMPLES.get(unit, '120')}。")
    whole, point, decimals = number.partition(".")
    return (whole.lstrip("0") or "0") + point + decimals


_EXAMPLES = {"%": "18.5", "百分点": "5"}


def _printed(text: str, target: Target) -> re.Match[str] | None:
    """Return the number of a target as its text prints it."""
    for match in NUMBER.finditer(text):
        if match.end() == target.end and number_of(match) == target.value:
            return match
    return None


def _span(match: re.Match[str]) -> tuple[int, int]:
    return match.span(next(name for name in ("share", "number", "word") if match[name] is not None))


def _in_form(number: str, match: re.Match[str]) -> str:
    """Return a number as the old one was printed: in characters, in wide digits, with commas at the thousands."""
    old = match["share"] or match["number"] or match["word"]
    if match["range"] is not None:
        raise UserError(f"原文写的是一个范围“{match.group()}”，这里只能改单个的数。", "请在正文里直接修改这一句。")
    if old[0] in _CHINESE or old[0] in "十百两":
        return _characters(number, point=match["share"] is not None)
    if any(comma in old for comma in ",，"):
        whole, point, decimals = number.partition(".")
        return f"{int(whole):,}".replace(",", "，" if "，" in old else ",") + point + decimals
    wide = any("０" <= character <= "９" for character in old)
    return number.translate(_TO_WIDE) if wide else number


def _characters(number: str, *, point: bool) -> str:
    """Return a number in characters where it is small: 十八点五; 百分之十八点五 has a 点, 三个 has none."""
    whole, _, decimals = number.partition(".")
    if not 0 < int(whole) <= _MOST_CHINESE or (decimals and not point):
        return number
    return to_chinese(int(whole)) + ("点" + "".join(_CHINESE[int(digit)] for digit in decimals) if decimals else "")
