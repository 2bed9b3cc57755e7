"""A title on the page: the paragraph of its lines, the room it takes, what to say of one that will not balance."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from editor.gongwen.layout import Layout
from editor.gongwen.parts.title_lines import balanced, break_title
from editor.gongwen.word.ooxml import PLAIN, Element, Shape, add_text


def add_title(body: Element, text: str, names: tuple[str, ...], layout: Layout, shape: Shape = PLAIN) -> None:
    """Append a title of one paragraph, broken by meaning (7.3.1), a blank line under it unless `shape` says more."""
    lines = break_title(text, names, layout.title_characters)
    after = shape.after or layout.title_after_twips(shape.before + title_height(lines, layout))
    add_text(body, "OfficialTitle", "\n".join(lines), replace(shape, after=after))


def title_height(lines: Sequence[str], layout: Layout) -> int:
    """Return the twips that the lines of a title take."""
    return len(lines) * round(layout.title_line * 20)


def title_remarks(titles: Iterable[str], names: tuple[str, ...], layout: Layout) -> tuple[str, ...]:
    """Return a sentence for every title whose lines make no 梯形 or 菱形 (7.3.1); breaks of the author's stand."""
    said = []
    for title in titles:
        if "\n" in title:
            continue
        lines = break_title(title, names, layout.title_characters)
        if not balanced(lines, layout.title_characters):
            said.append(
                f"标题“{title[:12]}…”有{len(title)}个字，排不成梯形或菱形，已按{len(lines)}行排出，"
                "请缩短标题，通知标题也可以在词意完整处自行换行。"
            )
    return tuple(said)
