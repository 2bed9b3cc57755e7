"""The checks: a key, the pause after it, the whole plan from cold beside plain patterns; and the cost of each rule."""

import gc
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from bench.sample import long_plan
from bench.timing import measure, row
from editor.model.document import Block, Document
from templates.analysis import Analysis, analyse
from validators.engine import Validator
from validators.reading import checked_texts
from validators.rule import Rule, Scope, all_rules

_KEYS = 200
_OURS = ("editor.model", "templates", "validators")
_STATIC = ("all_rules", "load", "tree_of")  # made once per process from the program's own files, whatever the plan
# The floor: what 60 patterns of the usual make cost in the same process on the same text.
_ENDS = (
    "提升行动",
    "重点工程",
    "科普基地",
    "责任单位",
    "领导小组",
    "经费投入",
    "监测评估",
    "科学素质",
    "志愿服务",
    "科普活动",
)
PLAIN = tuple(
    re.compile(pattern)
    for end in _ENDS
    for pattern in (
        rf"{end}[，。]",
        rf"(?:加强|完善|实施){end}",
        rf"[0-9]{{1,4}}[个项]{end}",
        rf"{end[:2]}[^，。；]{{1,8}}{end[2:]}",
        rf"“[^“”]{{0,12}}{end}",
        rf"{end}(?:[、和与]\w{{2,6}}){{1,3}}",
    )
)


def edited(plan: Document, number: int) -> Document:
    """Return the plan with a key typed in one of its paragraphs."""
    at = (number * 37) % len(plan.blocks)
    block = replace(plan.blocks[at], text=plan.blocks[at].text + "国")
    return replace(plan, blocks=(*plan.blocks[:at], block, *plan.blocks[at + 1 :]))


def forget() -> None:
    """Empty every cache that the checks fill from a plan."""
    for name, module in list(sys.modules.items()):
        if name.startswith(_OURS):
            for value in vars(module).values():
                if hasattr(value, "cache_clear") and value.__name__ not in _STATIC:
                    value.cache_clear()


def cold(action: Callable[[], object], repeat: int = 12) -> list[float]:
    """Return the milliseconds of some runs, each with empty caches."""
    times = []
    for _ in range(repeat):
        forget()
        gc.collect()
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return times


def keys(plan: Document, pause: bool) -> list[float]:
    """Return the milliseconds of the checks of many keys; with `pause`, of the document rules that follow each."""
    validator = Validator()
    validator.run(analyse(plan))
    times = []
    for number in range(_KEYS):
        analysis = analyse(edited(plan, number))
        new = [one for one, old in zip(analysis.document.blocks, plan.blocks, strict=True) if one is not old]
        start = time.perf_counter()
        validator.check_blocks(analysis, new)
        typed = time.perf_counter()
        validator.run(analysis)
        times.append((time.perf_counter() - typed if pause else typed - start) * 1000)
    return times


def costs(plan: Document) -> Iterator[tuple[float, Rule]]:
    """Yield what each rule costs on the whole plan, the parsing it shares with others being done."""
    analysis = analyse(plan)
    Validator().run(analysis)
    texts = [(block, frozenset(block.text)) for block in checked_texts(analysis) if not block.rows]
    for one in all_rules():
        if one.enabled:
            yield min(measure(partial(_check, one, analysis, texts), 5)), one


def _check(one: Rule, analysis: Analysis, texts: list[tuple[Block, frozenset[str]]]) -> None:
    if one.scope is Scope.DOCUMENT:
        list(one.check(analysis))
        return
    for block, held in texts:
        if not one.marks or not one.marks.isdisjoint(held):
            list(one.check(block))


def main() -> None:
    """Print the figures."""
    plan = long_plan()
    text = "\n".join(block.text for block in plan.blocks)
    rules = [one for one in all_rules() if one.enabled]
    print(f"Checks, {len(text)} characters, {len(plan.blocks)} blocks, {len(rules)} rules")
    row("one key: the rules of its block", keys(plan, pause=False), 2, worst=6)
    row("the pause after it: the rules of the document", keys(plan, pause=True))
    whole = cold(lambda: Validator().run(analyse(plan)))
    row("the whole plan from cold, its parsing among it", whole, 80)
    plain = measure(lambda: [pattern.findall(text) for pattern in PLAIN], 20)
    row(f"{len(PLAIN)} plain patterns over the same text", plain)
    print(f"  the whole plan costs {statistics.median(whole) / statistics.median(plain):.1f} times as much")
    slowest = sorted(costs(plan), key=lambda pair: -pair[0])
    print(f"Cost per rule, slowest first, together {sum(cost for cost, _ in slowest):.1f} ms")
    for cost, one in slowest:
        print(f"  {cost:7.3f} ms  {one.code} {one.scope:8} {one.summary}")
