"""Places in a text: the model counts characters (code points), Qt counts UTF-16 units; converted here alone."""


def to_units(text: str, index: int) -> int:
    """Return how many UTF-16 units stand before character `index` of `text`."""
    head = text[:index]
    return len(head) if head.isascii() else len(head.encode("utf-16-le", "surrogatepass")) // 2


def to_index(text: str, units: int) -> int:
    """Return the character that `units` UTF-16 units of `text` lead to; inside a character it is that character."""
    if units <= 0:
        return 0
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(head.decode("utf-16-le", "ignore"))
