"""Run all measurements: python -m bench [core|checks|export|batch|start|window|commands|living]."""

import sys

if __name__ == "__main__":
    chosen = sys.argv[1:] or ["core", "checks", "export", "batch", "start", "window", "commands", "living"]
    if "core" in chosen:
        from bench import core

        core.main()
    if "checks" in chosen:
        from bench import checks

        checks.main()
    if "export" in chosen:
        from bench import export

        export.main()
    if "batch" in chosen:
        from bench import batch

        batch.main()
    if "start" in chosen:
        from bench import start

        start.main()
    if "window" in chosen:
        from bench import window

        window.main()
    if "commands" in chosen:
        from bench import commands

        commands.main()
    if "living" in chosen:
        from bench import living

        living.main()
