"""A 发文机关标志 of another body than the one that signs."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import plain
from validators.rule import Bad, Finding, Good, Scope, rule

_TAIL = re.compile("(?:文件|公文)$")
_COUNTY = ("issuer", "云溪县人民政府")


_FULL = {"科协": "科学技术协会", "妇联": "妇女联合会", "残联": "残疾人联合会", "政府办": "政府办公室"}


def _core(name: str) -> str:
    """Return a body's name as its full and its short form have it in common."""
    bare = _TAIL.sub("", plain(name))
    for short, full in _FULL.items():
        bare = bare[: -len(short)] + full if bare.endswith(short) else bare
    return bare.replace("人民政府", "政府").replace("中国共产党", "中共").replace("委员会", "委").replace("中共", "")


def _agree(one: str, other: str) -> bool:
    """Return whether the shorter name is the other one, or an abbreviation: its characters in the same order."""
    shorter, longer = sorted((one, other), key=len)
    rest = iter(longer)
    return shorter[-1:] == longer[-1:] and all(char in rest for char in shorter)


@rule(
    code="ELM024",
    name="mark-of-another-issuer",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="发文机关标志与署名不是同一个机关。",
    reason="发文机关标志和署名是同一个机关；用政府的文件头，就由政府署名，用办公室的文件头，就由办公室署名。",
    source="党政机关公文处理工作条例 第九条（四）（十一）",
    examples=(
        Bad(
            ("一、要求",),
            metadata=(("issuer_mark", "云溪县人民政府文件"), ("issuer", "云溪县人民政府办公室")),
        ),
        Bad(("一、要求",), metadata=(("issuer_mark", "云溪县科学技术协会文件"), ("issuer", "云溪县教育和体育局"))),
        Good(("一、要求",), (("issuer_mark", "云溪县人民政府文件"), _COUNTY)),
        Good(("一、要求",), (("issuer_mark", "云溪县人民政府"), ("issuer", "江东省云溪县人民政府"))),
        Good(("一、要求",), (("issuer_mark", "中共云溪县委文件"), ("issuer", "中国共产党云溪县委员会"))),
        Good(("一、要求",), (("issuer_mark", "云溪县科协文件"), ("issuer", "云溪县科学技术协会"))),
        Good(
            ("一、要求",),
            (("issuer_mark", "云溪县教育局文件"), _COUNTY, ("joint_issuers", "云溪县教育局")),
        ),
        Good(("一、要求",), (_COUNTY,)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Compare the two names; of several agencies any may stand in the mark."""
    metadata = analysis.document.metadata
    mark = metadata.issuer_mark
    if not mark.strip() or not metadata.issuer.strip() or metadata.joint_issuers.strip():
        return
    if not _agree(_core(mark), _core(metadata.issuer)):
        message = f"发文机关标志是“{plain(mark)}”，署名是“{metadata.issuer}”，不是同一个机关。"
        yield Finding(0, len(mark), message, block_id="meta:issuer_mark")
