"""Which fonts of a layout this computer lacks, and what Word will put in their place."""

from collections.abc import Callable

from PySide6.QtGui import QFontDatabase

from editor.gongwen.layout import Faces

# Chinese name → the other names under which systems list the same font.
_ALIASES = {
    "仿宋_GB2312": ("FangSong_GB2312",),
    "楷体_GB2312": ("KaiTi_GB2312",),
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S",),
    "方正小标宋_GBK": ("FZXiaoBiaoSong-B05",),
    "黑体": ("SimHei",),
    "宋体": ("SimSun",),
    "新宋体": ("NSimSun",),
    "仿宋": ("FangSong",),
    "楷体": ("KaiTi",),
    "华文中宋": ("STZhongsong",),
    "华文仿宋": ("STFangsong",),
    "华文楷体": ("STKaiti",),
    "华文黑体": ("STHeiti",),
}
_LAST_RESORT = "宋体"  # what Word takes for Chinese where neither the font nor its substitute is there


def is_installed(face: str) -> bool:
    """Return whether the system has a font, under any of its names."""
    return any(QFontDatabase.hasFamily(name) for name in (face, *_ALIASES.get(face, ())))


def missing_fonts(faces: Faces, has: Callable[[str], bool] = is_installed) -> str:
    """Return a sentence that names the fonts of a layout which are not installed, and what Word shows instead.

    "" where all are installed; the file names the right fonts all the same.
    """
    wanted = dict(faces.substitutes) | ({faces.latin: ""} if faces.latin else {})
    groups: dict[str, list[str]] = {}
    for face, substitute in wanted.items():
        if not has(face):
            groups.setdefault(_stand_in(substitute, has), []).append(f"“{face}”")
    if not groups:
        return ""
    said = (f"本机没有{'、'.join(missing)}，Word打开时会用{other}代替" for other, missing in groups.items())
    return f"{'；'.join(said)}。文件里写明的仍是这些字体，在装有它们的电脑上显示和打印才准确。"


def _stand_in(substitute: str, has: Callable[[str], bool]) -> str:
    """Return what Word takes, quoted: the font that the file names for this, then 宋体, then whatever it finds."""
    found = next((face for face in (substitute, _LAST_RESORT) if substitute and has(face)), "")
    return f"“{found}”" if found else "别的字体"
