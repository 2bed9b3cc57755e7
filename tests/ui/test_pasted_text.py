import pytest
from PySide6.QtCore import QMimeData

from editor.ui.pasted_text import pasted_text, tidy


def test_text_within_a_line_stays_as_it_is():
    assert tidy("  甲 乙　") == "  甲 乙　"


def test_paragraphs_lose_indents_and_the_empty_lines_between_them():
    assert tidy("　　甲。\r\n\r\n\r\n  （一）乙 \n\t丙") == "甲。\n（一）乙\n丙"


@pytest.mark.parametrize(
    ("copied", "taken"), [("甲\n乙\n", "甲\n乙\n"), ("\n甲", "\n甲"), ("甲\n\n\n", "甲\n"), ("\n\n", "\n")]
)
def test_a_line_break_at_an_end_tells_of_whole_paragraphs_and_stays(copied, taken):
    assert tidy(copied) == taken


def test_a_web_page_comes_in_as_its_paragraphs():
    data = QMimeData()
    data.setHtml("<h1>标题</h1><p></p><p>&nbsp;第一段<b>粗</b></p><script>x</script><div>第二段</div>")
    assert pasted_text(data) == "标题\n第一段粗\n第二段"
