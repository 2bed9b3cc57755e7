"""What a docx says beside its text: outline levels of styles, and the numbers Word prints by itself."""

from dataclasses import dataclass, field

from lxml import etree

from editor.model.outline import to_chinese

_DEPTH = 20  # styles based on styles: a longer chain is a cycle


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace: transitional and Strict files differ in nothing else."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first descendant along local names, None where one is missing."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{*}}{name}"), None)
    return element


def value(element: etree._Element | None) -> str:
    """Return the w:val of an element, empty without one."""
    if element is None:
        return ""
    return next((str(found) for key, found in element.attrib.items() if str(key).rpartition("}")[2] == "val"), "")


def number(text: str, default: int = 0) -> int:
    """Return `text` as a small whole number, `default` where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else default


@dataclass(slots=True)
class _Level:
    form: str
    pattern: str
    start: int


@dataclass(slots=True)
class Styles:
    """Styles and lists of one docx; `number_of` counts as Word does, so call it once for each paragraph in order."""

    elements: dict[str, etree._Element] = field(default_factory=dict)  # style id → style
    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)  # list id → its levels
    counts: dict[tuple[str, int], int] = field(default_factory=dict)
    shared: dict[str, str] = field(default_factory=dict)  # list id → abstract list id: they count together
    # what a style, or one it is based on, says: a docx has few styles and many paragraphs
    found: dict[tuple[str, str], etree._Element | None] = field(default_factory=dict)

    def outline_level(self, paragraph: etree._Element) -> int:
        """Return the heading level 1–4 a paragraph or its style claims, 0 for body text."""
        found = self._look_up(paragraph, "outlineLvl")
        level = number(value(found), 9) + 1 if found is not None else 0
        return level if level <= 4 else 0

    def name_of(self, paragraph: etree._Element) -> str:
        """Return the name of a paragraph's style as Word lists it, empty without one."""
        return value(child(self.elements.get(value(child(paragraph, "pPr", "pStyle"))), "name"))

    def is_flush_right(self, paragraph: etree._Element) -> bool:
        """Return whether a paragraph or its style sets its lines against the right edge."""
        return value(self._look_up(paragraph, "jc")) in ("right", "end")

    def number_of(self, paragraph: etree._Element) -> str:
        """Return the number or mark Word prints before a paragraph, empty without one."""
        properties = self._look_up(paragraph, "numPr")
        list_id = value(child(properties, "numId"))
        depth = number(value(child(properties, "ilvl")))
        levels = self.levels.get(list_id, {})
        if depth not in levels:
            return ""
        group = self.shared[list_id]
        self.counts[group, depth] = self.counts.get((group, depth), levels[depth].start - 1) + 1
        for deeper in [key for key in self.counts if key[0] == group and key[1] > depth]:
            del self.counts[deeper]
        return self._printed(levels, depth, group)

    def _printed(self, levels: dict[int, _Level], depth: int, group: str) -> str:
        text = levels[depth].pattern
        if levels[depth].form == "bullet":
            return ""
        for position in range(9):
            if f"%{position + 1}" in text and position in levels:
                count = self.counts.get((group, position), levels[position].start)
                text = text.replace(f"%{position + 1}", _formatted(count, levels[position].form))
        return text

    def _look_up(self, paragraph: etree._Element, name: str) -> etree._Element | None:
        """Return a paragraph property, its own or that of its style or of a style that one is based on."""
        properties = child(paragraph, "pPr")
        found = child(properties, name)
        if found is not None or properties is None:
            return found
        key = value(child(properties, "pStyle")), name
        if key not in self.found:
            self.found[key] = self._of_style(*key)
        return self.found[key]

    def _of_style(self, style: str, name: str) -> etree._Element | None:
        for _ in range(_DEPTH):
            element = self.elements.get(style)
            found = child(element, "pPr", name)
            if found is not None or element is None:
                return found
            style = value(child(element, "basedOn"))
        return None


def _formatted(count: int, form: str) -> str:
    if "hinese" in form or "apanese" in form or form.startswith("ideograph"):
        return to_chinese(count) if 0 < count < 100 else str(count)
    if form == "decimalEnclosedCircle" and 1 <= count <= 20:
        return chr(ord("①") + count - 1)
    return str(count)


def read_styles(styles: etree._Element | None, numbering: etree._Element | None) -> Styles:
    """Return what word/styles.xml and word/numbering.xml say; either may be missing."""
    result = Styles()
    for style in [] if styles is None else styles:
        if local(style) == "style":
            name = next((str(v) for k, v in style.attrib.items() if str(k).endswith("styleId")), "")
            result.elements[name] = style
    abstract = (
        {_id(entry, "abstractNumId"): entry for entry in numbering if local(entry) == "abstractNum"}
        if numbering is not None
        else {}
    )
    for entry in [] if numbering is None else numbering:
        if local(entry) == "num":
            source = value(child(entry, "abstractNumId"))
            result.shared[_id(entry, "numId")] = source
            result.levels[_id(entry, "numId")] = _levels(abstract.get(source))
    return result


def _id(element: etree._Element, name: str) -> str:
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), "")


def _levels(abstract: etree._Element | None) -> dict[int, _Level]:
    if abstract is None:
        return {}
    return {
        number(_id(entry, "ilvl")): _Level(
            value(child(entry, "numFmt")), value(child(entry, "lvlText")), number(value(child(entry, "start")), 1)
        )
        for entry in abstract
        if local(entry) == "lvl"
    }
