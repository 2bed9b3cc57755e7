"""The rows of the 分工表, on paper and in a workbook: which cells are merged, and how no page shows an empty one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from editor.gongwen.tasks.division import Band, Entry, Task
from editor.gongwen.word.tables import Cell, Merge, wrap

NUMBER, TASK, LEAD, RESPONSIBLE, DEADLINE = "序号", "重点任务", "牵头单位", "责任单位", "时限"
_CENTRED = (NUMBER, DEADLINE)
_UNITS = (LEAD, RESPONSIBLE)
_MORE = "（续）"
_AGAIN = "（同上）"
_TALL = 2 / 3  # of a page: a row moved whole to the next page would leave that much of this one empty
_FULL = 4 / 5  # of a page: what a row may take that goes on from the page before
_RUN = 1 / 2  # of a page: what merged rows, which must stand on one page, take unless their units need more

Texts = dict[str, str]  # what a task says in each column


@dataclass(frozen=True, slots=True)
class Frame:
    """The room that a table has: characters (字) to a line of each column; heights in points."""

    columns: tuple[tuple[str, float], ...]
    line: float
    padding: float  # over and under the text of a row, together
    page: float  # what the rows of one page may take, the header's taken off

    @property
    def names(self) -> tuple[str, ...]:
        """Return the headings of the columns."""
        return tuple(name for name, _ in self.columns)

    def lines(self, column: str, text: str) -> tuple[str, ...]:
        """Return a text as it stands in a column, line by line."""
        return wrap(text, dict(self.columns)[column], names=column in _UNITS)

    def height(self, texts: Texts) -> float:
        """Return the height of a row with these texts."""
        return max((len(self.lines(*item)) for item in texts.items()), default=1) * self.line + self.padding


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells, its height in points, whether it must stand on one page with the next one."""

    cells: tuple[Cell, ...]
    height: float
    keep: bool = False

    @property
    def merged(self) -> bool:
        """Return whether one of its cells is one with a cell over or under it."""
        return any(cell.merge for cell in self.cells)


def columns_of(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Return the columns a division needs: 牵头单位 where anybody leads, 时限 where two tasks have one."""
    tasks = [entry for entry in entries if isinstance(entry, Task)]
    lead = (LEAD,) if any(task.lead for task in tasks) else ()
    deadline = (DEADLINE,) if sum(bool(task.deadline) for task in tasks) > 1 else ()
    return NUMBER, TASK, *lead, RESPONSIBLE, *deadline


def table_rows(entries: Sequence[Entry], frame: Frame) -> tuple[Row, ...]:
    """Return the rows, the header first; the tasks are numbered through, those of a group share their units' cells."""
    cells = tuple(Cell(name, "TableHead") for name in frame.names)
    rows = [Row(cells, frame.height({name: name for name in frame.names}))]
    number = 0
    for run in _runs(entries):
        if isinstance(run, Band):
            style = "TablePart" if run.part else "TableGroup"
            rows.append(Row((Cell(run.title, style, span=len(frame.names)),), frame.line + frame.padding, keep=True))
            continue
        texts = [_texts(number + at, task, frame) for at, task in enumerate(run, 1)]
        number += len(run)
        rows += _merged_rows(texts, frame)
    return tuple(rows)


def _runs(entries: Sequence[Entry]) -> Iterator[Band | list[Task]]:
    """Yield the headings, and the tasks: together where they share the assignment of their group."""
    for group, run in groupby(entries, key=lambda entry: entry.group if isinstance(entry, Task) else ""):
        if group:
            yield [entry for entry in run if isinstance(entry, Task)]
        else:
            yield from (entry if isinstance(entry, Band) else [entry] for entry in run)


def _texts(number: int, task: Task, frame: Frame) -> Texts:
    values = (str(number), task.title, task.lead, task.responsible, task.deadline)
    texts = dict(zip((NUMBER, TASK, LEAD, RESPONSIBLE, DEADLINE), values, strict=True))
    return {name: texts[name] for name in frame.names}


def _merged_rows(tasks: Sequence[Texts], frame: Frame) -> Iterator[Row]:
    """Yield a row for each task, equal units merged; long runs begin a new merged cell with the units repeated."""
    common = tuple(
        name for name in (*_UNITS, DEADLINE) if name in frame.names and len({texts[name] for texts in tasks}) == 1
    )
    units = frame.height({name: tasks[0][name] for name in common})
    heights = [frame.height({name: text for name, text in texts.items() if name not in common}) for texts in tasks]
    if len(tasks) == 1 or max(units, *heights) > _TALL * frame.page:
        for texts in tasks:
            yield from _whole_rows(texts, frame)
        return
    for run in _stretches(heights, max(units, _RUN * frame.page)):
        missing = max(units - sum(heights[run.start : run.stop]), 0) / len(run)
        for at in run:
            merge = Merge.NONE if len(run) == 1 else Merge.FIRST if at == run.start else Merge.MORE
            cells = tuple(
                _cell(name, text, frame, merge if name in common else Merge.NONE) for name, text in tasks[at].items()
            )
            yield Row(cells, heights[at] + missing, keep=at + 1 < run.stop)


def _stretches(heights: Sequence[float], most: float) -> Iterator[range]:
    """Divide rows into stretches that are no higher than `most` each, or single rows."""
    start, total = 0, 0.0
    for at, height in enumerate(heights):
        if at > start and total + height > most:
            yield range(start, at)
            start, total = at, 0.0
        total += height
    yield range(start, len(heights))


def _whole_rows(texts: Texts, frame: Frame) -> Iterator[Row]:
    """Yield a task's row; one that is too tall for a page goes on in further rows, marked （续）."""
    first, most = (int((share * frame.page - frame.padding) / frame.line) for share in (_TALL, _FULL))
    parts = {name: _parts(frame.lines(name, text), first, most, name in _UNITS) for name, text in texts.items()}
    for at in range(max(map(len, parts.values()))):
        row = {name: _part(name, pieces, at) for name, pieces in parts.items()}
        yield Row(tuple(_cell(name, text, frame) for name, text in row.items()), frame.height(row))


def _parts(lines: Sequence[str], first: int, most: int, names: bool) -> list[str]:
    """Divide lines among rows, `first` for the first one; between two units where a row holds a whole one."""
    parts, at = [], 0
    while at < len(lines):
        end = min(at + (most if at else first), len(lines))
        whole = [stop for stop in range(at + 1, end + 1) if stop == len(lines) or lines[stop - 1].endswith("、")]
        end = whole[-1] if names and whole else end
        parts.append("".join(lines[at:end]))
        at = end
    return parts


def _part(name: str, parts: Sequence[str], at: int) -> str:
    """Return what stands in a column of a task's row number `at`: nothing but 序号 and short texts is repeated."""
    if name == TASK and at:
        return _MORE + parts[at] if at < len(parts) else parts[0] + _MORE if len(parts) == 1 else _MORE
    if at < len(parts):
        return parts[at]
    return parts[0] if len(parts) == 1 else _AGAIN


def _cell(name: str, text: str, frame: Frame, merge: Merge = Merge.NONE) -> Cell:
    if merge is Merge.MORE:
        return Cell("", merge=merge)
    lines = tuple(_joined(frame.lines(name, text))) if name in _UNITS else ()
    return Cell(text, "TableCentre" if name in _CENTRED else "TableText", merge=merge, lines=lines)


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a list of units, broken after 、 only: a name longer than a line is left to the program."""
    held = ""
    for line in lines:
        held += line
        if line.endswith("、"):
            yield held
            held = ""
    if held:
        yield held
