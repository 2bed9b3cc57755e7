"""One requirement's guidance as a card: name and need, what to say, questions, usual lead, sample, what to insert."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from editor.model.document import Metadata
from editor.ui import theme
from editor.ui.labels import function_label
from editor.ui.outline_tree import NEED_WORDS
from templates.new_plan import localise
from templates.register import Register
from templates.requirement import Requirement, Template

_UNVERIFIED = "这一条的名称没有和上级原文核对过，引用时请以上级文件为准。"
_INSERT_LIMIT = 6  # more buttons than that are a list nobody reads; the outline shows all


class GuidanceCard(QWidget):
    """All the template knows about one requirement, in the words of the place."""

    insert_requested = Signal(str)

    def __init__(
        self,
        requirement: Requirement,
        missing: Sequence[Requirement],
        template: Template,
        metadata: Metadata,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.em(self) // 3)
        self._add(localise(template, requirement.name, metadata), "heading")
        layer = _layer_name(template, requirement)
        self._add(f"{NEED_WORDS[requirement.need]}　出自：{layer}", "muted")
        if not requirement.verified:
            self._add(_UNVERIFIED, "warning")
        self._add(requirement.guidance)
        if requirement.questions:
            self._add("写之前先回答", "subheading")
            self._add("\n".join(f"{number}. {text}" for number, text in enumerate(requirement.questions, start=1)))
        self._add_units(requirement, metadata)
        if requirement.starting_text:
            self._add("示例文字", "subheading")
            self._add(localise(template, requirement.starting_text, metadata), "sample")
        self._add_insertions(requirement, missing, template, metadata)

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

    def _add_units(self, requirement: Requirement, metadata: Metadata) -> None:
        register = Register(metadata)
        for title, functions in (("通常牵头", requirement.leads), ("通常参加", requirement.partners)):
            if functions:
                units = [unit.short or unit.name for unit in register.by_function(functions)]
                words = "、".join(units) or "单位库里没有承担“{}”职责的单位".format(
                    "、".join(map(function_label, functions))
                )
                self._add(title, "subheading")
                self._add(words)

    def _add_insertions(
        self, requirement: Requirement, missing: Sequence[Requirement], template: Template, metadata: Metadata
    ) -> None:
        if not missing:
            return
        if requirement not in missing:
            self._add("附近还缺", "subheading")
        for one in missing[:_INSERT_LIMIT]:
            name = localise(template, one.name, metadata)
            text = "插入此项和示例文字" if one == requirement else f"插入“{name}”"
            button = QPushButton(theme.icon("insert"), text, self)
            button.setAccessibleName(f"插入“{name}”（{NEED_WORDS[one.need]}）")
            button.setToolTip(f"{NEED_WORDS[one.need]}：{name}")
            button.setProperty("requirement", one.id)
            button.clicked.connect(self._on_insert)
            self._layout.addWidget(button)
        if len(missing) > _INSERT_LIMIT:
            self._add(f"另有{len(missing) - _INSERT_LIMIT}项，见大纲。", "muted")

    def _on_insert(self) -> None:
        self.insert_requested.emit(self.sender().property("requirement"))


def _layer_name(template: Template, requirement: Requirement) -> str:
    names = dict(zip(template.layers, template.layer_names, strict=True))
    return names.get(requirement.layer, template.name)
