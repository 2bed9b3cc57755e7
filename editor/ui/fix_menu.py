"""What can be done about the findings at a place: fixes first, then let stand, switch off, explain."""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor.model.document import Document
from editor.ui import theme
from editor.ui.rule_help import RuleHelp
from validators.diagnostic import Applicability, Diagnostic, Fix
from validators.previews import previews
from validators.rule import find_rule

_LONGEST = 14  # characters of the words before and after that are shown in a line
_SENTENCE = 30  # of a message that names a menu


class FixMenu(QMenu):
    """Offers what can be done about these findings and tells what was chosen."""

    fix_chosen = Signal(object)  # a Diagnostic
    ignore_chosen = Signal(object)  # a Diagnostic
    switch_off_chosen = Signal(str)  # code of a rule

    def __init__(self, diagnostics: Sequence[Diagnostic], document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self.setAccessibleName("快速修正")
        self._document = document
        for one in diagnostics:
            if one.fix is not None:
                self._add_fix(one, one.fix)
        ruled = [one for one in dict.fromkeys(diagnostics) if find_rule(one.code) is not None]
        if self.actions() and ruled:
            self.addSeparator()
        for one in ruled:
            self._add_rest(self if len(ruled) == 1 else self._below(one), one)
        if self.actions():
            self.setActiveAction(self.actions()[0])

    def _add_fix(self, one: Diagnostic, fix: Fix) -> None:
        action = self._add(self, f"修正：{fix_words(fix)}", "fix", one, self._on_fix)
        changes = (f"改前：{change.before}\n改后：{change.after}" for change in previews(self._document, fix)[:3])
        action.setToolTip("\n".join((one.message, *changes)))

    def _below(self, one: Diagnostic) -> QMenu:
        menu = QMenu(_plain(_cut(one.message, _SENTENCE)), self)
        menu.setIcon(theme.severity_icon(one.severity))
        self.addMenu(menu)
        menu.setToolTipsVisible(True)
        return menu

    def _add_rest(self, menu: QMenu, one: Diagnostic) -> None:
        self._add(menu, "忽略此处…", "not-applicable", one, self._on_ignore).setToolTip(one.message)
        self._add(menu, "本方案停用此项检查", "close", one, self._on_switch_off).setToolTip(one.message)
        self._add(menu, "检查项说明", "help", one, self._on_help).setToolTip(one.explanation)

    def _add(self, menu: QMenu, text: str, icon: str, one: Diagnostic, does: Callable[[], None]) -> QAction:
        action = QAction(theme.icon(icon), _plain(text), menu)
        action.setData(one)
        action.triggered.connect(does)
        menu.addAction(action)
        return action

    def _on_fix(self) -> None:
        self.fix_chosen.emit(self._chosen())

    def _on_ignore(self) -> None:
        self.ignore_chosen.emit(self._chosen())

    def _on_switch_off(self) -> None:
        self.switch_off_chosen.emit(self._chosen().code)

    def _on_help(self) -> None:
        rule = find_rule(self._chosen().code)
        owner = self.parentWidget()
        if rule is not None:
            RuleHelp(rule, owner.window() if owner is not None else None).open()

    def _chosen(self) -> Diagnostic:
        found: Diagnostic = cast(QAction, self.sender()).data()
        return found


def fix_words(fix: Fix) -> str:
    """Return what a fix does in a line: its title, and for one that asks for a look the words before and after."""
    if fix.applicability is Applicability.SAFE or not fix.edits:
        return fix.title
    edit = fix.edits[0]
    more = f"，共{len(fix.edits)}处" if len(fix.edits) > 1 else ""
    if not edit.old_text:
        return f"{fix.title}（加上“{_cut(edit.new_text, _LONGEST)}”{more}）"
    after = f"“{_cut(edit.new_text, _LONGEST)}”" if edit.new_text else "删去"
    return f"{fix.title}（“{_cut(edit.old_text, _LONGEST)}” → {after}{more}）"


def _cut(text: str, longest: int) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= longest else f"{line[: longest // 2]}…{line[-longest // 2 + 1 :]}"


def _plain(text: str) -> str:
    return text.replace("&", "&&")
