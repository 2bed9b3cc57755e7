"""Which rules run: those on by default, as a plan's own settings and whoever asks for the check switch them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editor.model.document import Metadata
from validators.diagnostic import Diagnostic, Severity
from validators.rule import Rule, all_rules


@dataclass(frozen=True, slots=True)
class Switches:
    """Codes of rules switched off and on for one run; they go before the settings in the plan."""

    off: tuple[str, ...] = ()
    on: tuple[str, ...] = ()

    def wants(self, one: Rule, metadata: Metadata) -> bool:
        """Return whether a rule is to run on a plan with these settings; off goes before on."""
        if one.code in self.off or one.code in self.on:
            return one.code not in self.off
        return one.code not in metadata.rules_off and (one.enabled or one.code in metadata.rules_on)


DEFAULTS = Switches()


def unknown_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """Return the codes that no rule of this program has, each once."""
    known = {one.code for one in all_rules()}
    return tuple(dict.fromkeys(code for code in codes if code not in known))


def about_unknown_codes(metadata: Metadata) -> Iterator[Diagnostic]:
    """Yield a sentence for every unknown code in a plan's settings; it changes nothing else."""
    for code in unknown_codes((*metadata.rules_off, *metadata.rules_on)):
        yield Diagnostic(
            "SYS002",
            "unknown-rule",
            Severity.HINT,
            f"本文稿的检查设置里有“{code}”，程序没有这个检查项，已略过。",
            None,
            "程序",
            "设置可能由更新版本的程序写入，也可能编号写错；其余检查不受影响。",
        )
