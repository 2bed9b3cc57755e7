"""Writing the excerpts while the window stays alive: a progress bar, a way to stop, and what came of it."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget

from editor.gongwen.tasks.excerpts import ExcerptReport, Stopped, Wishes, export_excerpts
from editor.ui import dialogs, theme
from templates.analysis import Analysis

_PATIENCE = 300  # milliseconds before the bar is shown


def write_excerpts(parent: QWidget, analysis: Analysis, path: Path, wishes: Wishes) -> ExcerptReport | None:
    """Write the excerpts, a few milliseconds each; None where the user stops. Raises UserError as the export does."""
    bar = QProgressDialog("正在生成征求意见稿…", "停止", 0, 0, parent)
    bar.setWindowTitle("导出征求意见稿")
    bar.setWindowModality(Qt.WindowModality.WindowModal)  # setValue handles events: the plan must stay as it is
    bar.setMinimumDuration(_PATIENCE)
    bar.setMinimumWidth(34 * theme.em(bar))  # the names of the units differ: the box must not jump
    stripe = QProgressBar(bar)
    stripe.setTextVisible(False)
    stripe.setAccessibleName("进度")
    bar.setBar(stripe)

    def show(done: int, total: int, unit: str) -> None:
        bar.setMaximum(total)
        bar.setLabelText(f"正在生成第{done + 1}份，共{total}份：{unit}")
        bar.setValue(done)
        if bar.wasCanceled():
            raise Stopped

    try:
        return export_excerpts(analysis, path, wishes, show)
    except Stopped:
        return None
    finally:
        bar.close()
        bar.deleteLater()


def tell_excerpts(parent: QWidget, report: ExcerptReport) -> None:
    """Say what was written and what to look at, and open the place if the user wants to."""
    if dialogs.excerpts_report(parent, report):
        place = report.path if report.path.is_dir() else report.path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
