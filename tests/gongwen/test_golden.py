import pytest

from tests.gongwen.golden import FOLDER, PIECES, canonical, golden, written


@pytest.mark.parametrize("name", PIECES)
def test_an_element_is_written_as_its_golden_file_has_it(name: str) -> None:
    """Where a change is meant: `python -m tests.gongwen.golden` writes the files anew, and the diff is reviewed."""
    assert canonical(written(name)) == canonical(golden(name))


def test_every_golden_file_is_of_an_element() -> None:
    assert {file.stem for file in FOLDER.glob("*.xml")} == set(PIECES)
