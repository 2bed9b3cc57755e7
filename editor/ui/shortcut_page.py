"""The words for actions in the help, and the page of all shortcuts: both made of the table of actions."""

from collections.abc import Iterator, Sequence

from editor.ui.actions import MENUS, ROWS, Row

_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
_MORE = "其他"
_ABOUT = "命令的名称后面是它的快捷键；没有快捷键的，可以在菜单里选，或用命令面板按名称、拼音首字母找。"


def keys_of(row: Row) -> list[str]:
    """Return the shortcuts of an action as they are read: Alt+Shift+←."""
    return ["+".join(_ARROWS.get(part, part) for part in _parts(one)) for one in row.shortcut.split()]


def _parts(keys: str) -> list[str]:
    """Take "Ctrl++" apart, where the last + is a key."""
    return [*keys[:-2].split("+"), "+"] if keys.endswith("++") else keys.split("+")


def name_of(row: Row) -> str:
    """Return an action's name as one says it: no dots, no blanks but one."""
    return " ".join(row.text.rstrip("…").split())


def action_words() -> dict[str, str]:
    """Return for every action its name in quotes and its first shortcut, by id: “保存”（Ctrl+S）."""
    return {row.id: f"“{name_of(row)}”" + "".join(f"（{one}）" for one in keys_of(row)[:1]) for row in ROWS}


def shortcut_page(title: str) -> str:
    """Return the page of all actions and their shortcuts as Markdown, by menu."""
    rows = {row.id: row for row in ROWS}
    parts = [f"# {title}", _ABOUT]
    for menu, entries in MENUS:
        listed = [rows.pop(one) for one in _ids(entries) if one in rows]
        parts.append(_table(menu.partition("(")[0], listed))
    if rows:
        parts.append(_table(_MORE, list(rows.values())))
    return "\n\n".join(parts)


def _ids(entries: Sequence[object]) -> Iterator[str]:
    for entry in entries:
        match entry:
            case (str(), tuple(below)):
                yield from _ids(below)
            case str(name):
                yield name


def _table(title: str, rows: Sequence[Row]) -> str:
    lines = [f"## {title}", "", "| 命令 | 快捷键 |", "| :-- | :-- |"]
    return "\n".join([*lines, *(f"| {name_of(row)} | {'，'.join(keys_of(row)) or '—'} |" for row in rows)])
