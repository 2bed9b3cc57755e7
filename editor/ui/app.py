"""Starting the window: input method, language, look, what happens on an error nobody caught."""

import faulthandler
import logging
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from editor import settings
from editor.model.errors import UserError
from editor.ui import theme
from editor.ui.looks import colours_of
from editor.ui.main_window import MainWindow

_LOG = logging.getLogger("nigao")


def build(arguments: Sequence[str] = ()) -> tuple[QApplication, MainWindow]:
    """Return the application and its window, on the file named by the first argument if there is one."""
    choose_input_method(os.environ)
    os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")  # else Qt waits 5 ms before it paints a key
    application = QApplication([sys.argv[0], "-style", theme.STYLE])
    application.setProperty(theme.STYLE, True)
    folder = settings.data_folder()
    kept = settings.load(folder)
    prepare(application, kept.look)
    _log_into(folder)
    window = MainWindow(kept, None, folder)
    if arguments:
        window.files.open_at_start(Path(arguments[0]))
    return application, window


def run(arguments: Sequence[str] = ()) -> int:
    """Show the window, offer what an earlier run left unsaved, and return the exit code when it is closed."""
    if sentence := missing_library(os.environ):
        sys.stderr.write(sentence + "\n")
        return 2
    application, window = build(arguments)
    sys.excepthook = LastResort(window)
    window.show()
    QTimer.singleShot(0, window.begin)
    code = application.exec()
    sys.excepthook = sys.__excepthook__
    return code


def missing_library(environment: Mapping[str, str]) -> str:
    """Return a sentence where Qt would abort for want of a screen or a system library, empty where it can start."""
    wanted = environment.get("QT_QPA_PLATFORM", "xcb" if "WAYLAND_DISPLAY" not in environment else "wayland")
    if not sys.platform.startswith("linux") or not wanted.startswith("xcb"):
        return ""
    import ctypes  # a start without need for it is 5 ms faster

    if not environment.get("DISPLAY"):
        return "拟稿：没有显示器，窗口打不开。命令行仍可使用，请看 python main.py --help。"
    try:
        ctypes.CDLL(str(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath)) / "libQt6XcbQpa.so.6"))
    except OSError as error:  # "libxcb-icccm.so.4: cannot open shared object file …"
        library = str(error).partition(":")[0]
        return f"拟稿：缺少系统库 {library}，窗口打不开。请先运行 make setup，或请管理员安装后再启动。"
    return ""


def choose_input_method(environment: "os._Environ[str] | dict[str, str]") -> None:
    """Let Qt talk to fcitx through ibus where its own fcitx plug-in is missing (the wheels of PySide6 have none).

    To be called before the QApplication is made.
    """
    asked = f"{environment.get('QT_IM_MODULE', '')} {environment.get('XMODIFIERS', '')}".lower()
    if not sys.platform.startswith("linux") or "fcitx" not in asked:
        return
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    if not any("fcitx" in file.name for file in plugins.glob("*")):
        environment["QT_IM_MODULE"] = "ibus"


def prepare(application: QApplication, look: str = "") -> None:
    """Give the application its name, Qt's own words in Chinese, fonts and colours."""
    application.setApplicationName("nigao")
    application.setApplicationDisplayName("拟稿")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(application)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
    theme.apply(application, colours_of(look))
    application.setWindowIcon(theme.icon("app"))


class LastResort:
    """Takes an exception nobody caught: keeps the work, writes the log, shows one sentence; the program goes on."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._busy = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Do so once for an error and those that follow from it while it is shown."""
        _LOG.error("uncaught", exc_info=(kind, error, trace))
        if self._busy or issubclass(kind, KeyboardInterrupt):
            return
        self._busy = True
        from editor.ui import dialogs

        try:
            self._window.keep_work()
            sentence = f"程序出了意外（{kind.__name__}），未保存的内容已备份。"
            dialogs.show_error(self._window, UserError(sentence, "请先保存文稿；若再次出现，请重新启动程序。"))
        finally:
            self._busy = False


def _log_into(folder: Path) -> None:
    """Write errors and crashes into the user's folder; without one the program still runs."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(folder / "errors.log", encoding="utf-8", delay=True)
        crash = (folder / "crash.log").open("a", encoding="utf-8")
    except OSError as error:
        _LOG.warning("no log: %s", error)
        return
    _LOG.addHandler(handler)
    faulthandler.enable(crash)
