"""ONE table of what the user can do: text, shortcut, icon, method; menus and toolbar are made of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
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
    Row("save_as", "另存为…", "files.save_as", "Ctrl+Shift+S F12", "save-as", _PLAN),
    Row("export", "导出公文…", "files.export", "Ctrl+E", "export", _PLAN, "导出符合 GB/T 9704-2012 的 Word 公文"),
    Row(
        "excerpts",
        "导出征求意见稿…",
        "files.export_excerpts",
        needs=_PLAN,
        tip="给每个单位一份只含本单位任务的征求意见函和回执",
    ),
    Row(
        "compare",
        "与另一版对比…",
        "files.compare",
        "",
        "compare",
        _PLAN,
        "与另一版文稿或返回的 Word 文件对比，逐处采用",
    ),
    Row("export_pdf", "导出 PDF…", "prints.export_pdf", "", "pdf", _PLAN, "把公文写成 PDF，版式与上次导出相同"),
    Row("print", "打印…", "prints.print", "Ctrl+P", "print", _PLAN, "打印排好版的公文，版式与上次导出相同"),
    Row("quit", "退出", "window.close", "Ctrl+Q", "quit", _FREE),
    Row("undo", "撤销", "edits.undo", "Ctrl+Z", "undo"),
    Row("redo", "重做", "edits.redo", "Ctrl+Y Ctrl+Shift+Z", "redo"),
    Row("cut", "剪切", "view.cut", "Ctrl+X", "cut"),
    Row("copy", "复制", "view.copy", "Ctrl+C", "copy", _PLAN),
    Row("paste", "粘贴", "view.paste", "Ctrl+V", "paste", tip="标题、表格和序号保留，字体字号不带过来"),
    Row("paste_text", "粘贴为纯文字", "view.paste_text", "Ctrl+Alt+V", tip="只要文字，不要标题和表格"),
    Row("select_all", "全选", "view.selectAll", "Ctrl+A", "", _PLAN),
    Row("find", "查找…", "find.start", "Ctrl+F", "find", _PLAN),
    Row("replace", "查找和替换…", "find.start_replace", "Ctrl+H", tip="在正文、表格和公文要素里查找并替换"),
    Row("find_next", "查找下一处", "find.find_next", "F3", needs=_PLAN),
    Row("find_previous", "查找上一处", "find.find_previous", "Shift+F3", needs=_PLAN),
    Row("insert_table", "插入表格…", "tables.insert", "", "table", tip="在光标所在段落后面插入表格"),
    Row(
        "edit_table",
        "编辑表格…",
        "tables.edit",
        "F4",
        "table",
        _PLAN,
        "在表格上按回车或双击也可以；按 Shift+回车在表格上面加一段",
    ),
    Row("goto", "转到标题…", "palettes.offer_headings", "Ctrl+G F5", "", _PLAN, "列出所有标题，按几个字或拼音首字母找"),
    Row(
        "count",
        "字数统计…",
        "sections.count_words",
        needs=_PLAN,
        tip="全文、所在一节和选中文字各有多少字",
    ),
    Row("title", "方案标题", "edits.make_title", "Ctrl+5"),
    Row("heading_1", "一级标题  一、", "edits.make_heading_1", "Ctrl+1"),
    Row("heading_2", "二级标题  （一）", "edits.make_heading_2", "Ctrl+2"),
    Row("heading_3", "三级标题  1.", "edits.make_heading_3", "Ctrl+3"),
    Row("heading_4", "四级标题  （1）", "edits.make_heading_4", "Ctrl+4"),
    Row("body", "正文", "edits.make_body", "Ctrl+0"),
    Row("annex_note", "附件说明", "edits.make_annex_note"),
    Row("annex", "附件标志", "edits.make_annex"),
    Row(
        "promote",
        "标题升一级",
        "sections.promote",
        "Alt+Shift+Left",
        "promote",
        tip="连同下级标题；在标题里按 Shift+Tab",
    ),
    Row("demote", "标题降一级", "sections.demote", "Alt+Shift+Right", "demote", tip="连同下级标题；在标题里按 Tab"),
    Row("move_up", "上移", "sections.move_up", "Alt+Up Alt+Shift+Up", "up", tip="标题连同下面的内容一起移动，序号重排"),
    Row(
        "move_down",
        "下移",
        "sections.move_down",
        "Alt+Down Alt+Shift+Down",
        "down",
        tip="标题连同下面的内容一起移动，序号重排",
    ),
    Row("renumber", "重排标题序号", "edits.renumber", "", "renumber"),
    Row(
        "assign",
        "设置责任单位…",
        "edits.assign_units",
        "Ctrl+Shift+U Ctrl+U",
        "assign",
        tip="设置光标所在任务的牵头单位和责任单位",
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
    Row("metadata", "公文要素", "window.show_metadata", needs=_PLAN, tip="填地名、年份、发文机关和其他公文要素"),
    Row(
        "superior",
        "选用上级方案…",
        "superiors.choose",
        "",
        "open",
        tip="选上级印发的方案，逐项对照着写，检查也以它为准",
    ),
    Row("no_superior", "不再对照上级方案", "superiors.drop", tip="正文不变，只是不再同上级方案对照"),
    Row("next", "下一个问题", "checks.next", "F8", "next", _PLAN),
    Row("previous", "上一个问题", "checks.previous", "Shift+F8", "previous", _PLAN),
    Row("next_blank", "下一处待填", "checks.next_blank", "F2 F7", "blank", _PLAN, "选中下一个【】，直接输入就替换它"),
    Row("previous_blank", "上一处待填", "checks.previous_blank", "Shift+F2 Shift+F7", "", _PLAN),
    Row("fix", "快速修正…", "checks.fix_here", "Ctrl+.", "fix", tip="光标处的问题可以怎么办：修正、忽略、停用、看说明"),
    Row("fix_all", "修正全部可安全修正的", "checks.fix_all", "Ctrl+Shift+.", "fix-all"),
    Row(
        "problems",
        "问题列表",
        "window.show_problems",
        "Ctrl+Shift+M",
        "problems",
        _PLAN,
        "到问题列表中去，用方向键选择",
    ),
    Row("rules", "检查项设置…", "rules.choose_rules", "", "settings", tip="本方案查哪些、不查哪些"),
    Row(
        "check_folder", "批量检查…", "batch.check_folder", needs=_FREE, tip="检查一个文件夹里的全部文稿，列出每份的问题"
    ),
    Row(
        "preview", "公文预览", "window.toggle_preview", "Ctrl+Shift+V", "preview", _PLAN, "在正文旁按页显示排好版的公文"
    ),
    Row(
        "matrix",
        "分工矩阵",
        "overviews.toggle_matrix",
        "Ctrl+Shift+G",
        "matrix",
        _PLAN,
        "各项任务由哪个单位牵头、哪些单位负责",
    ),
    Row(
        "targets", "指标", "window.toggle_targets", "Ctrl+Shift+T", "targets", _PLAN, "方案的各项指标，同基数和上级对照"
    ),
    Row("zoom_in", "放大", "view.zoom_in", "Ctrl++ Ctrl+=", "zoom-in", _PLAN),
    Row("zoom_out", "缩小", "view.zoom_out", "Ctrl+-", "zoom-out", _PLAN),
    Row("zoom_reset", "实际大小", "view.zoom_reset", "Ctrl+Shift+0", "", _PLAN),
    Row("focus_mode", "专注模式", "focus_mode.toggle", "F11", "", _PLAN, "只留正文，再按一次恢复"),
    Row("next_pane", "下一个面板", "panes.next", "F6", "", _PLAN, "在正文和各面板之间走，Esc 回到正文"),
    Row("previous_pane", "上一个面板", "panes.previous", "Shift+F6", "", _PLAN),
    Row("tour", "快速上手", "helps.show_tour", "", "guidance", _PLAN, "用几张卡片指出先用什么"),
    Row("help", "帮助", "helps.show", "F1", "help", _FREE, "说明现在用着的面板：做什么用、按什么键、怎么办"),
    Row("shortcuts", "快捷键一览", "helps.show_shortcuts", "", "list", _FREE, "全部命令和它们的快捷键"),
    Row("palette", "命令面板…", "palettes.offer_commands", "Ctrl+Shift+P", "", _FREE, "按名称或拼音首字母找命令"),
    Row("look_system", "跟随系统", "looks.follow_system", "", "", _FREE, "系统是深色时用深色，系统是浅色时用浅色"),
    Row("look_light", "浅色", "looks.choose_light", "", "", _FREE),
    Row("look_dark", "深色", "looks.choose_dark", "", "", _FREE, "深色界面；预览和打印的纸仍是白的"),
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

_OUTLINE = ("promote", "demote", "move_up", "move_down")

_LOOKS = ("look_system", "look_light", "look_dark")

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
        (
            *("new", "open", "recent", None, "save", "save_as", None, "import", "compare"),
            *(None, "export", "export_pdf", "excerpts", None, "print", None, "quit"),
        ),
    ),
    (
        "编辑(&E)",
        (
            "undo",
            "redo",
            None,
            "cut",
            "copy",
            "paste",
            "paste_text",
            "select_all",
            None,
            "find",
            "replace",
            "find_next",
            "find_previous",
            None,
            "insert_table",
            "edit_table",
            "goto",
            None,
            ("段落类型", _KINDS),
            *_OUTLINE,
        ),
    ),
    ("方案(&P)", ("assign", "insert", None, "metadata", "units", None, "superior", "no_superior")),
    (
        "检查(&C)",
        (
            "next_blank",
            "previous_blank",
            None,
            "next",
            "previous",
            None,
            "fix",
            "fix_all",
            None,
            "problems",
            "rules",
            None,
            "check_folder",
            None,
            "count",
        ),
    ),
    (
        "视图(&V)",
        (
            "preview",
            "matrix",
            "targets",
            "panels",
            "next_pane",
            "previous_pane",
            None,
            "zoom_in",
            "zoom_out",
            "zoom_reset",
            None,
            "focus_mode",
            ("外观", _LOOKS),
        ),
    ),
    ("帮助(&H)", ("tour", "help", "shortcuts", None, "palette", None, "about")),
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
CONTEXT = ("cut", "copy", "paste", "paste_text", "select_all", None, ("段落类型", _KINDS), "assign", "edit_table")


class Actions:
    """The actions of one window, by id."""

    def __init__(self, find_part: Callable[[str], QObject], parent: QObject) -> None:
        """Make them; `find_part` is asked for the part by its name when an action is chosen."""
        self._parent = parent
        self._actions = {row.id: _RowAction(row, find_part, parent) for row in ROWS}
        self._kinds = QActionGroup(parent)  # exactly one is ticked: the kind of the caret's paragraph
        for kind in _KINDS[: _KINDS.index("renumber")]:
            if kind is not None:
                self._kinds.addAction(self._actions[kind]).setCheckable(True)
        looks = QActionGroup(parent)
        for look in _LOOKS:
            looks.addAction(self._actions[look]).setCheckable(True)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def draw_icons(self) -> Iterator[None]:
        """Draw the icons that only menus show, one a step."""
        for action in self._actions.values():
            action.draw_icon()
            yield

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

    def show_look(self, look: str) -> None:
        """Tick the chosen look: system, light, dark."""
        self._actions[f"look_{look}"].setChecked(True)

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


class _RowAction(QAction):
    """An action as the table has it."""

    def __init__(self, row: Row, find_part: Callable[[str], QObject], parent: QObject) -> None:
        super().__init__(row.text, parent)
        self._does = row.does
        self._drawing = row.icon
        self._find_part = find_part
        self.setObjectName(row.id)
        self.setIconText(row.text.rstrip("…"))
        if row.id in TOOLBAR:
            self.draw_icon()
        keys = row.shortcut.split()
        self.setShortcuts([QKeySequence(one) for one in keys])
        self.setToolTip((row.tip or row.text.rstrip("…")) + (f"（{keys[0]}）" if keys else ""))
        self.triggered.connect(self._do)

    def draw_icon(self) -> None:
        """Draw the icon if there is one."""
        if self._drawing and self.icon().isNull():
            self.setIcon(theme.icon(self._drawing))

    def _do(self) -> None:
        part, method = self._does.split(".")
        getattr(self._find_part(part), method)()
