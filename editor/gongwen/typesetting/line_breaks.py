"""Where a line may end: 避头尾 (kinsoku) for Chinese, words and numbers kept whole for the rest.

As LibreOffice 7.4 breaks lines of the exported docx: marks neither hang outside nor close up.
"""

from editor.gongwen.typesetting.characters import Characters

_NO_START = frozenset(
    ":!),.:;?]}¢'\"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏､～￠々‖•·ˇˉ―--′’”"
)
_NO_END = frozenset("([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝（｛“‘")
# Outside Chinese, by the classes of UAX #14 that occur: closing, opening, quoting, and signs behind a number.
_CLOSING = frozenset(")]}!?,.:;/%‰℃°′″…、。，．：；！？〉》」』】〕〗）］｝％")
_OPENING = frozenset("([{〈《「『【〔〖（［｛$£¥￥")
_QUOTES = frozenset("\"'“”‘’")
_HELD = frozenset("、。，．〉》」』】〕〗）］｝)]}")  # a word or a number stays with these before it
_SIGNS = frozenset("./,:%‰$+")
_LETTERS = frozenset("_@&#─")
_BLANKS = frozenset(" \u3000")


def next_break(characters: Characters, start: int, cut: int) -> tuple[int, int]:
    """Return where a line from `start` ends whose character `cut` does not fit, and where the next one starts."""
    text = characters.text
    if text[cut] in _BLANKS:
        after = cut
        while after < len(text) and text[after] in _BLANKS:
            after += 1
        return cut, after
    if cut > start and text[cut - 1] == text[cut] == "—":  # the two halves of a dash are one glyph in many fonts
        cut -= 1
    at = _walk(characters, start, cut, _chinese_at(characters, start, cut))
    if at <= start:
        at = max(cut, start + 1)  # nothing may break: a word wider than the line
    return at, at


def _walk(characters: Characters, start: int, cut: int, chinese: bool) -> int:
    """Walk back to a place that both the script of the cut and that of the text before the break allow."""
    text, at = characters.text, cut
    while at > start:
        if chinese:
            while at > start and (text[at] in _NO_START or text[at - 1] in _NO_END):
                at -= 1
        else:
            while at > start and not _may_break(text[at - 1], text[at]):
                at -= 1
        if at <= start or characters.portion(at - 1).chinese == chinese:
            break
        chinese = not chinese
        if _allowed(text, at, chinese):
            break
    return at


def _allowed(text: str, at: int, chinese: bool) -> bool:
    if chinese:
        return text[at] not in _NO_START and text[at - 1] not in _NO_END
    return _may_break(text[at - 1], text[at])


def _chinese_at(characters: Characters, start: int, cut: int) -> bool:
    """Return whether the rules for Chinese hold at the cut: the last letter or digit before a mark decides."""
    portion = characters.portion(cut)
    at = cut
    while at > start and not characters.text[at].isalnum():
        at -= 1
    return portion.chinese if at >= portion.start else characters.portion(at).chinese


def _may_break(before: str, after: str) -> bool:
    """Return whether a line outside Chinese may end between two characters."""
    if before == " ":
        return after != " "
    if after in _CLOSING or before in _OPENING or after in _QUOTES or before in _QUOTES or after == " ":
        return False
    if (_is_word(before) and _is_word(after)) or before == after == "—":
        return False
    if before in _HELD and _is_word(after):
        return False
    return not (before in _SIGNS and _is_word(after)) and after not in "-·"


def _is_word(char: str) -> bool:
    return char in _LETTERS or (char.isalnum() and ord(char) < 0x2E80)
