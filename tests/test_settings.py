"""Settings: round trip, damage, recent files."""

import json

import pytest

from editor import settings
from editor.model.errors import UserError


def test_settings_come_back_as_saved(tmp_path):
    kept = settings.Settings(place="云溪县", layers=["shandong"], zoom=120)
    settings.save(kept, tmp_path / "nigao")
    assert settings.load(tmp_path / "nigao") == kept


def test_without_a_file_there_are_defaults(tmp_path):
    assert settings.load(tmp_path) == settings.Settings()


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe\x00", b"[1, 2]", b"{", b'"text"', b"[" * 100_000])
def test_a_damaged_file_is_set_aside_and_defaults_are_used(tmp_path, damage):
    (tmp_path / "settings.json").write_bytes(damage)
    assert settings.load(tmp_path) == settings.Settings()
    assert (tmp_path / "settings.bad").read_bytes() == damage


def test_values_of_a_wrong_type_and_unknown_keys_are_ignored(tmp_path):
    data = {"zoom": "big", "recent": ["甲.nigao", 5], "place": "云溪县", "colour": "red"}
    (tmp_path / "settings.json").write_text(json.dumps(data))
    kept = settings.load(tmp_path)
    assert (kept.zoom, kept.recent, kept.place) == (100, ["甲.nigao"], "云溪县")


def test_recent_files_are_newest_first_without_doubles_and_bounded(tmp_path):
    kept = settings.Settings()
    for number in range(15):
        kept.remember(tmp_path / f"{number}.nigao")
    kept.remember(tmp_path / "8.nigao")
    assert kept.recent[0] == str(tmp_path / "8.nigao")
    assert len(kept.recent) == len(set(kept.recent)) == settings.RECENT_LIMIT
    assert kept.folder == str(tmp_path)


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="设置没有保存"):
        settings.save(settings.Settings(), tmp_path / "file" / "nigao")


def test_the_folder_can_be_chosen_by_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("NIGAO_HOME", str(tmp_path))
    assert settings.data_folder() == tmp_path
