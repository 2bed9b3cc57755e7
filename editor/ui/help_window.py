"""The help: a list of pages to search at the left, the page at the right; one small window."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from editor.help_pages import SHORTCUTS, Page, filled, found, page, pages
from editor.ui import theme
from editor.ui.shortcut_page import action_words, shortcut_page

_NOTHING = "没有写到“{}”的页。可以换个词，也可以输入拼音首字母。"
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_KEY = Qt.ItemDataRole.UserRole


class HelpWindow(QDialog):
    """Stays beside the window it explains; Escape closes it and gives the keyboard back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("帮助")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = action_words()
        self._pages = tuple(replace(one, text=_text(one, words)) for one in pages())
        self._search = QLineEdit(self)
        self._search.setPlaceholderText("查找帮助")
        self._search.setAccessibleName("查找帮助")
        self._search.setClearButtonEnabled(True)
        self._search.setMaxLength(40)
        self._search.textChanged.connect(self._list_pages)
        self._search.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setAccessibleName("帮助的各页")
        self._list.currentItemChanged.connect(self._on_page)
        self._nothing = QLabel(self)
        self._nothing.setWordWrap(True)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self._nothing, "empty")
        self._page = QTextBrowser(self)
        self._page.setOpenLinks(False)
        self._page.setAccessibleName("帮助的一页")
        self._page.document().setDocumentMargin(theme.em(self))
        self._page.setMinimumWidth(18 * theme.em(self))
        self._place_parts()
        self._list_pages("")

    def _place_parts(self) -> None:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._search, self._nothing):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._list, 1)
        split = QSplitter(self)
        split.setChildrenCollapsible(False)
        split.addWidget(side)
        split.addWidget(self._page)
        split.setStretchFactor(1, 1)
        split.setSizes([11 * theme.em(self), 29 * theme.em(self)])
        close = QPushButton("关闭", self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(split, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        theme.fit(self, 42, 34)

    def show_page(self, page_id: str) -> None:
        """Show a page, whatever has been looked for; raises KeyError for one that does not exist."""
        page(page_id)
        self._search.clear()
        for row in range(self._list.count()):
            if self._list.item(row).data(_KEY) == page_id:
                self._list.setCurrentRow(row)

    @property
    def page_id(self) -> str:
        """Return which page is shown, empty where none is."""
        item = self._list.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go through the list with the arrow keys of the line above it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            by = 1 if event.key() == Qt.Key.Key_Down else -1
            self._list.setCurrentRow(min(max(self._list.currentRow() + by, 0), self._list.count() - 1))
            return True
        return super().eventFilter(watched, event)

    def _list_pages(self, typed: str) -> None:
        fitting = found(typed, self._pages)
        before = self.page_id
        self._list.clear()
        for one in fitting:
            item = QListWidgetItem(one.title, self._list)
            item.setData(_KEY, one.id)
        kept = next((row for row, one in enumerate(fitting) if one.id == before and not typed.strip()), 0)
        self._list.setCurrentRow(kept)
        self._list.setVisible(bool(fitting))
        self._nothing.setVisible(not fitting)
        self._nothing.setText(_NOTHING.format(typed.strip()))

    def _on_page(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            shown = next(one for one in self._pages if one.id == item.data(_KEY))
            self._page.setMarkdown(shown.text)


def _text(one: Page, words: Mapping[str, str]) -> str:
    return shortcut_page(one.title) if one.id == SHORTCUTS else filled(one.text, words)


def show_help(page_id: str, owner: QWidget) -> HelpWindow:
    """Show a page in the help window of `owner`, the one that is open or a new one; it does not block `owner`."""
    window = owner if isinstance(owner, HelpWindow) else owner.findChild(HelpWindow)
    if window is None:
        window = HelpWindow(owner)
    window.show_page(page_id)
    window.show()
    window.raise_()
    window.activateWindow()
    return window
