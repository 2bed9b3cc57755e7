"""The pages of the built-in help: one Markdown file each, read when first asked for; no Qt."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from editor import pinyin
from resources import path

# Ids and files in the order of the list; SHORTCUTS has no file, it is made of the table of actions.
SHORTCUTS = "shortcuts"
PAGES = (
    "start",
    "text",
    "tables",
    "outline",
    "guidance",
    "metadata",
    "problems",
    "preview",
    "matrix",
    "targets",
    "find",
    "palette",
    "new",
    "files",
    "import",
    "compare",
    "export",
    "excerpts",
    "insert",
    "assignment",
    "units",
    "rules",
    "batch",
    "count",
    SHORTCUTS,
)
SHORTCUTS_TITLE = "快捷键一览"
_LIMIT = 20_000  # bytes of one page: more is no page of ours
_ACTION = re.compile(r"\{([a-z0-9_]+)\}")


@dataclass(frozen=True, slots=True)
class Page:
    """One page as Markdown; `{save}` in its text stands for the action of that id."""

    id: str
    title: str
    text: str


@cache
def page(page_id: str) -> Page:
    """Return a page by its id; raises KeyError for one that does not exist."""
    if page_id not in PAGES:
        raise KeyError(page_id)
    if page_id == SHORTCUTS:
        return Page(SHORTCUTS, SHORTCUTS_TITLE, "")
    with path(f"help/{page_id}.md").open("rb") as file:
        text = file.read(_LIMIT).decode("utf-8")
    return Page(page_id, text.partition("\n")[0].removeprefix("# ").strip(), text)


def actions_of(text: str) -> list[str]:
    """Return the ids of the actions that a page names."""
    return _ACTION.findall(text)


def filled(text: str, words: Mapping[str, str]) -> str:
    """Put the words for each action in the place of `{id}`; raises KeyError for an action that does not exist."""
    return _ACTION.sub(lambda found: words[found[1]], text)


def pages() -> tuple[Page, ...]:
    """Return all pages in the order of the list."""
    return tuple(page(one) for one in PAGES)


def found(typed: str, among: Sequence[Page]) -> list[Page]:
    """Return the pages that fit what is typed: by their title or its pinyin first, then by their text."""
    words = typed.strip().casefold()
    titled = [one for one in among if words in one.title.casefold() or pinyin.place_of(words, one.title) is not None]
    return [*titled, *(one for one in among if one not in titled and words in one.text.casefold())]
