"""The words that make a number a goal: how it is compared, which verb sets it, what only counts what is there."""

import re

_UP = r"(?:提高|提升|增加|增长|扩大|发展|壮大|拓展|扩展|上升|扩充|延伸|增)(?:到|至|为)|升至|升到"
_DOWN = r"(?:下降|降低|减少|压减|压缩|控制|缩短|降)(?:到|至|在)"
# The last that is found decides, the longer before the shorter that it contains.
_SIGNS = (
    ("<=", rf"不(?:得)?(?:超过|高于|多于|大于)|最多|≤|{_DOWN}"),
    (">=", rf"不(?:得)?(?:低于|少于|小于)|至少|≥|达到|达(?=了?$)|{_UP}|保持在|稳定在"),
    (">", "超过|突破(?!性|口)|高于|大于|多于|超(?=$)|＞"),
    ("<", "低于|少于|小于|＜"),
)
_COMPARISON = re.compile("|".join(f"(?P<s{at}>{words})" for at, (_, words) in enumerate(_SIGNS)))
_WEAK = re.compile("力争|争取|努力")
_ABOUT = ("约", "近", "接近", "大致")

_MANNER = (
    "大幅|稳步|逐步|持续|显著|稳定|总体|整体|基本|率先|提前|普遍|分别|力争|努力|争取|确保|实现|预计|已经|已|将|要|应|(?<![年人户村])均|都|全部"
    "|累计|进一步|总数|原则上|一般|平均|人均"
)
REACHED = (
    rf"(?:达到了?|达了?|{_UP}|{_DOWN}|保持在|稳定在|不(?:得)?(?:低于|少于|小于|超过|高于|多于|大于)|至少|最多|超过了?|突破|高于"
    r"|低于|大于|少于|小于|多于|[≥≤＞＜]|约为|约|接近|近|超|为|占|拥有|建有|设有|配有|共有|有|在|或|的?基础上|翻[一两]?番)"
)
TAIL = re.compile(rf"(?:{_MANNER}|{REACHED}){{1,6}}$")

_VERBS = (
    "开展|举办|组织|举行|召开|进行|实施|完成|建成|建设|建立|建好|新建|改建|打造|创建|争创|培育|设立|成立|组建|开设|开办|开发|推出"
    "|制作|创作|编印|编写|编制|出版|发布|推送|选树|评选|遴选|认定|命名|发展|形成|建有|配备|配置|配齐|明确|安排|聘请|选聘|招募|布设"
)
# These stay in the indicator: 新增… is not the whole number, 培训… not the people.
_OTHER_GOALS = (
    "新增|增设|培训|培养|轮训|选派|服务|覆盖|惠及|引进|吸引|表彰|资助|扶持|解决|发放|投放|推广|转化|吸纳|安装"
)
LIGHT = re.compile(
    rf"^(?:(?:(?:面向|围绕|针对|依托|结合|组织)[^，0-9]{{1,40}}?|[^，0-9]{{0,8}}?)(?:开展|举办|举行|召开|建成|新建|创建|打造|选树|推出)|(?:要|应|将|计划|积极|广泛|深入|定期|常态化)*"
    rf"(?:{_VERBS}))(?:{_VERBS}|并(?:开放|投用|启用|{_VERBS}))*(?:不少于|不低于|至少|超过|达到)?(?:相关|各类|各项)*(?!率|度|的)"
)
_GOAL = re.compile(rf"(?:{_VERBS}|{_OTHER_GOALS})$|^新?(?:{_VERBS}|{_OTHER_GOALS})")
# 「依托12个基地」「全县46所中小学」「…等8家单位」: what is counted is there already, or only takes part.
_ALREADY = re.compile(
    r"(?:推动|推进|引导|支持|鼓励|指导|督促|动员|促进|带动|帮助|依托|面向|围绕|针对|利用|通过|结合|按照|[对在向由从以与让使把将按等的给用于共和及、]"
    r"|全[县区市省州旗镇乡国]|[本我][县区市]|所有|现有|原有|已有|全部|辖区内?|下?辖)$"
)
_PREDICATE = re.compile("^(?:全部|均|都|全面|实现)|实现|达到|全覆盖|全部|覆盖率|比例|均|达标")
_ORGANISED = re.compile("^(?:中小学|小学|中学|学校|高校|幼儿园|乡镇|街道|行政村|村|社区|单位|部门|成员单位|机关|医院)")
_NOUN = re.compile(
    r"(?:以上|左右|以内)?的?(?!全部|全面|全覆盖|[和与及并且或等均都已可为是])"
    r"(?P<noun>(?:[^，。；：、,.;:（）()0-9\s]|（[^（）0-9]{1,10}）){2,24})"
)


def comparator_of(before: str, more: str, after: str) -> str:
    """Return ">", ">=", "=", "~", "<" or "<=" for the words before a value, 余 inside it and 以上 after it."""
    if _WEAK.search(before):
        return "~"
    if after in {"左右", "上下"} or before.endswith(_ABOUT):
        return "~"
    if (said := _said(before)) is not None:
        return said
    if more:
        return ">"
    return "<=" if after in {"以内", "以下", "之内"} else ">=" if after else "="


def _said(before: str) -> str | None:
    last = next(reversed(list(_COMPARISON.finditer(before))), None)
    return _SIGNS[int((last.lastgroup or "s0")[1:])][0] if last else None


def compares(before: str, after: str) -> bool:
    """Return whether the words say outright that a value is to be reached, kept or not exceeded."""
    return bool(after) or _WEAK.search(before) is not None or _said(before) is not None


def only_compared(clause: str) -> bool:
    """Return whether a clause says nothing but how a value compares: 「力争达到」."""
    return not TAIL.sub("", clause.strip())


def sets_goal(words: str) -> bool:
    """Return whether the words before a count begin or end with a verb that sets one: 建成, 培训, 新增."""
    return _GOAL.search(words) is not None or LIGHT.match(words) is not None


def noun_after(rest: str) -> str | None:
    """Return the noun that a count stands before: 「5场科普讲座」."""
    match = _NOUN.match(rest)
    return re.sub("(?:以及|[和与及])$", "", match["noun"]) if match else None


def counts_what_is_there(own: str, words: str, rest: str, *, rhythm: bool) -> bool:
    """Return whether a count that nothing compares counts a subject (「到2030年，46所中小学…」), not an aim.

    `own` is the clause up to the count, `words` the same without date and rhythm, `rest` the clause after it.
    """
    if _ALREADY.search(own):
        return True
    noun = noun_after(rest)
    if noun is None:
        return bool(re.match("全部|均|都", rest))
    if words:
        return words.endswith(("组织", "实现")) and _ORGANISED.match(noun) is not None
    return not rhythm or _PREDICATE.search(rest) is not None
