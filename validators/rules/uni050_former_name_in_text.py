"""A former name of a unit or of a national agency in running text, outside the lists of assignments."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from editor.model.document import BlockKind
from editor.model.text_cache import keep_by_arguments
from templates.analysis import Analysis
from templates.facts import former_agencies, reform_source
from validators.diagnostic import Severity
from validators.patterns import in_title
from validators.plan_date import plan_date
from validators.rule import Bad, Finding, Good, Scope, rule

_HISTORY = re.compile(
    r"原|时任|曾|前身|沿革|更名|组建|挂牌|加挂|撤销|划入|并入|合并|命名|授予|认定|评为|印发|颁发|联合|联发|获|20[01][0-9]年"
)
_WIDTH = 60
_END = re.compile("[。；]")
_READ = (BlockKind.PARAGRAPH, BlockKind.HEADING)
_SIGNED = (("signature_date", "2026-03-02"),)


@lru_cache(maxsize=8)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    every = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?:{every})(?![长所站股科属门分队]|委员)")


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around a name, as far as it tells anything about it."""
    before = text[max(0, start - _WIDTH) : start]
    return _END.split(before)[-1] + _END.split(text[end : end + _WIDTH])[0]


@keep_by_arguments
def _mentions(text: str, pattern: re.Pattern[str]) -> tuple[tuple[int, int, str], ...]:
    """Return where former names stand in a text that does not tell of the past."""
    found = []
    for match in pattern.finditer(text):
        around = _sentence(text, match.start(), match.end())
        aside = text[match.start() - 1 : match.start()] in ("（", "(")  # 县农业农村局（县乡村振兴局）: a second sign
        if not aside and not in_title(text, match.start()) and not _HISTORY.search(around):
            found.append((*match.span(), match.group()))
    return tuple(found)


def _ended_names(analysis: Analysis, year: int) -> dict[str, tuple[str, int]]:
    """Return every name that had ended before a year, with what it is called now and when it ended."""
    names = {one.former: (one.name, one.ended) for one in former_agencies()}
    for name, found in analysis.register.former_names().items():
        names[name] = found.unit.short, found.ended or year
    return {name: (now, ended) for name, (now, ended) in names.items() if ended < year}


def _assigned(analysis: Analysis) -> dict[str, set[int]]:
    """Return the places of unit names in assignments: there another rule speaks."""
    places: defaultdict[str, set[int]] = defaultdict(set)
    for assignment in analysis.assignments:
        for one in (*assignment.lead, *assignment.responsible):
            places[one.block_id].update(range(one.start, one.end))
    return places


@rule(
    code="UNI050",
    name="former-name-in-text",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="正文里用了机构改革前的旧名称。",
    reason="机构改革后旧单位已经撤并，写旧名称，读者不知道由谁负责；按方案自己的日期判断，改革前的方案不受影响。",
    source="机构改革方案（2008、2013、2018、2023）；本地单位库",
    examples=(
        Bad(("一、行动", "由县环境保护局会同学校开展活动。"), metadata=_SIGNED),
        Bad(("一、行动", "配合国家卫生计生委做好健康科普。"), metadata=_SIGNED),
        Good(("一、行动", "由县环境保护局会同学校开展活动。"), (("signature_date", "2016-03-02"),)),
        Good(("一、行动", "原县环境保护局建设的展厅继续开放，2016年县卫计局开展过调查。"), _SIGNED),
        Good(("一、行动", "由县农业农村局（县乡村振兴局）开展活动，落实《县环境保护局展厅办法》。"), _SIGNED),
        Good(("一、行动", "由县环境保护局会同学校开展活动。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report each name once, judged by the plan's date, with the reform that ended it."""
    signed = plan_date(analysis.document.metadata)
    names = _ended_names(analysis, signed.earliest.year) if signed else {}
    if not names:
        return
    pattern = _pattern(frozenset(names))
    assigned = _assigned(analysis)
    for block in analysis.document.blocks:
        for start, end, name in _mentions(block.text, pattern) if block.kind in _READ else ():
            if name in names and start not in assigned.get(block.id, ()):
                now, ended = names.pop(name)
                source = reform_source(ended)
                message = f"“{name}”是{ended}年以前的旧名称，现在一般是“{now}”。"
                reason = f"依据{source}，这个名称已经停用；按方案自己的日期判断，改革前的方案不受影响。"
                yield Finding(start, end, message, block_id=block.id, reason=reason, source=source)
