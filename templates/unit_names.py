"""Names of units (单位名称) taken apart: place, prefix, branch; and the keys under which two spellings are one name."""

import re
from dataclasses import dataclass
from functools import lru_cache

from editor.model.document import Level
from editor.model.text_cache import keep_by_arguments, keep_by_text

PREFIXES = "县区市旗州盟"
_COUNTY, _CITY = "县区旗", "州盟"  # 市 belongs to either level
# 市场监管局 and 市政园林局 do not begin with the prefix 市.
_OTHER_WORD = re.compile(r"市(?:场|容|政(?:局|园林|管理|公用|工程|设施))")
_PARTY = re.compile(r"^(?:中共|中国共产党)")
_BRANCH = re.compile(r"(?:.{0,12}[市州盟县区](?<!城市)(?!场))?(?:(.{2,12})局.{0,8}|(.{2,12}))分局")
_YOUTH = re.compile(rf"(?:共青团|团)([{PREFIXES}省])?委(?:员会)?")
_ETHNIC = re.compile(r"(.{2,3}?)(?:.{1,4}?族)+自治[县旗州]")
_SUPERIOR = re.compile(r".{1,8}[省市州盟](?=.{2,}[县区市旗]$)")
_NOTE = re.compile(r"^(.+?)（[^（）]*）$")
_FULL_WIDTH = str.maketrans("()﹙﹚", "（）（）")
# The rules of short names (归一规则), longest first: they shorten a name, never make another unit of it.
_SHORTER = (
    ("人力资源社会保障", "人社"),
    ("人力社保", "人社"),
    ("供销合作社联合社", "供销社"),
    ("供销合作社", "供销社"),
    ("网络安全信息化", "网信"),
    ("市场监督管理", "市监"),
    ("住房城乡建设", "住建"),
    ("市场监管", "市监"),
    ("工业信息化", "工信"),
    ("监督管理", "监管"),
    ("发展改革", "发改"),
    ("教育体育", "教体"),
    ("卫生健康", "卫健"),
    ("文化旅游", "文旅"),
    ("交通运输", "交通"),
    ("科学技术", "科技"),
    ("医疗保障", "医保"),
    ("行政审批", "审批"),
    ("城市管理", "城管"),
    ("经济信息化", "经信"),
    ("经济信息", "经信"),
    ("民族宗教", "民宗"),
    ("人民政府", "政府"),
    ("融媒体", "融媒"),
    ("委员会", "委"),
    ("办公室", "办"),
    ("管理局", "局"),
    ("事务局", "局"),
    ("服务局", "局"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place as unit names use it; all parts are empty for a plan whose place is not known."""

    name: str  # 云溪县, also 长阳土家族自治县
    prefix: str  # 县
    stem: str  # 云溪
    level: Level


@lru_cache(maxsize=64)
def place_of(name: str, level: Level) -> Place:
    """Take a place name apart; a superior's name before it (云州市云溪县) is left out of the stem."""
    prefix = name[-1:] if name[-1:] in PREFIXES else ""
    own = _SUPERIOR.sub("", name, count=1)
    match = _ETHNIC.fullmatch(own)
    return Place(name, prefix, match[1] if match else own[: len(own) - len(prefix)], level)


def without_note(name: str) -> str:
    """Return a name without the sign or second name in parentheses at its end: 县委党校（县行政学校） → 县委党校."""
    match = _NOTE.match(_tidy(name))
    return match[1] if match else name


def _tidy(name: str) -> str:
    return re.sub(r"\s+", "", name.translate(_FULL_WIDTH))


def starts_with_prefix(name: str) -> bool:
    """Return whether the first character is an administrative prefix (县教育局) and not part of a word (市场监管局)."""
    return name[:1] in tuple(PREFIXES) and len(name) > 1 and not _OTHER_WORD.match(name)


@keep_by_arguments
def core(name: str, place: Place) -> str:
    """Return a name without place, prefix, joining words and parentheses: what is compared exactly."""
    text = _PARTY.sub("", _tidy(name))
    text = _without_place(text, place)
    branch = _BRANCH.fullmatch(text)
    if branch:
        return _joined(branch[1] or branch[2]) + "分局"
    if _YOUTH.fullmatch(text):
        return "团委"
    if starts_with_prefix(text) and (not place.prefix or text[0] == place.prefix):
        text = text[1:]
    return _joined(text)


def _without_place(text: str, place: Place) -> str:
    if place.name and place.name in text:
        before, _, after = text.partition(place.name)
        # 云州市云溪县教育局: the superior's name before the own one goes too; 国家税务总局 stays
        before = "" if before[-1:] in ("省", "市", "州", "盟", "区") else before
        return before + place.prefix + after
    if len(place.stem) > 1 and place.stem in text:
        return text.replace(place.stem, "", 1)
    return text


def _joined(text: str) -> str:
    return re.sub(r"[和与及、（）]", "", text)


@keep_by_text
def loose(text: str) -> str:
    """Return a core with its long words shortened (归一规则): 卫生健康委员会 → 卫健委."""
    for long, short in _SHORTER:
        text = text.replace(long, short)
    return text


@keep_by_arguments
def level_of(name: str, place: Place) -> Level | None:
    """Return the level of the place a unit belongs to, read from the name; None where the name does not tell."""
    text = _PARTY.sub("", _tidy(name))
    youth = _YOUTH.fullmatch(text)
    char = (youth[1] or "") if youth else text[:1]
    if place.name and place.name in text:
        return place.level
    if text.startswith(("省", "自治区")) or char == "省" or re.match(r"[^市县区]{2,3}省", text):
        return Level.PROVINCE
    if text.startswith("各") or _BRANCH.fullmatch(text):
        return place.level if place.prefix and text[:2] != "各省" else None
    if not youth and not starts_with_prefix(text):
        return _named_city(text, place)
    return _by_prefix(char, place)


def _by_prefix(char: str, place: Place) -> Level | None:
    if not char or not place.prefix:
        return None
    if char == place.prefix:
        return place.level
    if char in _COUNTY:
        return Level.COUNTY
    if char in _CITY:
        return Level.CITY
    return Level.CITY if place.level is Level.COUNTY else None


def _named_city(text: str, place: Place) -> Level | None:
    """Return CITY for a unit of the superior named with its place (云州市教育局) in a county's plan."""
    match = re.match(r"(?!.{0,3}城市)[^县区旗各]{2,4}市(?!场|政).{2,}", text)
    return Level.CITY if match and place.prefix and place.level is Level.COUNTY else None
