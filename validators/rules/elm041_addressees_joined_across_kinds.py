"""Addressees of different kinds joined by 、 where a comma parts them."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_DEPARTMENTS = (
    r"(?:各(?:部委办局|委办局|部门|直属|有关部门)|[市县区旗州省](?:直|级)(?:机关)?各?(?:有关)?(?:部门|单位)"
    r"|[市县区旗州省](?:委|政府)[^，、。]{0,3}各)"
)
_JOINED = re.compile(rf"(?P<local>政府|办事处|管委会|管理委员会)(?P<mark>、)(?={_DEPARTMENTS})")


@rule(
    code="ELM041",
    name="addressees-joined-across-kinds",
    severity=Severity.HINT,
    scope=Scope.BLOCK,
    summary="主送机关中不同类的机关之间用了顿号。",
    reason="同类机关之间用顿号，不同类之间用逗号，如“各乡镇人民政府、街道办事处，县政府各部门”。",
    source="实务",
    fix_title="改为逗号",
    applicability=Applicability.UNSAFE,
    marks="、",
    examples=(
        Bad("各乡镇人民政府、县政府各部门", "各乡镇人民政府，县政府各部门"),
        Good("各乡镇人民政府、街道办事处，县政府各部门"),
        Good("各乡镇人民政府、县政府各部门要密切配合，落实责任。"),
        Good("各乡镇人民政府，县政府各部门、各直属机构"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Look at addressees, and at a text that is nothing but a list of them."""
    text = block.text
    listed = len(text) < 80 and text.startswith("各") and not any(mark in text for mark in "。；")
    if block.id == "meta:addressees" or (listed and text.rstrip("：:").endswith(("部门", "单位", "机构"))):
        for match in _JOINED.finditer(text):
            at = match.start("mark")
            message = f"“{match['local']}”与后面的部门不是同类机关，主送机关之间宜用逗号。"
            yield Finding(at, at + 1, message, "，")
