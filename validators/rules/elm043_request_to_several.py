"""A 请示 to several superiors, or with copies to bodies below."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import plain
from validators.rule import Bad, Finding, Good, Scope, rule

_NEXT = re.compile(r"[、，,；;]")
_BELOW = re.compile(r"各?(?:乡镇|镇|乡|街道)[^，、。]{0,8}|各村|各社区")
_REQUEST = ("notice_title", "云溪县科学技术协会关于增加科普经费的请示")


@rule(
    code="ELM043",
    name="request-to-several",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="请示主送了几个机关，或者抄送下级机关。",
    reason="请示原则上主送一个上级机关，主送几家会互相等待；未批准的事项不抄送下级机关。",
    source="党政机关公文处理工作条例 第十五条（一）",
    examples=(
        Bad(("一、要求",), metadata=(_REQUEST, ("addressees", "县委、县政府"))),
        Bad(("一、要求",), metadata=(_REQUEST, ("copy_to", "县财政局，各乡镇人民政府"))),
        Good(("一、要求",), (_REQUEST, ("addressees", "县人民政府"), ("copy_to", "县财政局"))),
        Good(
            ("一、要求",),
            (("notice_title", "云溪县人民政府关于印发科普方案的通知"), ("addressees", "各乡镇人民政府，县政府各部门")),
        ),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Count the addressees and look for towns among the copies; 不得抄送下级 is binding, 原则上 is not."""
    metadata = analysis.document.metadata
    if not plain(metadata.notice_title).endswith("请示"):
        return
    names = [name for name in _NEXT.split(metadata.addressees) if name.strip()]
    if len(names) > 1:
        message = f"请示主送了{len(names)}个机关，原则上只主送一个上级机关。"
        yield Finding(0, len(metadata.addressees), message, block_id="meta:addressees")
    below = _BELOW.search(metadata.copy_to)
    if below is not None:
        message = f"请示不抄送下级机关，抄送里有“{below.group()}”。"
        yield Finding(*below.span(), message, block_id="meta:copy_to", severity=Severity.ERROR)
