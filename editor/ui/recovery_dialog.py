"""Unsaved work that was found at the start: asking what to do with it, and going on with it."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from editor.model import storage
from editor.model.document import Document, Metadata
from editor.model.edits import Edit, ReplaceBlocks, SetMetadata, Transaction
from editor.model.errors import UserError
from editor.recovery import Recovered
from editor.session import Session
from editor.ui import dialogs
from editor.ui.file_dialogs import plan_name


class Answer(StrEnum):
    """What to do with unsaved work that was found."""

    RESTORE = "restore"
    DISCARD = "discard"
    LATER = "later"


def ask_restore(parent: QWidget | None, found: Sequence[Recovered]) -> Answer:
    """Ask about the newest of the works found; Escape and closing the box put the question off."""
    newest = found[0]
    when = datetime.fromtimestamp(newest.saved_at).astimezone().strftime("%Y年%m月%d日 %H:%M")
    name = plan_name(newest.document, newest.path)
    more = f"另有 {len(found) - 1} 份较早的，下次启动时再问。" if len(found) > 1 else ""
    box = QMessageBox(QMessageBox.Icon.Question, "恢复文稿", f"上次没有正常退出，“{name}”有未保存的内容（{when}）。")
    box.setParent(parent, box.windowFlags())
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(f"要恢复吗？恢复后原文件不变，直到您保存。{more}")
    restore = box.addButton("恢复", QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton("丢弃", QMessageBox.ButtonRole.DestructiveRole)
    later = box.addButton("以后再说", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(restore)
    box.setEscapeButton(later)
    dialogs.run(box)
    clicked = box.clickedButton()
    if clicked is restore:
        return Answer.RESTORE
    return Answer.DISCARD if clicked is discard else Answer.LATER


def recovered_session(recovered: Recovered) -> Session:
    """Return a session on the unsaved work as one change of what is saved: undo leads back there."""
    base = _saved(recovered)
    session = Session(base, recovered.path)
    session.apply(Transaction("恢复未保存的内容", tuple(_difference(base, recovered.document))))
    return session


def _saved(recovered: Recovered) -> Document:
    """Return what is on disk, or an empty plan where there is none that could be read."""
    empty = replace(recovered.document, metadata=Metadata(), blocks=())
    if recovered.path is None:
        return empty
    try:
        saved = storage.load(recovered.path).document
    except UserError:  # the file is gone or damaged: the recovered text is all there is, and it is shown as unsaved
        return empty
    return saved if (saved.template, saved.extra) == (empty.template, empty.extra) else empty


def _difference(old: Document, new: Document) -> list[Edit]:
    edits: list[Edit] = [
        SetMetadata(field.name, getattr(old.metadata, field.name), getattr(new.metadata, field.name))
        for field in fields(Metadata)
        if getattr(old.metadata, field.name) != getattr(new.metadata, field.name)
    ]
    if old.blocks != new.blocks:
        edits.append(ReplaceBlocks(0, old.blocks, new.blocks))
    return edits
