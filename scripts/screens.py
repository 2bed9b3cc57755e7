"""The pictures of docs/guide.md: `python -m scripts.screens`, offscreen, from the sample plan.

`python -m scripts.screens FOLDER` draws every picture in both looks, at 100, 150 and 200 %, to be looked through;
names of pictures behind it draw only those. A new panel is one row of PICTURES and a paragraph of the guide.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL.Image import Dither, Quantize
from PIL.Image import open as open_image
from PySide6.QtCore import QBuffer, QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from editor.model import storage
from editor.session import Session
from editor.settings import Settings
from editor.ui import app, theme
from editor.ui.main_window import MainWindow
from scripts import scenes

SCREENS = Path(__file__).resolve().parents[1] / "docs" / "screens"
START = "start"  # the one picture without a plan


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its file's name, what the guide writes below it, and how it comes about."""

    name: str
    caption: str
    scene: scenes.Scene


TASK, FIRST = "（一）青少年科学素质提升行动", "云溪县全民科学素质行动"
PICTURES = (
    Picture(START, "开始页", scenes.start),
    Picture("window", "主窗口", scenes.whole(TASK)),
    Picture("wizard", "新建方案", scenes.wizard),
    Picture("outline", "大纲", scenes.panel("outline", TASK)),
    Picture("guidance", "写作指导", scenes.panel("guidance", TASK)),
    Picture("steps", "怎样写成这份方案", scenes.panel("guidance", FIRST)),
    Picture("superior", "对照上级方案", scenes.superior),
    Picture("table", "编辑表格", scenes.table),
    Picture("metadata", "公文要素", scenes.panel("metadata", FIRST)),
    Picture("problems", "问题", scenes.problems),
    Picture("fix", "快速修正", scenes.fix_menu),
    Picture("ignore", "忽略此处", scenes.ignore),
    Picture("rule", "检查项说明", scenes.rule_help),
    Picture("rules", "检查项设置", scenes.action("rules", FIRST)),
    Picture("assign", "设置责任单位", scenes.popover),
    Picture("units", "单位库", scenes.action("units", FIRST)),
    Picture("matrix", "分工矩阵", scenes.matrix),
    Picture("targets", "指标", scenes.targets),
    Picture("preview", "公文预览", scenes.preview),
    Picture("export", "导出公文", scenes.export),
    Picture("excerpts", "导出征求意见稿", scenes.excerpts),
    Picture("compare", "与另一版对比", scenes.compare),
    Picture("import", "导入结果", scenes.imported),
    Picture("find", "查找和替换", scenes.find),
    Picture("replace", "全部替换", scenes.replacing),
    Picture("tour", "快速上手", scenes.tour),
    Picture("help", "帮助", scenes.help_page),
    Picture("palette", "命令面板", scenes.palette),
    Picture("count", "字数统计", scenes.action("count", TASK)),
    Picture("focus", "专注模式", scenes.focus),
    Picture("recovery", "恢复文稿", scenes.recovery),
)


@dataclass(frozen=True, slots=True)
class Variant:
    """A look at a scale on a screen of so many pixels; `suffix` of the file's name."""

    suffix: str
    scale: float
    look: str
    width: int = 1366
    height: int = 768
    only: tuple[str, ...] = ()  # pictures; none are all


GUIDE = (
    Variant("", 1, "light"),
    Variant("-dark", 2, "dark", 2732, 1536),
    Variant("-small", 1.5, "light", only=("window",)),  # a notebook's screen of few pixels
)
EVERY = (
    *(
        Variant(f"-{look}-{round(100 * scale)}", scale, look, round(1366 * scale), round(768 * scale))
        for scale in (1, 1.5, 2)
        for look in ("light", "dark")
    ),
    *(Variant(f"-small-{round(100 * scale)}", scale, "light") for scale in (1.5, 2)),
)


def draw(variant: Variant, names: Sequence[str], folder: Path) -> None:
    """Draw pictures of one variant in this process, whose scale Qt has been told."""
    home = Path(os.environ["NIGAO_HOME"])
    application = QApplication([sys.argv[0], "-style", theme.STYLE])
    application.setProperty(theme.STYLE, True)
    app.prepare(application, variant.look)
    application.setCursorFlashTime(0)
    for picture in PICTURES:
        if not all(picture.name in chosen for chosen in (names, variant.only) if chosen):
            continue
        window = open_window(Settings(look=variant.look), home, has_plan=picture.name != START)
        window.resize(window.screen().availableSize())
        window.move(0, 0)
        window.show()
        window.complete()
        scenes.settle()
        keep(picture.scene(window).toImage(), folder / f"{picture.name}{variant.suffix}.png")
        window.files.session = None
        window.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def open_window(settings: Settings, home: Path, *, has_plan: bool) -> MainWindow:
    """Return a window on the sample plan, which is not touched, or on none."""
    document = storage.load(scenes.SAMPLE).document
    return MainWindow(settings, Session(document, scenes.SAMPLE) if has_plan else None, home)


def keep(image: QImage, file: Path) -> None:
    """Write a picture in 256 colours: a third of the size, and no eye sees it."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    read = open_image(BytesIO(bytes(buffer.data().data()))).convert("RGB")
    read.quantize(colors=256, method=Quantize.MAXCOVERAGE, dither=Dither.NONE).save(file, optimize=True)


def environment(variant: Variant, folder: Path) -> dict[str, str]:
    """Return what a process must be told before Qt starts: the screen, its scale, a folder of its own."""
    screen = {"name": "screen", "x": 0, "y": 0, "width": variant.width, "height": variant.height, "logicalDpi": 96}
    file = folder / f"screen{variant.suffix}.json"
    file.write_text(json.dumps({"screens": [{**screen, "logicalBaseDpi": 96, "dpr": 1}]}), "utf-8")
    return {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
        "QT_SCALE_FACTOR": str(variant.scale),
        "QT_LOGGING_RULES": "default.warning=false",  # the offscreen platform has no window manager to ask
        "NIGAO_HOME": str(folder / f"home{variant.suffix}"),
    }


def main(arguments: Sequence[str]) -> None:
    """Draw the pictures of the guide, or every variant of them into a folder."""
    variants = {one.suffix: one for one in (*GUIDE, *EVERY)}
    if arguments[:1] == ["--variant"]:
        draw(variants[arguments[1]], arguments[3:], Path(arguments[2]))
        return
    folder, names = (Path(arguments[0]), arguments[1:]) if arguments else (SCREENS, ())
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="nigao-screens-") as name:
        for variant in EVERY if arguments else GUIDE:
            command = [sys.executable, "-m", "scripts.screens", "--variant", variant.suffix, str(folder), *names]
            subprocess.run(command, env=environment(variant, Path(name)), check=True)
    print(f"{sum(file.stat().st_size for file in folder.glob('*.png')) / 2**20:.1f} MB in {folder}")


if __name__ == "__main__":
    main(sys.argv[1:])
