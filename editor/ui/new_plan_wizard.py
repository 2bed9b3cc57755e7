"""The dialog that starts a plan from a template: which template and layer, which place, which years, who issues it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from editor.model.document import BlockKind, Document, Level, clean_line
from editor.settings import Settings
from editor.ui import theme
from editor.ui.choice_dialog import Answers
from editor.ui.labels import LEVELS
from editor.ui.plan_start import guess_level, problems_of, usual_issuer
from templates import template as library
from templates.register import default_units
from templates.requirement import Template


class NewPlanWizard(QDialog):
    """One page with a live preview; `.document()` returns the new plan."""

    def __init__(self, settings: Settings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings or Settings()
        self._infos = library.available()
        self._own_issuer = False  # whether the user wrote the issuer himself
        self.setWindowTitle("新建方案")
        self._build_fields()
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field in (
            ("模板", self._template),
            ("上级", self._layer),
            ("地名", self._place),
            ("级别", self._level),
            ("发文机关", self._issuer),
        ):
            field.setAccessibleName(text)
            form.addRow(text, field)
        form.insertRow(4, "规划期", self._build_period())
        self._answers = Answers(self, "新建")
        self._answers.accept_button.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._build_preview())
        layout.addWidget(self._message)
        layout.addStretch(1)
        layout.addWidget(self._answers)
        unit = theme.em(self)
        self._fill()
        self.resize(34 * unit, self.sizeHint().height())

    def _build_fields(self) -> None:
        self._template = QComboBox(self)
        for info in self._infos:
            self._template.addItem(info.name, info.id)
        self._template.currentIndexChanged.connect(self._on_template)
        self._layer = QComboBox(self)
        self._layer.setToolTip("选了省份，就按该省的实施方案增减模板条目")
        self._layer.currentIndexChanged.connect(self._refresh)
        self._place = QLineEdit(self)
        self._place.setPlaceholderText("全称，如云溪县")
        self._place.textEdited.connect(self._on_place)
        self._level = QComboBox(self)
        for level in Level:
            self._level.addItem(LEVELS[level], level)
        self._level.currentIndexChanged.connect(self._refresh)
        self._issuer = QLineEdit(self)
        self._issuer.setPlaceholderText("全称，如云溪县人民政府办公室")
        self._issuer.textEdited.connect(self._on_issuer)
        for box in (self._template, self._layer):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)

    def _build_period(self) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self._start, self._end = QSpinBox(holder), QSpinBox(holder)
        for box, name in ((self._start, "起始年份"), (self._end, "截止年份")):
            box.setRange(2000, 2100)
            box.setAccessibleName(name)
            box.valueChanged.connect(self._refresh)
        row.addWidget(self._start)
        row.addWidget(QLabel("—", holder))
        row.addWidget(self._end)
        row.addWidget(QLabel("年", holder))
        row.addStretch(1)
        return holder

    def _build_preview(self) -> QWidget:
        holder = QWidget(self)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, theme.em(self), 0, 0)
        caption = QLabel("将要新建", holder)
        theme.set_role(caption, "subheading")
        self._preview = QLabel(holder)
        self._preview.setAccessibleName("预览")
        self._preview.setTextFormat(Qt.TextFormat.PlainText)
        self._preview.setWordWrap(True)
        self._preview.setMargin(theme.em(self) // 2)
        self._preview.setMinimumHeight(4 * self.fontMetrics().lineSpacing() + theme.em(self))
        self._preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.set_role(self._preview, "sample")
        layout.addWidget(caption)
        layout.addWidget(self._preview)
        self._message = QLabel(self)
        self._message.setAccessibleName("还要补充")
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setWordWrap(True)
        theme.set_role(self._message, "error")
        return holder

    def _fill(self) -> None:
        """Start from the default template and what the settings remember of the office."""
        self._on_template()
        self._place.setText(self._settings.place)
        self._issuer.setText(self._settings.issuer or usual_issuer(self._settings.place))
        self._own_issuer = bool(self._settings.issuer)
        self._on_level_guess()
        for layer in self._settings.layers:
            if self._layer.findData(layer) >= 0:
                self._layer.setCurrentIndex(self._layer.findData(layer))
        self._refresh()
        self._place.setFocus()

    def _on_template(self) -> None:
        info = self._infos[self._template.currentIndex()]
        start, end = library.load(info.id).period
        self._start.setValue(start)
        self._end.setValue(end)
        self._layer.clear()
        self._layer.addItem("不选（只按全国模板）", "")
        for layer in info.layers:
            self._layer.addItem(layer.name, layer.id)
        self._refresh()

    def _on_place(self) -> None:
        if not self._own_issuer:
            self._issuer.setText(usual_issuer(self._place_text()))
        self._on_level_guess()
        self._refresh()

    def _on_level_guess(self) -> None:
        level = guess_level(self._place_text())
        if level is not None:
            self._level.setCurrentIndex(self._level.findData(level))

    def _on_issuer(self) -> None:
        self._own_issuer = bool(self._issuer.text().strip())
        self._refresh()

    def _place_text(self) -> str:
        return clean_line(self._place.text()).strip()

    def _chosen_template(self) -> Template:
        layer = self._layer.currentData()
        return library.load(self._template.currentData(), (layer,) if layer else ())

    def document(self) -> Document:
        """Return the new plan, with the default units of the place."""
        place, level = self._place_text(), Level(self._level.currentData())
        return library.new_document(
            self._chosen_template(),
            place=place,
            level=level,
            period=(self._start.value(), self._end.value()),
            issuer=clean_line(self._issuer.text()).strip(),
            units=default_units(place, level),
        )

    def _refresh(self) -> None:
        problems = problems_of(self._place_text(), self._start.value(), self._end.value())
        self._message.setText("".join(problems))
        theme.set_role(self._message, "error" if self._place_text() else "muted")
        self._answers.accept_button.setEnabled(not problems)
        self._preview.setText(_preview(self.document()) if not problems else "填好地名和规划期，这里显示方案的标题。")


def _preview(document: Document) -> str:
    title = next((block.text for block in document.blocks if block.kind is BlockKind.TITLE), "")
    headings = sum(block.kind is BlockKind.HEADING for block in document.blocks)
    metadata = document.metadata
    return (
        f"{title}\n正文称“我{metadata.prefix}”“全{metadata.prefix}”；"
        f"按模板列出{headings}个标题；单位库预置{len(metadata.units)}个单位，可以随时修改。"
    )


if __name__ == "__main__":
    from editor.ui.preview import preview

    preview(lambda _session: NewPlanWizard())
