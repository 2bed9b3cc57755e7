"""The plan beside another version of it: what differs, taken over piece by piece, and a 修订稿 of both."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.model.comparison import Comparison
from editor.model.errors import UserError
from editor.model.taking import open_differences, take
from editor.session import Change, Session
from editor.ui import dialogs, theme
from editor.ui.compare_work import Compared, compare_with
from editor.ui.difference_list import DifferenceList
from editor.ui.page_worker import Worker
from editor.ui.revision_button import RevisionButton
from editor.ui.session_signals import SessionSignals
from editor.ui.versions_view import VersionsView


class CompareDialog(QDialog):
    """Compares the plan of a session, called `name`, with the file at `path`; what is taken over can be undone."""

    def __init__(self, session: Session, path: Path, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"与“{path.name}”对比")
        self._session, self._path, self._name = session, path, name
        self._comparison: Comparison | None = None
        self._open: frozenset[int] = frozenset()
        self._kept: set[int] = set()
        self._build()
        self._signals = SessionSignals(session, self)
        self._signals.changed.connect(self._on_change)
        self._reader = Worker(self)
        self._reader.answered.connect(self._on_compared)
        self._reader.failed.connect(self._on_unreadable)
        self._reader.ask(partial(compare_with, session.document, path))
        self._show_buttons()
        theme.fit(self, 64, 36)

    # building

    def _build(self) -> None:
        self._list = DifferenceList(self)
        self._list.numbers_changed.connect(self._show_selected)
        self._versions = VersionsView(self._path.name, self)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self._list)
        split.addWidget(self._versions)
        split.setSizes([400, 600])  # of a thousand: the splitter scales them
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setChildrenCollapsible(False)
        self._message = QLabel(self)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._stack = QStackedWidget(self)
        for page in (self._waiting(), self._message, split):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.addWidget(self._stack, 1)
        layout.addLayout(self._decisions())
        layout.addLayout(self._foot())

    def _waiting(self) -> QWidget:
        page = QWidget(self)
        said = QLabel(f"正在读取“{self._path.name}”并与本文对比…", page)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bar = QProgressBar(page)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName("对比进度")
        layout = QVBoxLayout(page)
        layout.addStretch(1)
        layout.addWidget(said)
        layout.addWidget(bar)
        layout.addStretch(2)
        return page

    def _decisions(self) -> QHBoxLayout:
        self._take = self._button("采用对方", "Ctrl+Return", self.take_selected)
        theme.set_role(self._take, "primary")
        self._keep = self._button("保留本文", "Ctrl+K", self.keep_selected)
        self._next = self._button("下一处", "F8", self.go_next)
        self._previous = self._button("上一处", "Shift+F8", self.go_previous)
        self._all = self._button("全部采用", "", self.take_all)
        self._left = QLabel(self)
        theme.set_role(self._left, "muted")
        row = QHBoxLayout()
        for widget in (self._previous, self._next, self._take, self._keep):
            row.addWidget(widget)
        row.addWidget(self._left, 1)
        row.addWidget(self._all)
        return row

    def _foot(self) -> QHBoxLayout:
        self._undo = self._button("撤销", "Ctrl+Z", self._session.undo)
        self._redo = self._button("重做", "Ctrl+Y", self._session.redo)
        self._export = RevisionButton(self._session, self._name, self._path, self)
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        theme.set_role(self._said, "muted")
        self._export.said.connect(self._said.setText)
        row = QHBoxLayout()
        for widget in (self._undo, self._redo):
            row.addWidget(widget)
        row.addWidget(self._said, 1)
        row.addWidget(self._export)
        self._close = self._button("取消", "", self.reject)
        row.addWidget(self._close)
        return row

    def _button(self, text: str, keys: str, does: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        if keys:
            action = QAction(text, self)  # keys of the button itself would press it a tenth of a second later
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(button.click)
            self.addAction(action)
            button.setToolTip(f"{text}（{keys.replace('Return', '回车')}）")
        button.clicked.connect(does)
        return button

    # what the user does

    def take_selected(self) -> None:
        """Take over the selected difference, or all of the selected section, and go on to the next one."""
        self._decide(self._list.numbers(), taken=True)

    def keep_selected(self) -> None:
        """Leave the plan as it is here, and go on to the next difference."""
        self._decide(self._list.numbers(), taken=False)

    def take_all(self) -> None:
        """Take over every difference that is not decided, as one step."""
        self._decide(tuple(sorted(self._undecided())), taken=True)

    def go_next(self) -> None:
        """Select the next difference that is not decided."""
        self._go(1)

    def go_previous(self) -> None:
        """Select the difference before that is not decided."""
        self._go(-1)

    def done(self, result: int) -> None:
        """Close; what is still read or written is given up."""
        self._reader.drop()
        self._export.stop()
        self._signals.stop()
        super().done(result)

    def _decide(self, numbers: tuple[int, ...], *, taken: bool) -> None:
        if self._comparison is None:
            return
        if taken:
            chosen = [self._comparison.differences[number] for number in numbers if number in self._open]
            transaction = take(self._session.document, self._comparison, chosen)
            self._kept.difference_update(numbers)
            if transaction is not None:
                self._session.apply(transaction)
        else:
            self._kept.update(number for number in numbers if number in self._open)
        self._show_states()
        self._go(1)

    def _go(self, step: int) -> None:
        number = self._list.next_of(self._undecided(), step)
        if number is not None:
            self._list.go_to(number)

    def _undecided(self) -> frozenset[int]:
        return self._open - self._kept

    # what comes back

    def _on_compared(self, found: Compared) -> None:
        self._comparison = found.comparison
        if found.comparison.differences:
            self._export.offer(found.other)
        self._list.show_differences(found.comparison.differences, found.beginnings)
        self._close.setText("关闭")
        self._message.setText(f"本文与“{self._path.name}”没有不同。")
        self._stack.setCurrentIndex(2 if found.comparison.differences else 1)
        self._show_states()
        self._go(1)
        self._list.setFocus()

    def _on_unreadable(self, error: UserError) -> None:
        dialogs.show_error(self, error)
        self.reject()

    def _on_change(self, change: Change) -> None:
        if change.transaction is not None:
            self._show_states()

    def _show_states(self) -> None:
        if self._comparison is not None:
            self._open = open_differences(self._session.document, self._comparison)
            self._list.show_states(self._open, self._kept)
            self._show_selected()
        self._show_buttons()

    def _show_selected(self) -> None:
        numbers = self._list.numbers()
        if self._comparison is not None and len(numbers) == 1:
            self._versions.show_difference(self._comparison.differences[numbers[0]], self._comparison.words)
        elif numbers:
            self._versions.show_section(len(self._undecided().intersection(numbers)))
        self._show_buttons()

    def _show_buttons(self) -> None:
        writable, undecided = not self._session.read_only, self._undecided()
        here, still = self._list.numbers(), self._open.intersection(self._list.numbers())
        whole = len(here) > 1
        self._take.setText(f"采用本节（{len(still)}处）" if whole else "采用对方")
        self._keep.setText("保留本节" if whole else "保留本文")
        self._take.setEnabled(writable and bool(still))
        self._keep.setEnabled(bool(undecided.intersection(here)))
        self._all.setText(f"全部采用（{len(undecided)}处）" if undecided else "全部采用")
        self._all.setEnabled(writable and bool(undecided))
        for button in (self._next, self._previous):
            button.setEnabled(bool(undecided))
        self._undo.setEnabled(self._session.undo_label is not None)
        self._redo.setEnabled(self._session.redo_label is not None)
        self._left.setText(self._left_words(len(undecided)))

    def _left_words(self, count: int) -> str:
        if self._comparison is None or not self._comparison.differences:
            return ""
        read_only = "文稿只读，不能采用。" if self._session.read_only else ""
        return read_only + (f"还有{count}处没有处理" if count else "已经全部处理")
