"""One file checked, whatever it holds; and many, on all cores, each result kept as it comes."""

import hashlib
import json
import logging
import os
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass

from editor.batch.ledger import Ledger, Stamp
from editor.layers import layer_ids
from editor.model.errors import UnreadableFile, UserError
from editor.opening import open_plan
from editor.reports import program
from editor.reports.checked import CheckedFile
from editor.reports.file_report import FileReport, report_of, unusable_report
from validators.rule import all_rules
from validators.switches import DEFAULTS, Switches

_log = logging.getLogger(__name__)
_DIED = UnreadableFile("检查这份文件时程序中断了，可能是内存不够。", "其余文件照常检查；请关闭其他程序后单独检查它。")
_HUNG = UnreadableFile("检查这份文件用的时间太长，已经停下。", "其余文件照常检查；请把它拆分后再试。")


@dataclass(frozen=True, slots=True)
class Way:
    """How files are checked: the layers they are measured against, by id or file of a superior's plan; which rules."""

    layers: tuple[str, ...] = ()
    switches: Switches = DEFAULTS

    def fingerprint(self) -> str:
        """Return what changes when the same file might be judged otherwise."""
        rules = [(rule.code, rule.severity, rule.enabled, rule.summary) for rule in all_rules()]
        superiors = [(name, str(Stamp.of(name))) for name in self.layers]
        known = [program.VERSION, rules, superiors, self.switches.off, self.switches.on]
        return hashlib.sha256(json.dumps(known).encode()).hexdigest()


def check_file(name: str, layers: tuple[str, ...], switches: Switches = DEFAULTS) -> FileReport:
    """Return what is found in a file under layers of the library; a file that is of no use says why."""
    try:
        document, imported = open_plan(name, layers)
        return report_of(CheckedFile.check(name, document, imported, switches))
    except UserError as error:
        return unusable_report(name, error)
    except Exception as error:  # one file must not cost the results of thousands; it is named, and the log has more
        _log.exception("checking %s failed", name)
        what = UnreadableFile(
            f"检查这份文件时程序出错（{type(error).__name__}）。", "其余文件照常检查；请把这份文件交给开发者。"
        )
        return unusable_report(name, what)


def prepare(way: Way) -> Callable[[str], FileReport]:
    """Return what checks one file after the other in a process of its own."""
    be_quiet()
    layers = layer_ids(way.layers)
    return lambda name: check_file(name, layers, way.switches)


def be_quiet() -> None:
    """Keep tracebacks for developers: a rule that fails is reported as SYS001, a file as unusable."""
    if not os.environ.get("NIGAO_DEBUG"):
        logging.getLogger().addHandler(logging.NullHandler())


def cores() -> int:
    """Return how many processes can work at the same time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def check_all(names: Sequence[str], way: Way, ledger: Ledger, jobs: int) -> Generator[FileReport | None, None, None]:
    """Check files in `jobs` processes and enter each in the ledger; yields at each, None where the ledger had it."""
    from editor.batch.crew import Lost, results

    stamps = {name: Stamp.of(name) for name in names}
    for name in names:
        if ledger.reuse(name, stamps[name]):
            yield None
    waiting = [name for name in names if not ledger.has(name)]
    for name, result in results(waiting, prepare, (way,), min(jobs, len(waiting))):
        if isinstance(result, Lost):
            report, stamp = unusable_report(name, _DIED if result is Lost.DIED else _HUNG), None
        else:
            report, stamp = result, stamps[name]
        ledger.add(name, stamp, report)
        yield report
