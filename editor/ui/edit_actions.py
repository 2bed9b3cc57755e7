"""What the user does to the text beside typing: undo, kinds of paragraphs, units, requirements, 公文要素."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor import commands
from editor.model.document import BlockKind
from editor.model.edits import Transaction, set_metadata
from editor.session import Session
from editor.ui import dialogs
from editor.ui.document_view import DocumentView
from editor.ui.plan_start import renamed_units

if TYPE_CHECKING:
    from editor.ui.assignment_popover import AssignmentPopover


class EditActions(QObject):
    """Turns menu entries and the panels' wishes into transactions of the session."""

    done = Signal(str)  # a sentence for the status bar

    def __init__(self, view: DocumentView, finish_typing: Callable[[], None], window: QWidget) -> None:
        super().__init__(window)
        self._view = view
        self._finish_typing = finish_typing
        self._window = window
        self._session: Session | None = None

    def show_session(self, session: Session) -> None:
        """Work on another plan."""
        self._session = session
        if "_popover" in self.__dict__:
            self._popover.leave()

    # history

    def undo(self) -> None:
        """Take the last change back."""
        if self._session is not None:
            self._finish_typing()
            self._session.undo()

    def redo(self) -> None:
        """Bring the last undone change back."""
        if self._session is not None:
            self._finish_typing()
            self._session.redo()

    # kinds of paragraphs

    def make_title(self) -> None:
        """Make the selected paragraphs titles."""
        self._set_kind(BlockKind.TITLE)

    def make_heading_1(self) -> None:
        """Make them headings of level 1."""
        self._set_kind(BlockKind.HEADING, 1)

    def make_heading_2(self) -> None:
        """Make them headings of level 2."""
        self._set_kind(BlockKind.HEADING, 2)

    def make_heading_3(self) -> None:
        """Make them headings of level 3."""
        self._set_kind(BlockKind.HEADING, 3)

    def make_heading_4(self) -> None:
        """Make them headings of level 4."""
        self._set_kind(BlockKind.HEADING, 4)

    def make_body(self) -> None:
        """Make them text."""
        self._set_kind(BlockKind.PARAGRAPH)

    def make_annex_note(self) -> None:
        """Make them 附件说明."""
        self._set_kind(BlockKind.ANNEX_NOTE)

    def make_annex(self) -> None:
        """Make them the mark that opens an annex."""
        self._set_kind(BlockKind.ANNEX)

    def _set_kind(self, kind: BlockKind, level: int = 0) -> None:
        session = self._session
        if session is not None and session.document.blocks:
            self._finish_typing()
            self._apply(commands.set_kind(session.document, self._view.selection(), kind, level))

    def renumber(self) -> None:
        """Give all numbered headings the number of their place."""
        if self._session is not None:
            self._finish_typing()
            if not self._apply(commands.renumber(self._session.document)):
                self.done.emit("标题序号没有需要改的。")

    # units

    @cached_property
    def _popover(self) -> "AssignmentPopover":
        from editor.ui.assignment_popover import AssignmentPopover  # loaded when it is first asked for

        popover = AssignmentPopover(self._view, self._window)
        popover.chosen.connect(self._on_units_chosen)
        return popover

    def assign_units(self) -> None:
        """Choose who leads and who is responsible for the task under the caret."""
        if self._session is not None:
            self._finish_typing()
            self._popover.open(self._session)

    def _on_units_chosen(self, transaction: Transaction) -> None:
        if self._apply(transaction):
            self.done.emit("分工已写入正文。")

    def edit_units(self) -> None:
        """Edit the register of units."""
        from editor.ui.unit_editor import UnitEditor

        session = self._session
        if session is None:
            return
        self._finish_typing()
        editor = UnitEditor(session.document.metadata, self._window)
        if dialogs.run(editor):
            self._apply(commands.set_field(session.document, "units", editor.units(), "修改单位库"))

    # requirements

    def choose_requirements(self) -> None:
        """Choose among the requirements that the plan lacks, and insert them."""
        from editor.ui.choice_dialog import ChoiceDialog

        session = self._session
        if session is None:
            return
        self._finish_typing()
        missing = [row.requirement for row in session.analysis.coverage.rows if not row.block_ids]
        if not missing:
            words = "模板中的条目都有了。" if session.analysis.template else "这份文稿没有选用模板。"
            self.done.emit(words)
            return
        choices = [(one.id, f"{one.id}　{one.name}") for one in missing]
        dialog = ChoiceDialog("插入模板条目", "勾选要插入的条目，插到模板规定的位置。", choices, (), self._window)
        if dialogs.run(dialog):
            for requirement_id in dialog.chosen():
                self.insert_requirement(requirement_id)

    def insert_requirement(self, requirement_id: str) -> None:
        """Insert a requirement at its place and go there."""
        session = self._session
        if session is None:
            return
        self._finish_typing()
        before = {block.id for block in session.document.blocks}
        if not self._apply(commands.insert_requirement(session.analysis, requirement_id)):
            self.done.emit("没有找到插入的位置，请先插入它的上级条目。")
            return
        added = next((block for block in session.document.blocks if block.id not in before), None)
        if added is not None:
            self._view.jump(added.id, 0, len(added.text))

    def insert_paragraphs(self, texts: object, label: str) -> None:
        """Insert texts as paragraphs below the caret and go there; `label` names it for undo."""
        session = self._session
        if session is None or not isinstance(texts, tuple) or not session.document.blocks:
            return
        self._finish_typing()
        before = {block.id for block in session.document.blocks}
        here = self._view.selection().last
        if not self._apply(commands.insert_paragraphs(session.document, here, texts, label)):
            self.done.emit("没有插入：这份文稿不能修改。")
            return
        added = next(block for block in session.document.blocks if block.id not in before)
        self._view.jump(added.id, 0, len(added.text))

    def declare_not_applicable(self, requirement_id: str, declared: bool) -> None:
        """Note that a requirement does not concern the place, or take that back."""
        if self._session is not None:
            self._apply(commands.declare_not_applicable(self._session.document, requirement_id, declared))

    def tie(self, block_id: str, requirements: object) -> None:
        """Tie a heading to requirements by hand."""
        if self._session is not None and isinstance(requirements, tuple):
            self._finish_typing()
            self._apply(commands.tie(self._session.document, block_id, requirements))

    # 公文要素

    def set_field(self, key: str, value: object) -> None:
        """Set a field of the metadata; with the place or its level the units may take their new names."""
        if self._session is None:
            return
        document = self._session.document
        renamed = renamed_units(document.metadata, key, value)
        if renamed and dialogs.ask_rename(self._window, renamed):
            edits = (set_metadata(document, key, value), set_metadata(document, "units", renamed))
            self._apply(Transaction("修改地名和单位库", edits))
        else:
            self._apply(commands.set_field(document, key, value))

    def set_template_field(self, field_id: str, value: str) -> None:
        """Set one of the template's own fields."""
        if self._session is not None:
            self._apply(commands.set_template_field(self._session.document, field_id, value))

    def _apply(self, transaction: Transaction | None) -> bool:
        """Apply what a command made; False where there was nothing to do."""
        return transaction is not None and self._session is not None and self._session.apply(transaction)
