"""The register of units (单位库): the default of a place, and finding a printed name in a plan's register."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any

from editor.model.document import Level, Metadata, Unit
from editor.model.script import simplified
from resources import path
from templates.unit_names import PREFIXES, Place, core, level_of, loose, place_of, without_note

_LOOSE_KINDS = ("collective", "local")  # 各镇街道, 各镇人民政府: spellings of a whole, no two names of one unit
_LONGEST_NAME = 40


class Name(StrEnum):
    """How a printed name belongs to a unit of the register."""

    FULL = "full"  # 全称
    SHORT = "short"  # 规范化简称
    ALIAS = "alias"  # 习惯简称, or a spelling that the rules of short names make of the others
    FORMER = "former"  # 曾用名
    VARIANT = "variant"  # a known kind of unit, but no name that this register holds: fine in an imported plan


@dataclass(frozen=True, slots=True)
class Found:
    """A unit of the register with what the printed name is to it; `ended` is the year a former name ended."""

    unit: Unit
    how: Name
    ended: int | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    found: Found
    key: str  # the same for two names of one unit


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    data = json.loads(path("units/words.json").read_text(encoding="utf-8"))
    functions: dict[str, str] = data["words"]
    one = "|".join(sorted(functions, key=len, reverse=True))
    whole = rf"(?:{one})(?:{one}|{'|'.join(data['between'])})*(?:{'|'.join(data['endings'])})"
    return re.compile(whole), re.compile(one), functions


@lru_cache(maxsize=4)
def _data(level: Level) -> tuple[dict[str, Any], ...]:
    name = "county" if level is Level.COUNTY else "city"
    return tuple(json.loads(path(f"units/{name}.json").read_text(encoding="utf-8"))["units"])


def _localised(text: str, place: Place) -> str:
    prefix = place.prefix or ("县" if place.level is Level.COUNTY else "市")
    text = text.replace("{prefix}", prefix)
    if "{" not in text:
        return text
    city = "市" if place.level is Level.COUNTY else ""
    for token, word in (("place", place.name or prefix), ("stem", place.stem), ("city", city)):
        text = text.replace(f"{{{token}}}", word)
    return text


def _unit(data: dict[str, Any], place: Place) -> Unit:
    return Unit(
        id=data["id"],
        name=_localised(data["name"], place),
        short=_localised(data["short"], place),
        aliases=tuple(_localised(name, place) for name in data.get("aliases", ())),
        former=tuple((_localised(name, place), year) for name, year in data.get("former", ())),
        kind=data["kind"],
        level=place.level,
        functions=tuple(data["functions"]),
    )


@lru_cache(maxsize=16)
def _known_units(place: Place) -> tuple[Unit, ...]:
    """Return every unit of the default data, named for a place; in the order of the data."""
    return tuple(_unit(data, place) for data in _data(place.level))


@lru_cache(maxsize=16)
def default_units(place: str, level: Level) -> tuple[Unit, ...]:
    """Return the usual units of a place in their fixed order (排序惯例), named for it; the user corrects them."""
    units = zip(_known_units(place_of(place, level)), _data(level), strict=True)
    return tuple(unit for unit, data in units if data.get("default", True))


def localise(units: Sequence[Unit], place: str, level: Level) -> tuple[Unit, ...]:
    """Return a plan's units renamed for another place; at another level its default with the plan's own additions."""
    old, new = _place_in(units), place_of(place, level)
    if units and units[0].level is not level:
        known = {data["id"] for data in (*_data(units[0].level), *_data(level))}
        added = tuple(_moved(unit, old, new, {}) for unit in units if unit.id not in known)
        return default_units(place, level) + added
    fresh = dict(zip(default_units(old.name, level), default_units(place, level), strict=True))
    usual = {_localised(name, old): _localised(name, new) for data in _data(level) for name in _names(data)}
    return tuple(fresh.get(unit) or _moved(unit, old, new, usual) for unit in units)


def _names(data: dict[str, Any]) -> list[str]:
    return [data["name"], data["short"], *data.get("aliases", ()), *(name for name, _ in data.get("former", ()))]


def _place_in(units: Sequence[Unit]) -> Place:
    """Return the place that the names of a register are made for, read from a unit whose full name is the usual one."""
    for unit in units:
        for data in _data(unit.level):
            before, token, after = data["name"].partition("{place}")
            fits = token and unit.name.startswith(before) and unit.name.endswith(after)
            if data["id"] == unit.id and fits:
                return place_of(unit.name[len(before) : len(unit.name) - len(after)], unit.level)
    return Place("", _usual_prefix(units), "", units[0].level if units else Level.COUNTY)


def _moved(unit: Unit, old: Place, new: Place, usual: dict[str, str]) -> Unit:
    def moved(name: str) -> str:
        return usual.get(name) or _renamed(name, old, new)

    former = tuple((moved(name), year) for name, year in unit.former)
    aliases = tuple(moved(name) for name in unit.aliases)
    name, short = moved(unit.name), moved(unit.short)
    return replace(unit, name=name, short=short, aliases=aliases, former=former, level=new.level)


def _renamed(name: str, old: Place, new: Place) -> str:
    """Return a name that is not one of the default's with its place, or its first character, changed."""
    if old.name and old.name in name:
        return name.replace(old.name, new.name)
    if len(old.stem) > 1 and old.stem in name:
        return name.replace(old.stem, new.stem)
    return new.prefix + name[1:] if old.prefix and name.startswith(old.prefix) else name


def _usual_prefix(units: Sequence[Unit]) -> str:
    first = [unit.short[:1] for unit in units if unit.short[:1] in tuple(PREFIXES)]
    return max(set(first), key=first.count) if first else ""


class _Index:
    """Every name of a register as printed, under its exact and its loose key; what is named first wins."""

    def __init__(self, metadata: Metadata) -> None:
        place = place_of(metadata.place, metadata.level)
        if not place.prefix and metadata.units:
            place = replace(place, prefix=_usual_prefix(metadata.units))
        self.place = place
        self.units = metadata.units or default_units(metadata.place, metadata.level)
        self._printed: dict[str, _Entry] = {}
        self._exact: dict[str, _Entry] = {}
        self.memo: dict[str, _Entry | None] = {}
        for unit in self.units:
            self._add_own(unit)
        self._add_known(own_register=bool(metadata.units))

    def _add(self, name: str, found: Found, key: str) -> None:
        if name in self._printed:  # and so are its keys
            return
        exact = core(name, self.place)
        whole = found.unit.kind in _LOOSE_KINDS or found.how is Name.FORMER
        entry = _Entry(found, key if key and not whole else exact)
        self._printed[name] = entry
        self._exact.setdefault(exact, entry)

    @cached_property
    def _loose(self) -> dict[str, _Entry]:
        """Return the names by their loose keys: many plans print no name that asks for one."""
        found: dict[str, _Entry] = {}
        for exact, entry in self._exact.items():
            unit = entry.found
            how = Name.ALIAS if unit.how in (Name.FULL, Name.SHORT) else unit.how
            found.setdefault(loose(exact), _Entry(Found(unit.unit, how, unit.ended), entry.key))
        return found

    def _add_own(self, unit: Unit) -> None:
        for how, names in ((Name.SHORT, (unit.short,)), (Name.FULL, (unit.name,)), (Name.ALIAS, unit.aliases)):
            for name in names:
                if name:
                    self._add(name, Found(unit, how), unit.id)
        for name, year in unit.former:
            self._add(name, Found(unit, Name.FORMER, year), unit.id)

    def _add_known(self, own_register: bool) -> None:
        """Add the names that the default data knows; with a register of its own, only for the units it holds."""
        own = {unit.id: unit for unit in self.units}
        for data, known in zip(_data(self.place.level), _known_units(self.place), strict=True):
            unit = own.get(known.id) or (None if own_register else known)
            if unit is None:
                continue
            names = [known.short, known.name, *known.aliases, *data.get("variants", ())]
            for name in names:
                self._add(_localised(name, self.place), Found(unit, Name.VARIANT), unit.id)
            for name, year in known.former:
                self._add(name, Found(unit, Name.FORMER, year), unit.id)
            for name in data.get("affiliates", ()):
                self._add(_localised(name, self.place), Found(unit, Name.VARIANT), "")

    def entry(self, name: str) -> _Entry | None:
        """Return what is known of a printed name; remembered, since the same names come at every keystroke."""
        if name not in self.memo:
            self.memo[name] = self._search(name)
        return self.memo[name]

    def former_names(self) -> dict[str, Found]:
        """Return every printed name that is a former one, and nothing but that."""
        return {name: entry.found for name, entry in self._printed.items() if entry.found.how is Name.FORMER}

    def _search(self, name: str) -> _Entry | None:
        if not 1 < len(name) <= _LONGEST_NAME or level_of(name, self.place) not in (None, self.place.level):
            return None
        bare = without_note(name)
        for spelling in (name,) if bare == name else (name, bare):
            key = core(spelling, self.place)
            entry = self._printed.get(spelling) or self._exact.get(key) or self._loose.get(loose(key))
            entry = entry or self._party(key) or self._composed(key)
            if entry:
                return entry
        return None

    def _party(self, key: str) -> _Entry | None:
        """Find 宣传部 (after 县委组织部、) and 委办公室 written without their 委."""
        entry = self._exact.get(f"委{key}") if key.endswith(("部", "办", "校", "局")) else None
        return _Entry(replace(entry.found, how=Name.VARIANT), entry.key) if entry else None

    def _composed(self, key: str) -> _Entry | None:
        """Find a merged bureau by the words its name is made of (县科工商务局): a known kind of unit."""
        whole, one, functions = _words()
        if not whole.fullmatch(key):
            return None
        held = list(dict.fromkeys(functions[word] for word in one.findall(key)))
        units = [unit for function in held for unit in self.units if function in unit.functions]
        return _Entry(Found(units[0], Name.VARIANT), "+".join(sorted(held))) if units else None


@lru_cache(maxsize=8)
def _index(metadata: Metadata) -> _Index:
    return _Index(metadata)


class Register:
    """The units of one plan: its own register, or the default of its place and level where it has none."""

    def __init__(self, metadata: Metadata) -> None:
        bare = Metadata(place=metadata.place, level=metadata.level, units=metadata.units)
        self._index = _index(bare)
        self.own = bool(metadata.units)  # False: a default register, the plan was imported or has none yet
        self.units = self._index.units

    def find(self, name: str) -> Found | None:
        """Return the unit a printed name stands for, None for an unknown name or one of another level."""
        entry = self._index.entry(simplified(name))
        return entry.found if entry else None

    def canonical(self, name: str) -> str | None:
        """Return a key that two names share when they name one unit (教体局, 教育局); None for an unknown name."""
        entry = self._index.entry(simplified(name))
        return entry.key if entry else None

    def former_names(self) -> dict[str, Found]:
        """Return the names that the units had before, as printed, with the year each ended."""
        return self._index.former_names()

    def place_among(self, name: str, names: Sequence[str]) -> int:
        """Return where a unit comes among others by the register's order; after all of them if it is unknown."""
        order = {unit.id: at for at, unit in enumerate(self.units)}

        def position(printed: str) -> int:
            found = self.find(printed)
            return order.get(found.unit.id, len(order)) if found else len(order)

        return next((at for at, other in enumerate(names) if position(other) > position(name)), len(names))

    def by_function(self, functions: Iterable[str]) -> tuple[Unit, ...]:
        """Return the units that hold any of the office functions, function by function, in the register's order."""
        found = [unit for function in functions for unit in self.units if function in unit.functions]
        return tuple(dict.fromkeys(found))

    def level_of(self, name: str) -> Level | None:
        """Return the level a name belongs to by its prefix (市教育局 in a county's plan → CITY); None if unknown."""
        return level_of(simplified(name), self._index.place)
