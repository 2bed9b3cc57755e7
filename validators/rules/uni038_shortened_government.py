"""县政府 for 县人民政府 where the full name belongs: in the notice's title, its addressees, its signature."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_TITLE = re.compile(r"(?<=[县区市旗州省])政府(?=办公室|关于)")
_TOWNS = re.compile(r"(?<=[乡镇])政府(?=[，、；：,]|$)")


@rule(
    code="UNI038",
    name="shortened-government",
    severity=Severity.HINT,
    scope=Scope.DOCUMENT,
    summary="通知标题、主送机关里的“政府”没有写全“人民政府”。",
    reason="标题、主送机关和署名用机关全称或规范化简称，写“人民政府”；正文里写“县政府”通行。",
    source="党政机关公文处理工作条例 第九条（八）；实务",
    fix_title="写成“人民政府”",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(("# 云溪县科普方案",), metadata=(("notice_title", "云溪县政府关于印发云溪县科普方案的通知"),)),
        Bad(("# 云溪县科普方案",), metadata=(("addressees", "各乡镇政府，县政府各部门"),)),
        Good(("# 云溪县科普方案",), (("addressees", "各乡镇人民政府，县政府各部门"),)),
        Good(("# 云溪县科普方案",), (("notice_title", "云溪县人民政府办公室关于印发云溪县科普方案的通知"),)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at the title and the addressees alone."""
    metadata = analysis.document.metadata
    for key, pattern, name in (("notice_title", _TITLE, "通知标题"), ("addressees", _TOWNS, "主送机关")):
        for match in pattern.finditer(getattr(metadata, key)):
            yield Finding(*match.span(), f"{name}里的“政府”宜写全“人民政府”。", "人民政府", block_id=f"meta:{key}")
