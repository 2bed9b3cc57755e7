"""The fixed political formulas: a member left out or misnamed; never mended by the program."""

import re
from collections.abc import Iterator

from editor.model.document import Block
from validators.diagnostic import Severity
from validators.patterns import in_title, quoted
from validators.rule import Bad, Finding, Good, Scope, rule

_GUIDES = (
    "马克思列宁主义",
    "毛泽东思想",
    "邓小平理论",
    "“三个代表”重要思想",
    "科学发展观",
    "习近平新时代中国特色社会主义思想",
)
_FEWEST = 3  # of the guiding thoughts, before a list is taken for the whole one
_MISNAMED = re.compile(
    "邓小平思想|毛泽东理论|马克思列宁思想|“?三个代表”?(?:思想|理论)|习近平新时代(?:社会主义|中国社会主义)(?:思想|理论)"
    "|习近平新时代中国特色社会主义理论|习近平中国特色社会主义思想|(?<!习近平)新时代中国特色社会主义思想"
)
_SENTENCE = re.compile("[^。；]+")


def _incomplete(sentence: str) -> str:
    """Return what a sentence leaves out of a list or has in another order, empty for nothing."""
    places = [sentence.find(name) for name in _GUIDES]
    places[-1] = sentence.rfind(_GUIDES[-1])  # often named once more at the beginning
    named = [at for at in places if at >= 0]
    if len(named) < _FEWEST:
        return ""
    first = next(at for at, place in enumerate(places) if place >= 0)
    last = max(at for at, place in enumerate(places) if place >= 0)
    absent = [name for name, place in zip(_GUIDES[first:last], places[first:last], strict=True) if place < 0]
    if absent:
        names = "".join(f"“{quoted(name)}”" for name in absent)
        return f"指导思想的表述里缺{names}，请按权威文本核对。"
    return "" if named == sorted(named) else "指导思想各项的次序与党章不同，请按权威文本核对。"


@rule(
    code="WRD016",
    name="fixed-formula-incomplete",
    severity=Severity.WARNING,
    scope=Scope.BLOCK,
    summary="固定的政治表述有错字、漏项，或者次序不对。",
    reason="这些表述一字不能改，一项不能缺；不同时期的文本不同，请按成文时的权威文本人工核对，程序不自动改写。",
    source="《中国共产党章程》总纲；实务",
    marks="思理",
    examples=(
        Bad("坚持以马克思列宁主义、毛泽东思想、“三个代表”重要思想、科学发展观为指导。"),
        Bad("坚持以习近平新时代中国特色社会主义理论为指导。"),
        Bad("学习毛泽东思想、邓小平思想。"),
        Bad("坚持毛泽东思想、马克思列宁主义、邓小平理论。"),
        Good(
            "坚持以马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想、科学发展观、习近平新时代中国特色社会主义思想为指导。"
        ),
        Good("以习近平新时代中国特色社会主义思想为指导，学习习近平经济思想、习近平生态文明思想。"),
        Good("学习毛泽东思想和邓小平理论。"),
    ),
)
def check(block: Block) -> Iterator[Finding]:
    """Look for wrong names, then at each sentence that lists the guiding thoughts."""
    text = block.text
    if "思想" not in text and "理论" not in text:
        return
    for match in _MISNAMED.finditer(text):
        if not in_title(text, match.start()):
            yield Finding(*match.span(), f"“{match.group().strip('“”')}”的表述有误，请按权威文本核对。")
    if sum(name in text for name in _GUIDES) < _FEWEST:
        return
    for sentence in _SENTENCE.finditer(text):
        fault = _incomplete(sentence.group())
        if fault:
            yield Finding(*sentence.span(), fault)
