"""Short conversations: an error, unsaved work, export in spite of errors, what an export and an import did, about."""

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.model.errors import UserError
from editor.ui import theme
from editor.ui.choice_dialog import Answers

if TYPE_CHECKING:  # reading and writing docx is loaded when it is needed, not with the window
    from editor.gongwen.export import Report
    from editor.gongwen.tasks.excerpts import ExcerptReport
    from editor.importing.result import Imported
    from editor.model.document import Unit
    from validators.diagnostic import Diagnostic

_SHOWN = 5  # sentences listed before “等”
_ABOUT = (
    "拟稿：从模板起草实施方案，随写随查，导出符合GB/T 9704-2012的公文。\n\n"
    "文稿只存在本机，程序不联网。以MIT许可发布；界面使用Qt（LGPL-3）。"
)


class Choice(StrEnum):
    """What to do with unsaved work."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


def run(dialog: QDialog) -> bool:
    """Show a dialog modally, then let it die; its answers can be read until the event loop runs again."""
    QShortcut(QKeySequence("F1"), dialog).activated.connect(partial(_explain, dialog))
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted


def _explain(dialog: QDialog) -> None:
    """Show the page of the help on a dialog: the window's own F1 does not reach into it."""
    from editor.ui.help_topics import topic_of
    from editor.ui.help_window import show_help

    show_help(topic_of(dialog.focusWidget() or dialog), dialog)


def _chosen(box: QMessageBox, default: QPushButton, escape: QPushButton) -> QAbstractButton:
    """Show the box and return the button that was pressed; closing it counts as `escape`."""
    box.setDefaultButton(default)
    box.setEscapeButton(escape)
    run(box)
    return box.clickedButton()


def show_error(parent: QWidget | None, error: UserError) -> None:
    """Say what went wrong and what to do."""
    box = _box(parent, QMessageBox.Icon.Warning, "没有完成", error.message, error.next_step)
    box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    run(box)


def ask_save(parent: QWidget | None, name: str) -> Choice:
    """Ask whether the changes of the plan `name` shall be saved; Escape and closing the box mean cancel."""
    text = f"“{name}”有改动还没有保存，要保存吗？"
    box = _box(parent, QMessageBox.Icon.Question, "保存改动", text, "不保存就会丢失这些改动。")
    save = box.addButton("保存", QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton("不保存", QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
    clicked = _chosen(box, default=save, escape=cancel)
    if clicked is save:
        return Choice.SAVE
    return Choice.DISCARD if clicked is discard else Choice.CANCEL


def ask_keep_table(parent: QWidget | None) -> Choice:
    """Ask whether the changes of a table shall go into the plan; Escape and closing the box mean: go on editing."""
    box = _box(parent, QMessageBox.Icon.Question, "表格有改动", "表格的改动还没有写进文稿，要写进去吗？", "")
    keep = box.addButton("写进文稿", QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton("放弃改动", QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton("继续编辑", QMessageBox.ButtonRole.RejectRole)
    clicked = _chosen(box, default=keep, escape=cancel)
    if clicked is keep:
        return Choice.SAVE
    return Choice.DISCARD if clicked is discard else Choice.CANCEL


def confirm_export(parent: QWidget | None, errors: "Sequence[Diagnostic]") -> bool:
    """Return whether to export although errors are left; asks nothing where there are none."""
    if not errors:
        return True
    summary = f"还有{len(errors)}处错误没有改，要导出吗？导出不会改动文稿，错误会原样留在公文里。"
    listing = "\n".join(f"{at}. {sentence}" for at, sentence in enumerate(_grouped(errors), 1))
    return run(Listing("导出公文", summary, "没有改的错误", listing, "仍要导出", "返回修改", parent))


def ask_rename(parent: QWidget | None, units: "Sequence[Unit]") -> bool:
    """Return whether the register shall take the names of another place; Escape keeps the names it has."""
    text = "单位库里的单位也要换成新地名的名称吗？"
    names = "、".join(unit.short or unit.name for unit in units[:_SHOWN])
    more = f"换名后为{names}等{len(units)}个；正文里已写的单位不变，由检查指出。"
    box = _box(parent, QMessageBox.Icon.Question, "修改地名", text, more)
    rename = box.addButton("一并换名", QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton("单位库不变", QMessageBox.ButtonRole.RejectRole)
    return _chosen(box, default=rename, escape=keep) is rename


def export_report(parent: QWidget | None, report: "Report", beside: Sequence[str] = ()) -> bool:
    """Say where the 公文 was written, `beside` which files, what was left out; return whether to open the folder."""
    pages = f"，共{report.pages}页" if report.pages else ""
    more = "文中各项齐全，内容已与原稿逐字核对。" if not report.left_out else _listing(report.left_out)
    written = "\n同时生成：".join((str(report.path), *(["、".join(beside)] if beside else [])))
    box = _box(parent, QMessageBox.Icon.Information, "导出完成", f"公文已导出{pages}：\n{written}", more)
    folder = box.addButton("打开所在文件夹", QMessageBox.ButtonRole.ActionRole)
    done = box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    return _chosen(box, default=done, escape=done) is folder


def ask_replace(parent: QWidget | None, text: str, yes: str) -> bool:
    """Return whether to write over what is there already; Escape and closing the box mean no."""
    box = _box(parent, QMessageBox.Icon.Question, "已经存在", text, "")
    replace = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
    return _chosen(box, default=keep, escape=keep) is replace


def excerpts_report(parent: QWidget | None, report: "ExcerptReport") -> bool:
    """Say for how many units a 征求意见稿 was written and for which not; return whether to open the place."""
    text = f"已为{report.written}个单位导出征求意见稿：\n{report.path}"
    box = _box(parent, QMessageBox.Icon.Information, "导出完成", text, _listing(report.said, "项"))
    folder = box.addButton("打开所在文件夹", QMessageBox.ButtonRole.ActionRole)
    done = box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    return _chosen(box, default=done, escape=done) is folder


def import_report(parent: QWidget | None, imported: "Imported") -> None:
    """List what an import took for noise and what it was not sure of; says nothing where all is plain."""
    if imported.noise or imported.notes:
        run(Listing("导入结果", _summary(imported), "导入明细", report_text(imported), "知道了", "", parent))


def about(parent: QWidget | None) -> None:
    """Say what the program is."""
    box = _box(parent, QMessageBox.Icon.NoIcon, "关于拟稿", "拟稿", _ABOUT)
    size = 3 * theme.em(box)
    box.setIconPixmap(theme.icon("app").pixmap(size, size))
    box.addButton("关闭", QMessageBox.ButtonRole.AcceptRole)
    run(box)


class Listing(QDialog):
    """A sentence, a text to read through and copy, and one or two answers; the cautious one is the default."""

    def __init__(
        self, title: str, summary: str, name: str, text: str, accept: str, reject: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        about = QLabel(summary, self)
        about.setWordWrap(True)
        about.setTextFormat(Qt.TextFormat.PlainText)
        shown = QPlainTextEdit(text, self)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(name)
        answers = Answers(self, accept, reject)
        answers.reject_button.setVisible(bool(reject))  # there may be nothing to cancel
        default = answers.reject_button if reject else answers.accept_button
        theme.set_role(answers.accept_button, "" if reject else "primary")
        default.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addWidget(about)
        layout.addWidget(shown, 1)
        layout.addWidget(answers)
        theme.fit(self, 38, 22)
        default.setFocus()


def _summary(imported: "Imported") -> str:
    taken = f"已导入{len(imported.document.blocks)}段。"
    left = (
        f"{len(imported.noise)}行被当作网页、版面的残余，没有放进文稿；请看一遍有没有误删。" if imported.noise else ""
    )
    return taken + left


def report_text(imported: "Imported") -> str:
    """Return the notes and the lines left out, each with its number and the reason."""
    parts = []
    if imported.notes:
        parts.append("说明\n" + "\n".join(imported.notes))
    if imported.noise:
        lines = (f"第{one.line}行（{one.why}）：{one.text}" for one in imported.noise)
        parts.append("没有放进文稿的行\n" + "\n".join(lines))
    return "\n\n".join(parts)


def _grouped(diagnostics: "Sequence[Diagnostic]") -> list[str]:
    """Return one sentence for each rule, with the number of its findings where there are several."""
    rules: dict[str, list[Diagnostic]] = {}
    for one in diagnostics:
        rules.setdefault(one.code, []).append(one)
    return [one[0].message + (f"（同类共{len(one)}处）" if len(one) > 1 else "") for one in rules.values()]


def _listing(sentences: Sequence[str], counter: str = "处") -> str:
    shown = "\n".join(f"• {sentence}" for sentence in sentences[:_SHOWN])
    return shown + (f"\n……等{len(sentences)}{counter}。" if len(sentences) > _SHOWN else "")


def _box(parent: QWidget | None, icon: QMessageBox.Icon, title: str, text: str, more: str) -> QMessageBox:
    box = QMessageBox(icon, title, text, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(more)
    return box
