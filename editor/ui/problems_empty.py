"""What stands in place of an empty list of findings: why it is empty, and what was checked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor.rule_settings import is_on
from editor.session import Session
from editor.ui import theme
from validators.families import rules_by_family


class ProblemsEmpty(QWidget):
    """An icon, a sentence, and a smaller one below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._text, self._more = QLabel(self), QLabel(self), QLabel(self)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        for label in (self._icon, self._text, self._more):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch(2)
        theme.set_role(self._more, "muted")

    def show_reason(self, session: Session | None, total: int) -> None:
        """Say why nothing is listed: no plan, a filter that hides all `total` findings, or nothing was found."""
        if session is None:
            self._say("打开文稿后，这里随写随列检查出的问题。", "", "info", "muted")
        elif total:
            self._say(f"筛选条件下没有问题（共有{total}个）。", "点开上面的级别，或清空筛选文字。", "find", "muted")
        else:
            self._say("没有发现问题", checked(session), "check", "success")

    def _say(self, text: str, more: str, icon: str, colour: str) -> None:
        if (self._text.text(), self._more.text()) == (text, more):
            return
        theme.show_icon(self._icon, icon, colour, 2 * theme.em(self))
        self._text.setText(text)
        self._more.setText(more)
        self._more.setVisible(bool(more))


def checked(session: Session) -> str:
    """Return what a check of this plan looked at: how many rules of which families, and how many were left out."""
    document, kind = session.document, session.analysis.kind
    families = {
        name: [one for one in rules if kind in one.kinds and is_on(document.metadata, one.code)]
        for name, rules in rules_by_family().items()
    }
    number = sum(len(rules) for rules in families.values())
    off = sum(
        one.enabled and not is_on(document.metadata, one.code) for rules in rules_by_family().values() for one in rules
    )
    names = "、".join(name for name, rules in families.items() if rules)
    left = f"；本方案停用了{off}项" if off else ""
    ignored = len(document.metadata.ignored)
    return f"已按{number}项检查：{names}{left}{f'；已忽略{ignored}处' if ignored else ''}。"
