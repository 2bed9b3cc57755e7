"""Choosing files: the same few words and endings everywhere."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from editor.model.document import BlockKind, Document
from editor.model.files import safe_name

PLANS = "拟稿文件 (*.nigao)"
SOURCES = "可导入的文件 (*.docx *.txt *.html *.htm)"
VERSIONS = "另一版文稿 (*.nigao *.docx *.txt *.html *.htm)"
SUPERIORS = "上级方案 (*.docx *.nigao *.txt *.html *.htm)"
WORD = "Word 文档 (*.docx)"
EXCEL = "Excel 工作簿 (*.xlsx)"
PDF = "PDF 文件 (*.pdf)"
PROFILES = "排版配置 (*.json)"
ARCHIVES = "压缩文件 (*.zip)"


def choose_open(parent: QWidget, title: str, folder: str, kinds: str) -> Path | None:
    """Return the file the user chose to open, None if none."""
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
    return Path(name) if name else None


def choose_save(parent: QWidget, title: str, place: Path, kinds: str) -> Path | None:
    """Return where the user wants a file written, `place` being proposed; Qt asks before another is replaced.

    The ending is part of what Qt asks about: added afterwards it could hit a file nobody was asked about.
    """
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, title, str(place.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(place.suffix.removeprefix("."))
    dialog.selectFile(place.name)
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    files = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(files[0]) if accepted and files else None


def choose_folder(parent: QWidget, title: str, place: Path) -> Path | None:
    """Return the folder the user chose, None if none."""
    from PySide6.QtWidgets import QFileDialog

    name = QFileDialog.getExistingDirectory(parent, title, str(place))
    return Path(name) if name else None


def file_name(title: str, suffix: str) -> str:
    """Return a name for a file that holds the plan `title`."""
    return (safe_name(title) or "未命名方案") + suffix


def plan_name(document: Document, path: Path | None) -> str:
    """Return what a plan is called: its file, else its title."""
    if path is not None:
        return path.stem
    title = next((block.text for block in document.blocks if block.kind is BlockKind.TITLE), "")
    return title or "未命名方案"
