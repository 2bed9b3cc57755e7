"""What is said about fonts this computer lacks."""

from collections.abc import Callable

from PySide6.QtGui import QFontDatabase

from editor.gongwen.layout import Faces
from editor.ui.fonts import is_installed, missing_fonts


def only(*installed: str) -> Callable[[str], bool]:
    return lambda face: face in installed


def test_nothing_is_said_where_all_fonts_are_there() -> None:
    assert missing_fonts(Faces(latin="Times New Roman"), lambda _: True) == ""


def test_a_missing_font_comes_with_what_word_will_show() -> None:
    installed = only("仿宋_GB2312", "黑体", "楷体_GB2312", "宋体", "华文中宋")
    said = missing_fonts(Faces(), installed)
    assert said.startswith("本机没有“方正小标宋简体”，Word打开时会用“华文中宋”代替。")
    assert "“黑体”" not in said


def test_without_its_substitute_it_is_songti_and_without_that_another() -> None:
    assert "“方正小标宋简体”，Word打开时会用“宋体”代替" in missing_fonts(Faces(), only("宋体", "仿宋", "黑体", "楷体"))
    said = missing_fonts(Faces(latin="Times New Roman"), only())
    assert "“宋体”、“Times New Roman”，Word打开时会用别的字体代替" in said
    assert said.count("本机没有") == 1


def test_a_house_font_that_is_its_own_substitute_is_not_promised() -> None:
    assert "用“宋体”代替" in missing_fonts(Faces(fangsong="仿宋"), lambda face: face != "仿宋")


def test_a_font_is_known_under_its_other_names(monkeypatch) -> None:
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda name: name in {"FangSong_GB2312", "SimHei"})
    assert is_installed("仿宋_GB2312")
    assert is_installed("黑体")
    assert not is_installed("方正小标宋简体")
