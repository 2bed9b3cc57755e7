"""XX, ××, 某某 or a row of underscores where a name or number belongs."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import HAN
from validators.rule import Bad, Finding, Good, Scope, rule

_FILLER = re.compile(
    rf"(?=[XＸxｘ×╳某_＿T待\s])"  # how all of them begin
    rf"(?:(?<![A-Za-z])(?:[XＸ]{{2,8}}|[xｘ]{{2,8}}(?={HAN}))(?![A-Za-z0-9])|[×╳]{{2,8}}|×(?=[县市区镇乡局年月日])"
    rf"|[XＸ](?<={HAN}.)(?=\s?[个月日年名人场次项处万亿元所期家县%])"
    rf"|\s(?<={HAN}.)\s{{1,7}}(?=(?:[个次场人名家项%％月日]|人次|万元)(?:[，。；、以前]|$))"
    r"|某某|_{3,}|＿{2,}|TODO|待补充|待填写|待核实|待明确)"
)


@rule(
    code="TXT002",
    name="filler-left",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="名称或数字的位置还是“XX”“××”“某某”一类的代号。",
    reason="代号是起草时占的位置，印发前要换成实际内容。",
    source="党政机关公文处理工作条例 第二十条（四）",
    examples=(
        Bad("由XX局牵头"),
        Bad("每年开展××次"),
        Bad("某某县人民政府"),
        Bad("每年建成X个科普基地"),
        Bad("每年培训    人次，到      年底完成"),
        Good("面积3×5米，拍摄X光片"),
        Good("推广XXL平台"),
        Good("统一社会信用代码91370100MA3XXXXX0X"),
        Bad("20XX年底前完成"),
        Good("由县科协牵头"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find signs that stand for a word to come."""
    for match in _FILLER.finditer(block.text):
        words = match.group().strip()
        message = f"“{words}”还没有换成实际内容。" if words else "这里空着，数字还没有填写。"
        yield Finding(*match.span(), message)
