"""Half-width punctuation between Chinese characters."""

import re
from collections.abc import Iterator
from dataclasses import replace

from editor.model.document import Block, BlockKind
from editor.model.outline import heading_parts
from editor.model.text_cache import keep_by_arguments
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.patterns import HAN, shorten
from validators.reading import as_class, checked_texts
from validators.rule import Bad, Finding, Good, Scope, edit, rule

_CLOSE = "”》）〕%％"
_AFTER = rf"(?:(?<={HAN}.)|(?<=[{_CLOSE}].))"
_MARK = re.compile(
    rf"[,;:?!]{_AFTER}(?=\s{{0,3}}(?:[\w“《（〔(]|$))|[,;](?<=[0-9A-Za-z].)(?=\s{{0,3}}(?:{HAN}|[“《]))"
    rf"|\.(?:(?<={HAN}.)|(?<=[”》）].))(?<!^[一二三四五六七八九十]\.)(?={HAN}|\s{{0,9}}$)|\((?:{_AFTER}|(?={HAN}))|\)(?:(?<={HAN}.)|(?={HAN}|[，。；：、]))"
)
_PAIR = re.compile(r"\(([^()]{0,60})\)")
_FORMULA = re.compile(r"[0-9A-Za-z]\([!-'*-~]{1,36}\)$")  # f(x), H2O(aq): the bracket is part of it
_ENTITY = re.compile(r"&#?[0-9A-Za-z]{1,8}$")  # &nbsp; is a remnant of markup, which TXT005 reports
_ENTITY = re.compile("&(?:#[0-9]{1,6}|[A-Za-z]{2,8});")  # a remnant that TXT005 reports
_FULL = dict(zip(",;:?!.()", "，；：？！。（）", strict=True))


@keep_by_arguments
def _marks(text: str, first: int) -> tuple[int, ...]:
    found = {match.start() for match in _MARK.finditer(text, first)}
    if "&" in text:
        found = {at for at in found if not _ENTITY.search(text, max(0, at - 10), at)}
    for pair in _PAIR.finditer(text, first) if found else ():
        ends = {pair.start(), pair.end() - 1}
        if _FORMULA.search(text, max(0, pair.start() - 1), pair.end()):
            found -= ends
        elif found & ends:
            found |= ends
    if "&" in text:
        found -= {match.end() - 1 for match in _ENTITY.finditer(text)}
    return tuple(sorted(found))


def _first(block: Block) -> int:
    """Return where the words begin: the sign of a heading's number belongs to STR014."""
    return heading_parts(block.text).start if block.kind is BlockKind.HEADING else 0


@rule(
    code="PUN002",
    name="half-width-marks",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="汉字之间用了半角标点。",
    reason="中文里用全角标点；半角标点多是从网页粘贴时带来的，排出来疏密不匀。",
    source="GB/T 15834-2011",
    fix_title="全部改为全角标点",
    examples=(
        Bad(
            ("一、要求", "加强领导,落实责任;各镇(街道)要按时报送."),
            ("一、要求", "加强领导，落实责任；各镇（街道）要按时报送。"),
        ),
        Bad(
            ("一、要求", "普及AI,大数据(Big Data)和5G, 推广应用."),
            ("一、要求", "普及AI，大数据（Big Data）和5G， 推广应用。"),
        ),
        Good(("一、要求", "加强领导，落实责任；各镇（街道）要按时报送。")),
        Good(("一、要求", "增长12.5%，时间8:30，网址http://www.example.cn/a,b。")),
        Bad(("一、要求", "办好“科普日”."), ("一、要求", "办好“科普日”。")),
        Good(("一、要求", "按y=ax+b(a>0)计算。")),
        Good(("一、要求", "经费1,200元，编号No.5，文件名plan.docx，邮箱a,b@example.cn，用f(x)表示。")),
        Good(("一、要求", "推动&nbsp;科普&#160;工作。")),
        Good(("一、要求", 'He said: "Yes, sir." (2026)')),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the class once per document, at the first mark, with a fix for all."""
    found = []
    for block in checked_texts(analysis):
        text = block.text
        for at in _marks(text, _first(block)):
            one = Finding(at, at + 1, shorten(text[max(0, at - 4) : at + 5], 12), block_id=block.id)
            found.append(replace(one, edits=(edit(block, at, at + 1, _FULL[text[at]]),)))
    if found:
        yield from as_class(found, f"全文有{len(found)}处汉字旁的标点用了半角，第一处是“{found[0].message}”。")
