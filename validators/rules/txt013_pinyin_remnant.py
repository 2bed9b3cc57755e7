"""The reading of a character left in parentheses behind it: 党（dǎng）的."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.habits import report_once
from validators.rule import Bad, Finding, Good, Scope, rule

_LETTERS = frozenset("aeiouüêāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ")  # every syllable has one
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_SYLLABLE = rf"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouvüê{_TONES}]{{1,3}}(?:ng|n|r)?"
_TONED = re.compile(
    r"[（(](?<=[\u3400-\u9fff].)(?P<words>[a-zêüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ'’ ]{2,48})[）)]"
)  # a word of several syllables: a macron or a caron tells it from a Western one
_READING = re.compile(
    rf"[（(](?<=[\u3400-\u9fff].)\s?(?P<words>{_SYLLABLE}(?:\s?/\s?{_SYLLABLE}){{0,4}})\s?[）)](?P<next>[\u3400-\u9fff])?"
)
# Written like a syllable, but an abbreviation or a word: 局域网（lan）, 人工智能（ai）, 加（he）.
_WORDS = frozenset(("ai", "lan", "wan", "man", "pan", "men", "he", "she", "me", "we", "an", "en", "in", "on", "no"))
_WORDS |= {"or", "can", "pin", "pen", "fan", "ban", "cha", "wo", "do", "go", "so", "di", "si", "ui", "ie", "er"}


_MARKED = frozenset("āǎēěīǐōǒūǔǖǘǚǜ")


def _finding(block: Block, start: int, end: int) -> Finding:
    return Finding(start, end, f"“{block.text[start - 1 : end]}”留有注音", "")


@keep_by_text
def _readings(block: Block) -> tuple[Finding, ...]:
    if "(" not in block.text and "（" not in block.text:
        return ()
    found = []
    for match in _READING.finditer(block.text):
        words = match.group("words")
        toned = any(tone in words for tone in _TONES)
        bare = len(words) > 1 and words not in _WORDS and match.group("next") is not None
        if toned or bare:
            start, end = match.start(), match.end() - len(match.group("next") or "")
            found.append(_finding(block, start, end))
    single = {one.start for one in found}
    words = (match for match in _TONED.finditer(block.text) if not _MARKED.isdisjoint(match.group("words")))
    found += [_finding(block, *match.span()) for match in words if match.start() not in single]
    return tuple(found)


@rule(
    code="TXT013",
    name="pinyin-remnant",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="汉字后面留有拼音注音。",
    reason="有的网页会给生僻字、繁体字自动加注音，复制时一起带了进来，印出来就是多余的文字。",
    source="实务",
    fix_title="删去注音",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(("坚持党(dǎng)的领导，关(guan)于科普。",), ("坚持党的领导，关于科普。",)),
        Bad(("学一（yī / yì）学科普知识。",), ("学一学科普知识。",)),
        Bad(("建设云州造船博物馆（bówùguǎn）。",), ("建设云州造船博物馆。",)),
        Good(("坚持党的领导，供应咖啡（café）。",)),
        Good(("推广人工智能(ai)技术和局域网（lan）、手机应用(app)，里程（km），总量(gdp)增长。",)),
        Good(("选择（a）或（b），函数f(a)。",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the habit once: readings with a tone, and without one where the sentence goes on behind them."""
    yield from report_once(analysis, _readings, _LETTERS)
