"""A line of the web page around a document: 【打印】【关闭】, 责任编辑：."""

import re
from collections.abc import Iterator

from editor.model.document import Block, BlockKind
from validators.diagnostic import Severity
from validators.patterns import shorten
from validators.rule import Bad, Finding, Good, Scope, rule

_COMMAND = (
    r"(?:打印(?:本页|本文|此页|正文)?|关闭(?:窗口|本页|页面)?|收藏(?:本页)?|返回(?:顶部|首页|列表)?|分享到?[：:]?|字号|字体"
    r"|大|中|小|微信|微博|朋友圈|无障碍(?:浏览)?|扫一扫在手机打开当前页|查看原文|下载)"
)
_COMMANDS = re.compile(rf"(?:[【\[（(]?\s?{_COMMAND}\s?[：:]?[】\]）)]?[\s|｜/、]{{0,6}}){{2,20}}")
_LABEL = re.compile(
    r"(?:责任编辑|索\s?引\s?号|信息来源|稿件来源|文章来源|发布时间|发布日期|发布机构|浏览次数|浏览量|点击数|阅读次数|分享到"
    r"|上一篇|下一篇|当前位置|您的位置|您当前的位置|信息分类|主题分类|体裁分类|公开方式|公开范围)\s?[：:]"
)
_SINGLE = frozenset(
    (
        "【打印】",
        "【关闭】",
        "【打印本页】",
        "【关闭窗口】",
        "打印本页",
        "关闭窗口",
        "返回顶部",
        "扫一扫在手机打开当前页",
    )
)
_LONGEST = 120


@rule(
    code="TXT016",
    name="web-page-remnant",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="留有网页上的按钮、栏目文字。",
    reason="“打印”“关闭”“责任编辑”一类是网页外壳，不是公文的内容，复制之后要删去。",
    source="实务",
    examples=(
        Bad("【打印】【关闭】"),
        Bad("【字体：大 中 小】 打印本页"),
        Bad("责任编辑：张三"),
        Bad("索引号：11370000/2026-00006"),
        Good("开馆时打印须知，活动结束后关闭窗口。"),
        Good("打印、复印设备维护费"),
        Good("来源：县统计局"),
        Good("联系电话：县科协，0999-87880000"),
        Good("发布日期：以正式印发为准，各单位要及时转发，做好宣传解读工作。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Look at whole short paragraphs only; in a table such labels may be wanted."""
    text = block.text.strip()
    if (
        block.kind is not BlockKind.PARAGRAPH
        or block.id.startswith("meta:")
        or not 0 < len(text) <= _LONGEST
        or "。" in text
    ):
        return
    if text in _SINGLE or _LABEL.match(text) or _COMMANDS.fullmatch(text):
        start = block.text.find(text)
        yield Finding(start, start + len(text), f"“{shorten(text)}”是网页上带来的文字，不属于公文。")
