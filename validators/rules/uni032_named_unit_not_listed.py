"""A unit that a task's text names but the task's list of units does not."""

import re
from collections.abc import Iterator
from functools import lru_cache

from editor.model.document import BlockKind
from editor.model.outline import Section
from editor.model.text_cache import keep_by_arguments, keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.duties import mentions_by_name, unit_keys
from validators.patterns import shorten
from validators.reading import whole_text
from validators.rule import Bad, Finding, Good, Scope, rule

_START = re.compile(r"[县区市旗州团省](?=[^，。、；：（）“”《》\s])")
_SHORTEST, _LONGEST = 3, 16
_MARKED = re.compile(r"“[^“”]{0,80}”|《[^《》]{0,120}》|[（(][^（）()]{0,200}[）)]")
# What makes of a unit's name a longer one, or says where something sits: 县科协主席, 办公室设在县科协.
_GOES_ON = re.compile(
    r"(?:所属|下属|直属|主办|主席|主任|局长|党组|系统|大楼|门口|报告|备案|文件|科协|协会|中心|学会|分局|股|科室)"
)
_ASIDE = re.compile(r"(?:设在|挂靠|报送|报|送|向|经|至|原)$")

_HEAD = ("一、行动", "（一）甲行动")
_TAIL = ("（二）乙行动", "牵头单位：县科协。责任单位：县水利局、县教育局。")


@keep_by_text
def _prose(text: str) -> str:
    """Return a text with what stands in marks and brackets blanked out, offsets kept."""
    return _MARKED.sub(lambda match: "\u3000" * len(match.group()), text)


def _named(text: str, names: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield where a unit's whole name stands in the prose of a text."""
    prose = _prose(text)
    for match in _START.finditer(prose):
        at = match.start()
        for end in range(at + _LONGEST, at + _SHORTEST - 1, -1):
            if prose[at:end] in names:
                if not _GOES_ON.match(prose, end) and not _ASIDE.search(prose, max(0, at - 3), at):
                    yield at, prose[at:end]
                break


@keep_by_arguments
def _names_in(text: str, names: frozenset[str]) -> tuple[tuple[int, str], ...]:
    return tuple(_named(text, names))


@rule(
    code="UNI032",
    name="named-unit-not-listed",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="任务的文字里点到的单位，分工名单里没有。",
    reason="文字里让它做事，名单里却没有它，任务可能落不到人；如果只是顺带提到，可以不管。",
    source="实务（任务分工）",
    examples=(
        Bad((*_HEAD, "县水利局每年开放水文站。", "牵头单位：县教育局。责任单位：县科协。", *_TAIL)),
        Good((*_HEAD, "县水利局每年开放水文站。", "牵头单位：县教育局。责任单位：县水利局。", *_TAIL)),
        Good(
            (*_HEAD, "进展报送县科协，执行《县水利局工作规定》。", "牵头单位：县教育局。责任单位：县财政局。", *_TAIL)
        ),
        Good((*_HEAD, "县水利局每年开放水文站。", *_TAIL)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for the names of the plan's own lists in the text that a list governs; each once per block."""
    names = frozenset(name for name in mentions_by_name(analysis) if _START.match(name))
    if not names or not _START.search(whole_text(analysis)):
        return
    keys = unit_keys(analysis)
    listed_at = _listed_places(analysis)
    for section, listed in _governed(analysis, analysis.sections, frozenset()):
        end = section.children[0].start if section.children else section.end
        for block in analysis.document.blocks[section.start : end]:
            told: set[str] = set()
            for at, name in _names_in(block.text, names) if block.kind is not BlockKind.TABLE else ():
                if keys[name] not in listed | told and at not in listed_at.get(block.id, ()):
                    told.add(keys[name])
                    message = f"文字里有“{name}”，“{shorten(section.title)}”的分工里没有它，请核对是否漏列。"
                    yield Finding(at, at + len(name), message, block_id=block.id)


def _governed(
    analysis: Analysis, sections: tuple[Section, ...], above: frozenset[str]
) -> Iterator[tuple[Section, frozenset[str]]]:
    """Yield each section that has a list, or stands under one, with all units of these lists and those below it."""
    for section in sections:
        own = _units(analysis, section)
        if own or above:
            yield section, above.union(*(_units(analysis, one) for one in section.walk()))
        yield from _governed(analysis, section.children, above | own)


def _units(analysis: Analysis, section: Section) -> frozenset[str]:
    keys = unit_keys(analysis)
    found = analysis.by_heading.get(section.block.id, ())
    return frozenset(keys[unit.text] for one in found for unit in (*one.lead, *one.responsible))


@lru_cache(maxsize=2)
def _listed_places(analysis: Analysis) -> dict[str, set[int]]:
    """Return where in each block the names of assignments stand: these are no prose."""
    found: dict[str, set[int]] = {}
    for mentions in mentions_by_name(analysis).values():
        for mention in mentions:
            found.setdefault(mention.block_id, set()).add(mention.start)
    return found
