"""What the export dialog remembers that changes the pages: preview, print and PDF follow it."""

from dataclasses import dataclass

from editor.settings import Settings


@dataclass(frozen=True, slots=True)
class Choice:
    """The choices of one export; `profile` is the id of a 排版配置 or its file, empty for the standard."""

    profile: str = ""
    table: bool = False
    landscape: bool = False


def choice_of(settings: Settings) -> Choice:
    """Return what the last export was made with."""
    return Choice(settings.export_profile, settings.export_table, settings.export_landscape)
