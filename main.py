"""Start: a command of the command line, or the window on a file."""

import io
import sys

COMMANDS = ("new", "import", "inspect", "check", "export", "rules", "-h", "--help")


def main() -> int:
    """Run the command or the window that the arguments ask for; returns the exit code."""
    arguments = sys.argv[1:]
    if arguments and arguments[0] in COMMANDS:
        from editor import cli  # without Qt

        if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
            sys.stdout.reconfigure(encoding="utf-8")  # JSON for other programs, on Windows too
        return cli.main(arguments)
    if len(arguments) > 1 or (arguments and arguments[0].startswith("-")):
        print(f"拟稿：不认识“{' '.join(arguments)}”。请用 python main.py --help 查看命令。", file=sys.stderr)
        return 2
    from editor.ui import app

    return app.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
