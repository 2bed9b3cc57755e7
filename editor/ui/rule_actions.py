"""A plan's own settings of the checks, as the user changes them: let a finding stand, switch rules off and on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor import rule_settings
from editor.model.document import Ignored
from editor.model.edits import Transaction
from editor.session import Session
from validators.diagnostic import Diagnostic

_NOTHING = "这处文字已经变了，没有改动；请看最新的检查结果。"


class RuleActions(QObject):
    """What the problems panel, the menu in the text and the menu 检查 do about rules."""

    done = Signal(str)  # a sentence for the status bar

    def __init__(self, finish_typing: Callable[[], None], window: QWidget) -> None:
        super().__init__(window)
        self._finish_typing = finish_typing
        self._window = window
        self._session: Session | None = None

    def show_session(self, session: Session) -> None:
        """Work on another plan."""
        self._session = session

    def ignore(self, found: Diagnostic) -> None:
        """Ask for a reason and let a finding stand."""
        session = self._writable()
        if session is None:
            return
        from editor.ui.dialogs import run
        from editor.ui.ignore_dialog import IgnoreDialog

        dialog = IgnoreDialog(found.message, rule_settings.words_of(session.document, found), self._window)
        if run(dialog):
            transaction = rule_settings.ignore(session.document, found, dialog.reason())
            self._apply(session, transaction, "已忽略，列在“问题”面板末尾；可以撤销。")

    def unignore(self, entry: Ignored) -> None:
        """Check again what was let stand."""
        session = self._writable()
        if session is not None:
            self._apply(session, rule_settings.unignore(session.document, entry), "已恢复检查这一处。")

    def switch_off(self, code: str) -> None:
        """Check this plan by one rule less."""
        session = self._writable()
        if session is not None:
            transaction = rule_settings.switch_rule(session.document, code, False)
            self._apply(session, transaction, f"本方案不再检查{code}；在“检查项设置”中可以恢复。")

    def choose_rules(self) -> None:
        """Let the user choose the rules that this plan is checked by."""
        session = self._writable()
        if session is None:
            return
        from editor.ui.dialogs import run
        from editor.ui.rule_settings_dialog import RuleSettingsDialog

        dialog = RuleSettingsDialog(session.document.metadata, self._window)
        if run(dialog) and (wanted := dialog.wanted()):
            transaction = rule_settings.switch_rules(session.document, wanted)
            self._apply(session, transaction, f"已更改{len(wanted)}个检查项，本方案已重新检查。")

    def _writable(self) -> Session | None:
        """Return the open plan with all typing taken into it, None where it may not be changed."""
        self._finish_typing()
        if self._session is not None and self._session.read_only:
            self.done.emit("这份文稿以只读方式打开，检查设置没有改动；请先另存为。")
            return None
        return self._session

    def _apply(self, session: Session, transaction: Transaction | None, sentence: str) -> None:
        is_changed = transaction is not None and session.apply(transaction)
        self.done.emit(sentence if is_changed else _NOTHING)
