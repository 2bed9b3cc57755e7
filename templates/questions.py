"""Which of a requirement's questions a section already answers, told by what stands in it and quoted as evidence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from editor.model.target_numbers import NUMBER
from templates.requirement import Requirement


class Sought(StrEnum):
    """What a question wants to hear."""

    NUMBER = "number"
    DATE = "date"
    UNIT = "unit"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Answer:
    """One question; `evidence` is the clause that speaks of it, `lacking` what is asked for and not seen there."""

    question: str
    evidence: str
    lacking: tuple[Sought, ...]

    @property
    def is_open(self) -> bool:
        """Return whether no whole answer is seen; the writer may know better."""
        return not self.evidence or bool(self.lacking)


_COUNTED = "人次|学时|[次场个所名人条项期支处座件年家元]"
_ASKED = (
    (Sought.NUMBER, re.compile(f"多少|多大|几(?:{_COUNTED})|频次|比例|目标值|目标数|覆盖率")),
    (Sought.DATE, re.compile("何时|什么时候|哪一?年|多久|年份|分几年")),
    (Sought.UNIT, re.compile("谁|哪(?:个|几个)?(?:单位|部门)|哪支|(?:如何|怎样)分工")),
    (Sought.PLACE, re.compile("哪里|在哪(?!一?年)|何处")),
)
_SHOWN_BY = {
    Sought.NUMBER: NUMBER,
    Sought.DATE: re.compile("20[0-9]{2}年|每[年月周季]|[0-9]{1,2}月|季度|年底|期末"),
    Sought.UNIT: re.compile(
        "牵头|负责|责任单位|(?:局|委|办|科协|工会|妇联|党校|中心|政府|办公室)(?:组织|承担|召集|协调|统筹|编制|指导|制定)"
    ),
    Sought.PLACE: re.compile(
        "(?:设|位于|依托|放|在)[^，。；]{2,20}(?:馆|中心|站|所|室|校|院|园|基地|广场|社区|村|镇|街道|局|科协)"
    ),
}
_TASK = 3  # level of a requirement whose whole section one unit answers for
# What a question is made of beside its subject: words that ask, words of every plan, joining words.
_EMPTY = re.compile(
    f"怎样|如何|什么|多久|(?:多少|多大|几)(?:{_COUNTED})?|哪(?:里|个|几个|几|支|一|份|些)?|是否|能否|有没有|有无|可以|由?谁|"
    "每年|每学期|每周|每月|本地|本级|本省|辖区内|现有|首批|以及|或者|还是|还要|还差|需要|例如|通过|作为|按照|"
    "组织|开展|举办|开办|开设|安排|实施|承担|负责|分工|工作|方式|活动(?!场)|计划|管理|覆盖|"
    r"[，。、；：？！“”（）《》\s]|[的和与在有是为对从把给向到被将各并也都了吗呢]"
)
_LEAST = 2  # characters of a word that says anything
_LONG = 4  # from here on a word is its beginning and its end: 科技特派员队伍 is 科技…队伍
_FACTS = 2  # words of a question that a sentence must hold where nothing but words can tell
_SHOWN = 30  # characters of evidence
_SENTENCE = re.compile("[^。；！？\n]+")


def answers(requirement: Requirement, texts: Sequence[str]) -> tuple[Answer, ...]:
    """Return each question of a requirement with what the section's texts say to it.

    A sentence answers that speaks of the question's subject and holds what is asked for: a number, a date, a unit, a
    place; where no such thing is asked for, it must hold several of the question's words. Sentences with a 【blank】
    answer nothing. The judgement errs towards open, shows its evidence, and hides no question.
    """
    sentences = tuple(_sentences(texts))
    return tuple(_answer(question, sentences, requirement.level == _TASK) for question in requirement.questions)


def asked(question: str) -> tuple[Sought, ...]:
    """Return what a question wants to hear; nothing where words alone can tell."""
    return tuple(kind for kind, pattern in _ASKED if pattern.search(question))


@lru_cache(maxsize=1024)
def subjects(question: str) -> tuple[str, ...]:
    """Return the words that a question is about, in its order."""
    return tuple(dict.fromkeys(word for word in _EMPTY.split(question) if len(word) >= _LEAST))


def _sentences(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        yield from (match.group().strip() for match in _SENTENCE.finditer(text) if "【" not in match.group())


def _answer(question: str, sentences: Sequence[str], is_task: bool) -> Answer:
    words, kinds = subjects(question), asked(question)
    near = [one for one in sentences if _is_near(one, words, facts=not kinds)]
    seen = {kind: _first(kind, sentences if is_task and kind is Sought.UNIT else near) for kind in kinds}
    found = next((place for place in seen.values() if place), None)
    if not kinds and near:
        found = near[0], 0
    lacking = tuple(kind for kind in kinds if seen[kind] is None)
    return Answer(question, _excerpt(*found) if found else "", lacking)


def _first(kind: Sought, sentences: Sequence[str]) -> tuple[str, int] | None:
    """Return the first sentence that holds what is asked for, and where in it."""
    for sentence in sentences:
        for match in _SHOWN_BY[kind].finditer(sentence):
            if kind is not Sought.NUMBER or match["word"] != "一":  # 一批, 一个 count nothing
                return sentence, match.start()
    return None


def _is_near(sentence: str, words: Sequence[str], *, facts: bool) -> bool:
    """Return whether a sentence speaks of a question's subject; of most of it where words alone must tell."""
    held = [word for word in words if _speaks_of(sentence, word)]
    if not facts:
        return bool(held)
    most = 2 * sum(map(len, held)) >= sum(map(len, words))
    return bool(held) and len(held) >= min(_FACTS, len(words)) and most


def _speaks_of(sentence: str, word: str) -> bool:
    return word in sentence or (len(word) >= _LONG and word[:2] in sentence and word[-2:] in sentence)


def _excerpt(sentence: str, at: int) -> str:
    """Return the sentence, of a long one what stands around the character `at`."""
    if len(sentence) <= _SHOWN:
        return sentence
    start = max(min(at - _SHOWN // 2, len(sentence) - _SHOWN), 0)
    end = start + _SHOWN
    said = sentence[start:end].strip("，、；：")
    return ("…" if start else "") + said + ("…" if end < len(sentence) else "")
