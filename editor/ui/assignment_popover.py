"""The popover that chooses who leads (牵头单位) and who is responsible (责任单位) for the task of the caret."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.assigning.choices import Assigned, AssignmentChoices, task_at
from editor.assigning.draft import Draft
from editor.model.errors import NotReadBack
from editor.session import Session
from editor.ui import theme
from editor.ui.chosen_units import TITLES, ChosenUnits
from editor.ui.positions import to_index
from editor.ui.unit_field import UnitField

if TYPE_CHECKING:
    from editor.ui.document_view import DocumentView

_WIDTH, _CHIPS = 40, 10  # ems wide, ems of chips before they scroll
_LONGEST = 400  # characters of the sentence that are shown
_NO_TASK = (
    "光标这里没有可以设置分工的任务。请把光标放到一个标题（如“（一）……”）里，或者放到它下面的正文里，再按Ctrl+Shift+U。"
)
_MOVED = "打开之后，正文里这项任务的分工变了。请按Esc，再按Ctrl+Shift+U重新打开。"
_HINT = "↑↓选，回车加入；再按回车写入正文。Alt+L换牵头或责任，←到已选的单位。"


class AssignmentPopover(QFrame):
    """Lies over the window below the caret; writes with Enter, leaves all as it was with Escape.

    It is no window of its own: input methods have trouble with pop-ups that hold the keyboard.
    """

    chosen = Signal(object)  # the Transaction

    def __init__(self, view: "DocumentView", window: QWidget) -> None:
        super().__init__(window)
        self._view = view
        self._session: Session | None = None
        self._draft: Draft | None = None
        self._leading = True  # what the line to type in adds to
        self.setObjectName("popover")
        self.setAccessibleName("设置责任单位")
        self._heading = self._label("heading")
        self._chips = ChosenUnits(self)
        self._field = UnitField(self._take_key, self)
        self._hint = self._label("muted")
        self._hint.setText(_HINT)
        self._reason = self._label("muted")
        self._preview = self._label("sample")
        self._preview.setMargin(theme.em(self) // 4)
        self._preview.setAccessibleName("写入后的正文")
        self._adopt = self._button("采用建议", "Alt+A", self.adopt, "把建议的单位加进来，已选的不动")
        self._sort = self._button("按单位库排序", "Alt+S", self.sort, "两行都按单位库的次序排")
        self._cancel = self._button("取消", "Esc", self.leave, "正文不变")
        self._done = self._button("完成", "回车", self.finish, "写入正文，可以撤销")
        theme.set_role(self._done, "primary")
        self._place_parts()
        self._listen()
        window.installEventFilter(self)
        self.hide()

    # building

    def _place_parts(self) -> None:
        advice, answers = QHBoxLayout(), QHBoxLayout()
        advice.addWidget(self._reason, 1)
        advice.addWidget(self._adopt, 0, Qt.AlignmentFlag.AlignTop)
        answers.addWidget(self._sort)
        answers.addStretch(1)
        answers.addWidget(self._cancel)
        answers.addWidget(self._done)
        self._column = QVBoxLayout(self)
        for widget in (self._heading, self._chips, self._field, self._hint):
            self._column.addWidget(widget)
        self._column.addLayout(advice)
        self._column.addWidget(self._preview)
        self._column.addLayout(answers)

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        theme.set_role(label, role)
        return label

    def _button(self, text: str, key: str, slot: Callable[[], None], tip: str) -> QPushButton:
        button = QPushButton(f"{text}（{key}）", self)
        button.setAccessibleName(text)
        button.setToolTip(f"{tip}（{key}）")
        button.clicked.connect(slot)
        return button

    def _listen(self) -> None:
        self._chips.changed.connect(self._refresh)
        self._chips.aimed.connect(self._aim)
        self._chips.left.connect(self._type)
        self._field.entered.connect(self._add)
        self._field.finished.connect(self.finish)
        self._field.left.connect(self._go_up)
        self._field.line.textChanged.connect(self._place)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    # opening and leaving

    def open(self, session: Session) -> None:
        """Show who does the task of the caret; where it lies open already, bring the keyboard to it."""
        if self.isVisible() and self._draft is not None:
            self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._session = session
        cursor, block = self._view.textCursor(), self._view.caret_block()
        at = to_index(cursor.block().text(), cursor.positionInBlock())
        task = task_at(session.analysis, block.id, at) if block is not None else None
        self._draft = Draft(AssignmentChoices(session.analysis, task)) if task is not None else None
        parts = (self._chips, self._field, self._hint, self._reason, self._adopt, self._preview)
        for widget in (*parts, self._sort, self._cancel):
            widget.setVisible(self._draft is not None)
        self._done.setText("完成（回车）" if self._draft is not None else "知道了（回车）")
        self._heading.setText(_NO_TASK)
        if self._draft is not None:
            self._heading.setText(f"“{self._draft.choices.title}”由谁牵头、谁负责")
            self._leading = not self._draft.lead
            self._field.line.clear()
            self._refresh()
        self.show()
        self._place()
        self.raise_()
        (self._field if self._draft is not None else self._done).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Go without a change, and give the keyboard back to the text."""
        self._draft = None
        had_keyboard = self._has_keyboard()
        self.hide()
        if had_keyboard:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Write what is chosen into the text; stay with a sentence where that is not possible."""
        draft, session = self._draft, self._session
        if draft is None or session is None:
            self.leave()
            return
        if not draft.follow(session.analysis):
            self._refuse(_MOVED)
            return
        try:
            transaction = draft.written().transaction
        except NotReadBack as error:
            self._refuse(error.message + error.next_step)
            return
        self.leave()
        if transaction is not None:
            self.chosen.emit(transaction)

    def _has_keyboard(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isVisible():  # None: another program is in front
            QTimer.singleShot(0, self, self._leave_if_idle)

    def _leave_if_idle(self) -> None:
        """Leave when the keyboard has gone elsewhere and there is nothing to lose."""
        if not self._has_keyboard() and (self._draft is None or not self._draft.is_changed):
            self.leave()

    # what the keys and buttons do

    def adopt(self) -> None:
        """Add the units that usually do it."""
        if self._draft is not None:
            self._draft.adopt()
            self._leading = not self._draft.lead
            self._refresh()
            self._type()

    def sort(self) -> None:
        """Bring the units into the register's order."""
        if self._draft is not None:
            self._draft.sort()
            self._refresh()
            self._type()

    def _aim(self, leading: bool) -> None:
        """Add to this line from now on."""
        self._leading = leading
        self._refresh()
        self._type()

    def _add(self, names: tuple[str, ...]) -> None:
        """Add units; after the first leading one go on with the responsible ones."""
        if self._draft is not None:
            self._draft.add(names, leading=self._leading)
            self._leading = self._leading and not self._draft.lead
            self._refresh()
            self._type()

    def _go_up(self) -> None:
        """Go from the line to type in to the last chip, that of the line it adds to first."""
        if not self._chips.focus(self._leading):
            self._chips.focus(not self._leading)

    def _type(self) -> None:
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    # showing

    def _refresh(self) -> None:
        draft = self._draft
        if draft is None:
            return
        self._chips.show_draft(draft, leading=self._leading)
        self._reason.setText(draft.advice)
        self._adopt.setVisible(draft.choices.suggestion.is_any)
        self._adopt.setEnabled(not draft.is_adopted)
        self._field.show_draft(draft, TITLES[self._leading])
        try:
            self._say(draft)
        except NotReadBack as error:
            self._refuse(error.message + error.next_step)
        self._place()

    def _say(self, draft: Draft) -> None:
        written = draft.written()
        text = written.sentence if len(written.sentence) <= _LONGEST else f"{written.sentence[:_LONGEST]}…"
        if draft.names:
            words = f"{'正文将写成' if written.transaction is not None else '正文不变'}：{text}"
        else:
            words = "正文不变：还没有选单位。" if draft.before == Assigned() else "正文将去掉这一句分工。"
        theme.set_role(self._preview, "sample")
        self._preview.setText(words)

    def _refuse(self, sentence: str) -> None:
        theme.set_role(self._preview, "error")
        self._preview.setText(f"不能写入：{sentence}")
        self._place()

    def _place(self) -> None:
        """Stand below the line of the caret, above it where that is too low, always inside the window."""
        em = theme.em(self)
        room = self.window().size() - QSize(0, em // 2)
        width = min(_WIDTH * em, room.width() - em)
        margins = self._column.contentsMargins()
        inside = width - margins.left() - margins.right() - 2 * self.frameWidth()
        self._chips.fit(inside, min(_CHIPS * em, room.height() // 3))
        self._field.fit_rows(room.height() // (7 * em))
        self._column.invalidate()
        height = min(self._column.totalHeightForWidth(width), room.height())
        self.setFixedSize(width, height)
        viewport, caret = self._view.viewport(), self._view.cursorRect()
        below = viewport.mapTo(self.window(), caret.bottomLeft() + QPoint(0, em // 2))
        above = viewport.mapTo(self.window(), caret.topLeft()).y() - em // 2 - height
        y = below.y() if below.y() + height <= room.height() or above < 0 else above
        self.move(max(0, min(below.x(), room.width() - width)), max(0, min(y, room.height() - height)))

    # the keyboard

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and watched is self.window() and self.isVisible():
            QTimer.singleShot(0, self, self._place)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what chips and buttons leave; a letter begins the next name. Nothing goes on to the window."""
        text = event.text()
        if not self._take_key(event) and text.isprintable() and text and self._draft is not None:
            self._type()
            self._field.line.insert(text)
        event.accept()

    def _take_key(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Escape:
                self.leave()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                focused = self.window().focusWidget()
                (focused if isinstance(focused, QPushButton) else self._done).click()
            case Qt.Key.Key_A if alt:
                self._adopt.click()
            case Qt.Key.Key_S if alt:
                self._sort.click()
            case Qt.Key.Key_L if alt:
                self._aim(not self._leading)
            case _:
                return False
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the popover with Tab."""
        stops: list[QWidget] = [*self._chips.chips(), self._field.line, self._adopt]
        stops += [self._sort, self._cancel, self._done]
        stops = [one for one in stops if one.isVisible() and one.isEnabled()]
        focused = self.window().focusWidget()
        at = stops.index(focused) if focused in stops else -1
        if stops:
            stops[(at + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(stops)
