"""The pictures of rendered pages in docs: `python -m scripts.pictures`; needs LibreOffice and the Noto fonts."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL.Image import Dither, Image
from PIL.Image import new as new_image

from editor.gongwen.export import export
from tests.gongwen.examples import EXAMPLES
from tests.gongwen.rendered import convert

DOCS = Path(__file__).resolve().parents[1] / "docs"
RESOLUTION = 50  # dots per inch: a page is 413 × 585 pixels
GREY = 200  # around the pages of a strip
GAP = 8  # pixels between the pages of a strip
LARGEST = 60_000  # bytes
TURNED = 1000  # stands for the first page that is wider than high
# Picture in docs/gongwen: example and page, from 0; -1 is the last.
PAGES = {
    "file": ("下行文", 0),
    "upward": ("上行文", 0),
    "letter": ("信函", 0),
    "joint": ("联合行文", 0),
    "order": ("命令", 0),
    "minutes": ("纪要", 0),
    "unsealed": ("不盖章", 1),
    "sealed": ("盖章", 1),
    "stamped": ("签名章", 1),
    "landscape": ("横排分工表", TURNED),
    "imprint": ("下行文", -1),
}
STRIP = ("下行文", (0, 1, -2, -1))  # docs/pages.png
# Free fonts in the places of those that offices have: 宋 for 仿宋, 楷 and 小标宋, 黑 for 黑.
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  {aliases}
</fontconfig>
"""
_ALIAS = """<match target="pattern"><test name="family"><string>{face}</string></test>
  <edit name="family" mode="assign" binding="strong"><string>{free}</string></edit></match>"""
_FREE = {
    "Noto Serif CJK SC": ("仿宋_GB2312", "仿宋", "楷体_GB2312", "楷体", "方正小标宋简体", "华文中宋", "宋体", "新宋体"),
    "Noto Sans CJK SC": ("黑体", "华文黑体"),
}


def use_free_fonts(folder: Path) -> None:
    """Let LibreOffice take the free fonts in this process's children."""
    aliases = "\n".join(_ALIAS.format(face=face, free=free) for free, faces in _FREE.items() for face in faces)
    file = folder / "fonts.conf"
    file.write_text(_FONTS.format(aliases=aliases), "utf-8")
    os.environ["FONTCONFIG_FILE"] = str(file)


def render(folder: Path) -> dict[str, list[Image]]:
    """Return the pages of every example that is needed, as images."""
    import pypdfium2

    names = {example for example, _ in (*PAGES.values(), STRIP)}
    for name in names:
        export(EXAMPLES[name][0], folder / f"{name}.docx", EXAMPLES[name][1])
    found = {}
    for made in convert([folder / f"{name}.docx" for name in names], folder):
        pdf = pypdfium2.PdfDocument(made)
        found[made.stem] = [page.render(scale=RESOLUTION / 72).to_pil().convert("RGB") for page in pdf]
        pdf.close()
    return found


def chosen(pages: list[Image], number: int) -> Image:
    """Return the page of a number."""
    return next(page for page in pages if page.width > page.height) if number == TURNED else pages[number]


def strip(pages: list[Image]) -> Image:
    """Return pages side by side on grey."""
    width, height = pages[0].size
    whole = new_image("RGB", (len(pages) * (width + GAP) + GAP, height + 2 * GAP), (GREY, GREY, GREY))
    for at, page in enumerate(pages):
        whole.paste(page, (GAP + at * (width + GAP), GAP))
    return whole


def pictures(rendered: dict[str, list[Image]]) -> Iterator[tuple[Path, Image]]:
    """Yield every picture with its place."""
    for name, (example, number) in PAGES.items():
        yield DOCS / "gongwen" / f"{name}.png", chosen(rendered[example], number)
    example, numbers = STRIP
    yield DOCS / "pages.png", strip([chosen(rendered[example], number) for number in numbers])


def palette() -> Image:
    """Return what the pages consist of: black to white and red to white, a few steps each."""
    greys = [(shade, shade, shade) for shade in (*range(0, 256, 51), GREY)]
    reds = [(255, shade, shade) for shade in range(0, 204, 51)]
    found = new_image("P", (1, 1))
    found.putpalette([part for colour in (*greys, *reds) for part in colour])
    return found


def main() -> None:
    """Draw all pictures anew and say how large they are."""
    with tempfile.TemporaryDirectory(prefix="nigao-pictures-") as name:
        use_free_fonts(Path(name))
        rendered = render(Path(name))
    (DOCS / "gongwen").mkdir(parents=True, exist_ok=True)
    for file, image in pictures(rendered):
        image.quantize(palette=palette(), dither=Dither.NONE).save(file, optimize=True)
        size = file.stat().st_size
        print(f"{file.name:<16} {size:6} bytes{'  TOO LARGE' if size > LARGEST else ''}")


if __name__ == "__main__":
    main()
