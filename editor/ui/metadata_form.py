"""The form of 公文要素, the plan's own facts and the template's fields, with the findings below each field."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editor.model.document import Metadata
from editor.session import Change, Session
from editor.ui import theme
from editor.ui.choice_fields import ChoiceField
from editor.ui.field_row import FieldRow
from editor.ui.labels import element_label
from editor.ui.metadata_fields import ELEMENTS, belongs, from_text, make_editor, to_text
from templates import template as library
from templates.requirement import Field as TemplateField
from validators.diagnostic import Diagnostic

_META = "meta:"


class MetadataForm(QWidget):
    """All fields of a plan in groups; a field is told when the user has finished it."""

    field_changed = Signal(str, object)
    template_field_changed = Signal(str, str)
    units_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._rows: dict[str, FieldRow] = {}
        self._template_rows: dict[str, FieldRow] = {}
        self._template: object = None
        self._shown: Metadata | None = None  # what the fields show; None: nothing of the open document yet
        self._empty = QLabel("打开文稿后，这里填写发文字号、主送机关、成文日期等公文要素。", self)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setMargin(theme.em(self))
        theme.set_role(self._empty, "empty")
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("公文要素")
        self._scroll.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty)
        layout.addWidget(self._scroll)

    def _build_page(self) -> QWidget:
        page = QWidget()
        layout = self._page_layout = QVBoxLayout(page)
        layout.setSpacing(theme.em(self) // 2)
        for group, entries in ELEMENTS:
            layout.addWidget(_group_title(group, page))
            for key, kind, hint in entries:
                row = FieldRow(element_label(key), make_editor(kind, hint, page), page)
                row.edited.connect(self._on_edited)
                row.setObjectName(key)
                self._rows[key] = row
                layout.addWidget(row)
            if group == "方案":
                layout.addLayout(self._build_units(page))
        self._template_box = QWidget(page)
        QVBoxLayout(self._template_box).setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._template_box)
        layout.addStretch(1)
        return page

    def _build_units(self, page: QWidget) -> QVBoxLayout:
        self._units = QLabel(page)
        self._edit_units = QPushButton(theme.icon("units"), "编辑单位库…", page)
        self._edit_units.clicked.connect(self.units_requested)
        box = QVBoxLayout()
        box.setSpacing(theme.em(self) // 5)
        box.addWidget(self._units)
        box.addWidget(self._edit_units)
        return box

    def show_session(self, session: Session) -> None:
        """Show the fields of another document."""
        self._session = session
        self._shown = None
        if self._is_seen():
            self._catch_up()

    def on_change(self, change: Change) -> None:
        """Follow a change: fields that got another value, and the findings beside them; a hidden form waits."""
        if self._is_seen():
            self._catch_up()

    def on_front(self, is_in_front: bool) -> None:
        """Show the open document's values when the form's tab comes to the front."""
        if is_in_front:
            self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Build what nobody has looked at yet, unless another tab hides it again at once, as at the start."""
        super().showEvent(event)
        if self._scroll.widget() is None:
            QTimer.singleShot(0, self, self._on_shown)
        else:
            self._catch_up()

    def _on_shown(self) -> None:
        if self._is_seen():
            self._catch_up()

    def _is_seen(self) -> bool:
        """Return whether any of the form is in sight; Qt takes a tab behind another one for visible."""
        return self.isVisible() and not self.visibleRegion().isEmpty()

    def _catch_up(self) -> None:
        """Bring all fields in line with the open document."""
        session = self._session
        if session is None:
            return
        if self._scroll.widget() is None:
            self._scroll.setWidget(self._build_page())
        self._empty.hide()
        self._scroll.show()
        self._scroll.widget().setEnabled(not session.read_only)
        first, self._metadata = self._shown is None, session.document.metadata
        if self._shown is not self._metadata:
            self._show_values(self._metadata, self._shown)
            self._shown = self._metadata
        self._show_findings(session.diagnostics)
        if first:
            bar = self._scroll.verticalScrollBar().sizeHint().width()
            self._scroll.setMinimumWidth(self._scroll.widget().minimumSizeHint().width() + bar)  # no label is clipped

    def reveal(self, key: str) -> None:
        """Bring the field of "meta:<key>" into view and give it the focus."""
        self._catch_up()
        row = self._rows.get(key)
        if row is not None:
            row.show()  # even one that the format has no place for: what is to be mended must be seen
            self._scroll.ensureWidgetVisible(row)
            row.editor.setFocus()

    def commit(self) -> None:
        """Tell of a field that is still being written; call before saving."""
        for row in (*self._rows.values(), *self._template_rows.values()):
            if row.editor.hasFocus() or row.editor.isAncestorOf(self.focusWidget()):
                row.commit()

    def _show_values(self, metadata: Metadata, before: Metadata | None) -> None:
        """Show the values that differ from `before`; what the user is writing elsewhere stays."""
        self._show_template(before)
        for key, row in self._rows.items():
            if before is None or getattr(before, key) != getattr(metadata, key):
                row.show_value(to_text(key, getattr(metadata, key)))
        for field_id, row in self._template_rows.items():
            if before is None or before.field(field_id) != metadata.field(field_id):
                row.show_value(metadata.field(field_id))
        self._units.setText(f"单位库：{len(metadata.units)}个单位")
        for key, row in self._rows.items():
            row.setVisible(belongs(key, metadata))

    def _show_template(self, before: Metadata | None) -> None:
        """Rebuild the template's own fields when another template or layer is used."""
        template = self._session.analysis.template if self._session is not None else None
        if before is None:
            self._fill_layers()
        if template is self._template:
            return
        self._template = template
        box = QWidget()
        self._template_rows = {}
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        group = ""
        for field in template.fields if template is not None else ():
            if field.group != group:
                group = field.group
                layout.addWidget(_group_title(group, box))
            row = self._template_row(field, box)
            row.show_value(self._metadata.field(field.id))
            layout.addWidget(row)
        self._page_layout.replaceWidget(self._template_box, box)
        self._template_box.hide()
        self._template_box.deleteLater()
        self._template_box = box

    def _template_row(self, field: TemplateField, parent: QWidget) -> FieldRow:
        name = f"{field.name}（必填）" if field.required else field.name
        row = FieldRow(name, make_editor(field.kind, field.hint, parent), parent)
        row.setObjectName(field.id)
        row.edited.connect(self._on_template_edited)
        self._template_rows[field.id] = row
        return row

    def _fill_layers(self) -> None:
        editor = self._rows["layers"].editor
        if not isinstance(editor, ChoiceField) or self._session is None:
            return
        editor.clear()
        editor.addItem("不选（只按全国模板）", "")
        chosen = self._session.document.template
        for info in library.available():
            for layer in info.layers if info.id == chosen else ():
                editor.addItem(layer.name, layer.id)

    def _on_edited(self, value: str) -> None:
        key = self.sender().objectName()
        new = from_text(key, value)
        if new != getattr(self._metadata, key):
            self.field_changed.emit(key, new)

    def _on_template_edited(self, value: str) -> None:
        field_id = self.sender().objectName()
        if value != self._metadata.field(field_id):
            self.template_field_changed.emit(field_id, value)

    def _show_findings(self, diagnostics: Iterable[Diagnostic]) -> None:
        found: dict[str, list[Diagnostic]] = {}
        for diagnostic in diagnostics:
            if diagnostic.range is not None and diagnostic.range.block_id.startswith(_META):
                found.setdefault(diagnostic.range.block_id.removeprefix(_META), []).append(diagnostic)
        for key, row in self._rows.items():
            row.show_findings(found.get(key, ()))


def _group_title(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    theme.set_role(label, "subheading")
    return label


if __name__ == "__main__":
    from editor.ui.preview import preview

    def _preview(session: Session) -> QWidget:
        panel = MetadataForm()
        panel.show_session(session)
        return panel

    preview(_preview)
