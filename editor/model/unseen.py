"""What the pages of an exported document cannot show and its file therefore keeps beside them, to be read again."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from editor.model.document import Form, Seal

_WORDS = re.compile(r"[^\W_]+")
_FORM, _SEAL, _ISSUERS, _TABLE, _NOTES = (
    f"nigao-{name}" for name in ("form", "seal", "issuers", "table", "annex-notes")
)


@dataclass(frozen=True, slots=True)
class Unseen:
    """Format and seal, who issues where nobody's name is printed, and what came to the annexes by the 分工表.

    `table` is the digest of a generated 分工表, empty without one; `notes` counts the 附件说明 there were before it.
    """

    form: Form = Form.FILE
    seal: Seal = Seal.NONE
    issuers: tuple[str, ...] = ()
    table: str = ""
    notes: int = 0

    def to_properties(self) -> dict[str, str]:
        """Return everything as named texts, as the custom properties of a docx are."""
        named = {_FORM: self.form, _SEAL: self.seal, _ISSUERS: "；".join(self.issuers), _TABLE: self.table}
        return {**{name: str(text) for name, text in named.items() if text}, _NOTES: str(self.notes)}


def from_properties(properties: Mapping[str, str]) -> Unseen | None:
    """Return what the properties of a file say; None where they are not ours or have been tampered with."""
    try:
        form, seal = Form(properties[_FORM]), Seal(properties[_SEAL])
        notes = int(properties.get(_NOTES, "0")[:6])
    except (KeyError, ValueError):  # another program's file
        return None
    issuers = tuple(name for part in properties.get(_ISSUERS, "")[:10_000].split("；") if (name := part.strip()))
    return Unseen(form, seal, issuers, properties.get(_TABLE, ""), notes)


def table_digest(texts: Iterable[str]) -> str:
    """Return a short digest of a table's words: its layout, blanks and marks do not count."""
    import hashlib  # OpenSSL, which a document without a table need not load

    words = "".join(word for text in texts for word in _WORDS.findall(text))
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]
