"""The status bar: what was done last, whether the plan is saved, what is left to do, how long the text is."""

from collections import Counter
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from editor.session import Session
from editor.ui import theme
from editor.ui.requirement_state import progress, progress_text, requirement_states
from validators.diagnostic import Severity

_MESSAGE = 6000  # milliseconds a message stays


class StatusLine(QStatusBar):
    """Permanent labels at the right, passing messages at the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._labels: dict[str, QLabel] = {}
        for name, words in (
            ("progress", "必备内容进度"),
            ("error", "错误数"),
            ("warning", "警告数"),
            ("length", "字数"),
            ("state", "保存状态"),
            ("zoom", "显示比例"),
        ):
            label = QLabel(self)
            label.setAccessibleName(words)
            label.setToolTip(words)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(theme.em(self) // 2, 0, theme.em(self) // 2, 0)
            self._labels[name] = label
            self.addPermanentWidget(label)

    def say(self, sentence: str) -> None:
        """Show a passing message."""
        self.showMessage(sentence, _MESSAGE)

    def show_state(self, session: Session | None, saved: bool) -> None:
        """Show whether the plan is on disk."""
        words = "" if session is None else "只读" if session.read_only else "已保存" if saved else "未保存"
        self._labels["state"].setText(words)
        theme.set_role(self._labels["state"], "success" if words == "已保存" else "warning" if words else "muted")

    def show_zoom(self, percent: int) -> None:
        """Show the zoom of an open plan."""
        self._labels["zoom"].setText(f"{percent}%")

    def show_plan(self, session: Session | None) -> None:
        """Count findings, characters and what the template asks for."""
        if session is None:
            for label in self._labels.values():
                label.clear()
            return
        counts = Counter(one.severity for one in session.diagnostics)
        for severity in (Severity.ERROR, Severity.WARNING):
            number = counts[severity]
            label = self._labels[severity.value]
            label.setText(f"{theme.severity_word(severity)} {number}")
            theme.set_role(label, severity.value if number else "muted")
        self._labels["length"].setText(f"{length(session)} 字")
        self._labels["progress"].setText(
            progress_text(*progress(requirement_states(session.analysis, session.diagnostics)))
        )

    def text(self, name: str) -> str:
        """Return what the label `name` says."""
        return self._labels[name].text()


def length(session: Session) -> int:
    """Return the length of the plan in characters without blanks (字数), tables included."""
    return sum(
        _characters(block.text) + sum(_characters(cell) for row in block.rows for cell in row)
        for block in session.document.blocks
    )


@lru_cache(maxsize=8192)
def _characters(text: str) -> int:
    return len("".join(text.split()))
