"""How alike two names are: leading verbs off, equal words made equal, character bigrams weighed by rarity."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from editor.model.script import simplified
from editor.model.text_cache import keep_by_arguments, keep_by_text

# Verbs and adverbs that open a title and say nothing about which task it is (实施/加强/推进 …).
_LEADING = (
    "进一步|不断|大力|积极|深入|扎实|持续|全面|切实|着力|广泛|有序|稳步|认真|充分|主动|统筹|有效|继续|"
    "组织实施(?=.)|贯彻落实|实施|加强|推进|推动|开展|提升|提高|建立|健全|完善|深化|创新|强化|加快|加大|促进|构建|打造|"
    "做好|落实|突出|坚持|丰富|拓展|组织(?!实施$)|抓好|优化|夯实|壮大|增强|建设|改进|引导|发挥|保障|注重|明确|严格|聚焦|树立|培树|弘扬"
)
_VERBS = re.compile(rf"(?:{_LEADING})+")
# What plans use one for the other; left becomes right before names are compared.
_EQUAL = (
    ("培养", "培育"),
    ("科学素养", "科学素质"),
    ("城镇劳动者", "产业工人"),
    ("城镇劳动人口", "产业工人"),
    ("场馆", "馆"),
    ("教育基地", "基地"),
    ("专兼职", "专职"),
    ("科学普及", "科普"),
    ("科学技术普及", "科普"),
    ("公民科学素质", "科学素质"),
    ("全民科学素质", "科学素质"),
    ("专项行动", "行动"),
    ("联动", "协同"),
    ("协调", "协同"),
    ("公务人员", "公务员"),
    ("老龄", "老年"),
    ("老年群体", "老年人"),
)
_MARKS = re.compile(r"[\s\W_]|和|与|及|的|暨")
_TOKEN = re.compile(r"\{[^{}]*\}")
_COUNT = re.compile(r"(?:[一二三四五六七八九十]|\d{1,2})(?:大(?!批)|项)(?=.{2})")  # 五大提升行动, 4项重点工程
_SHORTEST = 2  # characters that must be left when verbs come off


@keep_by_text
def plain(name: str) -> str:
    """Return a name without marks, joining words and tokens, equal words made equal."""
    text = _COUNT.sub("", _MARKS.sub("", _TOKEN.sub("", simplified(name))))
    for printed, usual in _EQUAL:
        text = text.replace(printed, usual)
    return text


@keep_by_text
def core(name: str) -> str:
    """Return a plain name without its leading verbs, as long as something is left to compare."""
    return _without_verbs(plain(name))


def _without_verbs(text: str) -> str:
    match = _VERBS.match(text)
    return text[match.end() :] if match and len(text) - match.end() >= _SHORTEST else text


@keep_by_text
def bigrams(text: str) -> frozenset[str]:
    """Return the character bigrams of a text; a single character stands for itself."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset((text,))


@keep_by_text
def _as_printed(name: str) -> frozenset[str]:
    return bigrams(_without_verbs(_MARKS.sub("", _TOKEN.sub("", simplified(name)))))


@keep_by_arguments
def alike(one: str, other: str) -> float:
    """Return how alike two names are as printed, leading verbs apart: Dice over their bigrams, 0–1."""
    a, b = _as_printed(one), _as_printed(other)
    return 2 * len(a & b) / (len(a) + len(b))


@keep_by_arguments
def closeness(title: str, forms: tuple[str, ...]) -> float:
    """Return how near a title is to a name or the nearest of its synonyms, 1 where only leading verbs differ."""
    return 1.0 if any(core(title) == core(form) for form in forms) else max(alike(title, form) for form in forms)


class Weights:
    """What a bigram is worth among some names: a bigram that many of them share (科普, 提升) tells little."""

    _NEW = 0.7  # a bigram none of the names has

    def __init__(self, names: Iterable[Iterable[str]]) -> None:
        """Count in how many of the groups of spellings each bigram occurs."""
        counts = Counter(
            pair for forms in names for pair in frozenset().union(*(bigrams(core(form)) for form in forms))
        )
        self._worth: Mapping[str, float] = {pair: 1 / count for pair, count in counts.items()}

    def of(self, pairs: Iterable[str]) -> float:
        """Return what some bigrams are worth together."""
        worth, new = self._worth.get, self._NEW
        return sum([worth(pair, new) for pair in pairs])

    def dice(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the weighed Dice coefficient of two sets of bigrams."""
        return 2 * self.of(one & other) / (self.of(one) + self.of(other))
