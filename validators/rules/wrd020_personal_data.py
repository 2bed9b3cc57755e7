"""A personal identity number or a private mobile number in the text."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.rule import Bad, Finding, Good, Scope, rule

_IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])[1-8][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9A-Za-z])"
)
_MOBILE = re.compile(r"(?<![0-9A-Za-z/.=\-])1[3-9][0-9]{9}(?![0-9A-Za-z\-])")
_NUMBERED = re.compile("编号|账号|代码|单号|批号")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_OFFICE = ("电话", "热线", "联系", "咨询", "举报", "值班", "邮箱", "微信", "客服", "编号", "订单", "账号")


def _is_sound(number: str) -> bool:
    """Return whether the check digit (GB 11643) is right: other numbers of 18 digits are no identity numbers."""
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == number[-1].upper()


@rule(
    code="WRD020",
    name="personal-data",
    severity=Severity.ERROR,
    scope=Scope.BLOCK,
    summary="正文里有身份证号码，或者没有说明用途的手机号码。",
    reason="公文公开后人人可见，身份证号码等个人信息不能写进去；办公电话、联系电话不在此列。",
    source="个人信息保护法 第六条、第二十五条",
    marks="1234568",
    examples=(
        Bad("王云山，身份证号110101199003078515"),
        Bad("科普专家王云山13800000000"),
        Good("咨询电话：0999-8788328、400-810-0000、13812345678，邮编253000。"),
        Good("统一社会信用代码91370100MA3XXXXX0X，项目编号110101199003078515，登记号110101199003078518。"),
        Good("访问https://www.example.gov.cn/a13812345678.html查看"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find identity numbers by their check digit; a mobile number is a question where nothing calls it a contact."""
    text = block.text
    for match in _IDENTITY.finditer(text):
        named = _NUMBERED.search(text, max(0, match.start() - 8), match.start())
        if _is_sound(match.group()) and not named:
            yield Finding(*match.span(), "这里有一个身份证号码，不能写进公文。")
    if any(word in text for word in _OFFICE):
        return
    for match in _MOBILE.finditer(text):
        message = f"“{match.group()}”像个人手机号码，公开的公文不写个人电话。"
        yield Finding(*match.span(), message, severity=Severity.HINT)
