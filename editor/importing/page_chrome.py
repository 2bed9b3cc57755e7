"""What a web page puts around a 公文: navigation, buttons, page numbers, advertising, its key-value list."""

import re

from editor.importing.wording import squeeze
from editor.model.script import simplified

_KEY_WORDS = """
索引号 索引编号 信息索引号 发文字号 文号 发文文号 文件编号 文件号 主题分类 体裁分类
信息分类 组配分类 分类 类别 法规类型 栏目 所属栏目 发布机构 发文机关 发文机构 发文单位
发文部门 发布单位 发布部门 制发机关 制定机关 公开主体 公开机构 公开责任部门 责任部门
所属机构 所属行业 所属区域 信息来源 文章来源 稿件来源 来源 作者 成文日期 发布日期 发文日期
印发日期 生成日期 公开日期 生效日期 施行日期 实施日期 废止日期 失效日期 签发日期 发布时间
发文时间 成文时间 公开时间 生成时间 实施时间 更新时间 更新日期 录入时间 日期 时间 有效性
时效性 时效 是否有效 文件状态 效力状态 有效期 公文状态 标题 信息名称 文件名称 发文标题
公文名称 名称 公文种类 文种 公文类型 公开方式 公开形式 公开范围 公开时限 公开属性 公开类别
主题词 关键词 关键字 统一登记号 统一编号 登记号 规范性文件登记号 规范性文件编号 备案号
内容概述 内容概要 内容摘要 信息概述 摘要 服务对象 语种 载体类型 浏览次数 浏览量 浏览
阅读次数 阅读人次 阅读量 阅读 点击次数 点击量 点击 点击数 访问量 访问次数 评论人次
责任编辑 编辑 审核 校对 初审 复审 终审 签发人 供稿 记者 发布人 录入 信息员
"""
_SPACED = "|".join(r"\s*".join(key) for key in sorted(_KEY_WORDS.split(), key=len, reverse=True))
_KEY_LINE = re.compile(
    rf"(?P<list>[-·•*●]\s*)?(?P<open>[\[【〔「]\s*)?(?P<key>{_SPACED})(?P<close>\s*[\]】〕」])?(?P<gap>\s*)(?P<colon>[：:])?(?P<value>.*)"
)
_PAIR = re.compile(
    rf"(?P<key>{_SPACED})\s*[\]】〕」]?\s*[：:\t]\s*(?P<value>[^\s：:][^\t]{{0,120}}?)"
    rf"(?=\s+(?:{_SPACED})\s*[\]】〕」]?\s*[：:\t]|\t|\s*$)"
)
# Without a colon or a bracket these are words like any other.
_PLAIN_KEY_WORDS = """
分类 类别 来源 作者 日期 时间 时效 标题 名称 摘要 编辑 审核 浏览 阅读 点击 文号 栏目 记者 校对 录入 供稿
登记号 语种 文种
"""
_PLAIN_KEYS = frozenset(_PLAIN_KEY_WORDS.split())
_DATE_VALUE = re.compile(r"\d{2,4}\s*[-年./]")
_NUMBER_VALUE = re.compile(r"[0-9A-Za-z].{2,60}|.{0,20}[〔\[（(【]\d{4}.{1,10}")
_TITLE_KEYS = frozenset(("标题", "名称", "信息名称", "文件名称", "发文标题", "公文名称"))
_CHROME = re.compile(
    r"当前位置|您的位置|您所在的位置|现在的位置|首页\s*[>＞»/|]|网站首页|设为首页|加入收藏|打印本页|关闭窗口|关闭本页|分享到|分享至|扫一扫|二维码|"
    r"上一篇|下一篇|上一条|下一条|返回顶部|返回首页|相关阅读|相关链接|相关文档|相关文件|相关解读|相关附件|附件下载|相关政策|相关稿件|相关信息|关联(?:文件|阅读|解读|政策|稿件)|延伸阅读|解读(?:链接|材料|文件)[：:]|一图读懂|原文链接|我要评论|政策解读|图解|"
    r"版权所有|主办单位|承办单位|主办[：:]|承办[：:]|邮编[：:]|邮政编码|技术支持|网站标识码|备案序号|ICP备|公网安备|网站地图|联系我们|关于我们|网站声明|"
    r"无障碍|长者|繁体|智能朗读|语音播报|热词|站内搜索|请输入|登录|注册|微信公众号扫|手机扫|在手机打开|我要纠错|字[体号][：:]?\s*[【\[(（]?\s*大|保护视力色|页面功能|发文内容[：:]?$|"
    r"[【\[]\s*(?:打印|关闭|收藏|字体|大|中|小|下载|返回|推荐|复制|纠错|分享|我要打印|打印本页|关闭窗口)|"
    r"本文仅供参考|如需引用|正式文件为准|仅供阅读|下载附件|文件下载|查看附件|附件[:：]?\s*点击|浏览器|LOGO"
)
_BUTTON = re.compile(
    r"(?:打印|关闭|收藏|下载|返回|分享|微信|微博|新浪微博|QQ空间|QQ|纠错|大|中|小|字号|首页|放大|缩小|默认|目录|正文|全文|复制|导出|>|＞|»|\||/|\s|[【】\[\]（）()：:])+"
)
_SPAM = re.compile(
    r"官网|开户|博彩|投注|娱乐城|下注|赌场|彩票|棋牌|体育直播|365|bet|亚洲精品|在线观看|成人|黄色|色情|激情|代开|发票|私服|外挂|老虎机|真人|太阳城|"
    r"论文代写|毕业论文|百家乐|澳门|六合彩|贷款|SEO|外链|点击进入|立即下载|APP下载|高清",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[，；、]|[。：:]\S|单位[：:]")
_PAGE_NUMBER = re.compile(
    r"[-—–－─·\s]{0,6}(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/，,共]{1,2}\s*\d{1,3}\s*页?)?[-—–－─·\s]{0,6}"
)
_RULE = re.compile(r"[-=_*—―─－·.…~～\s#]{2,}|[*●■◆▲★☆○□◇△]+")


def metadata_key(text: str) -> tuple[str, str] | None:
    """Return key and value of a line of the page's list (索引号：… , [ 发文字号 ], 成文日期 2022-02-11), else None."""
    if len(text) > 400:
        return None
    match = _KEY_LINE.match(simplified(text.lstrip("\t |")))
    if match is None or len(match["value"]) > 300 or match["value"].rstrip().endswith("。"):
        return None
    key = squeeze(match["key"])
    value = text.lstrip("\t |")[match.start("value") :].strip(" \t|：:　")
    marked = bool(match["colon"] or (match["open"] and match["close"]))
    spaced = bool(match["gap"] or match["value"][:1] == "|") and key not in _PLAIN_KEYS
    if marked or spaced or (not match["value"] and key not in _PLAIN_KEYS):
        return key, value
    return None


def plain_pair(text: str) -> tuple[str, str] | None:
    """Return key and value of a line of the page's list that has but a blank between them, else None."""
    match = _KEY_LINE.match(simplified(text)) if len(text) <= 200 else None
    if match is None or not match["gap"] or not match["value"] or "。" in text:
        return None
    return squeeze(match["key"]), text[match.start("value") :].strip()


def metadata_pairs(text: str) -> dict[str, str]:
    """Return the keys and values of a line that holds several (索引号：… 文号：…)."""
    if len(text) > 400:
        return {}
    found = _PAIR.finditer(simplified(text))
    return {squeeze(match["key"]): text[match.start("value") : match.end("value")].strip() for match in found}


def fits_key(key: str, text: str) -> bool:
    """Return whether a line of its own can be the value of `key`, which stood alone on the line before."""
    line = text.strip()
    if key in _TITLE_KEYS:
        return len(line) <= 120 and "。" not in line
    if key.endswith(("日期", "时间")):
        return len(line) <= 30 and _DATE_VALUE.match(line) is not None
    if "号" in key:
        return len(line) <= 60 and _NUMBER_VALUE.fullmatch(line) is not None
    return len(line) <= 25 and not line.endswith(("：", "。", "通知"))


def chrome_reason(text: str, inside: bool = False) -> str:
    """Return why a line is no part of the document (Chinese), empty if it may be one.

    `inside` the plan a clause that speaks of 注册 or 下载 is text: buttons and advertising hold no commas.
    """
    if len(text) > 200 or (inside and _CLAUSE.search(text)):
        return ""
    line = simplified(text.strip())
    if _RULE.fullmatch(line):
        return "分隔线"
    if _PAGE_NUMBER.fullmatch(line):
        return "页码"
    if len(line) <= 120 and "。" not in line and (_CHROME.search(line) or _BUTTON.fullmatch(line)):
        return "网页导航或按钮"
    if (
        len(line) <= 120
        and _SPAM.search(line)
        and "。" not in line
        and not re.match(r"[一二三四五六七八九十（(\d]", line)
    ):
        return "网页广告"
    return ""
