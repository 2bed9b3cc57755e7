"""What an exported file keeps beside its pages comes back, and only what can be true is believed."""

import pytest

from editor.model.document import Form, Seal
from editor.model.unseen import Unseen, from_properties, table_digest

UNSEEN = Unseen(Form.LETTER, Seal.STAMP, ("云溪县教育局", "云溪县甲、乙两村办事处"), "0123abcd", 2)


@pytest.mark.parametrize("unseen", [UNSEEN, Unseen(), Unseen(Form.ORDER, Seal.SIGNATURE)])
def test_properties_give_back_what_was_kept(unseen: Unseen) -> None:
    assert from_properties(unseen.to_properties()) == unseen


@pytest.mark.parametrize(
    "properties",
    [
        {},
        {"Company": "云溪县科学技术协会"},
        UNSEEN.to_properties() | {"nigao-form": "电报"},
        UNSEEN.to_properties() | {"nigao-seal": ""},
        UNSEEN.to_properties() | {"nigao-annex-notes": "两条"},
    ],
)
def test_properties_that_are_not_ours_are_not_believed(properties: dict[str, str]) -> None:
    assert from_properties(properties) is None


def test_a_digest_knows_the_words_of_a_table_and_not_its_layout() -> None:
    assert table_digest(("1", "县教育局、县科协")) == table_digest(("1 县教育局", "", "县科协，"))
    assert table_digest(("县教育局", "县科协")) != table_digest(("县科协", "县教育局"))
    assert len(table_digest(("\ud800",))) == 16
