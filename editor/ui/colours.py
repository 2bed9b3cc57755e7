"""The colours of the two looks by name; theme.py is the one that hands them out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one look; every text colour reads at 4.5 : 1 or better on the grounds text stands on."""

    window: str = "#f3f4f6"  # behind panels
    desk: str = "#e5e6e8"  # behind the sheets of text and preview
    shadow: str = "#141e2d"  # of a sheet on the desk, laid on thinly
    paper: str = "#ffffff"  # the sheet of the text, lists, fields
    alternate: str = "#f8f9fb"
    border: str = "#d3d8df"
    control: str = "#8792a0"  # borders of fields and buttons: 3 : 1 on paper
    text: str = "#1f2933"
    muted: str = "#566270"
    accent: str = "#1d5a9e"
    accent_text: str = "#ffffff"
    selection: str = "#dce8f6"
    marked: str = "#bac5d0"  # selected words in the text
    placeholder: str = "#fdf1c9"  # behind a 【blank】 in the text
    hover: str = "#edf2f8"
    pressed: str = "#d3e1f1"
    error: str = "#b3261e"
    warning: str = "#8f5200"
    hint: str = "#1b6a86"
    success: str = "#2b7133"
    sheet: str = "#ffffff"  # a page of the preview: white as it will be printed, in every look
    grid: str = "#b3cde8"  # lines over such a page
    mark: str = "#1d5a9e"  # laid thinly over such a page


LIGHT = Colours()
DARK = Colours(
    window="#23272e",
    desk="#191c21",
    shadow="#000000",
    paper="#2b3038",
    alternate="#2f353e",
    border="#434b57",
    control="#7d8898",
    text="#e4e8ee",
    muted="#b3bcc9",
    accent="#8ebdf2",
    accent_text="#12202f",
    selection="#33455c",
    marked="#3f5f85",
    placeholder="#514520",
    hover="#363e49",
    pressed="#3d4a5b",
    error="#ff9b90",
    warning="#f0b65e",
    hint="#72c9e4",
    success="#86cf8e",
)
