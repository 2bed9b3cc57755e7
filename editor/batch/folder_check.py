"""All plans of a folder checked for the window: what each has, and the results for a report."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from editor.batch.checking import Way, check_all, cores
from editor.batch.folders import SUFFIXES, Plans, find_plans
from editor.batch.ledger import Ledger
from editor.model.errors import UnreadableFile
from editor.reports.file_report import FileReport, printable, unusable_report
from editor.reports.totals import Totals, totals_of


@dataclass(frozen=True, slots=True)
class FolderCheck:
    """A finished check; its results lie in a temporary file until `close`."""

    folder: Path
    plans: Plans
    ledger: Ledger
    totals: Totals

    def __iter__(self) -> Iterator[FileReport]:
        yield from _reports(self.plans, self.ledger)

    def path_of(self, name: str) -> Path | None:
        """Return the file that the totals call `name`, None for a folder that cannot be read."""
        return next((Path(file) for file in self.plans.files if printable(file) == name), None)

    def close(self) -> None:
        """Let the results go."""
        self.ledger.close()


def check_folder(folder: Path, progress: Callable[[int, int], None]) -> FolderCheck:
    """Check every plan in a folder and the folders in it, in processes that may die.

    `progress` hears how many files are done and how many there are; what it raises ends the check. Raises
    UnreadableFile where there is nothing to check.
    """
    plans = find_plans([str(folder)])
    if not plans.files:
        raise UnreadableFile(f"“{folder}”里没有 {'、'.join(SUFFIXES)} 文件。", "请换一个文件夹。")
    way = Way()
    ledger = Ledger.open(None, way.fingerprint())
    try:
        progress(0, len(plans.files))
        with closing(check_all(plans.files, way, ledger, max(cores() - 1, 1))) as finished:
            for done, _ in enumerate(finished, 1):
                progress(done, len(plans.files))
        return FolderCheck(folder, plans, ledger, totals_of(_reports(plans, ledger)))
    except BaseException:
        ledger.close()
        raise


def _reports(plans: Plans, ledger: Ledger) -> Iterator[FileReport]:
    yield from ledger.reports(plans.files)
    yield from (unusable_report(name, error) for name, error in plans.refused)
