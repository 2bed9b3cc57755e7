"""Findings: going to them one after the other, mending them one by one or all that are safe."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from editor.blanks import blank_places
from editor.session import Session
from editor.ui.decorations import Decorations
from editor.ui.document_view import DocumentView
from editor.ui.positions import to_index
from validators.diagnostic import Diagnostic
from validators.engine import Validator
from validators.fixes import fix_all, fix_transaction, safe_fixes

if TYPE_CHECKING:
    from editor.ui.fix_menu import FixMenu

_Place = tuple[int, int, int]  # number of a block, start and end in it


class CheckActions(QObject):
    """What the menu 检查, the problems panel and the menu in the text do."""

    done = Signal(str)  # a sentence for the status bar
    field_wanted = Signal(str)  # key of the metadata field a finding points at
    reached = Signal(object)  # the Diagnostic that the text has been taken to
    ignore_wanted = Signal(object)  # a Diagnostic
    switch_off_wanted = Signal(str)  # code of a rule

    def __init__(
        self, view: DocumentView, decorations: Decorations, finish_typing: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._decorations = decorations
        self._finish_typing = finish_typing
        self._session: Session | None = None

    def show_session(self, session: Session) -> None:
        """Work on another plan."""
        self._session = session

    def next(self) -> None:
        """Go to the next finding after the caret, from the beginning again after the last."""
        self._step(1)

    def previous(self) -> None:
        """Go to the finding before the caret, from the end again before the first."""
        self._step(-1)

    def next_blank(self) -> None:
        """Select the next 【placeholder】, so that what is typed takes its place."""
        self.step_blank(1)

    def previous_blank(self) -> None:
        """Select the 【placeholder】 before the caret."""
        self.step_blank(-1)

    def step_blank(self, by: int) -> None:
        """Select the next (1) or the previous (-1) 【placeholder】, round the ends of the text."""
        session = self._session
        if session is None:
            return
        self._finish_typing()
        places = blank_places(session.document.blocks)
        if not places:
            self.done.emit("正文中的【】都填好了。")
            return
        here = self._here()
        number = _after(places, here) if by > 0 else _before(places, here)
        self._show(session, places[number])
        self.done.emit(
            f"{_turned(places[number], here, by)}第 {number + 1} 处，共 {len(places)} 处待填：直接输入就替换它。"
        )

    def jump(self, block_id: str, start: int, end: int) -> None:
        """Show a place in the text, or the field of a 公文要素."""
        if block_id.startswith("meta:"):
            self.field_wanted.emit(block_id.removeprefix("meta:"))
        else:
            self._view.jump(block_id, start, end)

    def fix_here(self) -> None:
        """Offer at the caret what can be done about the findings there, the worst first."""
        self._finish_typing()
        if self._session is not None:
            self._decorations.show_diagnostics(self._session.diagnostics)  # what was typed last among them
        found = self._decorations.touching(self._view.textCursor())
        if not found or self._session is None:
            self.done.emit("光标处没有发现问题；按F8到下一处。")
            return
        menu = self.menu(found, self._session)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._view.viewport().mapToGlobal(self._view.cursorRect().bottomLeft()))

    def menu_at(self, position: QPoint) -> "FixMenu | None":
        """Return a menu of what can be done about the findings at a point of the text, None without a plan."""
        if self._session is None:
            return None
        return self.menu(self._decorations.at(position), self._session)

    def menu(self, found: Sequence[Diagnostic], session: Session) -> "FixMenu":
        """Return a menu of what can be done about these findings."""
        from editor.ui.fix_menu import FixMenu

        menu = FixMenu(found if not session.read_only else (), session.document, self._view)
        later = Qt.ConnectionType.QueuedConnection  # a dialog opens when the menu has gone
        menu.fix_chosen.connect(self.fix)
        menu.ignore_chosen.connect(self.ignore_wanted, later)
        menu.switch_off_chosen.connect(self.switch_off_wanted, later)
        return menu

    def fix(self, diagnostic: Diagnostic) -> None:
        """Mend one finding, unless the text has changed since it was found."""
        session = self._session
        if session is None or diagnostic.fix is None:
            return
        self._finish_typing()
        transaction = fix_transaction(session.document, (diagnostic.fix,), diagnostic.fix.title)
        if transaction is None or not session.apply(transaction):
            self.done.emit("这处文字已经变了，没有修正；请看最新的检查结果。")

    def fix_all(self) -> None:
        """Mend everything that can be mended without a look, as one undo step."""
        session = self._session
        if session is None:
            return
        self._finish_typing()
        before = len(safe_fixes(session.diagnostics))
        transaction = fix_all(session.document, Validator(), "修正全部")
        if transaction is None or not session.apply(transaction):
            self.done.emit("没有可以放心自动修正的问题。")
            return
        left = len(safe_fixes(session.diagnostics))
        self.done.emit(f"已修正 {before - left} 处，可用“撤销”一次还原。")

    def _step(self, direction: int) -> None:
        session = self._session
        if session is None:
            return
        self._finish_typing()
        places = _places(session)
        if not places:
            left = len(session.diagnostics)
            more = f"问题列表里还有 {left} 个，说的是公文要素或全文。" if left else ""
            self.done.emit(f"正文中没有发现问题。{more}")
            return
        ranges, here = [place for place, _ in places], self._here()
        number = _after(ranges, here) if direction > 0 else _before(ranges, here)
        turned = _turned(ranges[number], here, direction)
        found = places[number][1]
        more = f"（这里共 {len(found)} 个问题）" if len(found) > 1 else ""
        self._show(session, ranges[number])
        self.reached.emit(found[0])
        self.done.emit(f"{turned}第 {number + 1} 处，共 {len(places)} 处：{found[0].message}{more}")

    def _here(self) -> _Place:
        """Return the caret's block, the start of the selection in it and the caret."""
        cursor = self._view.textCursor()
        text = cursor.block().text()
        start = cursor.selectionStart() - cursor.block().position()
        return cursor.blockNumber(), to_index(text, start), to_index(text, cursor.positionInBlock())

    def _show(self, session: Session, place: _Place) -> None:
        number, start, end = place
        self._view.jump(session.document.blocks[number].id, start, end)


def _places(session: Session) -> list[tuple[_Place, list[Diagnostic]]]:
    """Return the places in the text that findings stand at, in its order, each with all that is found there."""
    index = {block.id: number for number, block in enumerate(session.document.blocks)}
    found: dict[_Place, list[Diagnostic]] = {}
    for one in session.diagnostics:
        if one.range is not None and one.range.block_id in index:
            place = index[one.range.block_id], one.range.start, one.range.end
            found.setdefault(place, []).append(one)
    return sorted(found.items())


def _turned(place: _Place, here: _Place, direction: int) -> str:
    """Return a word where the walk has gone round an end of the text, nothing elsewhere."""
    if direction > 0:
        return "后面没有了，从头开始。" if place <= here else ""
    return "前面没有了，从末尾开始。" if place >= here else ""


def _after(places: Sequence[_Place], here: _Place) -> int:
    return next((number for number, place in enumerate(places) if place > here), 0)


def _before(places: Sequence[_Place], here: _Place) -> int:
    earlier = [number for number, place in enumerate(places) if place < here]
    return earlier[-1] if earlier else len(places) - 1
