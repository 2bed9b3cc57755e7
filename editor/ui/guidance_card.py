"""One requirement's guidance as a card: what is asked, open questions, the superior's words, usual lead, sample."""

from collections.abc import Set

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from editor.guidance import Guidance
from editor.model.document import Metadata
from editor.ui import theme
from editor.ui.labels import function_label
from editor.ui.outline_tree import NEED_WORDS
from editor.ui.passage_box import PassageBox
from templates.new_plan import localise
from templates.questions import Answer, Sought
from templates.register import Register
from templates.requirement import Requirement, Template

_UNVERIFIED = "这一条的名称没有和上级原文核对过，引用时请以上级文件为准。"
_NO_SUPERIOR = "选用上级印发的方案后，这里显示上级在这一项写了什么。"
_INSERT_LIMIT = 6  # more buttons than that are a list nobody reads; the outline shows all
_SOUGHT_WORDS = {Sought.NUMBER: "数字", Sought.DATE: "时间", Sought.UNIT: "单位", Sought.PLACE: "地点"}
_UNFIT = "现有的上级方案对不上这份模板，没有对照；请另选一份。"


class GuidanceCard(QWidget):
    """All that is known about one requirement, in the words of the place; wishes leave as signals."""

    insert_requested = Signal(str)  # id of a requirement
    text_requested = Signal(object, str)  # tuple of paragraphs, the label for undo
    action_requested = Signal(str)
    said = Signal(str)
    unfolded = Signal(str, bool)  # heading of a passage

    def __init__(
        self,
        guidance: Guidance,
        template: Template,
        metadata: Metadata,
        unfolded: Set[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._template = template
        self._metadata = metadata
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.em(self) // 3)
        requirement = guidance.requirement
        self._add_what_is_asked(requirement)
        self._add_questions(guidance.answers)
        self._add_superior(guidance, unfolded)
        self._add_units(requirement)
        self._add_sample(requirement, is_there=requirement not in guidance.missing)
        self._add_insertions(requirement, guidance.missing)

    def _add(self, text: str, role: str = "") -> None:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            theme.set_role(label, role)
        if role == "sample":
            label.setMargin(theme.em(self) // 2)
        if role == "subheading":
            self._layout.addSpacing(theme.em(self) // 3)
        self._layout.addWidget(label)

    def _add_button(self, icon: str, text: str) -> QPushButton:
        button = QPushButton(theme.icon(icon), text, self)
        self._layout.addWidget(button)
        return button

    def _add_what_is_asked(self, requirement: Requirement) -> None:
        self._add(localise(self._template, requirement.name, self._metadata), "heading")
        layer = _layer_name(self._template, requirement)
        self._add(f"{NEED_WORDS[requirement.need]}　出自：{layer}", "muted")
        if not requirement.verified:
            self._add(_UNVERIFIED, "warning")
        self._add(requirement.guidance)

    def _add_questions(self, answers: tuple[Answer, ...]) -> None:
        if not answers:
            return
        left = sum(answer.is_open for answer in answers)
        self._add(f"还没有看到回答的问题：{left}个" if left else "问题都已写到", "subheading")
        for answer in answers:
            self._add(f"{'○' if answer.is_open else '✓'} {answer.question}", "" if answer.is_open else "success")
            if words := _answer_words(answer):
                self._add(words, "muted")

    def _add_superior(self, guidance: Guidance, unfolded: Set[str]) -> None:
        if not guidance.superior:
            self._add("上级怎么写", "subheading")
            self._add(_UNFIT if self._metadata.superior is not None else _NO_SUPERIOR, "muted")
            self._add_button("open", "选用上级方案…").clicked.connect(self._on_superior)
            return
        self._add(f"{guidance.superior}的方案怎么写", "subheading")
        if not guidance.passages:
            self._add("没有写这一项。", "muted")
        for passage in guidance.passages:
            box = PassageBox(passage, is_unfolded=passage.heading in unfolded, parent=self)
            box.setProperty("heading", passage.heading)
            box.insert_requested.connect(self._on_quote)
            box.unfolded.connect(self._on_unfolded)
            box.said.connect(self.said)
            self._layout.addWidget(box)
        if guidance.gaps:
            self._add("上级有、这里还没有", "subheading")
            for gap in guidance.gaps:
                self._add(f"· {gap}")

    def _add_units(self, requirement: Requirement) -> None:
        register = Register(self._metadata)
        for title, functions in (("通常牵头", requirement.leads), ("通常参加", requirement.partners)):
            if functions:
                units = [unit.short or unit.name for unit in register.by_function(functions)]
                words = "、".join(units) or "单位库里没有承担“{}”职责的单位".format(
                    "、".join(map(function_label, functions))
                )
                self._add(title, "subheading")
                self._add(words)

    def _add_sample(self, requirement: Requirement, *, is_there: bool) -> None:
        if not requirement.starting_text:
            return
        sample = localise(self._template, requirement.starting_text, self._metadata)
        self._add("示例文字", "subheading")
        self._add(sample, "sample")
        if is_there:  # otherwise it comes with its heading
            button = self._add_button("insert", "把示例文字插到光标下面")
            button.setProperty("texts", sample.splitlines())
            button.clicked.connect(self._on_sample)

    def _add_insertions(self, requirement: Requirement, missing: tuple[Requirement, ...]) -> None:
        if not missing:
            return
        if requirement not in missing:
            self._add("附近还缺", "subheading")
        for one in missing[:_INSERT_LIMIT]:
            name = localise(self._template, one.name, self._metadata)
            button = self._add_button("insert", "插入此项和示例文字" if one == requirement else f"插入“{_short(name)}”")
            button.setAccessibleName(f"插入“{name}”（{NEED_WORDS[one.need]}）")
            button.setToolTip(f"{NEED_WORDS[one.need]}：{name}")
            button.setProperty("requirement", one.id)
            button.clicked.connect(self._on_insert)
        if len(missing) > _INSERT_LIMIT:
            self._add(f"另有{len(missing) - _INSERT_LIMIT}项，见大纲。", "muted")

    def _on_insert(self) -> None:
        self.insert_requested.emit(self.sender().property("requirement"))

    def _on_sample(self) -> None:
        self.text_requested.emit(tuple(self.sender().property("texts")), "插入示例文字")

    def _on_quote(self, texts: tuple[str, ...]) -> None:
        self.text_requested.emit(texts, "插入上级原文")

    def _on_superior(self) -> None:
        self.action_requested.emit("superior")

    def _on_unfolded(self, unfolded: bool) -> None:
        self.unfolded.emit(self.sender().property("heading"), unfolded)


def _answer_words(answer: Answer) -> str:
    """Return what is seen of an answer and what is not, empty where nothing can be said."""
    said = [f"看来已写到：“{answer.evidence}”"] if answer.evidence else []
    if answer.lacking:
        said.append(f"还没看到{'、'.join(_SOUGHT_WORDS[kind] for kind in answer.lacking)}")
    return "；".join(said)


_LONGEST_NAME = 16  # characters of a name in a button: the panel is narrow, and a button does not wrap


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"


def _layer_name(template: Template, requirement: Requirement) -> str:
    names = dict(zip(template.layers, template.layer_names, strict=True))
    return names.get(requirement.layer, template.name)
