"""Hostile texts: every rule gets through its own worst cases, and what it says still points into them.

Work in a regular expression cannot be counted, so a case is stopped when it has used far more processor time than a
linear one needs: 100,000 characters take a rule about a tenth of a second, a quadratic one minutes.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import FrameType

import pytest

from editor.model.document import Block, BlockKind, Document
from templates.analysis import analyse
from tests.validators.examples import small_plan
from validators.diagnostic import Diagnostic
from validators.engine import Validator
from validators.rule import Bad, Rule, Scope, all_rules

LENGTH = 100_000
MOST_SECONDS = 10.0  # of processor time for one case
RULES = all_rules()


class TooSlowError(BaseException):
    """Raised by the timer; no Exception, since the engine goes on after those."""


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Stop what runs inside when it has used this much processor time, where the system has such a timer."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"more than {seconds} seconds of processor time")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def filled(bait: str, length: int = LENGTH) -> str:
    return bait * (length // len(bait))


def lines(rule: Rule) -> list[str]:
    """Return the texts of a rule's first examples, what it finds before what it leaves alone."""
    examples = sorted(rule.examples, key=lambda one: not isinstance(one, Bad))[:3]
    texts = [one.text if isinstance(one.text, str) else "".join(one.text) for one in examples]
    return [text for text in texts if text.strip()]


def found_words(rule: Rule, text: str) -> list[str]:
    if rule.scope is Scope.DOCUMENT:
        return [text]
    found = rule.check(Block("0", BlockKind.PARAGRAPH, text))
    return [text[one.start : one.end] or text for one in found][:2]


def baits(rule: Rule) -> list[str]:
    """Return what to repeat: the examples, what is found in them cut short in three places, and the rule's marks."""
    texts = lines(rule)
    words = [word for text in texts for word in found_words(rule, text)]
    cut = [word[:end] for word in words for end in {1, len(word) // 2, len(word) - 1} if end > 0]
    return list(dict.fromkeys([*texts, *cut, *sorted(rule.marks)[:2]]))


def hostile_texts(rule: Rule) -> Iterator[str]:
    """Yield each bait repeated, and the first sign of what is found with a long tail that never ends it."""
    for bait in baits(rule):
        yield filled(bait)
    for text in lines(rule)[:1]:
        for word in found_words(rule, text)[:1]:
            for tail in ("科", "2", " "):
                yield word[0] + filled(tail)
                yield filled(word[: max(1, len(word) - 1)] + tail * 50)


BLOCK_RULES = [rule for rule in RULES if rule.scope is Scope.BLOCK]


@pytest.mark.parametrize("rule", BLOCK_RULES, ids=lambda rule: rule.code)
def test_a_block_rule_takes_linear_time_for_its_own_worst_cases(rule: Rule) -> None:
    for text in hostile_texts(rule):
        with bounded(MOST_SECONDS):
            found = list(rule.check(Block("0", BlockKind.PARAGRAPH, text)))
        assert all(0 <= one.start <= one.end <= len(text) for one in found), text[:40]


@cache
def analysis_of(text: str, kind: BlockKind) -> object:
    metadata = small_plan((), signature_date="2026-01-01", addressees="各镇人民政府").metadata
    return analyse(Document("", metadata, (Block("0", kind, text, 1 if kind is BlockKind.HEADING else 0),)))


DOCUMENT_RULES = [rule for rule in RULES if rule.scope is Scope.DOCUMENT]


@pytest.mark.parametrize("rule", DOCUMENT_RULES, ids=lambda rule: rule.code)
def test_a_document_rule_takes_linear_time_for_one_long_paragraph(rule: Rule) -> None:
    for bait in lines(rule)[:2]:
        text = filled(bait, LENGTH // 5)
        with bounded(MOST_SECONDS):
            found = Validator([rule]).run(analysis_of(text, BlockKind.PARAGRAPH))
        assert "SYS001" not in {one.code for one in found}
        assert all(inside(one, {"0": text}) for one in found), bait


def inside(one: Diagnostic, texts: dict[str, str]) -> bool:
    where = one.range
    return where is None or where.block_id not in texts or 0 <= where.start <= where.end <= len(texts[where.block_id])


BAITS = (
    *("（", "“", "《", "【", "）", "[", "。", "，", "、等", "《甲》、", "<p ", '"科', "科 ", "\u200b", "一是、"),
    *("〔2021〕", "云政发〔2021〕", "2021-", "二〇", "1月1日", "电话2", "约1", "至少科", "1.1～1.1"),
    *("{{", "（请填", "科X个", "科  个", "a(科", "按附件1", "目的的", "03月", "抓3项任务"),
    *("其它", "推进", "年底前1余人", "2021年底前", "实施（2021年", "牵头单位：", "附件：1."),
    *("由1%到1%", "县环境保护局", "全国科普日", "“十四五”期间", "党的二十大", "十九届一中、", "截至2027年，", "8：30—"),
    *(
        "1～2",
        "1—2万",
        "二、三",
        "1，234",
        "〔2O",
        "1百",
        "从2021年—2022年",
        "9月1日-",
        "到 1 ",
        "2027年已",
        "《科普法》第一",
    ),
    *(
        "“甲”、",
        "“甲“乙",
        "等……",
        "如下：甲：",
        "一是甲。；",
        "第一、",
        "首先，第三，",
        "（一）（一）",
        "㈠",
        "　",
        "党(dang)",
        "萬",
    ),
    *(
        "甲 乙",
        "\ue000",
        "【打印】",
        "「",
        "己经",
        "----",
        "——",
        "•",
        "。”。",
        "《甲日》",
        "》（试行）",
        "《甲66条》",
        "1，甲",
    ),
)


@pytest.mark.parametrize("bait", BAITS)
@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.HEADING])
def test_a_long_repetition_is_checked_by_all_rules_and_every_range_lies_inside(bait: str, kind: BlockKind) -> None:
    text = filled(bait, 6000)
    with bounded(MOST_SECONDS):
        found = Validator().run(analysis_of(text, kind))
    assert "SYS001" not in {one.code for one in found}
    assert all(inside(one, {"0": text}) for one in found)


SCRIPTS = (
    "ئاممىۋى ئىلىم-پەن، 全民科学素质、བོད་ཡིག་གི་ཚན་རིག、ᠮᠣᠩᠭᠣᠯ、ᠨᠢᠭᠡ\u200dᠳᠦ，"
    "ひらがな・カタカナ、한국어，Ünïcödé (ﬁ)；👨\u200d🔬🇨🇳，"
    "𠀀𠮷𬭎〇○ＡＢ①㎡℃²³½，\u202eabc\u202c、e\u0301\u0302\u0303、\ufdfa\u3000\u00a0"
)


def test_mixed_scripts_raise_nothing_and_every_range_lies_inside() -> None:
    texts = [
        SCRIPTS,
        SCRIPTS[::-1],
        filled(SCRIPTS, 20_000),
        *(SCRIPTS[at:] + "。" for at in range(0, len(SCRIPTS), 5)),
    ]
    blocks = tuple(Block(str(at), BlockKind.PARAGRAPH, text) for at, text in enumerate(texts))
    table = Block("t", BlockKind.TABLE, rows=((SCRIPTS, SCRIPTS[::-1]), ("", SCRIPTS)))
    with bounded(MOST_SECONDS):
        found = Validator().run(analyse(Document("", small_plan(()).metadata, (*blocks, table))))
    assert "SYS001" not in {one.code for one in found}
    assert all(inside(one, {block.id: block.text for block in blocks}) for one in found)


def test_a_paragraph_of_100000_characters_is_checked_by_all_rules() -> None:
    text = filled(
        "（一）加强领导。各单位要落实“科普”责任，到2030年，公民具备科学素质的比例达到20%（县科协、县教育局负责）。"
    )
    with bounded(60):
        found = Validator().run(analysis_of(text, BlockKind.PARAGRAPH))
    assert "SYS001" not in {one.code for one in found}


def test_a_plan_of_20000_blocks_is_checked_by_all_rules() -> None:
    """Its blocks are the examples of all rules, over and over: headings, paragraphs, titles, annexes."""
    examples = [one.text for rule in RULES for one in rule.examples[:4]]
    every = [line for text in examples for line in ((text,) if isinstance(text, str) else text) if line]
    count = 20_000 // len(every) + 1
    with bounded(180):
        plan = small_plan(
            tuple((every * count)[:20_000]), signature_date="2026-01-01", period_start=2026, period_end=2030
        )
        found = Validator().run(analyse(plan))
    assert len(plan.blocks) > 19_000  # the lines of a table make one block
    assert "SYS001" not in {one.code for one in found}
    texts = {block.id: block.text for block in plan.blocks}
    assert all(inside(one, texts) for one in found)
