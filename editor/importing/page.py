"""The lines of a source while their roles are being decided."""

from dataclasses import dataclass, field

from editor.importing.lines import Line
from editor.importing.result import Role


@dataclass(slots=True)
class Page:
    """Lines and, beside each, the role decided so far; steps fill roles in and never take one back."""

    lines: tuple[Line, ...]
    roles: list[Role | None] = field(default_factory=list)
    why: dict[int, str] = field(default_factory=dict)  # reason for noise, by position
    values: dict[str, str] = field(default_factory=dict)  # the page's own list: 发文字号 → …

    def __post_init__(self) -> None:
        self.roles = [None] * len(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def text(self, at: int) -> str:
        """Return the cleaned text of a line."""
        return self.lines[at].text

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
