"""The formula of an older Party congress or plenum where a later one had been held for months."""

from collections.abc import Iterator
from datetime import timedelta

from editor.model.document import Block
from templates.analysis import Analysis
from templates.facts import Meeting, meetings
from validators.congress_mentions import Mention, congress_mentions
from validators.diagnostic import Severity
from validators.plan_date import plan_date, printed_day
from validators.rule import Bad, Finding, Good, Scope, rule

_GRACE = timedelta(days=90)  # a plan in circulation for approval is not rewritten at once
_FORMULA = ("贯彻", "落实", "学习", "指导")
_ALL = 99  # 历次全会: all so far

_SIGNED = (("signature_date", "2026-06-01"),)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.congress, _ALL if mention.session is None else mention.session


def _is_formula(block: Block, mention: Mention) -> bool:
    """Return whether what is named is to be carried out: 贯彻…精神, and not 党的十八大以来."""
    return block.text.startswith("精神", mention.end) or (
        any(word in block.text[max(0, mention.start - 40) : mention.start] for word in _FORMULA)
        and not block.text.startswith(("以来", "报告", "闭幕", "召开", "提出"), mention.end)
    )


def _later(latest: Meeting, newest: tuple[int, int]) -> bool:
    """Return whether a plan that names nothing newer is behind: a congress alone stands for its plenums."""
    return latest.congress > newest[0] or (latest.congress == newest[0] and 0 < newest[1] < latest.session)


@rule(
    code="WRD031",
    name="congress-no-longer-latest",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="贯彻的会议精神不是成文时最近一次的。",
    reason="成文前几个月已经召开了新的会议；指导思想里的会议表述一般用最近的，照抄旧稿时容易漏改。",
    source="会议公报（程序所附的会议时间表）；实务",
    examples=(
        Bad(("一、要求", "深入贯彻党的十九大和十九届历次全会精神。"), metadata=_SIGNED),
        Bad(("一、要求", "深入贯彻党的二十大和二十届二中、三中全会精神。"), metadata=_SIGNED),
        Good(("一、要求", "深入贯彻党的二十大和二十届历次全会精神。"), _SIGNED),
        Good(("一、要求", "深入贯彻党的二十大精神。"), _SIGNED),
        Good(("一、要求", "党的十九大以来，科普工作取得成效。全面贯彻党的二十大精神。"), _SIGNED),
        Good(("一、要求", "党的十八大以来，科普工作取得成效。"), _SIGNED),
        Good(("一、要求", "深入贯彻党的十九大和十九届历次全会精神。"), (("signature_date", "2022-11-07"),)),
        Good(("一、要求", "深入贯彻党的十九大精神。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the newest meeting named anywhere with the newest held well before the plan's date."""
    signed = plan_date(analysis.document.metadata)
    if signed is None:
        return
    held = [one for one in meetings() if one.closed + _GRACE < signed.earliest]
    every = [(block, one) for block in analysis.document.blocks for one in congress_mentions(block.text)]
    formulas = [(block, one) for block, one in every if _is_formula(block, one)]
    if not held or not formulas:
        return
    newest = max(_place(one) for _, one in every)
    latest = held[-1]
    if _later(latest, newest):
        block, mention = max(formulas, key=lambda pair: _place(pair[1]))
        when = f"{latest.name}{printed_day(latest.opened)}至{latest.closed.day}日召开"
        message = f"这里是“{block.text[mention.start : mention.end]}”，成文前{when}，全文没有提到。"
        reason = f"{when}（{latest.source}）。指导思想里的会议表述一般用成文时最近的，照抄旧稿时容易漏改。"
        yield Finding(mention.start, mention.end, message, block_id=block.id, reason=reason, source=latest.source)
