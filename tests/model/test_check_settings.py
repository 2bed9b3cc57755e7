"""What a plan says about its own checks is kept in its file, and a plan without such settings has none of the keys."""

import json
from dataclasses import replace

import pytest

from editor.model import storage
from editor.model.document import Document, Ignored, Metadata
from editor.model.edits import Transaction, set_metadata
from editor.model.errors import UnreadableFile

SET = Document(
    metadata=Metadata(
        rules_off=("WRD001", "ABC999"),
        rules_on=("ELM017",),
        ignored=(Ignored("NUM001", "b001", "[2021]", "引自原文。\n保留"), Ignored("STR001", "", "缺少一项。")),
    )
)


def test_settings_survive_the_file() -> None:
    assert storage.from_json(storage.parse(storage.to_bytes(SET))) == SET


def test_a_plan_without_settings_has_none_of_the_keys() -> None:
    assert not {"rules_off", "rules_on", "ignored"} & storage.to_json(Document())["metadata"].keys()


def test_what_a_newer_program_says_of_an_ignored_finding_is_kept() -> None:
    data = json.loads(storage.to_bytes(SET))
    data["metadata"]["ignored"][0]["by"] = "王云山"
    assert storage.to_json(storage.from_json(data))["metadata"]["ignored"][0]["by"] == "王云山"


@pytest.mark.parametrize(
    "wrong",
    [{"rules_off": "WRD001"}, {"rules_on": [1]}, {"ignored": [{"code": "NUM001"}]}, {"ignored": ["NUM001"]}],
)
def test_settings_of_a_wrong_form_make_the_file_unreadable_with_a_sentence(wrong: dict[str, object]) -> None:
    data = json.loads(storage.to_bytes(Document()))
    data["metadata"] |= wrong
    with pytest.raises(UnreadableFile):
        storage.from_json(data)


def test_a_setting_is_changed_and_taken_back_like_any_field() -> None:
    change = Transaction("忽略此处", (set_metadata(Document(), "ignored", SET.metadata.ignored),))
    changed = change.apply(Document())
    assert changed == replace(Document(), metadata=replace(Metadata(), ignored=SET.metadata.ignored))
    assert change.invert().apply(changed) == Document()
