"""A sheet while it is being filled, in twips; it becomes a `Page` in millimetres."""

from editor.gongwen.typesetting.page_shapes import PageShape
from editor.gongwen.typesetting.pages import Page, PlacedRule, PlacedText
from editor.gongwen.typesetting.paragraphs import SetParagraph

_MM = 25.4 / 1440  # a twip


class Sheet:
    """Collects texts and rules; `y` is how far the type area is filled, `below` the space its last paragraph asks."""

    def __init__(self, number: int, shape: PageShape, *, first: bool = False) -> None:
        self.number = number
        self.shape = shape
        self.first = first  # of its section
        self.y = 0.0
        self.below = 0.0
        self.empty = True
        self.texts: list[PlacedText] = []
        self.rules: list[PlacedRule] = []

    def draw_paragraph(self, paragraph: SetParagraph, x: float, y: float) -> None:
        """Draw the lines of a paragraph from x and y on the sheet."""
        for line in paragraph.lines:
            baseline = round((y + line.baseline) * _MM, 3)
            for piece in line.pieces:
                look = piece.look
                self.texts.append(
                    PlacedText(
                        round((x + piece.x) * _MM, 3),
                        baseline,
                        piece.text,
                        piece.face,
                        look.size,
                        piece.advances,
                        look.colour,
                        look.bold,
                        piece.chinese,
                        paragraph=paragraph.number,
                    )
                )
            y += line.height

    def draw_rule(self, x0: float, y0: float, x1: float, y1: float, thickness: float, colour: str) -> None:
        """Draw a straight line."""
        left, top, right, foot = (round(value * _MM, 3) for value in (x0, y0, x1, y1))
        self.rules.append(PlacedRule(left, top, right, foot, round(thickness * _MM, 3), colour))

    def take_turned(self, box: "Sheet", x: float, y: float) -> None:
        """Draw what another sheet holds a quarter turn clockwise, its upper left corner at x and y."""
        right, down = x * _MM, y * _MM
        for text in box.texts:
            self.texts.append(
                PlacedText(
                    round(right - text.y, 3),
                    round(down + text.x, 3),
                    text.text,
                    text.face,
                    text.size,
                    text.advances,
                    text.colour,
                    text.bold,
                    text.chinese,
                    90,
                    text.paragraph,
                )
            )

    def page(self) -> Page:
        """Return the sheet as it is."""
        shape = self.shape
        return Page(
            self.number,
            round(shape.width * _MM, 2),
            round(shape.height * _MM, 2),
            tuple(self.texts),
            tuple(self.rules),
            round((shape.high - self.y) * _MM, 2),
        )
