"""各镇政府 in the text while the addressees are 各镇人民政府."""

import re
from collections.abc import Iterator

from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.reading import whole_text
from validators.rule import Bad, Finding, Good, Scope, rule

_SHORT = re.compile(r"各(?:乡镇|镇|乡)政府")


@keep_by_text
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _SHORT.finditer(text))


@rule(
    code="UNI014",
    name="shortened-town-government",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="正文的“各镇政府”与主送机关的“各镇人民政府”不一致。",
    reason="布置任务时用与主送机关相同的名称，行文才一致。",
    source="党政机关公文处理工作条例 第九条（八）；实务",
    fix_title="写成“人民政府”",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(
            ("一、保障", "各镇政府要落实经费。"),
            ("一、保障", "各镇人民政府要落实经费。"),
            (("addressees", "各镇人民政府，县政府各部门"),),
        ),
        Good(("一、保障", "各镇人民政府要落实经费。"), (("addressees", "各镇人民政府，县政府各部门"),)),
        Good(("一、保障", "各镇政府要落实经费。")),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look for the short form only where the addressees have the long one."""
    if "人民政府" not in analysis.document.metadata.addressees or not _SHORT.search(whole_text(analysis)):
        return
    for block in analysis.document.blocks:
        for start, end in _spans(block.text):
            words = block.text[start:end]
            message = f"“{words}”在主送机关里写作“人民政府”，全文宜一致。"
            yield Finding(start, end, message, words.replace("政府", "人民政府"), block_id=block.id)
