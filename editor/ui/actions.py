"""ONE table of what the user can do: text, shortcut, icon, method; menus and toolbar are made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar

from editor.model.document import Block, BlockKind
from editor.ui import theme


class Needs(StrEnum):
    """What must be there for an action to make sense."""

    NOTHING = "nothing"
    PLAN = "plan"  # an open plan
    WRITABLE = "writable"  # an open plan that may be changed


@dataclass(frozen=True, slots=True)
class Row:
    """One action; `does` is part and method ("files.save") of the window's parts, `shortcut` keys between blanks."""

    id: str
    text: str
    does: str
    shortcut: str = ""
    icon: str = ""
    needs: Needs = Needs.WRITABLE
    tip: str = ""


_PLAN, _FREE = Needs.PLAN, Needs.NOTHING

ROWS = (
    Row("new", "新建…", "files.new", "Ctrl+N", "new", _FREE, "从模板新建一份实施方案"),
    Row("open", "打开…", "files.open", "Ctrl+O", "open", _FREE, "打开拟稿文件"),
    Row("import", "导入…", "files.import_file", "Ctrl+I", "import", _FREE, "把 Word、文本或网页文件导入为新文稿"),
    Row("save", "保存", "files.save", "Ctrl+S", "save", _PLAN),
    Row("save_as", "另存为…", "files.save_as", "Ctrl+Shift+S", "save-as", _PLAN),
    Row("export", "导出公文…", "files.export", "Ctrl+E", "export", _PLAN, "导出符合 GB/T 9704-2012 的 Word 公文"),
    Row(
        "excerpts",
        "导出征求意见稿…",
        "files.export_excerpts",
        needs=_PLAN,
        tip="给每个单位一份只含本单位任务的征求意见函和回执",
    ),
    Row("quit", "退出", "window.close", "Ctrl+Q", "quit", _FREE),
    Row("undo", "撤销", "edits.undo", "Ctrl+Z", "undo"),
    Row("redo", "重做", "edits.redo", "Ctrl+Y Ctrl+Shift+Z", "redo"),
    Row("cut", "剪切", "view.cut", "Ctrl+X", "cut"),
    Row("copy", "复制", "view.copy", "Ctrl+C", "copy", _PLAN),
    Row("paste", "粘贴", "view.paste", "Ctrl+V", "paste"),
    Row("select_all", "全选", "view.selectAll", "Ctrl+A", "", _PLAN),
    Row("find", "查找…", "find.start", "Ctrl+F", "find", _PLAN),
    Row("title", "方案标题", "edits.make_title", "Ctrl+5"),
    Row("heading_1", "一级标题  一、", "edits.make_heading_1", "Ctrl+1"),
    Row("heading_2", "二级标题  （一）", "edits.make_heading_2", "Ctrl+2"),
    Row("heading_3", "三级标题  1.", "edits.make_heading_3", "Ctrl+3"),
    Row("heading_4", "四级标题  （1）", "edits.make_heading_4", "Ctrl+4"),
    Row("body", "正文", "edits.make_body", "Ctrl+0"),
    Row("annex_note", "附件说明", "edits.make_annex_note"),
    Row("annex", "附件标志", "edits.make_annex"),
    Row("renumber", "重排标题序号", "edits.renumber", "", "renumber"),
    Row(
        "assign", "设置责任单位…", "edits.assign_units", "Ctrl+U", "assign", tip="设置光标所在一节的牵头单位和责任单位"
    ),
    Row(
        "insert",
        "插入模板条目…",
        "edits.choose_requirements",
        "Ctrl+M",
        "insert",
        tip="把模板中缺少的条目插到应在的位置",
    ),
    Row("units", "单位库…", "edits.edit_units", "", "units", tip="修改本地单位的名称、次序和职责"),
    Row("next", "下一个问题", "checks.next", "F8", "next", _PLAN),
    Row("previous", "上一个问题", "checks.previous", "Shift+F8", "previous", _PLAN),
    Row("next_blank", "下一处待填", "checks.next_blank", "F7", "blank", _PLAN, "选中下一个【】，直接输入就替换它"),
    Row("fix", "修正此处", "checks.fix_here", "Ctrl+.", "fix"),
    Row("fix_all", "修正全部可安全修正的", "checks.fix_all", "Ctrl+Shift+.", "fix-all"),
    Row("zoom_in", "放大", "view.zoom_in", "Ctrl++ Ctrl+=", "zoom-in", _PLAN),
    Row("zoom_out", "缩小", "view.zoom_out", "Ctrl+-", "zoom-out", _PLAN),
    Row("zoom_reset", "实际大小", "view.zoom_reset", "Ctrl+Shift+0", "", _PLAN),
    Row("about", "关于拟稿", "window.about", "", "about", _FREE),
)

_KINDS = (
    "body",
    "heading_1",
    "heading_2",
    "heading_3",
    "heading_4",
    None,
    "title",
    "annex_note",
    "annex",
    None,
    "renumber",
)

_KIND_ACTIONS = {
    BlockKind.TITLE: "title",
    BlockKind.HEADING: "heading",
    BlockKind.PARAGRAPH: "body",
    BlockKind.ANNEX_NOTE: "annex_note",
    BlockKind.ANNEX: "annex",
    BlockKind.TABLE: "table",
}

# Menu → entries; None is a line, a tuple a menu below, a word that is no action a menu somebody else fills.
MENUS: tuple[tuple[str, tuple[object, ...]], ...] = (
    (
        "文件(&F)",
        ("new", "open", "recent", None, "save", "save_as", None, "import", "export", "excerpts", None, "quit"),
    ),
    (
        "编辑(&E)",
        ("undo", "redo", None, "cut", "copy", "paste", "select_all", None, "find", None, ("段落类型", _KINDS)),
    ),
    ("方案(&P)", ("assign", "insert", None, "units")),
    ("检查(&C)", ("next_blank", None, "next", "previous", None, "fix", "fix_all")),
    ("视图(&V)", ("panels", None, "zoom_in", "zoom_out", "zoom_reset")),
    ("帮助(&H)", ("about",)),
)
TOOLBAR = (
    "new",
    "open",
    "save",
    None,
    "undo",
    "redo",
    None,
    "assign",
    "insert",
    None,
    "next_blank",
    "previous",
    "next",
    "fix",
    None,
    "export",
)
CONTEXT = ("cut", "copy", "paste", "select_all", None, ("段落类型", _KINDS), "assign")


class Actions:
    """The actions of one window, by id."""

    def __init__(self, parts: Mapping[str, QObject], parent: QObject) -> None:
        self._parent = parent
        self._actions = {row.id: _action(row, parts, parent) for row in ROWS}
        self._kinds = QActionGroup(parent)  # exactly one is ticked: the kind of the caret's paragraph
        for kind in _KINDS[: _KINDS.index("renumber")]:
            if kind is not None:
                self._kinds.addAction(self._actions[kind]).setCheckable(True)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def enable(self, *, plan: bool, writable: bool) -> None:
        """Enable what makes sense with or without an open plan that may be changed; undo follows the history."""
        have = {Needs.NOTHING: True, Needs.PLAN: plan, Needs.WRITABLE: plan and writable}
        for row in ROWS:
            if row.id not in ("undo", "redo"):
                self._actions[row.id].setEnabled(have[row.needs])

    def show_kind(self, block: Block | None) -> None:
        """Tick the kind of the paragraph under the caret."""
        level = f"_{block.level}" if block is not None and block.kind is BlockKind.HEADING else ""
        action = self._actions.get(_KIND_ACTIONS[block.kind] + level) if block is not None else None
        if action is not None:
            action.setChecked(True)
        elif (ticked := self._kinds.checkedAction()) is not None:  # a table has none of these kinds
            self._kinds.setExclusive(False)
            ticked.setChecked(False)
            self._kinds.setExclusive(True)

    def show_history(self, undo: str | None, redo: str | None) -> None:
        """Name what undo and redo would do."""
        for action_id, word, label in (("undo", "撤销", undo), ("redo", "重做", redo)):
            action = self._actions[action_id]
            action.setText(f"{word}“{label}”" if label else word)
            action.setIconText(word)
            action.setEnabled(label is not None)

    def fill_menus(self, bar: QMenuBar, filled: Mapping[str, QMenu]) -> None:
        """Fill the menu bar; `filled` are the menus that somebody else fills."""
        for title, entries in MENUS:
            self.fill(bar.addMenu(title), entries, filled)

    def fill(self, menu: QMenu, entries: Sequence[object], filled: Mapping[str, QMenu] | None = None) -> None:
        """Add entries to a menu."""
        for entry in entries:
            match entry:
                case None:
                    menu.addSeparator()
                case (str(title), tuple(below)):
                    self.fill(menu.addMenu(title), below, filled)
                case str(name) if name in self._actions:
                    menu.addAction(self._actions[name])
                case str(name) if filled:
                    menu.addMenu(filled[name])

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Fill the toolbar."""
        for name in TOOLBAR:
            if name is None:
                bar.addSeparator()
            else:
                bar.addAction(self._actions[name])


def _action(row: Row, parts: Mapping[str, QObject], parent: QObject) -> QAction:
    action = QAction(row.text, parent)
    action.setObjectName(row.id)
    action.setIconText(row.text.rstrip("…"))
    if row.icon:
        action.setIcon(theme.icon(row.icon))
    keys = row.shortcut.split()
    action.setShortcuts([QKeySequence(one) for one in keys])
    action.setToolTip((row.tip or row.text.rstrip("…")) + (f"（{keys[0]}）" if keys else ""))
    part, method = row.does.split(".")
    action.triggered.connect(getattr(parts[part], method))
    return action
