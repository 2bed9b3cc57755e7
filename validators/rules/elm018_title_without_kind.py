"""A title of a document that does not end with a kind of document (文种), or with two."""

import re
from collections.abc import Iterator

from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import plain
from validators.rule import Bad, Finding, Good, Scope, rule

_KIND = re.compile(r"(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)$")
_TWO = re.compile(r"(?:请示报告|请示函|报告函|申请报告|申请请示|请求报告|函告|意见通知|通知函)$")
_SITE = re.compile("[-_|丨].{0,30}$")  # …的通知_政策文件: the headline of a web page
_NOTE = re.compile(r"(?:（[^（）]{1,30}）)+$")  # （试行）, （云政发〔2026〕3号）


def _fault(title: str) -> tuple[str, str] | None:
    """Return the words at fault and the sentence about them."""
    two = _TWO.search(title)
    if two is not None:
        return two.group(), f"标题末尾“{two.group()}”把文种叠用了，一份公文只用一个文种。"
    if _KIND.search(title):
        return None
    last = title.rpartition("的")[2][-6:] or title[-2:]
    return last, f"标题末尾“{last}”不是公文的文种，正式行文的标题以通知、意见、请示、报告、函等文种结尾。"


@rule(
    code="ELM018",
    name="title-without-kind",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="公文标题没有文种，或者文种叠用、用错。",
    reason="标题由发文机关名称、事由和文种组成，文种限于条例规定的15种；“申请”“请示报告”都不是文种。方案、规划由通知印发。",
    source="党政机关公文处理工作条例 第八条、第九条（七）",
    examples=(
        Bad(("一、要求",), metadata=(("notice_title", "云溪县科学技术协会关于增加科普经费的申请"),)),
        Bad(("一、要求",), metadata=(("notice_title", "云溪县科学技术协会关于增加科普经费的请示报告"),)),
        Bad(("一、要求",), metadata=(("notice_title", "云溪县人民政府关于开展全国科普月活动"),)),
        Good(("一、要求",), (("notice_title", "云溪县人民政府关于印发云溪县科普方案的通知（云政发〔2026〕3号）"),)),
        Good(("一、要求",), (("notice_title", "云溪县人民政府关于发布科普基地管理办法的决定"),)),
        Good(("一、要求",), (("notice_title", "云溪县人民政府办公室关于科普经费的复函"),)),
        Good(("一、要求",), (("notice_title", "云溪县人民政府关于印发云溪县科普方案的通知-政策文件"),)),
        Good(("一、要求",), (("notice_title", "云溪县科普工作简讯"),)),
        Good(("一、要求",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at the end of a title with 关于; a headline without it is no title of an official document."""
    text = analysis.document.metadata.notice_title
    title = _NOTE.sub("", _SITE.sub("", plain(text))).rstrip("。；，、：")
    fault = _fault(title) if "关于" in title else None
    if fault is not None:
        at = max(text.rfind(fault[0]), 0)
        end = at + len(fault[0]) if fault[0] in text else len(text)
        yield Finding(at, end, fault[1], block_id="meta:notice_title")
