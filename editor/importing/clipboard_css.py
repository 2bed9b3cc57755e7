"""What matters of the styles in clipboard HTML: outline levels, hidden text, list marks, comments (批注)."""

import re
from dataclasses import dataclass
from functools import lru_cache

_STYLE_ELEMENT = re.compile(r"<style\b[^<>]*>(.*?)</style", re.IGNORECASE | re.DOTALL)
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,20000})\}")
_MATTERS = re.compile(r"outline-level|display|visibility|mso-hide", re.IGNORECASE)
_SELECTOR = re.compile(r"[a-zA-Z][a-zA-Z0-9]*|[a-zA-Z0-9]*\.[-\w]+")
_MOST_STYLES = 2_000_000  # characters of <style>; Word writes some 50,000
_OUTLINE = re.compile(r"mso-outline-level\s*:\s*([1-9])", re.IGNORECASE)
_HIDDEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*(?:all|screen))", re.IGNORECASE
)
_MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_COMMENT = re.compile(r"mso-element\s*:\s*comment|mso-special-character\s*:\s*comment", re.IGNORECASE)
_KEEPS_BREAKS = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_CHINESE_NUMBERS = re.compile(r"list-style(?:-type)?\s*:\s*[^;]*(?:cjk|chinese|japanese|korean)", re.IGNORECASE)
_HEADING_CLASS = re.compile(r"\bMsoHeading([1-9])\b")


@dataclass(frozen=True, slots=True)
class Css:
    """What the style of one element says."""

    level: int = 0  # heading level 1–4 that it claims, 0 for none
    title: bool = False
    hidden: bool = False
    mark: bool = False  # a list number as Word writes it for programs that know no lists
    comment: bool = False
    keeps_breaks: bool = False
    chinese: bool = False  # a list numbered 一、二、三、


_NOTHING = Css()


class Styles:
    """The rules of a page's <style> elements, as far as they matter here."""

    def __init__(self, page: str) -> None:
        self._rules: dict[str, str] = {}
        sheets = "".join(match.group(1) for match in _STYLE_ELEMENT.finditer(page))[:_MOST_STYLES]
        for selectors, declared in _RULE.findall(sheets):
            if _MATTERS.search(declared):
                for selector in selectors.replace("<!--", " ").split(","):
                    name = selector.strip().rpartition("*/")[2].strip()
                    if _SELECTOR.fullmatch(name):
                        self._rules[name] = f"{self._rules.get(name, '')};{declared}"
        self.of = lru_cache(maxsize=4096)(self._of)

    def _of(self, tag: str, names: str, own: str) -> Css:
        """Return what class names and the own style of an element say; its own style counts most."""
        if not (names or own or self._rules):
            return _NOTHING
        places = [tag, *(f"{kind}.{name}" for name in names.split() for kind in ("", tag))]
        styles = [own, *(self._rules[place] for place in reversed(places) if place in self._rules)]
        every = ";".join(styles)
        found = next((match for style in styles if (match := _OUTLINE.search(style))), _HEADING_CLASS.search(names))
        return Css(
            level=min(int(found.group(1)), 4) if found else 0,
            title="MsoTitle" in names,
            hidden=any(_HIDDEN.search(style) for style in styles),
            mark=_MARK.search(own) is not None,
            comment=_COMMENT.search(own) is not None or "MsoCommentReference" in names,
            keeps_breaks=_KEEPS_BREAKS.search(own) is not None,
            chinese=_CHINESE_NUMBERS.search(every) is not None,
        )
