"""A 顿号 between two neighbouring numbers that together mean an approximate one."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Applicability, Severity
from validators.patterns import in_title, matches
from validators.rule import Bad, Finding, Good, Scope, rule

_NEXT = "一、二|二、三|三、四|四、五|五、六|六、七|七、八|八、九|两、三"
_FIGURES = "1、2|2、3|3、4|4、5|5、6|6、7|7、8|8、9"
# 二、三产业, 七、八月, 一、二年级, 第三、四项 are two things each; 一、二、三 is a row.
_MEASURE = r"(?=个(?!坚持|方面|必须|章|部分)|天|人(?=[，。；]|参|组|一)|次(?=[，。；])|倍|十[个天年人项场家名]|百|千)"
_PAIR = re.compile(rf"(?<![第、0-9零一二三四五六七八九十百和及至.])({_NEXT}|{_FIGURES}){_MEASURE}")
_QUICK = re.compile("、[二三四五六七八九2-9]")
_TO_HAN = str.maketrans("123456789", "一二三四五六七八九", "、")


@rule(
    code="NUM041",
    name="comma-in-approximation",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="表示概数的两个相邻数字之间用了顿号。",
    reason="“三四个月”是三到四个月；加了顿号就成了三个月和四个月两件事。概数用汉字。",
    source="GB/T 15834-2011 顿号；GB/T 15835-2011 概数",
    fix_title="写成概数",
    applicability=Applicability.UNSAFE,
    marks="、",
    examples=(
        Bad("集中三、四个月开展整治", "集中三四个月开展整治"),
        Bad("每村确定3、4个示范户", "每村确定三四个示范户"),
        Good("集中三四个月开展整治"),
        Good("促进第一、二、三产业融合，二、三线城市，七、八月开展，一、二年级参加"),
        Good("二、三个示范带动"),
        Good("第三、四个五年规划"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Find two neighbouring numbers before a measure word, not at the start, where a heading has its number."""
    if "、" not in block.text or not _QUICK.search(block.text):
        return
    message = "“{0}”表示概数时不用顿号，宜写“{1}”。"
    for finding in matches(_PAIR, block.text, message, lambda match: match.group(1).translate(_TO_HAN)):
        if finding.start > 1 and not in_title(block.text, finding.start):
            yield finding
