"""What the palette offers: the commands and panels, or the headings of the open plan."""

from collections.abc import Iterator
from functools import cached_property, partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from editor.model.outline import walk
from editor.ui.actions import Actions
from editor.ui.command_palette import CommandPalette, Offer, Words, commands
from editor.ui.document_view import DocumentView
from editor.ui.outline_tree import heading_title
from editor.ui.panes import Panes

_COMMANDS = Words(
    "命令面板",
    "输入命令、面板的名称或拼音首字母",
    "没有这样的命令，或它现在不能用。可以换个词，也可以输入拼音首字母，如 dcgw。",
)
_HEADINGS = Words(
    "转到标题",
    "输入标题里的几个字或拼音首字母",
    "没有这样的标题。可以换个词；正文里还没有标题的，按 Ctrl+1 至 Ctrl+4 设置。",
)


class PaletteActions(QObject):
    """Fills the palette of a window; it is made when it is first asked for."""

    def __init__(self, actions: Actions, view: DocumentView, panes: Panes, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self._view = view
        self._panes = panes
        self._window = window

    @cached_property
    def _palette(self) -> CommandPalette:
        return CommandPalette(self._window)

    def offer_commands(self) -> None:
        """Offer the commands that can be used now, and the panels of an open plan."""
        self._palette.open([*self._commands(), *self._panels()], _COMMANDS)

    def offer_headings(self) -> None:
        """Offer the headings of the plan; a choice takes the caret there."""
        self._palette.open([*self._headings()], _HEADINGS)

    def _commands(self) -> Iterator[Offer]:
        for one in commands():
            action = self._actions[one.id]
            if action.isEnabled():
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                icon = None if action.icon().isNull() else action.icon()
                yield Offer(one.name, action.trigger, keys, icon, action.toolTip())

    def _panels(self) -> Iterator[Offer]:
        if self._view.session is None:
            return
        known = {one.name for one in commands()}
        for name, title in self._panes.panels():
            if title in known:
                continue  # there is an action that does it
            yield Offer(f"面板：{title}", partial(self._panes.go_to, name), tip=f"到“{title}”中去")

    def _headings(self) -> Iterator[Offer]:
        session = self._view.session
        if session is None:
            return
        self._view.commit_composition()
        for section in walk(session.analysis.sections):
            block = session.document.blocks[section.start]
            name = f"{'　' * (block.level - 1)}{heading_title(section.parts)}"
            yield Offer(name, partial(self._view.jump, block.id, 0, 0), tip=block.text)
