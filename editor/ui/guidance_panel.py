"""The panel 写作指导: guidance for the section under the caret; where there is none, what to do first."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from editor.first_steps import first_steps, is_blank
from editor.guidance import guidance_for
from editor.session import Change, Session
from editor.ui import theme
from editor.ui.first_steps_page import FirstStepsPage
from editor.ui.guidance_card import GuidanceCard

_NO_SESSION = "打开文稿后，光标走到哪一节，这里就显示模板对那一节的写作指导。"
_NO_TEMPLATE = "这份文稿没有选用模板，所以没有逐节的写作指导。"
_NO_REQUIREMENT = "“{}”是本方案自有的标题，模板没有对应条目。在大纲里右击它，可以“对应到模板条目…”。"

_NARROWEST = 11  # ems: buttons do not wrap


class GuidancePanel(QWidget):
    """Guidance for the nearest heading that answers to a requirement, or for a requirement chosen in the outline."""

    insert_requested = Signal(str)  # id of a requirement
    text_requested = Signal(object, str)  # tuple of paragraphs, the label for undo
    action_requested = Signal(str)  # id of an action
    said = Signal(str)  # a sentence for the status bar

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._block_id = ""
        self._analysis: object = None  # the last that was told of: while somebody types, the next is waited for
        self._shown: object = None  # what the page was made from
        self._subject: object = None  # what the page is about: as long as it stays, so does the place in it
        self._unfolded: set[str] = set()  # headings of the superior's passages shown whole
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("写作指导")
        self.setMinimumWidth(_NARROWEST * theme.em(self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self._refresh()

    def show_session(self, session: Session) -> None:
        """Show guidance for another document; what to do first until the caret is placed."""
        self._session = session
        self._block_id = ""
        self._unfolded.clear()
        self._refresh()

    def on_change(self, change: Change) -> None:
        """Follow a change: the section under the caret may have got another requirement, or an answer."""
        if change.transaction is not None:
            self._refresh()

    def show_block(self, block_id: str) -> None:
        """Show guidance for the section that holds the block (the caret moved), after a pause where it was typed."""
        if block_id != self._block_id:
            self._block_id = block_id
            if self._session is not None and self._session.analysis is self._analysis:
                self._refresh()

    def show_requirement(self, requirement_id: str) -> None:
        """Show guidance for a requirement that the plan does not have yet."""
        if self._session is not None and self._session.analysis.template is not None:
            self._block_id = ""
            self._show(self._session, (requirement_id,))

    def _refresh(self) -> None:
        session = self._session
        if session is None:
            self._say(_NO_SESSION)
            return
        analysis = self._analysis = session.analysis
        if analysis.template is None:
            self._show_steps(session, "" if is_blank(analysis) else _NO_TEMPLATE)
            return
        path = analysis.section_path(self._block_id) if self._is_there(session) else ()
        for section in reversed(path):
            if found := analysis.coverage.requirements_of(section.block.id):
                self._show(session, found)
                return
        if path:
            self._say(_NO_REQUIREMENT.format(path[-1].title))
        else:
            self._show_steps(session)

    def _is_there(self, session: Session) -> bool:
        """Return whether the block under the caret still exists; an undo may have taken it away."""
        return any(block.id == self._block_id for block in session.document.blocks)

    def _show(self, session: Session, requirements: tuple[str, ...]) -> None:
        analysis = session.analysis
        template = analysis.template
        if template is None:
            return
        found = tuple(guidance_for(analysis, one) for one in requirements)
        shown = (found, analysis.document.metadata)
        if shown == self._shown:
            return
        self._shown = shown
        page = QWidget()
        layout = QVBoxLayout(page)
        for guidance in found:
            card = GuidanceCard(guidance, template, analysis.document.metadata, self._unfolded, page)
            card.insert_requested.connect(self.insert_requested)
            card.text_requested.connect(self.text_requested)
            card.action_requested.connect(self.action_requested)
            card.said.connect(self.said)
            card.unfolded.connect(self._on_unfolded)
            layout.addWidget(card)
        layout.addStretch(1)
        self._put(page, requirements)

    def _show_steps(self, session: Session, note: str = "") -> None:
        """Show what to do first; findings only where they are known: a key must not wait for them."""
        steps = first_steps(session.analysis, session.diagnostics if session.is_checked else None)
        page = self._scroll.widget()
        shown = (note, session.analysis.template is not None)
        if not isinstance(page, FirstStepsPage) or self._shown != shown:
            self._shown = shown
            page = FirstStepsPage(note, guided=session.analysis.template is not None)
            page.chosen.connect(self.action_requested)
            self._put(page, FirstStepsPage)
        page.show_steps(steps)

    def _say(self, text: str) -> None:
        if self._shown == text and isinstance(self._scroll.widget(), QLabel):
            return
        self._shown = text
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setMargin(theme.em(self))
        theme.set_role(label, "empty")
        self._put(label, text)

    def _put(self, page: QWidget, subject: object) -> None:
        """Show a page; one about the same as before is read on from where it was."""
        bar = self._scroll.verticalScrollBar()
        place = bar.value() if subject == self._subject else 0
        self._subject = subject
        old = self._scroll.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()  # not now: it may be a button of it that is being pressed
        self._scroll.setWidget(page)
        page.show()
        if place:
            QTimer.singleShot(0, bar, lambda: bar.setValue(place))  # when the page knows how long it is
        else:
            bar.setValue(0)

    def _on_unfolded(self, heading: str, unfolded: bool) -> None:
        (self._unfolded.add if unfolded else self._unfolded.discard)(heading)


if __name__ == "__main__":
    from editor.ui.preview import preview

    def _preview(session: Session) -> QWidget:
        panel = GuidancePanel()
        panel.show_session(session)
        panel.show_block(session.document.blocks[-1].id)
        return panel

    preview(_preview)
