from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model import files
from editor.model.errors import UnwritableFile
from editor.model.files import safe_name, write_atomically, write_folder


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县教育局", "县教育局"),
        ("县委党校（县行政学校）", "县委党校（县行政学校）"),
        ('a/b\\c:d*e?f"g<h>i|j', "abcdefghij"),
        ("县科协\u202e\u200b\x00\n", "县科协"),
        (" 方案. .", "方案"),
        ("CON", "_CON"),
        ("nul .txt", "_nul .txt"),
        ("COM¹.方案", "_COM¹.方案"),
        ("CONTENT", "CONTENT"),
        ("...", ""),
    ],
)
def test_a_name_is_made_safe(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text(max_size=300))
def test_any_text_makes_a_name_that_fits_with_an_ending(text: str) -> None:
    name = safe_name(text)
    assert len(f"{name}.nigao".encode()) <= 255
    assert safe_name(name) == name


@pytest.mark.parametrize("letter", ["方", "𠮷"])
def test_the_longest_name_can_be_written(tmp_path: Path, letter: str) -> None:
    path = tmp_path / f"{safe_name(letter * 200)}.nigao"
    write_atomically(path, b"1")
    assert path.read_bytes() == b"1"


def test_a_folder_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(path: Path, data: bytes) -> None:
        if path.name == "乙":
            raise UnwritableFile("磁盘空间不足。")
        write_atomically(path, data)

    monkeypatch.setattr(files, "write_atomically", write)
    with pytest.raises(UnwritableFile, match="磁盘空间不足"):
        write_folder(tmp_path / "夹", {"甲": b"1", "乙": b"2"})
    assert not list(tmp_path.iterdir())


def test_a_folder_with_files_is_refused_or_added_to(tmp_path: Path) -> None:
    write_folder(tmp_path / "夹", {"甲": b"1", "乙": b"2"})
    with pytest.raises(UnwritableFile, match="已有文件"):
        write_folder(tmp_path / "夹", {"乙": b"3"})
    write_folder(tmp_path / "夹", {"乙": b"3"}, replace=True)
    assert {file.name: file.read_bytes() for file in (tmp_path / "夹").iterdir()} == {"甲": b"1", "乙": b"3"}


def test_a_file_in_the_folders_place_stays(tmp_path: Path) -> None:
    (tmp_path / "夹").write_bytes(b"1")
    with pytest.raises(UnwritableFile, match="是一个文件"):
        write_folder(tmp_path / "夹", {"甲": b"1"})
    assert (tmp_path / "夹").read_bytes() == b"1"


def test_a_folder_where_there_is_no_place_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match="不存在"):
        write_folder(tmp_path / "没有" / "夹", {"甲": b"1"})
