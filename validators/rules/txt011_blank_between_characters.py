"""A blank between Chinese characters of running text."""

import re
from collections.abc import Iterator

from editor.model.document import Block, BlockKind
from editor.model.outline import heading_parts
from editor.model.text_cache import keep_by_text
from templates.analysis import Analysis
from validators.diagnostic import Applicability, Severity
from validators.habits import report_once
from validators.patterns import HAN, in_title, shorten
from validators.rule import Bad, Finding, Good, Scope, rule

_BLANK = re.compile(rf"[ \u3000](?<={HAN}.)[ \u3000]{{0,3}}(?={HAN})")
_KINDS = (BlockKind.HEADING, BlockKind.PARAGRAPH)
_LABEL = re.compile(rf"{HAN}{{2,8}}[：:]")  # 组长：张三 副组长：李四
_NEVER_ENDS = "章节条部分篇附件表图"  # 第一章 总则, 附件 任务表
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金"
    "韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文欧葛冉庄施翟"
)


def _is_name(text: str, start: int, end: int) -> bool:
    """Return whether the blank parts a surname from its name (张　三), or two names of a list (张三 李四)."""
    listed = text[end] in _SURNAMES and any(text[max(0, start - size)] in _SURNAMES for size in (2, 3))
    return text[start - 1] in _SURNAMES or listed


@keep_by_text
def _blanks(block: Block) -> tuple[Finding, ...]:
    text = block.text
    running = block.kind in _KINDS and ("，" in text or "。" in text) and not block.id.startswith("meta:")
    if not running or (" " not in text and "\u3000" not in text):
        return ()
    parts = heading_parts(text)
    mark = re.compile(r"\W").search(text, parts.start)
    title_end = mark.start() if mark and parts.number_level > 1 else 0
    found = []
    for match in _BLANK.finditer(text, parts.start):
        start, end = match.span()
        heading = start <= title_end  # another rule's
        apart = text[start - 1] in _NEVER_ENDS or _LABEL.match(text, end) or in_title(text, start)
        if not heading and not apart and not _is_name(text, start, end):
            around = shorten(text[max(0, start - 4) : end + 4], 12)
            found.append(Finding(start, end, f"“{around}”汉字中间多了空格", ""))
    return tuple(found)


@rule(
    code="TXT011",
    name="blank-between-characters",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    summary="成句的文字里，汉字之间夹了空格。",
    reason="汉字之间不空格；空格多是从网页、PDF 复制时带来的，会让词语检索不到，行末也排不齐。",
    source="实务",
    fix_title="删去空格",
    applicability=Applicability.UNSAFE,
    examples=(
        Bad(("要统 筹推进科普工作，落实责任。",), ("要统筹推进科普工作，落实责任。",)),
        Bad(("各单位 要 认 真 组织实施。",), ("各单位要认真组织实施。",)),
        Good(("要统筹推进科普工作，落实责任。",)),
        Good(("由张　三、李四光任组长，王 五任副组长。",)),
        Good(("参加人员有张三 李四 王小五等，分两批。",)),
        Good(("组长由分管领导担任，联系人：张三 电话：87880000，全年开通。",)),
        Good(("目　录", "姓　名")),
        Good(("第一章 总则，第二章 组织。", "（一）加强领导 各单位要落实责任。")),
        Good(("推广AI 技术和Python 课程，开设5 个班。",)),
    ),
)
def check(analysis: Analysis) -> Iterator[Finding]:
    """Report the habit once; names, labels and chapter numbers keep their blanks."""
    yield from report_once(analysis, _blanks, frozenset(" \u3000"))
