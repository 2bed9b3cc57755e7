"""How a picture of the guide comes about: what is opened in a window on the sample plan, and what of it is taken."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QLineEdit, QWidget

from editor.importing.importer import import_text
from editor.model.document import Level
from editor.recovery import Recovered
from editor.session import Session
from editor.ui import theme
from editor.ui.main_window import MainWindow
from resources import path

if TYPE_CHECKING:
    from validators.diagnostic import Diagnostic

Scene = Callable[[MainWindow], QPixmap]

SAMPLE = path("samples/yunxi.nigao")
_PLACE = Path("/home/云溪/文稿")  # what dialogs show as the user's folder
_SETTLED = 300  # milliseconds: panels follow a pause of 120
_LONGEST = 20  # seconds for work in other threads
_PASTED = """首页 > 政务公开 > 政策文件
云溪县全民科学素质行动实施方案
为贯彻落实《科学素质纲要》，结合我县实际，制定本方案。
一、总体要求
坚持服务群众,到2028年全县公民具备科学素质的比例达到18%。
【字体：大 中 小】 打印本页 关闭窗口
二、重点任务
（一）青少年科学素质提升行动
扫一扫在手机打开当前页
"""


_TABLE = (
    ("序号", "重点任务", "牵头单位", "完成时限"),
    ("1", "建设科普教育基地", "县科协", "2027年底"),
    ("2", "开展科技活动周", "县科技局", "每年"),
    ("3", "培训农村实用人才", "县农业农村局", "每年"),
)


def settle(ready: Callable[[], bool] = lambda: True) -> None:
    """Let the window do what it does in pauses, and wait until `ready`."""
    end = monotonic() + _LONGEST
    _wait()
    while not ready() and monotonic() < end:
        _wait()


def _wait() -> None:
    """Wait in a loop of Qt's: its test function for it does not let work in other threads run."""
    loop = QEventLoop()
    QTimer.singleShot(_SETTLED, loop.quit)
    loop.exec()


def session_of(window: MainWindow) -> Session:
    """Return the session on the sample plan."""
    if window.files.session is None:
        raise LookupError(SAMPLE)
    return window.files.session


def go(window: MainWindow, words: str) -> None:
    """Put the caret before the first place of `words` in the text."""
    block = next(one for one in session_of(window).document.blocks if words in one.text)
    at = block.text.index(words)
    window.view.jump(block.id, at, at)
    settle()


def whole(words: str) -> Scene:
    """Take the window with the caret at `words`."""

    def scene(window: MainWindow) -> QPixmap:
        go(window, words)
        return window.grab()

    return scene


def panel(name: str, words: str) -> Scene:
    """Take one panel, with the caret at `words`."""

    def scene(window: MainWindow) -> QPixmap:
        window.docks.reveal(name)
        go(window, words)
        return _dock(window, name).grab()

    return scene


def action(name: str, words: str) -> Scene:
    """Take the dialog that an action opens, with the caret at `words`."""

    def scene(window: MainWindow) -> QPixmap:
        go(window, words)
        return asked(window.actions_by_id[name].trigger)

    return scene


def dialog(make: Callable[[MainWindow], QDialog], ready: Callable[[QDialog], bool] = lambda _: True) -> Scene:
    """Take a dialog, when it is `ready`."""

    def scene(window: MainWindow) -> QPixmap:
        made = make(window)
        made.show()
        settle(lambda: ready(made))
        picture = made.grab()
        made.close()
        return picture

    return scene


def asked(call: Callable[[], object]) -> QPixmap:
    """Return the dialog that `call` runs, which is closed then."""
    taken: list[QPixmap] = []

    def take() -> None:
        shown = QApplication.activeModalWidget()
        if shown is None:  # not yet
            QTimer.singleShot(_SETTLED, take)
        else:
            taken.append(shown.grab())
            shown.close()

    QTimer.singleShot(2 * _SETTLED, take)
    call()
    return taken[0]


def over(window: MainWindow, shown: QWidget, ems: float) -> QPixmap:
    """Return a pop-up, at its place over the window, with `ems` of the window around it."""
    picture, around = window.grab(), round(ems * theme.em(window))
    corner = window.mapFromGlobal(shown.mapToGlobal(QPoint()))
    painter = QPainter(picture)
    painter.drawPixmap(corner, shown.grab())
    painter.end()
    part = QRect(corner, shown.size()).adjusted(-around, -around, around, around).intersected(window.rect())
    ratio = picture.devicePixelRatio()
    return picture.copy(QRect(part.topLeft() * ratio, part.size() * ratio))


# what needs more than a line


def start(window: MainWindow) -> QPixmap:
    """Take the window without a plan."""
    settle()
    return window.grab()


def problems(window: MainWindow) -> QPixmap:
    """Take the findings, one of them explained."""
    window.docks.reveal("problems")
    window.actions_by_id["next"].trigger()
    settle()
    return _dock(window, "problems").grab()


def fix_menu(window: MainWindow) -> QPixmap:
    """Take what can be done about the finding at the caret."""
    window.actions_by_id["next"].trigger()
    settle()
    menu = window.checks.menu((_finding(window),), session_of(window))
    menu.popup(window.view.viewport().mapToGlobal(window.view.cursorRect().bottomLeft()))
    settle()
    picture = over(window, menu, 7)
    menu.close()
    return picture


def ignore(window: MainWindow) -> QPixmap:
    """Take why a finding may stand."""
    return asked(lambda: window.rules.ignore(_finding(window)))


def rule_help(window: MainWindow) -> QPixmap:
    """Take the page on one rule."""
    from editor.ui.rule_help import RuleHelp
    from validators.rule import find_rule

    rules = filter(None, (find_rule(one.code) for one in session_of(window).diagnostics))
    return dialog(lambda _: RuleHelp(next(rules), window))(window)


def preview(window: MainWindow) -> QPixmap:
    """Take the pages beside the text."""
    window.toggle_preview()
    settle(lambda: window.preview.panel is not None)
    go(window, "县教育体育局。责任单位")
    pages = window.preview.panel.view
    settle(lambda: bool(pages.pages) and pages.missing() is None)  # set and painted in other threads
    return window.grab()


def matrix(window: MainWindow) -> QPixmap:
    """Take tasks and units."""
    window.overviews.toggle_matrix()
    window.overviews.matrix.resize(window.width() * 9 // 10, window.height() * 7 // 10)
    settle()
    picture = window.overviews.matrix.grab()
    window.overviews.matrix.close()
    return picture


def targets(window: MainWindow) -> QPixmap:
    """Take the figures of the plan."""
    window.toggle_targets()
    settle()
    return _dock(window, "targets").grab()


def compare(window: MainWindow) -> QPixmap:
    """Take the plan beside a version that came back."""
    from editor.model import storage
    from editor.ui.compare_dialog import CompareDialog
    from editor.ui.difference_list import DifferenceList

    old = SAMPLE.read_text("utf-8")
    other = window._data_folder / "返回稿.nigao"
    other.parent.mkdir(parents=True, exist_ok=True)
    changed = old.replace("每年培训600人", "每年培训800人").replace("不少于8学时", "不少于12学时")
    other.write_text(changed.replace("县竹木家具行业协会、", ""), "utf-8")
    storage.load(other)

    def listed(shown: QDialog) -> bool:
        return all(one.topLevelItemCount() for one in shown.findChildren(DifferenceList))

    return dialog(lambda _: CompareDialog(session_of(window), other, "云溪县实施方案", window), listed)(window)


def palette(window: MainWindow) -> QPixmap:
    """Take commands by name."""
    from editor.ui.command_palette import CommandPalette

    go(window, "为贯彻党中央")
    window.actions_by_id["palette"].trigger()
    shown = window.findChild(CommandPalette)
    QTest.keyClicks(QApplication.focusWidget(), "dc")
    settle()
    return over(window, shown, 3)


def popover(window: MainWindow) -> QPixmap:
    """Take the units of a task, chosen at the caret."""
    from editor.ui.assignment_popover import AssignmentPopover

    go(window, "（一）青少年科学素质提升行动")
    window.actions_by_id["assign"].trigger()
    settle()
    picture = over(window, window.findChild(AssignmentPopover), 3)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    return picture


def superior(window: MainWindow) -> QPixmap:
    """Take the guidance beside what the superior's plan says."""
    from editor.model.edits import Transaction, set_metadata
    from templates.superior_plan import superior_of
    from templates.template import DEFAULT_TEMPLATE, load, new_document

    city = new_document(
        load(DEFAULT_TEMPLATE), place="云州市", level=Level.CITY, period=(2026, 2030), issuer="云州市人民政府"
    )
    blocks = tuple(replace(one, text=re.sub("【.*?】", "8", one.text)) for one in city.blocks)
    kept = superior_of(replace(city, blocks=blocks), "云州市方案.docx")
    session = session_of(window)
    session.apply(Transaction("选用上级方案", (set_metadata(session.document, "superior", kept),)))
    window.updates.flush()
    picture = panel("guidance", "（一）青少年科学素质提升行动")(window)
    session.undo()
    window.updates.flush()
    return picture


def table(window: MainWindow) -> QPixmap:
    """Take a table that is being edited."""
    from editor.ui.table_editor import TableEditor

    return dialog(lambda _: TableEditor("编辑表格", _TABLE, (1, 2), parent=window))(window)


def tour(window: MainWindow) -> QPixmap:
    """Take the first card of the tour, with what it points at."""
    go(window, "云溪县全民科学素质行动")
    window.actions_by_id["tour"].trigger()
    settle()
    picture = window.grab()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    return picture


def help_page(window: MainWindow) -> QPixmap:
    """Take the page on the text."""
    from editor.ui.help_window import HelpWindow

    go(window, "为贯彻党中央")
    window.actions_by_id["help"].trigger()
    settle()
    shown = next(one for one in QApplication.topLevelWidgets() if isinstance(one, HelpWindow) and one.isVisible())
    picture = shown.grab()
    shown.close()
    return picture


def find(window: MainWindow) -> QPixmap:
    """Take the bar that finds and replaces, and the text below it."""
    window.actions_by_id["replace"].trigger()
    _search_for(window)
    place = QRect(window.page.mapTo(window, QPoint()), window.page.size())
    picture, ratio = window.grab(), window.devicePixelRatio()
    return picture.copy(QRect(place.topLeft() * ratio, place.size() * ratio))


def replacing(window: MainWindow) -> QPixmap:
    """Take what replacing all would do."""
    window.actions_by_id["replace"].trigger()
    _search_for(window)
    return asked(window.page.find_bar.replace_all)


def wizard(window: MainWindow) -> QPixmap:
    """Take a new plan."""
    from editor.settings import Settings
    from editor.ui.new_plan_wizard import NewPlanWizard

    return dialog(lambda _: NewPlanWizard(Settings(place="云溪县"), window))(window)


def export(window: MainWindow) -> QPixmap:
    """Take where a 公文 is written to and in which layout."""
    from editor.settings import Settings
    from editor.ui.export_dialog import ExportDialog

    settings = Settings(export_table=True, export_pdf=True)

    def never(_: object) -> object:
        raise AssertionError

    return dialog(lambda _: ExportDialog(_PLACE / "云溪县实施方案.docx", settings, never, window))(window)


def excerpts(window: MainWindow) -> QPixmap:
    """Take the excerpts for 征求意见."""
    from editor.gongwen.tasks.excerpts import chosen_shares
    from editor.ui.excerpts_dialog import ExcerptsDialog

    session = session_of(window)
    shares, issuer = chosen_shares(session.analysis), session.document.metadata.issuer
    return dialog(lambda _: ExcerptsDialog(shares, issuer, _PLACE / "征求意见稿 云溪县实施方案", window))(window)


def focus(window: MainWindow) -> QPixmap:
    """Take the text alone."""
    go(window, "（一）青少年科学素质提升行动")
    window.actions_by_id["focus_mode"].trigger()
    settle()
    picture = window.grab()
    window.actions_by_id["focus_mode"].trigger()
    return picture


def recovery(window: MainWindow) -> QPixmap:
    """Take unsaved work of an earlier run."""
    from editor.ui.recovery_dialog import ask_restore

    found = Recovered(Path("x"), session_of(window).document, _PLACE / "云溪县实施方案.nigao", 1_795_000_000)
    return asked(lambda: ask_restore(window, [found]))


def imported(window: MainWindow) -> QPixmap:
    """Take what an import left out."""
    from editor.ui.dialogs import import_report

    return asked(lambda: import_report(window, import_text(_PASTED)))


def _dock(window: MainWindow, name: str) -> QWidget:
    return window.findChild(QDockWidget, name).widget()


def _finding(window: MainWindow) -> "Diagnostic":
    return session_of(window).diagnostics[0]


def _search_for(window: MainWindow) -> None:
    bar = window.page.find_bar
    for name, words in (("查找内容", "科普基地"), ("替换内容", "科普教育基地")):
        field = next(one for one in bar.findChildren(QLineEdit) if one.accessibleName() == name)
        field.setText(words)
    settle()
