"""Start: a command of the command line, or the window on a file."""

import gc
import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from editor.gongwen.export import Options
    from editor.model.document import Document

COMMANDS = ("new", "import", "inspect", "check", "export", "rules", "-h", "--help")


def main() -> int:
    """Run the command or the window that the arguments ask for; returns the exit code."""
    arguments = sys.argv[1:]
    if arguments and arguments[0] in COMMANDS:
        gc.set_threshold(100_000)  # a command is short: looking for cycles would take a tenth of its time
        from editor import cli  # without Qt

        if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
            sys.stdout.reconfigure(encoding="utf-8")  # JSON for other programs, on Windows too
        return cli.main(arguments, _draw_pdf)
    if len(arguments) > 1 or (arguments and arguments[0].startswith("-")):
        print(f"拟稿：不认识“{' '.join(arguments)}”。请用 python main.py --help 查看命令。", file=sys.stderr)
        return 2
    from editor.ui import app

    return app.run(arguments)


def _draw_pdf(document: "Document", path: "Path", options: "Options") -> tuple[str, ...]:
    """Write a document as PDF with Qt, which only this needs; no display is asked for."""
    from editor.ui.pdf_writer import write_pdf_alone

    return write_pdf_alone(document, path, options)


if __name__ == "__main__":
    sys.exit(main())
