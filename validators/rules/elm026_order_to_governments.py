"""A department that issues an order to governments below without naming the consent of its own government."""

import re
from collections.abc import Iterator

from editor.model.document import Form
from templates.analysis import Analysis
from validators.diagnostic import Severity
from validators.reading import plain, whole_text
from validators.rule import Bad, Finding, Good, Scope, rule

_DEPARTMENT = re.compile(r"(?:局|部|科学技术协会|科协|委员会)$")
_GOVERNMENT = re.compile(
    r"(?:政府|政府办公[室厅]|市委|县委|区委|旗委|州委|省委|(?:市|县|区|旗|州|省)委员会|工作委员会|党工委|管理委员会)$"
)
_BELOW = re.compile(r"各?(?:乡镇|镇|乡|街道)[^，、]{0,6}(?:人民政府|党委|党工委)|(?:县|区|市）)人民政府")
_CONSENT = re.compile(
    r"经?[^，。；]{0,12}(?:政府|党委|[市县区旗州省]委)[^，。；]{0,12}(?:同意|批准|审议通过|研究通过)|经批准|报经"
)
_ORDERS = re.compile("必须|务必|应当|认真(?:贯彻|组织|抓好)?(?:落实|执行|实施)|贯彻执行|遵照执行")

_BASE = (
    ("issuer", "云溪县教育和体育局"),
    ("notice_title", "云溪县教育和体育局关于印发科学教育工作方案的通知"),
    ("addressees", "各乡镇人民政府，各中小学校"),
)


@rule(
    code="ELM026",
    name="order-to-governments",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="部门向下级党委、政府发指令性通知，没有写明经本级党委或者政府同意。",
    reason="部门不得向下级党委、政府发布指令性公文；需经政府审批的事项，经政府同意后由部门行文的，文中要注明已经政府同意。",
    source="党政机关公文处理工作条例 第十六条（二）",
    examples=(
        Bad(("一、要求",), metadata=(*_BASE, ("notice_body", "现将方案印发给你们，请认真贯彻执行。"))),
        Good(("一、要求",), (*_BASE, ("notice_body", "经县政府同意，现将方案印发给你们，请认真贯彻执行。"))),
        Good(("一、要求",), (*_BASE, ("notice_body", "现将方案印发给你们，供工作中参考。"))),
        Good(("一、要求",), (*_BASE[:2], ("addressees", "各中小学校"), ("notice_body", "请认真贯彻执行。"))),
        Good(("一、要求",), (("issuer", "云溪县人民政府"), *_BASE[1:], ("notice_body", "请认真贯彻执行。"))),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Look at a department's notice to governments for the words of an order and those of consent."""
    metadata = analysis.document.metadata
    issuer = plain(metadata.issuer)
    if not _DEPARTMENT.search(issuer) or _GOVERNMENT.search(issuer) or metadata.form in (Form.LETTER, Form.MINUTES):
        return
    below = _BELOW.search(metadata.addressees)
    joint = any(_GOVERNMENT.search(name.strip()) for name in metadata.joint_issuers.split("、") if name.strip())
    if below is None or joint or not plain(metadata.notice_title).endswith("通知"):
        return
    text = metadata.notice_body
    if _ORDERS.search(text) and not _CONSENT.search(text) and not _CONSENT.search(whole_text(analysis)):
        message = f"部门向“{below.group()}”发指令性通知，正文没有写明“经政府同意”。"
        yield Finding(*below.span(), message, block_id="meta:addressees")
