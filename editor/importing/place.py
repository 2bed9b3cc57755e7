"""What a plan says of itself: place, administrative level, province layer, period, kind."""

import re

from editor.importing.wording import squeeze
from editor.model.document import Level
from editor.model.script import simplified
from templates.template import DEFAULT_TEMPLATE, available

_COMPONENT = re.compile(
    r"[\u3400-\u9fff]{2,9}?(?:自治区|自治州|自治县|自治旗|新区|矿区|林区|地区|省|市|盟|旗|县|区|州(?![市县区]))|[\u3400-\u9fff]县"
)
_BODIES = re.compile(r"(?:人民政府|政府|党委|县委|市委|区委|科学技术协会|科协|全民|委员会|办公室).*")
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
_YEARS = re.compile(r"(20\d\d)\s*年?\s*[—―─\-–－~～至到?？]{0,3}\s*(20\d\d)\s*年?")
_PLANS = {"十四五": (2021, 2025), "十五五": (2026, 2030)}
_TO_COUNTIES = re.compile(r"各县|县（市|县\(市|县[（(]区|各区|各市[（(]|区县|县区|各旗")
_TO_TOWNS = re.compile(r"乡镇|各镇|各乡|街道|镇人民政府")


def place_in(text: str) -> tuple[str, ...]:
    """Return the places that a body's name or a title begins with, largest first: 江东省, 云州市, 云溪县."""
    rest = _BODIES.sub("", squeeze(simplified(text)).split("关于")[0])
    found: list[str] = []
    while (match := _COMPONENT.match(rest)) is not None:
        found.append(match.group())
        rest = rest[match.end() :]
    return tuple(found)


def level_of(places: tuple[str, ...], addressees: str) -> Level:
    """Return the administrative level of the last of `places`; a 市 is known by what is above or below it."""
    name = places[-1] if places else ""
    if name.endswith(("省", "自治区")) or name in _MUNICIPALITIES:
        return Level.PROVINCE
    if name.endswith(("州", "盟", "地区")):
        return Level.CITY
    if name.endswith("市"):
        if len(places) > 1 and places[-2].endswith(("市", "州", "盟", "地区")):
            return Level.COUNTY
        if _TO_COUNTIES.search(addressees):
            return Level.CITY
        return Level.COUNTY if _TO_TOWNS.search(addressees) else Level.CITY
    return Level.COUNTY


def layers_for(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the province layer that the texts name most often (山东省 → shandong), if the library holds it."""
    joined = squeeze("".join(texts))
    counts = {
        layer.id: joined.count(_province(layer.name)) + joined.count(f"{layer.name[:2]}省")
        for info in available()
        if info.id == DEFAULT_TEMPLATE
        for layer in info.layers
    }
    best = max(counts, key=lambda key: counts[key], default="")
    return (best,) if best and counts[best] else ()


def _province(name: str) -> str:
    match = re.match(r"[\u3400-\u9fff]{2,8}?(?:省|自治区|市)", name)
    return match.group() if match else name


def period_in(*titles: str) -> tuple[int, int] | None:
    """Return first and last year that the first telling title gives: （2021—2025年）, “十四五”; None without any."""
    for title in titles:
        own = re.sub(r"《[^《》]*》", "", title)  # the years of a cited outline are not the plan's
        for text in (own, title):
            years = [(int(a), int(b)) for a, b in _YEARS.findall(text)]
            if years and years[-1][0] < years[-1][1]:
                return years[-1]
            if named := next((span for name, span in _PLANS.items() if name in text), None):
                return named
    return None


def kind_of(plan_title: str, notice_title: str) -> str:
    """Return implementation-plan, work-plan or other, as the titles say."""
    for title in (plan_title, notice_title):
        text = squeeze(simplified(title))
        if re.search(r"工作方案|工作要点|工作计划|年度计划|工作安排", text):
            return "work-plan"
        if re.search(r"方案|规划|纲要|计划", text):
            return "implementation-plan"
    return "other"


def template_for(texts: tuple[str, ...]) -> str:
    """Return the template that the texts answer to, empty where they are about something else."""
    return DEFAULT_TEMPLATE if any("科学素质" in squeeze(simplified(text)) for text in texts) else ""
