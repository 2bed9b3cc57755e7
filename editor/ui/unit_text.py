"""The unit register as text: cells of the table and pasted lists in, units and cells out; no Qt."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from editor.model.document import Level, Unit, clean_line, new_id

_SEPARATOR = re.compile(r"[、,，;；]")
_COLUMN = re.compile(r"\t+|\s{2,}|[|｜]")
_FORMER = re.compile(r"(?P<name>[^（(）)]+)[（(](?P<year>(?:19|20)[0-9]{2})年?[）)]")
_LIST_MARK = re.compile(r"^(?:[0-9]{1,3}[.、．)]|[-•·*]|[（(][0-9]{1,3}[）)])\s*")
_PASTE_LIMIT = 500  # no place has as many units; a pasted article would


def join_names(names: Iterable[str]) -> str:
    """Return names as one cell prints them."""
    return "、".join(names)


def split_names(text: str) -> tuple[str, ...]:
    """Return the names of one cell, each once, in order."""
    names = (clean_line(name).strip() for name in _SEPARATOR.split(text))
    return tuple(dict.fromkeys(name for name in names if name))


def join_former(former: Iterable[tuple[str, int]]) -> str:
    """Return former names (曾用名) with the year each ended: 县教育局（2019）."""
    return "、".join(f"{name}（{year}）" for name, year in former)


def split_former(text: str) -> tuple[tuple[str, int], ...] | None:
    """Return the former names of one cell; None where one has no year behind it."""
    found = []
    for part in split_names(text):
        match = _FORMER.fullmatch(part)
        if match is None:
            return None
        found.append((match["name"].strip(), int(match["year"])))
    return tuple(found)


def parse_units(text: str, known: Sequence[Unit], place: str, level: Level) -> tuple[Unit, ...]:
    """Return the units of a pasted list: one a line, or one line separated by 、; columns: 全称, 简称, 习惯称呼.

    What is known of a unit of the same name (functions, kind, other names) is taken over; a short name is made from
    the full one where the list has none.
    """
    lines = [clean_line(line).strip() for line in text.splitlines()]
    lines = [_LIST_MARK.sub("", line) for line in lines if line]
    if len(lines) == 1 and not _COLUMN.search(lines[0]):
        lines = list(split_names(lines[0].rstrip("。")))
    by_name = {name: unit for unit in known for name in (unit.name, unit.short, *unit.aliases) if name}
    units: dict[str, Unit] = {}
    for line in lines[:_PASTE_LIMIT]:
        unit = _parse_line(line, by_name, place, level)
        if unit is not None:
            units.setdefault(unit.name, unit)
    return tuple(units.values())


def _parse_line(line: str, known: dict[str, Unit], place: str, level: Level) -> Unit | None:
    cells = [cell.strip() for cell in _COLUMN.split(line)]
    if not cells[0]:
        return None
    name = cells[0]
    short = cells[1] if len(cells) > 1 and cells[1] else ""
    aliases = split_names(cells[2]) if len(cells) > 2 else ()
    like = known.get(name) or known.get(short)
    if like is None:
        return Unit(new_id(), name, short or short_name(name, place), aliases, level=level)
    return replace(
        like,
        name=name if short or name == like.name else like.name,
        short=short or like.short,
        aliases=tuple(dict.fromkeys((*like.aliases, *aliases))),
    )


def short_name(name: str, place: str) -> str:
    """Return the short name a full name gives: the place cut to its last character (云溪县民政局 → 县民政局)."""
    if place and name.startswith(place) and len(name) > len(place):
        return place[-1] + name[len(place) :]
    return name


def register_problems(units: Sequence[Unit]) -> tuple[str, ...]:
    """Return what keeps a register from being used, one sentence each: a name missing or given twice."""
    problems = []
    owners: dict[str, int] = {}
    for number, unit in enumerate(units, start=1):
        if not unit.name:
            problems.append(f"第{number}行没有全称。")
        names = [name for name in dict.fromkeys((unit.name, unit.short, *unit.aliases)) if name]
        twice = [name for name in names if owners.setdefault(name, number) != number]
        problems += [f"“{name}”在第{owners[name]}行和第{number}行都有。" for name in twice]
    return tuple(problems)
