"""The lines of a source while their roles are being decided."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editor.importing.lines import Line
from editor.importing.result import Role
from editor.importing.wording import is_organisation
from editor.model.document import Form
from editor.model.unseen import Unseen

if TYPE_CHECKING:
    from editor.importing.red_head import RedHead


@dataclass(slots=True)
class Page:
    """Lines and, beside each, the role decided so far; steps fill roles in and never take one back."""

    lines: tuple[Line, ...]
    own: Unseen | None = None  # what a docx of ours keeps beside: there every heading has the style of one
    roles: list[Role | None] = field(default_factory=list)
    why: dict[int, str] = field(default_factory=dict)  # reason for noise, by position
    values: dict[str, str] = field(default_factory=dict)  # the page's own list: 发文字号 → …
    head: "RedHead | None" = None  # the 版头, where there is more of one than a number or a mark

    def __post_init__(self) -> None:
        self.roles = [None] * len(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def text(self, at: int) -> str:
        """Return the cleaned text of a line."""
        return self.lines[at].text

    @property
    def form(self) -> Form | None:
        """Return the format that the head shows, None without a head."""
        return self.head.form if self.head else None

    def is_body(self, text: str) -> bool:
        """Return whether a line is the name of a body that signs, or several; our own docx knows them all."""
        known = self.own.issuers if self.own else ()
        names = text.split("\t")
        return all(name.strip() in known for name in names if name.strip()) or is_organisation(text)

    def is_free(self, at: int) -> bool:
        """Return whether there is a line at this position whose role is still open."""
        return 0 <= at < len(self.lines) and self.roles[at] is None

    def free(self, start: int = 0, end: int | None = None) -> list[int]:
        """Return the positions with an open role, in order."""
        lines = range(len(self.lines))[start:end]
        return [at for at in lines if self.roles[at] is None]

    def next_free(self, at: int) -> int | None:
        """Return the first open position after `at`, None if there is none."""
        return next((later for later in range(at + 1, len(self.lines)) if self.roles[later] is None), None)

    def mark(self, at: int, role: Role, why: str = "") -> None:
        """Decide the role of a line; noise needs a reason for the user."""
        self.roles[at] = role
        if why:
            self.why[at] = why

    def positions(self, role: Role) -> list[int]:
        """Return the positions that play `role`."""
        return [at for at, found in enumerate(self.roles) if found is role]
