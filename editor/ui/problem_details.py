"""What one finding says in full: message, why, by which clause, what it relates to, and what its fix would change."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from editor.model.document import Ignored
from editor.ui import theme
from editor.ui.problem_rows import LetStand
from editor.ui.rule_help import RuleHelp
from validators.diagnostic import Applicability, Diagnostic
from validators.previews import Preview
from validators.rule import find_rule

_MOST_CHANGES = 5  # shown of a fix in many places


class ProblemDetails(QWidget):
    """The details of the selected row, with buttons for what can be done about it; hidden where none is selected."""

    fix_requested = Signal(object)  # a Diagnostic
    ignore_requested = Signal(object)  # a Diagnostic
    switch_off_requested = Signal(str)  # code of a rule
    unignore_requested = Signal(object)  # an Ignored

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diagnostic: Diagnostic | None = None
        self._entry: Ignored | None = None
        self._message = self._label("问题")
        theme.set_role(self._message, "heading")
        self._changes = self._label("修改前后")
        self._explanation = self._label("说明")
        self._source = self._label("依据")
        theme.set_role(self._source, "muted")
        self._fix = self._button("修正", "fix", "改好这一处，可以撤销")
        self._fix.clicked.connect(self._on_fix)
        self._restore = self._button("恢复检查", "restore", "不再忽略，重新检查这一处")
        self._restore.clicked.connect(self._on_restore)
        self._ignore = self._button("忽略…", "not-applicable", "忽略此处：看过了，让它留着；写上理由，随文稿保存")
        self._ignore.clicked.connect(self._on_ignore)
        self._off = self._button("停用", "close", "停用此项检查：本方案不再查这一项；在“检查项设置”中可以恢复")
        self._off.clicked.connect(self._on_off)
        self._help = self._button("说明", "help", "检查项说明：这一项查什么、为什么、依据哪一条")
        self._help.clicked.connect(self._on_help)
        self._restore.hide()  # it never stands beside the others
        self._build()
        self.hide()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.em(self) // 4)
        for button in (self._fix, self._restore, self._ignore, self._off, self._help):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.em(self) // 3, 0, 0, 0)
        layout.setSpacing(theme.em(self) // 4)
        layout.addWidget(self._message)
        layout.addLayout(buttons)
        for label in (self._changes, self._explanation, self._source):
            layout.addWidget(label)
        layout.addStretch(1)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAccessibleName(name)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _button(self, text: str, icon: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setIcon(theme.icon(icon))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(tip)
        theme.set_role(button, "framed")
        button.setToolTip(tip)
        return button

    def show_problem(self, diagnostic: Diagnostic | None, place: str, changes: Sequence[Preview] = ()) -> None:
        """Show a finding that stands in `place` and what its fix `changes`, nothing for None."""
        self._diagnostic, self._entry = diagnostic, None
        self.setVisible(diagnostic is not None)
        if diagnostic is None:
            return
        self._message.setText(diagnostic.message)
        related = "".join(f"\n另见：{one.text}" for one in diagnostic.related)
        self._explanation.setText(diagnostic.explanation + related)
        self._source.setText(f"位置：{place}　依据：{diagnostic.source}　规则：{diagnostic.code}")
        self._changes.setVisible(bool(changes))
        self._changes.setText(_changes_text(diagnostic, changes))
        self._fix.setVisible(diagnostic.fix is not None)
        if diagnostic.fix is not None:
            self._fix.setToolTip(diagnostic.fix.title)
            self._fix.setAccessibleName(f"修正：{diagnostic.fix.title}")
        has_rule = find_rule(diagnostic.code) is not None
        for button in (self._ignore, self._off, self._help):
            button.setVisible(has_rule)
        self._restore.hide()

    def show_let_stand(self, row: LetStand) -> None:
        """Show what is let stand, and for what reason."""
        self._diagnostic, self._entry = None, row.entry
        self._message.setText(row.message)
        self._explanation.setText(f"忽略的理由：{row.entry.reason or '没有写'}")
        place = row.place if row.stands else "原文已不在"
        self._source.setText(f"位置：{place}　规则：{row.entry.code}")
        for part in (self._changes, self._fix, self._ignore, self._off):
            part.hide()
        self._help.setVisible(find_rule(row.entry.code) is not None)
        self._restore.show()
        self.show()

    def _on_fix(self) -> None:
        if self._diagnostic is not None:
            self.fix_requested.emit(self._diagnostic)

    def _on_ignore(self) -> None:
        if self._diagnostic is not None:
            self.ignore_requested.emit(self._diagnostic)

    def _on_off(self) -> None:
        if self._diagnostic is not None:
            self.switch_off_requested.emit(self._diagnostic.code)

    def _on_restore(self) -> None:
        if self._entry is not None:
            self.unignore_requested.emit(self._entry)

    def _on_help(self) -> None:
        shown = self._diagnostic or self._entry
        rule = find_rule(shown.code) if shown is not None else None
        if rule is not None:
            RuleHelp(rule, self.window()).open()


def _changes_text(diagnostic: Diagnostic, changes: Sequence[Preview]) -> str:
    if diagnostic.fix is None:
        return ""
    safe = diagnostic.fix.applicability is Applicability.SAFE
    lines = [f"{diagnostic.fix.title}，{'不改变意思' if safe else '请看过修改前后再定'}："]
    for change in changes[:_MOST_CHANGES]:
        lines += [f"改前：{change.before}", f"改后：{change.after}"]
    if len(changes) > _MOST_CHANGES:
        lines.append(f"……共 {len(changes)} 处")
    return "\n".join(lines)
