"""What a new plan needs to start: checks and guesses about place and years; no Qt."""

from editor.model.document import Level, Metadata, Unit
from templates.register import localise

_LONGEST = 30
_LEVEL_BY_END = {
    "县": Level.COUNTY,
    "区": Level.COUNTY,
    "旗": Level.COUNTY,
    "州": Level.CITY,
    "盟": Level.CITY,
    "省": Level.PROVINCE,
}


def guess_level(place: str) -> Level | None:
    """Return the level a place's name shows; None for 市, which may be either, and for no name."""
    return Level.PROVINCE if place.endswith("自治区") else _LEVEL_BY_END.get(place[-1:])


def usual_issuer(place: str) -> str:
    """Return the office that usually issues such a plan: 云溪县人民政府办公室."""
    return f"{place}人民政府办公室" if place else ""


def renamed_units(metadata: Metadata, key: str, value: object) -> tuple[Unit, ...]:
    """Return the register as another place or level would have it; empty where nothing in it would change."""
    place, level = metadata.place, metadata.level
    if key == "place" and isinstance(value, str):
        place = value
    elif key == "level" and isinstance(value, Level):
        level = value
    if (place, level) == (metadata.place, metadata.level) or not place or not metadata.units:
        return ()
    units = localise(metadata.units, place, level)
    return units if units != metadata.units else ()


def problems_of(place: str, start: int, end: int) -> tuple[str, ...]:
    """Return what keeps a plan from being started, one sentence each."""
    problems = []
    if not place:
        problems.append("请填写地名，如云溪县。")
    elif place[-1] not in "县区市旗州盟省":
        problems.append(f"“{place}”要写全称，以县、区、市、旗、州、盟或省结尾。")
    elif len(place) > _LONGEST:
        problems.append(f"地名超过{_LONGEST}个字，请检查。")
    if start > end:
        problems.append(f"规划期的起始年份{start}晚于截止年份{end}。")
    return tuple(problems)
