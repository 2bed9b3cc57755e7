"""A party or mass body without its 委, or with a character lost."""

import re
from collections.abc import Iterator
from dataclasses import replace

from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.duties import at_mention, mentions_by_name
from validators.reading import blocks_by_id
from validators.rule import Bad, Finding, Good, Scope, edit, rule

_CLIPPED = (
    (re.compile(r"([县区市旗州])(组织部|宣传部|统战部|社会工作部|政法委|网信办|编办|党校)"), r"\1委\2"),
    (re.compile(r"([县区市旗州])团委"), r"团\1委"),
    (re.compile(r"([县区市旗州]委)老干局"), r"\1老干部局"),
)


@keep_by_text
def _whole(name: str) -> str | None:
    for pattern, right in _CLIPPED:
        match = pattern.fullmatch(name)
        if match:
            return match.expand(right)
    return None


@rule(
    code="UNI012",
    name="clipped-party-name",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="党委部门或群团的名称缺字。",
    reason="党委部门冠“县委”，共青团写“团县委”；缺字的名称不是规范简称。",
    source="党政机关公文处理工作条例 第九条（八）；实务",
    fix_title="补全名称",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(
            ("一、行动", "1.甲任务。做好。（县宣传部、县团委、县科协负责）"),
            ("一、行动", "1.甲任务。做好。（县委宣传部、团县委、县科协负责）"),
        ),
        Good(("一、行动", "1.甲任务。做好。（县委宣传部、团县委、县科协负责）")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at each name once."""
    for name, mentions in mentions_by_name(analysis).items():
        right = _whole(name)
        if right:
            usual = name.endswith("老干局")  # no form of the 2018 short names, but in wide use
            blocks = blocks_by_id(analysis)
            edits = tuple(edit(blocks[one.block_id], one.start, one.end, right) for one in mentions)
            found = at_mention(
                mentions[0], f"“{name}”{'缺字' if len(right) > len(name) else '不是规范的名称'}，应为“{right}”。"
            )
            yield replace(found, edits=edits, severity=Severity.HINT if usual else None)
