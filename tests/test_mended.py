"""What the import mends or leaves out is told with the line of the source, one report a class, without a fix."""

from editor.importing.importer import import_text
from editor.reports.checked import CheckedFile
from validators.diagnostic import Diagnostic

HEAD = (
    "云政发〔2026〕3号",
    "",
    "云溪县人民政府",
    "关于印发云溪县“十五五”全民科学素质",
    "行动规划纲要实施方案的通知",
    "",
    "各乡镇人民政府，县政府各部门：",
    "现将《云溪县“十五五”全民科学素质行动规划纲要实施方案》印发给你们，请认真组织实施。",
    "",
    "                              云溪县人民政府",
    "                                2026年3月2日",
    "",
    "（此件公开发布）",
    "",
    "云溪县“十五五”全民科学素质行动规划纲要实施方案",
    "",
)
BODY = (
    "[bookmark: _GoBack]为贯彻落实关于科普工作的部署，结合实际，制定本方案。",
    "一、总体要求",
    "坚持党(dang)的领导，<b>突出</b>重点，各\u200b单位要落实责任。",
    "&nbsp;各镇要加强领导。",
)


def checked(*lines: str) -> CheckedFile:
    imported = import_text("\n".join(lines), "a.txt")
    return CheckedFile.check("a.txt", imported.document, imported)


def of(file: CheckedFile, code: str) -> list[Diagnostic]:
    return [one for one in file.diagnostics if one.code == code]


def lines_of(file: CheckedFile, one: Diagnostic) -> list[int | None]:
    assert one.range is not None
    first = file.place(one.range)[0]
    return [first, *(int(related.block_id.removeprefix("line:")) for related in one.related)]


def test_remnants_taken_out_are_told_once_a_class_with_all_their_lines() -> None:
    file = checked(*HEAD, *BODY)
    start = len(HEAD) + 1
    (markup,) = of(file, "TXT005")
    assert lines_of(file, markup) == [start, start + 2, start + 3]
    assert "[bookmark" in markup.message
    (invisible,) = of(file, "TXT003")
    assert lines_of(file, invisible) == [start + 2]
    (reading,) = of(file, "TXT013")
    assert lines_of(file, reading) == [start + 2]
    assert all(one.fix is None for one in (markup, invisible, reading))


def test_a_title_that_broke_inside_a_word_and_a_signature_moved_with_blanks_are_told() -> None:
    file = checked(*HEAD, *BODY)
    (title,) = of(file, "ELM030")
    assert title.range is not None
    assert file.place(title.range)[0] == 4
    assert "全民科学素质行动" in title.message
    (signature,) = of(file, "ELM031")
    assert lines_of(file, signature) == [10, 11]


def test_a_clean_source_gets_none_of_these() -> None:
    head = [line.strip() for line in HEAD]
    head[3:5] = ["关于印发云溪县“十五五”全民科学素质行动", "规划纲要实施方案的通知"]
    file = checked(*head, "为贯彻落实关于科普工作的部署，结合实际，制定本方案。", "一、总体要求", "各单位要落实责任。")
    codes = {one.code for one in file.diagnostics}
    assert not codes & {"TXT003", "TXT005", "TXT013", "TXT016", "ELM030", "ELM031", "PUN002"}


def test_an_indentation_of_the_source_is_no_slip() -> None:
    file = checked(*HEAD, "　　为贯彻落实关于科普工作的部署，制定本方案。", "　　一、总体要求", "　　各单位要落实。")
    assert of(file, "TXT010") == []
