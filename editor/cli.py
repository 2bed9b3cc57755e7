"""The command line: new, import, inspect, check, export, rules — the window's own code without the window."""

import argparse
import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from editor.gongwen.export import Options, export
from editor.gongwen.pdf import to_pdf
from editor.importing.importer import import_bytes, import_path
from editor.importing.result import Imported
from editor.inspection import inspect_document
from editor.model import storage
from editor.model.document import Document, Level
from editor.model.errors import UnreadableFile, UserError
from editor.reports import CheckedFile, check_json, check_sarif, check_text, inspect_text, rules_markdown, rules_text
from templates import template as library
from templates.register import default_units
from validators.rule import all_rules

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

    check = commands.add_parser("check", help="检查一份或多份方案")
    check.add_argument("files", nargs="+")
    check.add_argument("--layer", action="append", default=[], help="以哪一级模板为准，可重复")
    check.add_argument("--format", choices=["text", "json", "sarif"], default="text")
    check.add_argument("--fix", action="store_true", help="修正全部可安全修正的问题，写入 -o 指定的文件")
    check.add_argument("-o", "--output", type=Path)
    check.set_defaults(run=_check)

    exporting = commands.add_parser("export", help="导出公文 .docx")
    exporting.add_argument("plan")
    exporting.add_argument("-o", "--output", required=True, type=Path)
    exporting.add_argument("--table", action="store_true", help="附上由责任单位生成的任务分工表")
    exporting.add_argument("--pdf", type=Path, help="同时输出 PDF（需要 LibreOffice）")
    exporting.set_defaults(run=_export)

    rules = commands.add_parser("rules", help="列出全部检查项")
    rules.add_argument("--format", choices=["text", "json", "md"], default="text")
    rules.set_defaults(run=_rules)
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns 0, 1 (findings) or 2 (unusable input), never a traceback for bad input."""
    try:
        options = build_parser().parse_args(arguments)
    except SystemExit as stop:  # argparse has said why
        return stop.code if isinstance(stop.code, int) else UNUSABLE
    run: Callable[[argparse.Namespace], int] = options.run
    if not os.environ.get("NIGAO_DEBUG"):  # a rule that fails is reported as SYS001; its traceback is for developers
        logging.getLogger().addHandler(logging.NullHandler())
    try:
        return run(options)
    except UserError as error:
        _complain(error)
        return UNUSABLE


def _complain(error: UserError, name: str = "") -> None:
    print(f"{name}{'：' if name else ''}{error.message}{error.next_step}", file=sys.stderr)


def _years(text: str) -> tuple[int, int]:
    first, _, last = text.replace("—", "-").partition("-")
    if not (first.isdigit() and last.isdigit() and 1949 <= int(first) <= int(last) <= 2200):
        raise argparse.ArgumentTypeError("--years 应写成 2026-2030")
    return int(first), int(last)


def _read(name: str, layers: Sequence[str] = ()) -> tuple[Document, Imported | None]:
    """Return the plan in a .nigao or any importable file ("-": standard input), under the given layers."""
    path = Path(name)
    imported = None
    if name == "-":
        imported = import_bytes(sys.stdin.buffer.read(), "标准输入")
    elif path.suffix.lower() != storage.SUFFIX:
        imported = import_path(path)
    if imported is None:
        loaded = storage.load(path)
        if loaded.read_only:  # what a newer program wrote is shown in the window, but not judged or rewritten here
            raise UnreadableFile(loaded.warning)
    document = imported.document if imported else loaded.document
    if layers:
        document = _under(document, tuple(layers))
    elif document.template:
        library.load(document.template, document.metadata.layers)  # raises for one that the library lacks
    return document, imported


def _under(document: Document, layers: tuple[str, ...]) -> Document:
    """Return the document measured against other layers; raises UnknownTemplate for one the library lacks."""
    template = library.load(document.template or library.DEFAULT_TEMPLATE, layers)
    return replace(document, template=template.id, metadata=replace(document.metadata, layers=layers))


def _new(options: argparse.Namespace) -> int:
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
    document, imported = _read(options.source)
    storage.save(document, options.output)
    print(f"已导入“{options.output}”：{len(document.blocks)} 段。")
    if imported is not None:
        for note in imported.notes:
            print(f"  说明：{note}")
        for dropped in imported.noise:
            print(f"  未收入正文：第 {dropped.line} 行“{dropped.text.strip()[:60]}”（{dropped.why}）")
    return 0


def _inspect(options: argparse.Namespace) -> int:
    document, imported = _read(options.file, options.layer)
    understood = inspect_document(document, imported)
    if options.format == "json":
        print(json.dumps(understood, ensure_ascii=False, indent=1))
    else:
        print(inspect_text(understood))
    return 0


def _check(options: argparse.Namespace) -> int:
    if options.fix and (options.output is None or len(options.files) != 1):
        raise UserError("--fix 需要一份文件和 -o 输出文件名。", "例如：check 方案.nigao --fix -o 修正后.nigao")
    checked, unusable = [], False
    for name in options.files:
        try:
            document, imported = _read(name, options.layer)
        except UserError as error:
            _complain(error, name)
            unusable = True
            continue
        file = CheckedFile.check(name, document, imported)
        if options.fix:
            file, fixed = file.fixed()
            storage.save(file.document, options.output)
            print(f"已修正 {fixed} 处，写入“{options.output}”。", file=sys.stderr)
        checked.append(file)
    writers = {"text": check_text, "json": check_json, "sarif": check_sarif}
    print(writers[options.format](checked))
    if unusable:
        return UNUSABLE
    return FINDINGS if any(file.diagnostics for file in checked) else 0


def _export(options: argparse.Namespace) -> int:
    document, _ = _read(options.plan)
    report = export(document, options.output, Options(table=options.table))
    print(f"已导出“{options.output}”。")
    for sentence in report.left_out:
        print(f"  {sentence}")
    if options.pdf is not None:
        to_pdf(options.output, options.pdf)
        print(f"已生成“{options.pdf}”。")
    return 0


def _rules(options: argparse.Namespace) -> int:
    rules = all_rules()
    if options.format == "json":
        keys = ("code", "name", "severity", "scope", "summary", "reason", "source")
        print(json.dumps([{key: getattr(rule, key) for key in keys} for rule in rules], ensure_ascii=False, indent=1))
    else:
        print(rules_markdown(rules) if options.format == "md" else rules_text(rules))
    return 0
