"""Text → cited documents 《标题》（文号）, the basis (依据) in the preamble, short forms defined (以下简称《…》)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from editor.model.document import Block, BlockKind, Document
from editor.model.text_cache import keep_by_arguments

_OPEN = "〔\\[［﹝（(【〖「｛{„“‘<〈"
_CLOSE = "〕\\]］﹞）)】〗」｝}‟”’>〉"
_DIGIT = "[0-9０-９OoＯ〇○]"
# 发文字号: agency, year, serial. A match may carry prose before the agency's own characters: see `_agency_start`.
DOC_NUMBER = re.compile(
    rf"(?P<agency>[\u4e00-\u9fff]{{1,14}})\s{{0,3}}[{_OPEN}]\s{{0,3}}(?P<year>{_DIGIT}{{4}})\s{{0,3}}年?[{_CLOSE}]"
    rf"\s{{0,3}}第?\s{{0,3}}(?P<serial>{_DIGIT}{{1,6}})\s{{0,3}}号"
)
_PROSE_BEFORE = re.compile(r".*(?:根据|按照|依据|依照|遵照|落实|贯彻|执行|参照|见|《|》|即|以及|文号[：:]?)")
_LATIN = str.maketrans("０１２３４５６７８９OoＯ〇○", "012345678900000")

_INNER = r"[^《》]{0,150}"
_TITLE = re.compile(rf"《(?P<title>{_INNER}(?:《{_INNER}(?:《{_INNER}》{_INNER}){{0,2}}》{_INNER}){{0,3}})》")
_NUMBER_AFTER = re.compile(rf"\s{{0,3}}(?P<bracket>[（(\[【])?\s{{0,3}}(?P<number>{DOC_NUMBER.pattern})")
_NUMBER_BEFORE = re.compile(rf"{DOC_NUMBER.pattern}\s{{0,3}}[）)]?\s{{0,3}}$")
_SHORT = re.compile(
    r"(?:以下|下文|后文|以下统一|下)(?:统一)?简?称(?:为)?[：:]?\s{0,3}(?P<short>《[^《》]{1,40}》|[“\"‘「][^”\"’」]{1,40}[”\"’」])"
)
_DASH = re.compile(r"(?<=\d{4})(?P<year>年?)\s{0,3}[-—–―─－~～一至?？‐‑‒]{1,3}\s{0,3}(?=\d{4})")
_ZERO = re.compile(r"(?<=[一二三四五六七八九〇])[○ＯOoΟОо0０零](?=[一二三四五六七八九〇○ＯOoΟОо0０零])")
_BASIS_WORDS = re.compile("根据|依据|按照|依照|贯彻|落实|遵照")


@dataclass(frozen=True, slots=True)
class Citation:
    """A document cited by its title; offsets are characters into the block's text."""

    block_id: str
    start: int  # of 《
    end: int  # after 》
    title: str  # outermost title without 《》, marks normalised: 一字线 in year ranges, （）, 〇, 〈〉 inside
    doc_number: str | None  # normalised: 〔〕, no 第, no padding
    printed_number: str | None
    number_start: int  # -1 without a number
    number_end: int


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form and what it stands for, both with their marks: 《科学素质纲要》, 《全民科学素质行动规划纲要…》."""

    short: str
    full: str
    block_id: str
    start: int
    end: int


def citations(document: Document) -> tuple[Citation, ...]:
    """Return what is cited by title anywhere in the plan, in order; the definition of a short form is none."""
    return tuple(item for block in document.blocks if "《" in block.text for item in _citations(block.id, block.text))


def basis(document: Document) -> tuple[Citation, ...]:
    """Return the documents cited in the preamble (依据), each once.

    Where the plan has no preamble, those of the first two paragraphs of its first part that name a basis.
    """
    shorts = {normalise_title(form.short.strip("《》“”")) for form in short_forms(document)}
    own = {normalise_title(block.text) for block in document.blocks if block.kind is BlockKind.TITLE}
    result: dict[str, Citation] = {}
    for block in _preamble(document.blocks) or _first_part(document.blocks):
        for item in _citations(block.id, block.text):
            if item.title not in shorts | own:
                result.setdefault(item.title, item)
    return tuple(result.values())


def short_forms(document: Document) -> tuple[ShortForm, ...]:
    """Return the short forms defined in the plan, in order."""
    return tuple(form for block in document.blocks if "称" in block.text for form in _short_forms(block.id, block.text))


def normalise_doc_number(printed: str) -> str:
    """Return a 发文字号 with 〔〕, without 第, padding and white space (GB/T 9704-2012, 7.2.5); other text as it is."""
    match = DOC_NUMBER.search(printed)
    if match is None:
        return printed.strip()
    agency = match["agency"][_agency_start(match["agency"]) :]
    return f"{agency}〔{match['year'].translate(_LATIN)}〕{int(match['serial'].translate(_LATIN))}号"


def normalise_title(printed: str) -> str:
    """Return a title without white space, with one 一字线 between years, full-width brackets, 〇 in Chinese years."""
    text = re.sub(r"\s+", "", printed).translate(str.maketrans("()<>《》", "（）〈〉〈〉"))
    return _ZERO.sub("〇", _DASH.sub(r"\g<year>—", _ZERO.sub("〇", text)))


def _preamble(blocks: Sequence[Block]) -> list[Block]:
    """Return the paragraphs between the plan's title and its first heading, if a title is cited there."""
    found: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            break
        if block.kind is BlockKind.PARAGRAPH:
            found.append(block)
    return found if any("《" in block.text for block in found) else []


def _first_part(blocks: Sequence[Block]) -> list[Block]:
    tops = [i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADING and block.level == 1]
    end = tops[1] if len(tops) > 1 else len(blocks)
    cited = (block for block in blocks[:end] if "《" in block.text and _BASIS_WORDS.search(block.text))
    return [block for block in cited if block.kind is not BlockKind.TITLE][:2]


def _agency_start(agency: str) -> int:
    """Return where the agency's characters (机关代字) start in what stands before the year."""
    prose = _PROSE_BEFORE.match(agency)
    return prose.end() if prose and prose.end() < len(agency) else 0


@keep_by_arguments
def _citations(block_id: str, text: str) -> tuple[Citation, ...]:
    titles = (match for match in _TITLE.finditer(text) if match["title"] and not _defines(text, match.start()))
    return tuple(_citation(block_id, text, match) for match in titles)


def _defines(text: str, start: int) -> bool:
    return re.search(r"称(?:为)?[：:]?[\s“\"]{0,3}$", text[max(0, start - 8) : start]) is not None


def _citation(block_id: str, text: str, match: re.Match[str]) -> Citation:
    span, printed = (-1, -1), None
    after = _NUMBER_AFTER.match(text, match.end())
    before = None if after else _NUMBER_BEFORE.search(text, max(0, match.start() - 40), match.start())
    if after is not None:
        span = after.span("number")
    elif before is not None:
        span = before.start() + _agency_start(before["agency"]), text.rindex("号", 0, before.end()) + 1
    if span[0] >= 0:
        printed = text[slice(*span)]
    number = normalise_doc_number(printed) if printed else None
    return Citation(block_id, *match.span(), normalise_title(match["title"]), number, printed, *span)


@keep_by_arguments
def _short_forms(block_id: str, text: str) -> tuple[ShortForm, ...]:
    return tuple(
        ShortForm(match["short"], _full(text, match.start()), block_id, *match.span("short"))
        for match in _SHORT.finditer(text)
    )


_OPENING_BRACKET = re.compile(r"[（(]")
_CLAUSE = re.compile(r"[^，。；、：《》（）,;:()\s]{2,40}$")


def _full(text: str, at: int) -> str:
    """Return what the bracket with the definition stands behind: a title, or the words before it."""
    bracket = max(text.rfind("（", max(0, at - 60), at), text.rfind("(", max(0, at - 60), at))
    before = text[max(0, bracket - 400) : bracket if bracket >= 0 else at].rstrip()
    if before.endswith(("）", ")")):  # the number in brackets of its own
        before = before[: max(before.rfind("（"), before.rfind("("))].rstrip()
    titles = [match.group() for match in _TITLE.finditer(before) if match.end() == len(before)]
    if titles:
        return titles[-1]
    words = _CLAUSE.search(before)
    return words.group() if words else ""
