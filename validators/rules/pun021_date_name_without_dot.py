"""“一二九”, “3.15”: a day's name whose month and day are not parted by ·."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import HAN, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_NAMES = {"一二九": "一二·九", "一二八": "一·二八", "一一七": "一·一七", "512": "5·12", "315": "3·15"}
_DAY = "(?:1[0-2]|[1-9])[.．•・‧](?:3[01]|[12][0-9]|[1-9])"
_NAME = re.compile(
    rf"(?<=“)(?:一二[九八]|一一七|512(?=”[^，。]{{0,4}}防灾)|315(?=”[^，。]{{0,4}}(?:消费者|晚会|维权)))(?=”)|(?<=“){_DAY}(?=”{HAN}{{0,10}}(?:[日周月节]|事件|运动|纪念|活动|晚会|讲话))"
    rf"|(?<![0-9.．·]){_DAY}(?=(?:国际|全国|世界|国家|全民|防灾|消防){HAN}{{2,10}}[日周月])"
)


def _dotted(match: re.Match[str]) -> str:
    return _NAMES.get(match.group()) or re.sub("[.．•・‧]", "·", match.group())


@rule(
    code="PUN021",
    name="date-name-without-dot",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="用日期命名的日子，月和日之间没有加间隔号。",
    reason="用阿拉伯数字的，月日之间都加“·”，小数点会被读成小数；用汉字的，一月、十一月、十二月要加，免得误读。",
    source="GB/T 15834-2011 间隔号；GB/T 15835-2011",
    fix_title="加上间隔号",
    applicability=Applicability.UNSAFE,
    marks="一.．•・‧“",
    examples=(
        Bad("纪念“一二九”运动，办好“3.15”活动。", "纪念“一二·九”运动，办好“3·15”活动。"),
        Bad("结合5.12全国防灾减灾日开展宣传。", "结合5·12全国防灾减灾日开展宣传。"),
        Bad("结合“512”防灾减灾日开展宣传。", "结合“5·12”防灾减灾日开展宣传。"),
        Good("宣传“119”消防报警电话，安装“512”型设备，拨打“12315”热线。"),
        Good("办好“119”消防宣传月，推出“315”家科普示范户。"),
        Good("纪念“一二·九”运动、“五四”运动、“九一八”事变。"),
        Good("办好“3·15”活动，升级“2.0”版，安装“5.1”声道设备。"),
        Good("增长3.5万个，新版4.15上线。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find such names in quotation marks, and figures right before the name of a day."""
    yield from matches(_NAME, block.text, "“{0}”的月和日之间应加间隔号，写作“{1}”。", _dotted)
