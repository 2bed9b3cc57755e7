"""Run all measurements: python -m bench [core|checks|export|batch|window]."""

import sys

if __name__ == "__main__":
    chosen = sys.argv[1:] or ["core", "checks", "export", "batch", "window"]
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
    if "window" in chosen:
        from bench import window

        window.main()
