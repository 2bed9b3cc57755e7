"""Files of many encodings are read; what cannot be read is refused with one Chinese sentence and a next step."""

import os
from pathlib import Path

import pytest

from editor.importing import readers
from editor.importing.importer import import_bytes, import_path, import_text
from editor.model.errors import UnreadableFile
from tests.importing.samples import LABELS_ON_TWO_LINES as SAMPLE

TEXT = SAMPLE.text


def refusal(data: bytes, name: str = "方案.txt") -> str:
    with pytest.raises(UnreadableFile) as refused:
        import_bytes(data, name)
    assert refused.value.next_step.endswith("。")
    assert "\n" not in str(refused.value)
    return refused.value.message


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "gb18030", "utf-16-le", "utf-16-be"],
)
def test_usual_encodings_give_the_same_document(data: bytes) -> None:
    found = import_bytes(data, "方案.txt")
    assert found.roles == SAMPLE.roles
    assert [b.text for b in found.document.blocks] == [b.text for b in import_text(TEXT).document.blocks]


@pytest.mark.parametrize("encoding", ["big5", "shift_jis", "euc-kr"])
def test_other_encodings_are_refused(encoding: str) -> None:
    assert "编码" in refusal(TEXT.encode(encoding, errors="ignore"))


def test_broken_utf_8_is_refused() -> None:
    data = TEXT.encode()
    assert "编码" in refusal(data[:1000] + b"\xff\xff\xff" + data[1000:])


@pytest.mark.parametrize("data", [b"", b"  \r\n\t ", "\u3000\n\u00a0".encode()])
def test_empty_files_are_refused(data: bytes) -> None:
    assert "空" in refusal(data)


def test_files_of_other_kinds_are_named() -> None:
    assert ".doc" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "PDF" in refusal(b"%PDF-1.7\n")
    assert "RTF" in refusal(b"{\\rtf1\\ansi}")
    assert "图片" in refusal(b"\x89PNG\r\n\x1a\n")
    assert "不是文本文件" in refusal(bytes(range(256)) * 10)
    assert "不是文本文件" in refusal(b"\x01\x02\x03\x04text" * 100)


def test_a_doc_says_how_to_go_on() -> None:
    with pytest.raises(UnreadableFile, match=r"另存为 \.docx"):
        import_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧.doc")


def test_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MAX_CHARACTERS", 1000)
    assert "上限" in refusal("科普。".encode() * 400)
    monkeypatch.setattr(readers, "MAX_CHARACTERS", 10**7)
    monkeypatch.setattr(readers, "MAX_LINES", 100)
    assert "行" in refusal("科普\n".encode() * 101)


def test_ten_megabytes_of_text_are_read() -> None:
    paragraph = "　　坚持需求导向，推动科普资源下沉基层，服务群众生产生活，不断提升公民科学素质。" * 20 + "\n"
    text = "一、总体要求\n" + paragraph * (10_000_000 // len(paragraph.encode()))
    found = import_bytes(text.encode(), "长.txt")
    assert len(found.document.blocks) == text.count("\n")


def test_missing_directory_and_pipe_are_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "管道.txt"
    os.mkfifo(pipe)
    for path in (tmp_path, tmp_path / "没有.txt", pipe, Path("/dev/zero")):
        with pytest.raises(UnreadableFile):
            import_path(path)


def test_odd_file_names_are_read(tmp_path: Path) -> None:
    for name in ("全角　名称.txt", "科普😀.txt", "带\n换行.txt", " 末尾空格 ", "CON.docx.txt"):
        path = tmp_path / name
        path.write_text(TEXT, encoding="utf-8")
        assert import_path(path).roles == SAMPLE.roles


BAIT = [
    "（" * 20000,
    "(中" * 20000,
    "中" + "," * 20000,
    "<a " * 10000,
    "[bookmark:" * 5000,
    "&amp" * 10000,
    "中(a / a / " * 5000,
    'HYPERLINK "' * 5000,
    "一、" * 20000,
    "《" * 20000,
    "2022年" * 10000,
    "方案" * 20000,
    " " * 50000 + "中",
    "https://" * 5000,
    "a@" * 10000,
    "附件：" * 10000,
    "云溪县人民政府" * 5000,
]


@pytest.mark.parametrize("bait", BAIT, ids=lambda bait: bait[:8])
def test_bait_for_patterns_is_read(bait: str) -> None:
    found = import_text(bait)
    kept = sum(len(b.text) for b in found.document.blocks) + sum(len(entry.text) for entry in found.noise)
    assert kept > 0


@pytest.mark.parametrize(
    "line",
    [
        "一、总体要求",
        "1.做好",
        "科普行动",
        "附件1",
        "附件：1.表",
        "云溪县人民政府",
        "云溪县实施方案",
        "各镇人民政府：",
        "1\t2",
        "2026年3月5日",
    ],
)
def test_thousands_of_equal_lines_are_read(line: str) -> None:
    found = import_text(f"{line}\n" * 3000)
    assert len(found.roles) == 3000


def test_what_calls_itself_docx_and_is_none_is_called_damaged() -> None:
    with pytest.raises(UnreadableFile, match="不是有效的 Word 文件"):
        import_bytes(b"\x00\x01 no zip" * 50, "方案.docx")
