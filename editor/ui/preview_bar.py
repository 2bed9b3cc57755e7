"""The row above the preview: zoom, one page or two, grid, and which page is seen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from editor.settings import Settings
from editor.ui import theme
from editor.ui.page_desk import PERCENTS, Fit, Zoom

_ZOOMS: tuple[tuple[str, Zoom], ...] = (
    ("适合宽度", Fit.WIDTH),
    ("适合整页", Fit.PAGE),
    *((f"{percent}％", percent) for percent in PERCENTS),
)


class PreviewBar(QWidget):
    """Controls of the preview; what is chosen is remembered in the settings."""

    zoom_chosen = Signal(object)  # a Zoom
    columns_chosen = Signal(int)
    grid_chosen = Signal(bool)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._page, self._last = 0, 0
        self._zooms = QComboBox(self)
        self._zooms.setAccessibleName("预览的缩放")
        self._zooms.setToolTip("按住 Ctrl 滚动鼠标滚轮也能缩放")
        self._zooms.addItems([words for words, _ in _ZOOMS])
        wanted = [str(zoom) for _, zoom in _ZOOMS]
        self._zooms.setCurrentIndex(wanted.index(settings.preview_zoom) if settings.preview_zoom in wanted else 0)
        self._pair = self._toggle("pages", "双页并排", settings.preview_pair)
        self._grid = self._toggle("grid", "显示版心网格（每页22行，每行28字）", settings.preview_grid)
        self._place = QLabel(self)
        self._place.setAccessibleName("页码")
        theme.set_role(self._place, "muted")
        self._place.setMinimumWidth(self._place.fontMetrics().horizontalAdvance("第 000 页，共 000 页"))
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        unit = theme.em(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(unit // 3, unit // 4, unit // 2, unit // 4)
        layout.setSpacing(unit // 4)
        for widget in (self._zooms, self._pair, self._grid):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._place)
        self._zooms.currentIndexChanged.connect(self._on_zoom)
        self._pair.toggled.connect(self._on_pair)
        self._grid.toggled.connect(self._on_grid)

    def zoom(self) -> Zoom:
        """Return the chosen zoom."""
        return _ZOOMS[self._zooms.currentIndex()][1]

    def columns(self) -> int:
        """Return how many pages stand beside each other."""
        return 2 if self._pair.isChecked() else 1

    def has_grid(self) -> bool:
        """Return whether the grid is shown."""
        return self._grid.isChecked()

    def choose_zoom(self, percent: int) -> None:
        """Choose a zoom as the user would."""
        self._zooms.setCurrentIndex(next(at for at, (_, zoom) in enumerate(_ZOOMS) if zoom == percent))

    def show_page(self, page: int, last: int) -> None:
        """Show which page is seen; 0 is none."""
        self._page, self._last = page, last
        self.show_busy("")

    def show_busy(self, words: str) -> None:
        """Show what is being done in place of the page; "" shows the page again."""
        self._place.setText(words or (f"第 {self._page} 页，共 {self._last} 页" if self._page else ""))

    def _toggle(self, icon: str, words: str, checked: bool) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme.icon(icon))
        button.setCheckable(True)
        button.setChecked(checked)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _on_zoom(self) -> None:
        self._settings.preview_zoom = str(self.zoom())
        self.zoom_chosen.emit(self.zoom())

    def _on_pair(self, pair: bool) -> None:
        self._settings.preview_pair = pair
        self.columns_chosen.emit(self.columns())

    def _on_grid(self, shown: bool) -> None:
        self._settings.preview_grid = shown
        self.grid_chosen.emit(shown)
