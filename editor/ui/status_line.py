"""The status bar: what was done last, whether the plan is saved, what is left to do, how long the text is."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from editor.session import Session
from editor.ui import theme

_MESSAGE = 6000  # milliseconds a message stays


class StatusLine(QStatusBar):
    """Permanent labels at the right, passing messages at the left; the counts of findings lead to their list."""

    problems_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._labels: dict[str, QLabel | QToolButton] = {}
        self._whole = ""  # how long the plan is
        self._selected: int | None = None  # how long the selection is
        self._add_labels(("progress", "必备内容进度"))
        for name, word in theme.SEVERITY_WORDS.items():
            self._add_count(name, word)
        self._add_labels(
            ("length", "字数"),
            ("state", "保存状态"),
            ("zoom", "显示比例"),
        )

    def _add_labels(self, *names: tuple[str, str]) -> None:
        for name, words in names:
            label = QLabel(self)
            label.setAccessibleName(words)
            label.setToolTip(words)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(theme.em(self) // 2, 0, theme.em(self) // 2, 0)
            self._labels[name] = label
            self.addPermanentWidget(label)

    def _add_count(self, name: str, word: str) -> None:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip("到问题列表中去（Ctrl+Shift+M）")
        button.setAccessibleName(f"{word}数")
        button.clicked.connect(self.problems_wanted)
        button.hide()
        self._labels[name] = button
        self.addPermanentWidget(button)

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
            self._whole = ""
            for name, label in self._labels.items():
                label.setText("")
                if name in theme.SEVERITY_WORDS:
                    label.hide()
            return
        from editor.ui.requirement_state import progress, progress_text, requirement_states
        from validators.diagnostic import Severity

        counts = Counter(one.severity for one in session.diagnostics)
        for severity in Severity:
            number = counts[severity]
            label = self._labels[severity.value]
            words = f"{theme.severity_word(severity)} {number}"
            label.setText(words)
            label.setAccessibleName(f"{words}个，到问题列表中去")
            theme.set_role(label, severity.value if number else "muted")
            label.show()
        self._whole = f"{length(session)} 字"
        self._show_length()
        self._labels["progress"].setText(
            progress_text(*progress(requirement_states(session.analysis, session.diagnostics)))
        )

    def show_selection(self, words: int | None) -> None:
        """Show the length of the selection in place of the plan's, which comes back with None."""
        self._selected = words
        self._show_length()

    def _show_length(self) -> None:
        self._labels["length"].setText(self._whole if self._selected is None else f"选中 {self._selected} 字")
        self._labels["length"].setToolTip("字数" if self._selected is None else f"全文 {self._whole}")

    def text(self, name: str) -> str:
        """Return what the label `name` says."""
        return self._labels[name].text()


def length(session: Session) -> int:
    """Return the length of the plan as Word counts it (字数), tables included."""
    from editor.model.word_count import count  # not before the window is seen

    return sum(
        count(block.text).words + sum(count(cell).words for row in block.rows for cell in row)
        for block in session.document.blocks
    )
