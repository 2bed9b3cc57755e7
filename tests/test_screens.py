"""The guide and its pictures belong together; what is on them is looked at, not tested."""

import re
from pathlib import Path

import pytest

from scripts.screens import GUIDE, PICTURES, SCREENS, Picture

TEXT = (SCREENS.parent / "guide.md").read_text("utf-8")
PARTS = dict(part.split("\n", 1) for part in TEXT.split("\n### ")[1:])


@pytest.mark.parametrize("picture", PICTURES, ids=lambda one: one.name)
def test_a_picture_has_its_paragraph(picture: Picture) -> None:
    part = PARTS[picture.caption]
    paragraph = part.strip().split("\n\n")[0]
    assert len(paragraph) > 20
    assert paragraph.endswith("。")
    assert f"![{picture.caption}](screens/{picture.name}.png)" in part
    assert f'src="screens/{picture.name}-dark.png"' in part


def test_every_part_of_the_guide_has_its_row() -> None:
    assert set(PARTS) == {picture.caption for picture in PICTURES}
    assert len({picture.name for picture in PICTURES}) == len(PICTURES)


def test_the_guide_shows_the_pictures_that_are_there() -> None:
    named = set(re.findall(r"screens/([\w-]+\.png)", TEXT))
    drawn = {
        f"{one.name}{kind.suffix}.png" for one in PICTURES for kind in GUIDE if not kind.only or one.name in kind.only
    }
    assert named == drawn == {file.name for file in SCREENS.glob("*.png")}


def test_the_pictures_stay_small() -> None:
    assert sum(file.stat().st_size for file in Path(SCREENS).glob("*.png")) < 6 * 2**20
