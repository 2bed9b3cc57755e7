"""How the window looks: named colours, font chains, sizes derived from the font, icons, one style sheet."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

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
    red_head: str = "#c8161d"  # 红头 and 红线 on the page


COLOURS = Colours()

# Families in order of preference; the first one installed is used.
UI = ("Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC")
FANGSONG = ("仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "FandolFang", "Noto Serif CJK SC")
HEI = ("黑体", "SimHei", "STHeiti", "Noto Sans CJK SC")
KAI = ("楷体_GB2312", "KaiTi", "楷体", "STKaiti", "LXGW WenKai", "AR PL UKai CN", "Noto Serif CJK SC")
XIAOBIAOSONG = ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "小标宋体", "Noto Serif CJK SC", "SimSun")
SONG = ("宋体", "SimSun", "STSong", "Noto Serif CJK SC")

_POINTS = 10
_ICON_SIZES = (16, 24, 32, 48, 64)  # rendered sizes; Qt takes the nearest for the screen's scale

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
        made.addPixmap(_render(renderer, size))
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
    sheet = _SHEET
    for name, value in sorted(asdict(colours).items(), key=lambda item: -len(item[0])):
        sheet = sheet.replace(f"@{name}", value)
    return sheet


_SHEET = """
QToolTip { background: @paper; color: @text; border: 1px solid @control; padding: 0.3em; }
QLabel[role="heading"] { font-weight: bold; }
QLabel[role="subheading"] { color: @accent; font-weight: bold; }
QLabel[role="sample"] { background: @paper; border: 1px solid @border; border-radius: 0.25em; }
QLabel[role="muted"], QLabel[role="empty"] { color: @muted; }
QLabel[role="error"] { color: @error; }
QLabel[role="warning"] { color: @warning; }
QLabel[role="hint"] { color: @hint; }
QLabel[role="success"] { color: @success; }

QLineEdit, QPlainTextEdit {
  background: @paper; border: 1px solid @control; border-radius: 0.25em; padding: 0.25em 0.4em;
}
QLineEdit:focus, QPlainTextEdit:focus { border-color: @accent; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: @window; border-color: @border; }
QComboBox, QSpinBox { min-height: 1.35em; }
QSpinBox QLineEdit, QComboBox QLineEdit, QAbstractItemView QLineEdit { border: 0; border-radius: 0; padding: 0; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: @window; }
QComboBox QAbstractItemView { background: @paper; selection-background-color: @selection; selection-color: @text; }

QPushButton {
  background: @paper; border: 1px solid @control; border-radius: 0.25em; padding: 0.3em 0.9em;
}
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @pressed; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @control; border-color: @border; background: @window; }
QPushButton:default, QPushButton[role="primary"] {
  background: @accent; border-color: @accent; color: @accent_text;
}
QPushButton:default:disabled, QPushButton[role="primary"]:disabled {
  background: @window; border-color: @border; color: @control;
}

QToolButton { border: 1px solid transparent; border-radius: 0.25em; padding: 0.25em; }
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @pressed; }
QToolButton:checked { background: @selection; border-color: @accent; }
QToolButton:focus { border-color: @accent; }

QToolButton[role="card"] { background: @paper; border: 1px solid @border; border-radius: 0.5em; padding: 1em; }
QToolButton[role="card"]:hover { background: @hover; border-color: @accent; }
QToolButton[role="card"]:focus { border-color: @accent; }

QTreeView, QTableView, QListView {
  background: @paper; alternate-background-color: @alternate; border: 1px solid @border; outline: 0;
  selection-background-color: @selection; selection-color: @text;
}
QTreeView:focus, QTableView:focus, QListView:focus { border-color: @accent; }
QTreeView::item, QListView::item { padding: 0.2em 0; }
QTableView::item { padding: 0 0.4em; }
QTreeView::item:hover, QListView::item:hover { background: @hover; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected {
  background: @selection; color: @text;
}
QHeaderView::section {
  background: @window; color: @muted; border: 0; border-right: 1px solid @border; border-bottom: 1px solid @border;
  padding: 0.3em 0.5em;
}

QProgressBar { background: @border; border: 0; border-radius: 0.15em; max-height: 0.3em; min-height: 0.3em; }
QProgressBar::chunk { background: @success; border-radius: 0.15em; }

QCalendarWidget QAbstractItemView::item { padding: 0; }

QDockWidget::title { background: @window; padding: 0.35em 0.5em; }
QStatusBar { color: @muted; }
QMenu { background: @paper; border: 1px solid @control; padding: 0.25em 0; }
QMenu::item { padding: 0.3em 1.6em; }
QMenu::item:selected { background: @selection; color: @text; }
QMenu::item:disabled { color: @control; }
QMenu::icon { padding-left: 0.5em; }
QMenu::separator { height: 1px; background: @border; margin: 0.25em 0; }
QScrollArea { border: 0; }
QGroupBox { border: 0; margin-top: 1.6em; font-weight: bold; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: @accent; }
QFrame[role="rule"] { color: @border; }
"""
