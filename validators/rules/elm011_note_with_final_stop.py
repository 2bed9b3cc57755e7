"""A note such as 此件公开发布 with a final stop."""

from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_NOTES = ("此件公开发布", "此件主动公开", "此件依申请公开", "此件不公开")


@rule(
    code="ELM011",
    name="note-with-final-stop",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="附注末尾加了句号。",
    reason="附注用圆括号括起，里面不加句号。",
    source="GB/T 9704-2012 7.3.6",
    fix_title="删去句号",
    marks="件",
    examples=(
        Bad("此件公开发布。", "此件公开发布"),
        Good("此件公开发布"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find the notes by their fixed wording."""
    text = block.text.strip().strip("（()）")
    if text.endswith("。") and text[:-1] in _NOTES:
        at = block.text.rfind("。")
        yield Finding(at, at + 1, f"附注“{text}”末尾不加句号。", "")
