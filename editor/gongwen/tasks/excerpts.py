"""Excerpts for 征求意见: one docx for each unit with its own tasks, written as a folder or a .zip with a list."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from editor.gongwen.export import Options, build_checked
from editor.gongwen.tasks.excerpt_letter import excerpt_document
from editor.gongwen.tasks.unit_tasks import UnitShare, unit_shares
from editor.model.document import clean_line
from editor.model.errors import UserError
from editor.model.files import safe_name, write_atomically, write_folder
from templates.analysis import Analysis

LIST_NAME = "目录.txt"
_LONGEST_NAME = 50  # characters of a unit's name in its file's name
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # equal plans give equal files

# Files done, files in all, the unit at hand ("" when all are made and nothing is written yet); raises to stop.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user chooses; dates are ISO, an empty one is not printed, an empty sender is the plan's 发文机关."""

    sender: str = ""  # 发函机关
    sent_on: str = ""  # 成文日期 of the letter
    reply_by: str = ""  # until when an answer is asked for
    lead_only: bool = False  # only units that lead (牵头) a task
    replace: bool = False  # write into a folder that holds files
    options: Options = field(default_factory=Options)  # the layout of the pages


@dataclass(frozen=True, slots=True)
class ExcerptFile:
    """One file that was written, or (`problem`, a sentence) was not."""

    name: str
    share: UnitShare
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ExcerptReport:
    """What was written to `path`, unit by unit, and what else there is to know, one Chinese sentence each."""

    path: Path
    files: tuple[ExcerptFile, ...]
    said: tuple[str, ...] = ()

    @property
    def written(self) -> int:
        """Return how many units got a file."""
        return sum(not file.problem for file in self.files)


def chosen_shares(analysis: Analysis, *, lead_only: bool = False) -> tuple[UnitShare, ...]:
    """Return the units that get a file; raises UserError where there is none."""
    shares = tuple(share for share in unit_shares(analysis) if share.led or not lead_only)
    if not shares and not analysis.assignments:
        raise UserError("方案中没有找到任务分工，不能导出征求意见稿。", "请先用“设置责任单位”写明各项任务由谁负责。")
    if not shares:
        raise UserError(
            "方案中没有牵头单位，不能只给牵头单位导出。", "请改为导出给全部单位，或先在正文中写明牵头单位。"
        )
    return shares


def export_excerpts(
    analysis: Analysis, path: Path, wishes: Wishes | None = None, progress: Progress | None = None
) -> ExcerptReport:
    """Write one docx a unit and the list of them into the folder `path`, or into the archive where it ends in .zip.

    All are made before the first is written: what `progress` raises to stop leaves nothing behind. A unit that
    fails is reported and the others are written; raises UserError where none is left or the place takes no files.
    """
    wishes = wishes or Wishes()
    shares = chosen_shares(analysis, lead_only=wishes.lead_only)
    files, contents = _make(analysis, shares, wishes, progress)
    if progress is not None:
        progress(len(shares), len(shares), "")
    if not contents:
        raise UserError(f"各单位的征求意见稿都没有生成：{files[0].problem}", "没有写入文件，请按提示修改后再导出。")
    report = ExcerptReport(path, files, _said(analysis, files))
    contents[LIST_NAME] = _listing(report)
    if path.suffix.lower() == ".zip":
        write_atomically(path, _zipped(contents))
    else:
        write_folder(path, contents, replace=wishes.replace)
    return report


def file_names(shares: Sequence[UnitShare]) -> tuple[str, ...]:
    """Return the files' names: 01_县教育局.docx; the number keeps the order, and two units of one name apart."""
    digits = max(2, len(str(len(shares))))
    return tuple(
        f"{at:0{digits}}_{safe_name(share.short, _LONGEST_NAME)}".rstrip("_") + ".docx"
        for at, share in enumerate(shares, 1)
    )


def _make(
    analysis: Analysis, shares: Sequence[UnitShare], wishes: Wishes, progress: Progress | None
) -> tuple[tuple[ExcerptFile, ...], dict[str, bytes]]:
    """Return the files, and the contents of those that could be made."""
    files: list[ExcerptFile] = []
    contents: dict[str, bytes] = {}
    for at, (share, name) in enumerate(zip(shares, file_names(shares), strict=True)):
        if progress is not None:
            progress(at, len(shares), share.name)
        problem = ""
        try:
            contents[name] = _docx(analysis, share, wishes)
        except UserError as error:
            problem = f"{error.message}{error.next_step}"
        files.append(ExcerptFile(name, share, problem))
    return tuple(files), contents


def _docx(analysis: Analysis, share: UnitShare, wishes: Wishes) -> bytes:
    plan = analysis.document
    sender = clean_line(wishes.sender or plan.metadata.issuer).strip()
    letter = excerpt_document(plan, share, sender, wishes.sent_on, wishes.reply_by)
    return build_checked(letter, replace(wishes.options, table=False))


def _said(analysis: Analysis, files: Sequence[ExcerptFile]) -> tuple[str, ...]:
    said = [f"{file.share.name}的征求意见稿没有生成：{file.problem}" for file in files if file.problem]
    if not analysis.register.own:
        said.append("这份文稿还没有单位库，各单位全称按通用名称推定，请在发出前核对。")
    known = {unit.name for unit in analysis.register.units}
    unknown = [file.share.name for file in files if file.share.name not in known]
    if unknown:
        some = "、".join(unknown[:3]) + ("等" if unknown[3:] else "")
        said.append(f"{len(unknown)}个单位（{some}）的全称不在单位库中，函中按正文的名称称呼。")
    return tuple(said)


def _listing(report: ExcerptReport) -> bytes:
    """Return the list of files as text that opens in any editor on Windows, too."""
    lines = [f"征求意见稿目录（{report.written}个单位）", ""]
    for file in report.files:
        count, led = len(file.share.tasks), file.share.led
        what = f"任务{count}项（牵头{led}项、责任{count - led}项）" if not file.problem else "没有生成"
        lines.append(f"{file.name}\t{file.share.name}\t{what}")
    lines += ["", *report.said] if report.said else []
    return "\r\n".join([*lines, ""]).encode("utf-8-sig")


def _zipped(contents: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(zipfile.ZipInfo(name, _ZIP_DATE), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
