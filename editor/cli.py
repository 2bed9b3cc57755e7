"""The command line: new, import, inspect, check, export, compare, rules — the window's own code without the window."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from editor.model import storage
from editor.model.document import Document, Level
from editor.model.errors import UserError
from editor.opening import open_plan
from templates import template as library

# A command imports what it needs in its own function: an export should not wait for the import's patterns.
if TYPE_CHECKING:
    from editor.gongwen.export import Options
    from validators.switches import Switches

    # Writes a document as PDF without LibreOffice and returns what there is to say, a sentence each.
    DrawPdf = Callable[[Document, Path, Options], tuple[str, ...]]

FINDINGS = 1
UNUSABLE = 2


class _Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are one Chinese sentence and exit code 2."""

    def error(self, message: str) -> None:  # type: ignore[override]
        self.exit(UNUSABLE, f"拟稿：命令写得不对（{message}）。请用 --help 查看用法。\n")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = _Parser(prog="main.py", description="拟稿：实施方案的起草、检查与公文导出。不带命令时打开窗口。")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser, title="命令")

    new = commands.add_parser("new", help="从模板新建一份方案")
    new.add_argument("--template", default=library.DEFAULT_TEMPLATE, help="模板编号")
    new.add_argument("--layer", action="append", default=[], help="上级（省、市）模板编号，可重复")
    new.add_argument("--place", required=True, help="地名，如 云溪县")
    new.add_argument("--level", choices=[level.value for level in Level], default="county", help="级别")
    new.add_argument("--years", required=True, type=_years, help="起止年份，如 2026-2030")
    new.add_argument("--issuer", default="", help="发文机关全称")
    new.add_argument("-o", "--output", required=True, type=Path)
    new.set_defaults(run=_new)

    importing = commands.add_parser("import", help="把 .docx、.txt、.html 转成 .nigao（- 为标准输入）")
    importing.add_argument("source")
    importing.add_argument("-o", "--output", required=True, type=Path)
    importing.set_defaults(run=_import)

    inspect = commands.add_parser("inspect", help="列出程序对文件的理解")
    inspect.add_argument("file")
    inspect.add_argument("--layer", action="append", default=[])
    inspect.add_argument("--format", choices=["text", "json"], default="text")
    inspect.set_defaults(run=_inspect)

    check = commands.add_parser(
        "check",
        help="检查方案：文件，或者整个文件夹",
        epilog="退出码：0 没有问题，1 有问题，2 写明的文件不能用或没有能用的；文件夹中个别文件不能用，列在报告里。",
    )
    check.add_argument("files", nargs="+", help="文件或文件夹（连同其中的文件夹）；- 为标准输入")
    check.add_argument(
        "--layer",
        action="append",
        default=[],
        help="以哪一级为准：模板编号，或者上级方案的文件（.docx、.txt、.nigao），可重复",
    )
    check.add_argument("--format", choices=["text", "json", "sarif"], default="text")
    check.add_argument("--rule-off", action="append", default=[], metavar="编号", help="不用哪一个检查项，可重复")
    check.add_argument(
        "--rule-on", action="append", default=[], metavar="编号", help="启用默认关闭的检查项，可重复；编号见 rules 命令"
    )
    check.add_argument("--fix", action="store_true", help="修正全部可安全修正的问题，写入 -o 指定的文件")
    check.add_argument("-o", "--output", type=Path, help="报告写入这个文件；用 --fix 时写入修正后的方案")
    check.add_argument("--xlsx", type=Path, help="另存一份 .xlsx 报告：汇总、问题、按检查项")
    check.add_argument("--resume", type=Path, help="进度文件：中断后再次运行，查过而没有改动的文件不再检查")
    check.add_argument("--jobs", type=int, default=0, help="同时检查几份，不写即按处理器的核数")
    check.add_argument("--progress", action="store_true", help="不在终端上也报告进度")
    check.set_defaults(run=_check)

    exporting = commands.add_parser("export", help="导出公文 .docx")
    exporting.add_argument("plan")
    exporting.add_argument("-o", "--output", required=True, type=Path)
    exporting.add_argument("--table", action="store_true", help="附上由责任单位生成的任务分工表")
    exporting.add_argument("--landscape", action="store_true", help="任务分工表排成横页（含 --table）")
    exporting.add_argument("--xlsx", type=Path, help="另存一份任务分工表 .xlsx")
    exporting.add_argument("--profile", help="排版配置：编号（如 gbt33476）或一个 .json 文件；不写即按国标")
    exporting.add_argument("--pdf", type=Path, help="同时输出 PDF")
    exporting.add_argument(
        "--pdf-with", choices=["nigao", "libreoffice"], default="nigao", help="由本程序（默认）或 LibreOffice 生成 PDF"
    )
    exporting.add_argument("--units", type=Path, help="另给每个单位一份征求意见稿：一个文件夹，或以 .zip 结尾的文件")
    exporting.add_argument("--reply-by", type=_day, help="请各单位在哪一天前反馈，如 2026-12-10")
    exporting.add_argument("--replace", action="store_true", help="--units 的文件夹里已有文件时也写入")
    exporting.set_defaults(run=_export)

    comparing = commands.add_parser(
        "compare", help="对比两份文稿", epilog="退出码：0 相同，1 有不同，2 有一份文稿不能用。"
    )
    comparing.add_argument("old", help="原稿：.nigao、.docx、.txt 或 .html")
    comparing.add_argument("new", help="新稿")
    comparing.add_argument("--format", choices=["text", "json"], default="text")
    comparing.add_argument("-o", "--output", type=Path, help="把新稿的改动写成带修订标记的 .docx")
    comparing.add_argument("--author", default="", help="修订标记上的修订人，不写即用新稿的文件名")
    comparing.set_defaults(run=_compare)

    rules = commands.add_parser("rules", help="列出全部检查项")
    rules.add_argument("--format", choices=["text", "json", "md"], default="text")
    rules.set_defaults(run=_rules)
    return parser


def main(arguments: Sequence[str], draw_pdf: "DrawPdf | None" = None) -> int:
    """Run one command; returns 0, 1 (findings) or 2 (unusable input), never a traceback for bad input.

    `draw_pdf` writes PDFs in this process; without it they take LibreOffice.
    """
    try:
        options = build_parser().parse_args(arguments)
        options.draw_pdf = draw_pdf
    except SystemExit as stop:  # argparse has said why
        return stop.code if isinstance(stop.code, int) else UNUSABLE
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except UserError as error:
        print(f"{error.message}{error.next_step}", file=sys.stderr)
        return UNUSABLE


def _years(text: str) -> tuple[int, int]:
    first, _, last = text.replace("—", "-").partition("-")
    if not (first.isdigit() and last.isdigit() and 1949 <= int(first) <= int(last) <= 2200):
        raise argparse.ArgumentTypeError("--years 应写成 2026-2030")
    return int(first), int(last)


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError("日期应写成 2026-12-10") from error


def _layers(names: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of layers; a name of a file is a superior's plan, which becomes a layer of this run."""
    if not names:
        return ()
    from editor.layers import layer_ids

    return layer_ids(names)


def _new(options: argparse.Namespace) -> int:
    from templates.register import default_units

    level = Level(options.level)
    template = library.load(options.template, tuple(options.layer))
    document = library.new_document(
        template,
        place=options.place,
        level=level,
        period=options.years,
        issuer=options.issuer,
        units=default_units(options.place, level),
    )
    storage.save(document, options.output)
    print(f"已新建“{options.output}”：{len(template.requirements)} 项模板条目，{len(document.blocks)} 段。")
    return 0


def _import(options: argparse.Namespace) -> int:
    document, imported = open_plan(options.source)
    storage.save(document, options.output)
    print(f"已导入“{options.output}”：{len(document.blocks)} 段。")
    if imported is not None:
        for note in imported.notes:
            print(f"  说明：{note}")
        for dropped in imported.noise:
            print(f"  未收入正文：第 {dropped.line} 行“{dropped.text.strip()[:60]}”（{dropped.why}）")
    return 0


def _inspect(options: argparse.Namespace) -> int:
    from editor.inspection import inspect_document
    from editor.reports.understanding import inspect_text

    document, imported = open_plan(options.file, _layers(options.layer))
    understood = inspect_document(document, imported)
    if options.format == "json":
        print(json.dumps(understood, ensure_ascii=False, indent=1))
    else:
        print(inspect_text(understood))
    return 0


def _check(options: argparse.Namespace) -> int:
    from editor.batch.checking import Way
    from editor.batch.command import Request, check

    if options.fix:
        return _fix(options)
    request = Request(
        names=options.files,
        way=Way(tuple(options.layer), _switches(options)),
        format=options.format,
        output=options.output,
        xlsx=options.xlsx,
        resume=options.resume,
        jobs=options.jobs,
        progress=options.progress,
    )
    return check(request, sys.stdout, sys.stderr)


def _switches(options: argparse.Namespace) -> "Switches":
    """Return the rules to switch off and on; raises UserError for a code that no rule has."""
    from validators.switches import Switches, unknown_codes

    unknown = unknown_codes((*options.rule_off, *options.rule_on))
    if unknown:
        raise UserError(f"没有检查项“{'、'.join(unknown)}”。", "全部编号可用 rules 命令列出。")
    return Switches(tuple(options.rule_off), tuple(options.rule_on))


def _fix(options: argparse.Namespace) -> int:
    from editor.batch.checking import be_quiet
    from editor.batch.command import write_report
    from editor.reports.checked import CheckedFile
    from editor.reports.file_report import report_of

    if options.output is None or len(options.files) != 1:
        raise UserError("--fix 需要一份文件和 -o 输出文件名。", "例如：check 方案.nigao --fix -o 修正后.nigao")
    be_quiet()
    name = options.files[0]
    document, imported = open_plan(name, _layers(options.layer))
    file, fixed = CheckedFile.check(name, document, imported, _switches(options)).fixed()
    storage.save(library.without_added(file.document), options.output)
    print(f"已修正 {fixed} 处，写入“{options.output}”。", file=sys.stderr)
    write_report(options.format, [report_of(file)], sys.stdout)
    return FINDINGS if file.diagnostics else 0


def _export(options: argparse.Namespace) -> int:
    from editor.gongwen.export import export

    document, _ = open_plan(options.plan)
    if options.pdf is not None and options.pdf.absolute() == options.output.absolute():
        raise UserError("PDF 与公文不能是同一个文件。", "请给 --pdf 另起一个名称。")
    chosen = _chosen(options)
    report = export(document, options.output, chosen)
    print(f"已导出“{options.output}”。")
    for sentence in report.left_out:
        print(f"  {sentence}")
    if options.xlsx is not None:
        from editor.gongwen.tasks.workbook import export_workbook

        export_workbook(document, options.xlsx)
        print(f"已导出“{options.xlsx}”。")
    if options.pdf is not None:
        _export_pdf(document, chosen, options)
    return 0 if options.units is None else _export_units(document, chosen, options)


def _chosen(options: argparse.Namespace) -> "Options":
    from editor.gongwen.export import Options
    from editor.gongwen.layout import STANDARD

    layout = STANDARD
    if options.profile:
        from editor.gongwen.profile import load_profile
        from editor.settings import profiles_folder

        layout = load_profile(options.profile, profiles_folder()).layout
    return Options(options.table or options.landscape, options.landscape, layout)


def _export_pdf(document: Document, chosen: "Options", options: argparse.Namespace) -> None:
    said: tuple[str, ...] = ()
    if options.draw_pdf is None or options.pdf_with == "libreoffice":
        from editor.gongwen.pdf import to_pdf

        to_pdf(options.output, options.pdf)
    else:
        said = options.draw_pdf(document, options.pdf, chosen)
    print(f"已生成“{options.pdf}”。")
    for sentence in said:
        print(f"  {sentence}")


def _export_units(document: Document, chosen: "Options", options: argparse.Namespace) -> int:
    from editor.gongwen.tasks.excerpts import Wishes, export_excerpts
    from templates.analysis import analyse

    only_layout = replace(chosen, table=False, landscape=False)
    wishes = Wishes(reply_by=options.reply_by or "", replace=options.replace, options=only_layout)
    report = export_excerpts(analyse(document), options.units, wishes)
    print(f"已为 {report.written} 个单位导出征求意见稿到“{options.units}”。")
    for sentence in report.said:
        print(f"  {sentence}")
    return FINDINGS if report.written < len(report.files) else 0


def _compare(options: argparse.Namespace) -> int:
    from editor.model.comparison import compare
    from editor.reports.compared import compared_json, compared_text

    old, imported_old = open_plan(options.old)
    new, imported_new = open_plan(options.new)
    found = compare(old, new, printed_only=imported_old is not None or imported_new is not None)
    print(compared_json(found) if options.format == "json" else compared_text(found))
    if options.output is not None:
        from datetime import datetime

        from editor.gongwen.revisions import write_revisions

        write_revisions(found, options.output, options.author or Path(options.new).stem, datetime.now())
        print(f"已写入修订稿“{options.output}”。", file=sys.stderr)
    return FINDINGS if found.differences else 0


def _rules(options: argparse.Namespace) -> int:
    from editor.reports.rules import rules_json, rules_markdown, rules_text
    from validators.rule import all_rules

    print({"text": rules_text, "json": rules_json, "md": rules_markdown}[options.format](all_rules()))
    return 0
