"""A single annex that bears a number."""

import re
from collections.abc import Iterator

from editor.model.document import BlockKind
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.reading import annexes, announced_annexes, blocks_by_id
from validators.rule import Bad, Finding, Good, Scope, edit, rule

_NUMBER = re.compile(r"(附\s?件[：:]\s?)(1\s?[.．、]\s?)")
_MARK = re.compile(r"附\s?件\s?[1一]\s?")


@rule(
    code="ELM027",
    name="lone-annex-with-number",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="只有一个附件，却编了序号。",
    reason="多个附件才用阿拉伯数字标注顺序号；只有一个附件而写“1.”，读者会去找第二个。",
    source="GB/T 9704-2012 7.3.4、7.3.7",
    fix_title="删去序号",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(
            ("一、要求", "附件：1.任务分工表", "附件1", "# 任务分工表"),
            ("一、要求", "附件：任务分工表", "附件", "# 任务分工表"),
        ),
        Bad(("一、要求", "附件：任务分工表", "附件1", "# 任务分工表")),
        Good(("一、要求", "附件：任务分工表", "附件", "# 任务分工表")),
        Good(("一、要求", "附件：1.任务分工表", "2.指标表", "附件1", "# 任务分工表", "附件2", "# 指标表")),
        Good(("一、要求", "附件：1.任务分工表", "2.指标表", "附件1", "# 任务分工表")),
        Good(("# 云溪县科普方案", "一、要求", "附件2", "# 任务分工表")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at the note and the mark of a plan with one annex; one finding for both."""
    there, announced = annexes(analysis), announced_annexes(analysis)
    if len(there) > 1 or len(announced) > 1 or not (there or announced):
        return
    notes = [block for block in analysis.document.blocks if block.kind is BlockKind.ANNEX_NOTE and announced]
    edits = [edit(note, *number.span(2), "") for note in notes if (number := _NUMBER.match(note.text))]
    # Where nothing is announced, the plan itself may be 附件1 of its notice.
    if there and announced and _MARK.fullmatch(there[0][0].text):
        mark = there[0][0]
        edits.append(edit(mark, mark.text.find("件") + 1, len(mark.text), ""))
    if edits:
        first = edits[0].range.block_id
        end = len(blocks_by_id(analysis)[first].text)
        yield Finding(0, end, "只有一个附件，不编序号。", block_id=first, edits=tuple(edits))
