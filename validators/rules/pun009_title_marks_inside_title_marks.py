"""《》 or < > inside 《》."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_MARK = re.compile("[《》<>＜＞]")


def _inner(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end (exclusive) of every title that stands one level inside another which is closed too."""
    opened: list[int] = []
    inner: list[tuple[int, int]] = []
    for match in _MARK.finditer(text):
        if match.group() in "《<＜":
            if match.group() == "《" or opened:
                opened.append(match.start())
        elif opened and (match.group() == "》") == (text[opened[-1]] == "《"):
            start = opened.pop()
            if len(opened) == 1:
                inner.append((start, match.end()))
            elif not opened:
                yield from inner
                inner = []


@rule(
    code="PUN009",
    name="title-marks-inside-title-marks",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="书名号里面又用了双书名号或尖括号。",
    reason="书名号里面的书名用单书名号“〈〉”；两层都用“《》”，分不清哪一个标题到哪里结束。",
    source="GB/T 15834-2011 书名号",
    fix_title="里层改为“〈〉”",
    marks="《",
    examples=(
        Bad("《关于印发《实施方案》的通知》", "《关于印发〈实施方案〉的通知》"),
        Bad("《关于印发<实施方案>的通知》", "《关于印发〈实施方案〉的通知》"),
        Good("《关于印发〈实施方案〉的通知》"),
        Good("落实《甲纲要》《乙方案》"),
        Good("数值<5且>3"),
        Good("《落实《科学素质纲要》要求。"),
        Good("落实《科普条例》要求，当a<b且c>d时"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find the inner title and offer single marks; a third level is left to the writer."""
    if "《" not in block.text:
        return
    for start, end in _inner(block.text):
        title = block.text[start:end]
        yield Finding(start, end, f"书名号里面的“{title}”应用单书名号“〈〉”。", f"〈{title[1:-1]}〉")
