"""How the window looks: named colours, font chains, sizes derived from the font, icons, one style sheet."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from editor.ui.style_sheet import SHEET
from resources import path


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme; every text colour reads at 4.5 : 1 or better on `paper` and `window`."""

    window: str = "#f3f4f6"  # behind panels and the page
    paper: str = "#ffffff"  # pages, lists, fields
    alternate: str = "#f8f9fb"
    border: str = "#d3d8df"
    control: str = "#8792a0"  # borders of fields and buttons: 3 : 1 on paper
    text: str = "#1f2933"
    muted: str = "#566270"
    accent: str = "#1d5a9e"
    accent_text: str = "#ffffff"
    selection: str = "#dce8f6"
    hover: str = "#edf2f8"
    pressed: str = "#d3e1f1"
    error: str = "#b3261e"
    warning: str = "#8f5200"
    hint: str = "#1b6a86"
    success: str = "#2b7133"


COLOURS = Colours()

# Families in order of preference; the first one installed is used.
UI = ("Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC")
FANGSONG = ("仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "FandolFang", "Noto Serif CJK SC")
HEI = ("黑体", "SimHei", "STHeiti", "Noto Sans CJK SC")
KAI = ("楷体_GB2312", "KaiTi", "楷体", "STKaiti", "LXGW WenKai", "AR PL UKai CN", "Noto Serif CJK SC")
XIAOBIAOSONG = ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "小标宋体", "Noto Serif CJK SC", "SimSun")
SONG = ("宋体", "SimSun", "STSong", "Noto Serif CJK SC")

_POINTS = 10
_ICON_SIZES = (16, 24, 32, 64)  # rendered sizes; Qt takes the nearest for the screen's scale

_SEVERITY_ICONS = {"error": "error", "warning": "warning", "hint": "hint"}
SEVERITY_WORDS = {"error": "错误", "warning": "警告", "hint": "提示"}
_MARK_ICONS = {
    "fulfilled": ("check", "success"),
    "incomplete": ("incomplete", "warning"),
    "missing": ("missing", "error"),
    "suggested": ("suggested", "hint"),
    "absent": ("absent", "muted"),
    "not-applicable": ("not-applicable", "muted"),
    "extra": ("extra", "muted"),
}


def font(families: Sequence[str], points: float, bold: bool = False) -> QFont:
    """Return a font of the first installed of `families` in `points`."""
    made = QFont(list(families))
    made.setPointSizeF(points)
    made.setBold(bold)
    return made


def em(widget: QWidget | None = None) -> int:
    """Return the height of a line of text in pixels, the unit all sizes are multiples of."""
    metrics = widget.fontMetrics() if widget is not None else QFontMetrics(QApplication.font())
    return metrics.height()


def fit(window: QWidget, width: float, height: float) -> None:
    """Give a dialog its size in ems, less where the screen has no room for it."""
    unit, room = em(window), window.screen().availableSize()
    window.resize(min(round(width * unit), room.width() * 9 // 10), min(round(height * unit), room.height() * 8 // 10))


def colour(name: str) -> QColor:
    """Return a named colour of the theme."""
    return QColor(getattr(COLOURS, name))


@lru_cache(maxsize=256)
def icon(name: str, colour_name: str = "text") -> QIcon:
    """Return the drawn icon `name` in a named colour of the theme; raises KeyError for one that does not exist."""
    file = path(f"icons/{name}.svg")
    if not file.is_file():
        raise KeyError(name)
    drawing = file.read_text(encoding="utf-8").replace("currentColor", getattr(COLOURS, colour_name))
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    made = QIcon()
    for size in _ICON_SIZES:
        drawn = _render(renderer, size)
        made.addPixmap(drawn)
        made.addPixmap(drawn, QIcon.Mode.Selected)  # Qt would tint it, and a mark's colour says something
    return made


def _render(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def severity_icon(severity: StrEnum) -> QIcon:
    """Return the icon of a finding's severity, in its colour."""
    return icon(_SEVERITY_ICONS[severity.value], severity.value)


def severity_word(severity: StrEnum) -> str:
    """Return the word beside the icon: 错误, 警告, 提示."""
    return SEVERITY_WORDS[severity.value]


def mark_icon(mark: StrEnum) -> QIcon:
    """Return the icon of a requirement's state, in its colour."""
    return icon(*_MARK_ICONS[mark.value])


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget one of the style sheet's roles: heading, subheading, muted, sample, error and so on."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def apply(application: QApplication) -> None:
    """Give the application its style, font, palette and style sheet; a second time costs nothing."""
    if application.styleSheet() == stylesheet():
        return
    application.setStyle("Fusion")
    application.setFont(font(UI, max(_POINTS, application.font().pointSizeF())))
    application.setPalette(_palette())
    application.setStyleSheet(stylesheet())


def _palette() -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "paper",
        QPalette.ColorRole.AlternateBase: "alternate",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "window",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.Highlight: "selection",
        QPalette.ColorRole.HighlightedText: "text",
        QPalette.ColorRole.ToolTipBase: "paper",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Link: "accent",
    }
    for role, name in roles.items():
        palette.setColor(role, colour(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("control"))
    return palette


def stylesheet(colours: Colours = COLOURS) -> str:
    """Return the application's style sheet; all lengths are in em, so that they follow the font."""
    sheet = SHEET
    for name, value in sorted(asdict(colours).items(), key=lambda item: -len(item[0])):
        sheet = sheet.replace(f"@{name}", value)
    return sheet
