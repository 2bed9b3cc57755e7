"""一是, 三是: a row of ordinal words with a gap, or with fewer items than announced."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from editor.model.outline import from_chinese
from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_ITEM = re.compile(
    r"(?:^|(?<=[。；：，、]))(?:(?P<shi>[一二三四五六七八九十]{1,2})是(?!否|非)|第(?P<di>[一二三四五六七八九十]{1,2})，)"
)
_COUNT = re.compile(r"([二两三四五六七八九十]|[2-9])个?(?:方面|点)[^。；：一]{0,12}[：。]$")
_NUMBER = {"两": 2, **{str(digit): digit for digit in range(2, 10)}}


@keep_by_text
def _items(text: str) -> tuple[tuple[str, int, int, int], ...]:
    """Return set, value and place of the ordinal words that open the clauses of a text."""
    if "是" not in text and "第" not in text:
        return ()
    found = []
    for match in _ITEM.finditer(text):
        form = match.lastgroup or ""
        found.append((form, from_chinese(match.group(form)) or 0, match.start(), match.end()))
    return tuple(found)


def _announced(text: str) -> int | None:
    match = _COUNT.search(text)
    return (_NUMBER.get(match.group(1)) or from_chinese(match.group(1))) if match else None


@rule(
    code="STR030",
    name="gap-in-ordinal-words",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="“一是”“二是”中间缺项、重号，或者与前文说的几个方面不符。",
    reason="说“三个方面”却只有一是、二是，或者从一是跳到三是，多半是删改时漏了，读者会以为少印了一项。",
    source="党政机关公文处理工作条例 第二十条（四）",
    examples=(
        Bad(("一是加强领导；三是落实经费。",)),
        Bad(("第一，加强领导。第二，落实经费。第二，强化督查。",)),
        Bad(("重点做好三方面工作：一是加强领导；二是落实经费。", "各单位要认真落实。")),
        Good(("重点做好三方面工作：一是加强领导；二是落实经费；三是强化督查。",)),
        Good(("重点做好三方面工作：一是加强领导；二是落实经费。", "三是强化督查。")),
        Good(("一是加强领导，第一，建专班；第二，定制度。二是落实经费。", "二是真抓实干，一是一、二是二。")),
        Good(("要加强领导，统一是关键，第三产业是重点。",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Follow each set of ordinal words through the paragraphs; a row begins anew with the first word."""
    blocks = analysis.document.blocks
    for at, block in enumerate(blocks):
        items = _items(block.text)
        yield from _gaps(block, items)
        if items:
            following = _items(blocks[at + 1].text) if at + 1 < len(blocks) else ()
            yield from _short_rows(block, items, following)


def _gaps(block: Block, items: tuple[tuple[str, int, int, int], ...]) -> Iterator[Finding]:
    last: dict[str, int] = {}
    for form, value, start, end in items:
        before = last.get(form)
        if before is not None and value not in (1, before + 1):
            words = block.text[start:end].rstrip("，")
            yield Finding(start, end, f"“{words}”和前面的第{before}项接不上。", block_id=block.id)
        last[form] = value


def _short_rows(
    block: Block, items: tuple[tuple[str, int, int, int], ...], following: tuple[tuple[str, int, int, int], ...]
) -> Iterator[Finding]:
    """Yield a row that its own sentence announces with another number than it has."""
    form, first, start, end = items[0]
    same = [value for kind, value, _, _ in items if kind == form]
    announced = _announced(block.text[max(0, start - 24) : start])
    goes_on = following and following[0][:2] == (form, same[-1] + 1)
    if announced and first == 1 and same == [*range(1, len(same) + 1)] and len(same) != announced and not goes_on:
        yield Finding(start, end, f"前面说有{announced}个方面，这里只列出{len(same)}项。", block_id=block.id)
