"""Run all measurements: python -m bench [core|window]."""

import sys

if __name__ == "__main__":
    chosen = sys.argv[1:] or ["core", "window"]
    if "core" in chosen:
        from bench import core

        core.main()
    if "window" in chosen:
        from bench import window

        window.main()
