"""Numbers with a unit, as a plan prints them: 18.5％, 百分之二十, 30余人次, 1.5万人次以上, 3—5场, 5个百分点."""

import re

from editor.model.outline import from_chinese

_UNITS = (
    "人次|场次|[人场][（(]次[)）]|个百分点|人(?![口均民])|名|场(?!所)|次|个|家|所|支|期(?![间末])|件|部(?!门)|篇|套|种|处|座|平方米"
    "|公里|亩|元|册|户(?!外)|例|条(?![例款])|台|辆|批|班|课时|学时|学分|小时|分钟|天|份|间|对|项|节|堂|讲|本|幅|位|倍|片|块"
)
NUMBER = re.compile(
    r"(?<![0-9０-９.．A-Za-z第〔\-—－+＋/:：])(?:百分之(?P<share>[一二三四五六七八九十百零点]{1,6}|[0-9]{1,3}(?:\.[0-9]{1,3})?)"
    r"|(?:(?P<number>[0-9]{1,3}(?:[,，][0-9]{3}){1,3}(?![0-9])|[0-9０-９]{1,9}(?:[.．][0-9０-９]{1,4})?)"
    r"(?P<range>[%％]?[—\-－~～至到][0-9０-９.]{1,9})?"
    r"|(?P<word>[一二两三四五六七八九十]{1,2}))"
    rf"\s{{0,2}}(?P<unit>[%％﹪‰]|(?P<more>[余多]?[万亿]?[余多]?)(?:{_UNITS})))"
    r"(?:[（(][件套座项家个篇部所处][)）])?(?P<after>及?以上|以内|以下|左右|上下|之内)?"
)
_ASCII = str.maketrans("０１２３４５６７８９．", "0123456789.", ",，")
_SHARES = {"%", "％", "﹪", "‰", "个百分点"}


def is_share(match: re.Match[str]) -> bool:
    """Return whether a number is a percentage or a difference of two."""
    return match["share"] is not None or match["unit"] in _SHARES


def unit_of(match: re.Match[str]) -> str:
    """Return the unit without 余 or 多: %, 百分点, 人次, 万人次."""
    if match["share"] is not None or match["unit"] in {"%", "％", "﹪"}:
        return "%"
    return re.sub("[余多（）()]|个(?=百分点)", "", match["unit"])


def number_of(match: re.Match[str]) -> float:
    """Return the value of a number, the lower of a range."""
    word = match["share"] or match["word"]
    if word is None:
        return float(match["number"].translate(_ASCII))
    return _chinese(word.replace("两", "二"))


def _chinese(word: str) -> float:
    if word[0].isascii():
        return float(word)
    if word == "百":
        return 100.0
    whole, _, decimals = word.partition("点")
    digits = "".join(str(max("零一二三四五六七八九".find(digit), 0)) for digit in decimals)
    return float(f"{from_chinese(whole) or 0}.{digits or 0}")
