"""What the template says about the section under the caret: guidance, questions, usual lead, what is still missing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from editor.session import Change, Session
from editor.ui import theme
from editor.ui.guidance_card import GuidanceCard
from templates.coverage import Status
from templates.requirement import Requirement, Template

_NO_SESSION = "打开文稿后，光标走到哪一节，这里就显示模板对那一节的写作指导。"
_NO_TEMPLATE = "这份文稿没有选用模板，所以没有写作指导。"
_NO_SECTION = """怎样写成这份方案

1. 填空：正文里【】标出的内容要按本地情况填写，按 F2 一处接一处地填。

2. 核对单位：在“方案”菜单打开“单位库”，改成本地的名称和次序。

3. 落实分工：光标放在一项任务里，按 Ctrl+Shift+U 选牵头单位和责任单位。

4. 改问题：下方随写随列，按 F8 逐个看，能自动修正的按 Ctrl+. 修正。

5. 填公文要素：在上方“公文要素”页填文号、主送机关、成文日期。

6. 导出：按 Ctrl+E 得到排好版的 Word 公文。

光标走到哪一节，这里就显示那一节该写什么、要回答哪些问题、通常由谁牵头。"""
_NO_REQUIREMENT = "“{}”是本方案自有的标题，模板没有对应条目。在大纲里右击它，可以“对应到模板条目…”。"


class GuidancePanel(QWidget):
    """Guidance for the nearest heading that answers to a requirement, or for a requirement chosen in the outline."""

    insert_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._block_id = ""
        self._shown: object = None  # what the cards were made from
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("写作指导")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self._refresh()

    def show_session(self, session: Session) -> None:
        """Show guidance for another document; nothing until the caret is placed."""
        self._session = session
        self._block_id = ""
        self._refresh()

    def on_change(self, change: Change) -> None:
        """Follow a change: the section under the caret may have got another requirement."""
        if change.transaction is not None:
            self._refresh()

    def show_block(self, block_id: str) -> None:
        """Show guidance for the section that holds the block (the caret moved)."""
        if block_id != self._block_id:
            self._block_id = block_id
            self._refresh()

    def show_requirement(self, requirement_id: str) -> None:
        """Show guidance for a requirement that the plan does not have yet."""
        template = self._session.analysis.template if self._session is not None else None
        if template is not None:
            self._block_id = ""
            self._show((template.requirement(requirement_id),))

    def _refresh(self) -> None:
        if self._session is None:
            self._say(_NO_SESSION)
            return
        analysis = self._session.analysis
        if analysis.template is None:
            self._say(_NO_TEMPLATE)
            return
        path = analysis.section_path(self._block_id) if self._is_there() else ()
        if not path:
            self._say(_NO_SECTION)
            return
        for section in reversed(path):
            found = analysis.coverage.requirements_of(section.block.id)
            if found:
                self._show(tuple(analysis.template.requirement(one) for one in found))
                return
        self._say(_NO_REQUIREMENT.format(path[-1].title))

    def _is_there(self) -> bool:
        """Return whether the block under the caret still exists; an undo may have taken it away."""
        blocks = self._session.document.blocks if self._session is not None else ()
        return any(block.id == self._block_id for block in blocks)

    def _show(self, requirements: tuple[Requirement, ...]) -> None:
        if self._session is None or self._session.analysis.template is None:
            return
        analysis = self._session.analysis
        template = self._session.analysis.template
        missing = tuple(_missing_near(self._session, template, one) for one in requirements)
        shown = (requirements, missing, analysis.document.metadata)
        if shown == self._shown:
            return
        self._shown = shown
        page = QWidget()
        layout = QVBoxLayout(page)
        for requirement, near in zip(requirements, missing, strict=True):
            card = GuidanceCard(requirement, near, template, analysis.document.metadata, page)
            card.insert_requested.connect(self.insert_requested)
            layout.addWidget(card)
        layout.addStretch(1)
        self._scroll.setWidget(page)

    def _say(self, text: str) -> None:
        if self._shown == text:
            return
        self._shown = text
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setMargin(theme.em(self))
        theme.set_role(label, "empty")
        self._scroll.setWidget(label)


def _missing_near(session: Session, template: Template, requirement: Requirement) -> tuple[Requirement, ...]:
    """Return what is missing here: the requirement itself, or what belongs below it and beside it."""
    coverage = session.analysis.coverage
    if not coverage.row(requirement.id).block_ids:
        return (requirement,)
    near = (*template.children(requirement.id), *(template.children(requirement.parent) if requirement.parent else ()))
    return tuple(one for one in near if coverage.row(one.id).status is Status.MISSING)


if __name__ == "__main__":
    from editor.ui.preview import preview

    def _preview(session: Session) -> QWidget:
        panel = GuidancePanel()
        panel.show_session(session)
        panel.show_block(session.document.blocks[-1].id)
        return panel

    preview(_preview)
