"""The outline: what the template asks for and what the plan has, with a mark each, and the progress of the whole."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.model.outline import walk
from editor.session import Change, Session
from editor.ui import dialogs, theme
from editor.ui.choice_dialog import ChoiceDialog
from editor.ui.outline_model import KEY_ROLE, OutlineModel
from editor.ui.outline_tree import NEED_WORDS, Row, heading_tree, template_tree
from editor.ui.outline_view import OutlineView
from editor.ui.requirement_state import Mark, findings_under, progress, progress_text, requirement_states

_EMPTY = "还没有打开文稿。新建或打开一份方案后，这里列出模板要求的每一部分和它写到了哪一步。"


class OutlinePanel(QWidget):
    """Requirements in the template's order with the plan's headings, or the headings as they stand (文稿目录)."""

    jump_requested = Signal(str, int, int)
    insert_requested = Signal(str)
    not_applicable_requested = Signal(str, bool)
    tie_requested = Signal(str, object)
    requirement_selected = Signal(str)
    section_dropped = Signal(str, str, str)  # block id, block id of the section it was dropped at, where

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._collapsed: set[str] = set()
        self._caret = ""
        self._shown: object = None  # what the rows were made of
        self._model = OutlineModel(self)
        self._build()
        self._refresh()

    def _build(self) -> None:
        self._progress = QLabel(self)
        self._progress.setAccessibleName("进度")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("必备内容完成进度")
        self._headings = QToolButton(self)
        self._headings.setText("文稿目录")
        self._headings.setIcon(theme.icon("list"))
        self._headings.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._headings.setCheckable(True)
        self._headings.setToolTip("按文稿现有的标题显示，不列模板条目")
        self._headings.setAccessibleName("文稿目录")
        self._headings.toggled.connect(self._on_view_toggled)
        self._empty = QLabel(_EMPTY, self)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.set_role(self._empty, "empty")
        self._build_tree()
        top = QHBoxLayout()
        top.addWidget(self._progress, 1)
        top.addWidget(self._headings)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self._bar)
        layout.addWidget(self._tree, 1)
        layout.addWidget(self._empty, 1)
        layout.setContentsMargins(*(theme.em(self) // 2,) * 4)

    def _build_tree(self) -> None:
        self._tree = OutlineView(self)
        self._tree.setModel(self._model)
        self._tree.setAccessibleName("大纲")
        self._tree.setHeaderHidden(True)
        self._tree.setUniformRowHeights(True)
        self._tree.setIndentation(theme.em(self) * 4 // 5)
        self._tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tree.setExpandsOnDoubleClick(False)
        self._tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self._tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(theme.em(self))
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)  # to contents, each changed row asks all others
        self._tree.dropped.connect(self.section_dropped)
        self._tree.clicked.connect(self._on_activated)
        self._tree.activated.connect(self._on_activated)
        self._tree.collapsed.connect(self._on_collapsed)
        self._tree.expanded.connect(self._on_expanded)
        self._tree.customContextMenuRequested.connect(self._on_context_menu)

    def show_session(self, session: Session) -> None:
        """Show the outline of another document."""
        self._session = session
        self._collapsed.clear()
        self._caret = ""
        self._refresh()

    def on_change(self, change: Change) -> None:
        """Follow a change; rows that stay as they are cost nothing."""
        if change.transaction is not None:
            self._refresh()

    def show_block(self, block_id: str) -> None:
        """Select the section that the caret stands in, without jumping."""
        self._caret = block_id
        self._select_section()

    def progress_text(self) -> str:
        """Return the progress line, for the status bar."""
        return self._progress.text()

    def _refresh(self) -> None:
        session = self._session
        for widget in (self._tree, self._bar, self._headings, self._progress):
            widget.setVisible(session is not None)
        self._empty.setVisible(session is None)
        if session is None:
            return
        analysis = session.analysis
        states = requirement_states(analysis, session.diagnostics)
        problems = findings_under(analysis, session.diagnostics)
        done, total = progress(states)
        self._progress.setText(progress_text(done, total))
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        shown = (analysis.sections, states, problems, self._headings.isChecked())
        if shown == self._shown:
            return
        self._shown = shown
        if self._headings.isChecked() or not states:
            self._show(heading_tree(analysis.sections, states, problems))
        else:
            self._show(template_tree(analysis, states, problems))

    def _show(self, rows: tuple[Row, ...]) -> None:
        selected = self._tree.currentIndex().data(KEY_ROLE)
        top = self._tree.indexAt(QPoint(0, 0)).data(KEY_ROLE)
        is_new = self._model.show_rows(rows)
        self._tree.resizeColumnToContents(1)
        if not is_new:
            return
        self._tree.setUpdatesEnabled(False)
        for index in self._model.parents():
            self._tree.setExpanded(index, index.data(KEY_ROLE) not in self._collapsed)
        if selected:
            self._tree.setCurrentIndex(self._model.find(selected))
        if top:
            self._tree.scrollTo(self._model.find(top), QAbstractItemView.ScrollHint.PositionAtTop)
        self._tree.setUpdatesEnabled(True)

    def _select_section(self) -> None:
        if self._session is None or not self._caret or self._tree.hasFocus():
            return
        path = self._session.analysis.section_path(self._caret)
        index = self._model.find(path[-1].block.id) if path else QModelIndex()
        if not path:
            self._tree.clearSelection()
        elif index.isValid():
            self._tree.setCurrentIndex(index)

    def _on_view_toggled(self) -> None:
        self._collapsed.clear()
        self._refresh()

    def _on_collapsed(self, index: QModelIndex) -> None:
        self._collapsed.add(index.data(KEY_ROLE))

    def _on_expanded(self, index: QModelIndex) -> None:
        self._collapsed.discard(index.data(KEY_ROLE))

    def _on_activated(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row.block_id:
            self._jump(row.block_id)
        else:
            self.requirement_selected.emit(row.requirement_id)

    def _jump(self, block_id: str) -> None:
        if self._session is None:
            return
        for section in walk(self._session.analysis.sections):
            if section.block.id == block_id:
                self.jump_requested.emit(block_id, section.parts.start, section.parts.start)

    def _on_context_menu(self, position: QPoint) -> None:
        index = self._tree.indexAt(position)
        if index.isValid():
            self.context_menu(index).popup(self._tree.viewport().mapToGlobal(position))

    def context_menu(self, index: QModelIndex) -> QMenu:
        """Return what can be done with a row; the menu dies when it is closed."""
        row = self._model.row(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row.block_id:
            _add(menu, "跳到这里", "next", ("jump", row.block_id))
            if row.printed and self._session is not None and self._session.analysis.template is not None:
                _add(menu, "对应到模板条目…", "tie", ("tie", row.block_id))
        elif row.mark is not Mark.NOT_APPLICABLE:
            _add(menu, "插入此项", "insert", ("insert", row.requirement_id))
            _add(menu, "标为不涉及", "not-applicable", ("declare", row.requirement_id))
        else:
            _add(menu, "取消“不涉及”", "restore", ("withdraw", row.requirement_id))
        menu.triggered.connect(self._on_menu)
        return menu

    def _on_menu(self, action: QAction) -> None:
        what, key = action.data()
        match what:
            case "jump":
                self._jump(key)
            case "insert":
                self.insert_requested.emit(key)
            case "declare" | "withdraw":
                self.not_applicable_requested.emit(key, what == "declare")
            case "tie":
                self._ask_tie(key)

    def _ask_tie(self, block_id: str) -> None:
        session = self._session
        if session is None or session.analysis.template is None:
            return
        block = session.document.blocks[session.document.index(block_id)]
        choices = [
            (requirement.id, f"{'　' * (requirement.level - 1)}{requirement.name}（{NEED_WORDS[requirement.need]}）")
            for requirement in session.analysis.template.requirements
        ]
        explanation = "勾选这个标题所写的模板条目；一个都不勾，由程序自动判断。"
        chosen = block.requirements or session.analysis.coverage.requirements_of(block_id)
        dialog = ChoiceDialog("对应到模板条目", explanation, choices, chosen, self)
        if dialogs.run(dialog):
            self.tie_requested.emit(block_id, dialog.chosen())


def _add(menu: QMenu, text: str, icon: str, data: tuple[str, str]) -> None:
    menu.addAction(theme.icon(icon), text).setData(data)


if __name__ == "__main__":
    from editor.ui.preview import preview

    def _preview(session: Session) -> QWidget:
        panel = OutlinePanel()
        panel.show_session(session)
        return panel

    preview(_preview)
