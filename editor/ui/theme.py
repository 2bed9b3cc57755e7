"""How the window looks: the colours in use, font chains, sizes derived from the font, icons, one style sheet."""

from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from editor.ui.colours import LIGHT, Colours
from editor.ui.style_sheet import SHEET
from resources import path

# Families in order of preference; the first one installed is used.
UI = ("Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC")
FANGSONG = ("仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "FandolFang", "Noto Serif CJK SC")
HEI = ("黑体", "SimHei", "STHeiti", "Noto Sans CJK SC")
KAI = ("楷体_GB2312", "KaiTi", "楷体", "STKaiti", "LXGW WenKai", "AR PL UKai CN", "Noto Serif CJK SC")
XIAOBIAOSONG = ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "小标宋体", "Noto Serif CJK SC", "SimSun")
SONG = ("宋体", "SimSun", "STSong", "Noto Serif CJK SC")

STYLE = "Fusion"
_POINTS = 10
_SHOWN = "icon"  # property of a label that shows one
_ICON_SIZES = (16, 24, 32)  # pixels, before the screen's scale
_ICON_EMS = (1.3, 2, 3)  # the same of toolbar, empty states and start page: none is stretched, which blurs

_LOW = 34  # ems: a screen of 1366 × 768 pixels at 150 % has 27, at 100 % 40

_colours = LIGHT  # the look of the program: there is one at a time
_icons: dict[tuple[str, str, Colours], QIcon] = {}
_drawings: dict[int, tuple[str, str]] = {}  # what an icon shows, by the key that Qt keeps in every copy of it

# Classes that the style draws itself, for the style sheet leaves them alone.
_OUTLINED = ("QComboBox", "QAbstractSpinBox", "QCheckBox", "QRadioButton")

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


def is_low(window: QWidget) -> bool:
    """Return whether the screen of a window has so few lines that the text needs them all."""
    return window.screen().availableSize().height() < _LOW * em(window)


def colours() -> Colours:
    """Return the colours in use."""
    return _colours


def colour(name: str) -> QColor:
    """Return a named colour of those in use."""
    return QColor(getattr(_colours, name))


def icon(name: str, colour_name: str = "text") -> QIcon:
    """Return the drawn icon `name` in a named colour of those in use; raises KeyError for one that does not exist."""
    key = (name, colour_name, _colours)
    if key not in _icons:
        _icons[key] = _draw(name, colour_name)
        _drawings[_icons[key].cacheKey()] = (name, colour_name)
    return _icons[key]


def redrawn(old: QIcon) -> QIcon | None:
    """Return one of our icons as the colours in use have it; None for an icon that is not ours."""
    drawing = _drawings.get(old.cacheKey())
    return icon(*drawing) if drawing is not None else None


def recoloured(old: QColor, before: Colours) -> QColor | None:
    """Return one of the colours of `before` as the colours in use have it; None for a colour that is not ours."""
    name = next((name for name, value in asdict(before).items() if value == old.name()), None)
    return colour(name) if name is not None else None


def show_icon(label: QLabel, name: str, colour_name: str, size: int) -> None:
    """Show an icon, `size` pixels high, in a label."""
    label.setProperty(_SHOWN, (name, colour_name, size))
    label.setPixmap(icon(name, colour_name).pixmap(size, size))


def show_icon_again(label: QLabel) -> None:
    """Show the icon of a label in the colours in use; a label without one stays as it is."""
    shown = label.property(_SHOWN)
    if shown is not None:
        show_icon(label, *shown)


def _draw(name: str, colour_name: str) -> QIcon:
    file = path(f"icons/{name}.svg")
    if not file.is_file():
        raise KeyError(name)
    drawing = file.read_text(encoding="utf-8").replace("currentColor", getattr(_colours, colour_name))
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    made = QIcon()
    for size in _icon_pixels():
        drawn = _render(renderer, size)
        made.addPixmap(drawn)
        made.addPixmap(drawn, QIcon.Mode.Selected)  # Qt would tint it, and a mark's colour says something
    return made


def _icon_pixels() -> list[int]:
    """Return the sizes that icons are shown in on the finest screen there is."""
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    unit = em()
    return sorted({round(ratio * size) for size in (*_ICON_SIZES, *(round(ems * unit) for ems in _ICON_EMS))})


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
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else it will be when it is first shown
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def apply(application: QApplication, colours: Colours = LIGHT) -> None:
    """Give the application its style, font, palette and style sheet; a second time costs nothing."""
    global _colours  # what an application looks like is one thing for all its windows
    _colours = colours
    sheet = stylesheet(colours)
    if application.styleSheet() == sheet:
        return
    if not application.property(STYLE):  # who made it with this style says so: setting it here takes 15 ms
        application.setStyle(STYLE)
        application.setProperty(STYLE, True)
    own = font(UI, max(_POINTS, application.font().pointSizeF()))
    if application.font() != own:  # all widgets would be measured anew
        application.setFont(own)
    application.setPalette(_palette())
    for kind in _OUTLINED:
        application.setPalette(_outlined(), kind)  # type: ignore[arg-type] # PySide takes str, its stub says bytes
    application.setStyleSheet(sheet)


def _palette() -> QPalette:
    palette = QPalette(colour("window"), colour("window"))  # light and shade follow from these
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
    palette.setColor(QPalette.ColorRole.BrightText, colour("error"))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("control"))
    return palette


def _outlined() -> QPalette:
    """Return a palette that makes Fusion's outlines, darker by 1.4 than the window, as strong as those of fields."""
    palette = _palette()
    palette.setColor(QPalette.ColorRole.Window, colour("control").lighter(140))
    palette.setColor(QPalette.ColorRole.Button, colour("paper"))
    return palette


def stylesheet(colours: Colours = LIGHT) -> str:
    """Return the application's style sheet; all lengths are in em, so that they follow the font."""
    sheet = SHEET
    for name, value in sorted(asdict(colours).items(), key=lambda item: -len(item[0])):
        sheet = sheet.replace(f"@{name}", value)
    return sheet
