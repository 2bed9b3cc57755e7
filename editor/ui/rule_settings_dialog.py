"""Which rules a plan is checked by: all of them by family, to be switched off and on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.model.document import Metadata
from editor.rule_settings import is_on
from editor.ui import theme
from editor.ui.choice_dialog import Answers
from editor.ui.rule_help import RuleHelp
from validators.families import rules_by_family
from validators.rule import Rule, find_rule

_CODE = Qt.ItemDataRole.UserRole
_CONTESTED = "各地做法不一，默认不查"


class RuleSettingsDialog(QDialog):
    """All rules with a tick; `.wanted()` returns for those that the user switched whether they shall run."""

    def __init__(self, metadata: Metadata, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("检查项设置")
        self._metadata = metadata
        about = QLabel("勾选的检查项在本方案中生效。设置随这份文稿保存，不影响别的文稿。", self)
        about.setWordWrap(True)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText("按名称、编号、依据查找")
        self._search.setAccessibleName("查找检查项")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._tree = self._build_tree()
        self._search.returnPressed.connect(self._tree.setFocus)
        self._about = QLabel(self)
        self._about.setWordWrap(True)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._about.setMinimumHeight(4 * theme.em(self))
        theme.set_role(self._about, "muted")
        self._count = QLabel(self)
        layout = QVBoxLayout(self)
        for widget in (about, self._search, self._tree, self._about):
            layout.addWidget(widget, 1 if widget is self._tree else 0)
        layout.addLayout(self._build_buttons())
        theme.fit(self, 46, 34)
        self._fill()
        self._tree.itemChanged.connect(self._show_count)
        self._tree.currentItemChanged.connect(self._on_current)
        self._on_current(None)
        self._show_count()
        self._search.setFocus()

    def _build_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setAccessibleName("检查项")
        tree.setHeaderLabels(("检查项", "级别", "编号", "备注"))
        tree.setUniformRowHeights(True)
        header, unit = tree.header(), theme.em(self)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, ems in ((1, 4.5), (2, 4.5), (3, 5)):
            header.resizeSection(column, round(ems * unit))
        return tree

    def _build_buttons(self) -> QHBoxLayout:
        self._help = QPushButton(theme.icon("help"), "检查项说明", self)
        self._help.clicked.connect(self._on_help)
        defaults = QPushButton(theme.icon("restore"), "全部恢复默认", self)
        defaults.clicked.connect(self._on_defaults)
        for button in (self._help, defaults):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        for widget in (self._help, defaults, self._count):
            row.addWidget(widget)
        row.addWidget(Answers(self), 1)
        return row

    def _fill(self) -> None:
        for family, rules in rules_by_family().items():
            top = QTreeWidgetItem(self._tree, [f"{family}（{len(rules)}）"])
            top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
            top.addChildren([self._item(one) for one in rules])
            top.setExpanded(True)

    def _item(self, one: Rule) -> QTreeWidgetItem:
        contested = "" if one.enabled else "默认不查"
        item = QTreeWidgetItem([one.summary, theme.severity_word(one.severity), one.code, contested])
        item.setData(0, _CODE, one.code)
        item.setToolTip(0, one.summary)
        item.setIcon(1, theme.severity_icon(one.severity))
        item.setToolTip(3, contested and _CONTESTED)
        item.setForeground(3, theme.colour("warning"))
        on = is_on(self._metadata, one.code)
        item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        return item

    def wanted(self) -> dict[str, bool]:
        """Return the codes of the rules that were switched, with whether they shall run."""
        ticked = {_code(item): item.checkState(0) is Qt.CheckState.Checked for item in self._items()}
        return {code: on for code, on in ticked.items() if on != is_on(self._metadata, code)}

    def _items(self) -> list[QTreeWidgetItem]:
        tops = [self._tree.topLevelItem(at) for at in range(self._tree.topLevelItemCount())]
        return [top.child(at) for top in tops if top is not None for at in range(top.childCount())]

    def _filter(self, text: str) -> None:
        """Show only rules with these words, and the families that have some."""
        words = text.strip().casefold()
        for at in range(self._tree.topLevelItemCount()):
            top = self._tree.topLevelItem(at)
            if top is None:
                continue
            rows = [top.child(row) for row in range(top.childCount())]
            for item in rows:
                item.setHidden(not _holds(item, words))
            top.setHidden(all(item.isHidden() for item in rows))
        first = next((item for item in self._items() if not item.isHidden()), None)
        if words and first is not None:
            self._tree.setCurrentItem(first)

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        one = find_rule(_code(item)) if item is not None else None
        self._help.setEnabled(one is not None)
        if one is None:
            self._about.setText("选中一项，这里写着为什么查它、依据哪一条；空格键勾选，在一类上勾选就是整类。")
            return
        contested = "" if one.enabled else f"{_CONTESTED}；需要时可以勾选。"
        self._about.setText(f"{one.reason}\n依据：{one.source}\n{contested}".strip())

    def _on_help(self) -> None:
        item = self._tree.currentItem()
        one = find_rule(_code(item)) if item is not None else None
        if one is not None:
            RuleHelp(one, self).open()

    def _on_defaults(self) -> None:
        for item in self._items():
            one = find_rule(_code(item))
            on = one is not None and one.enabled
            item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _show_count(self) -> None:
        items = self._items()
        on = sum(item.checkState(0) is Qt.CheckState.Checked for item in items)
        self._count.setText(f"启用{on}项，停用{len(items) - on}项")


def _code(item: QTreeWidgetItem) -> str:
    return str(item.data(0, _CODE) or "")


def _holds(item: QTreeWidgetItem, words: str) -> bool:
    one = find_rule(_code(item))
    return one is not None and any(words in text.casefold() for text in (one.summary, one.code, one.source, one.reason))
