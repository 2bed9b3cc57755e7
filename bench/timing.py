"""Medians and 95th percentiles of repeated runs, and a table to print them in."""

import gc
import statistics
import time
from collections.abc import Callable
from pathlib import Path


def measure(action: Callable[[], object], repeat: int = 9, warmup: int = 1) -> list[float]:
    """Return the milliseconds of `repeat` runs after `warmup` uncounted ones."""
    for _ in range(warmup):
        action()
    gc.collect()
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return times


def row(name: str, times: list[float], mark: float | None = None, worst: float | None = None) -> None:
    """Print one figure: median, 95th percentile and, where there are some, the marks of both in milliseconds."""
    median = statistics.median(times)
    high = sorted(times)[int((len(times) - 1) * 0.95)]
    reached = (mark is None or median <= mark) and (worst is None or high <= worst)
    marks = " and ".join(f"{one:g}" for one in (mark, worst) if one is not None)
    verdict = f"  mark {marks}: {'reached' if reached else 'NOT REACHED'}" if marks else ""
    print(f"  {name:<58} median {median:8.2f} ms   95 % {high:8.2f} ms{verdict}", flush=True)


def peak_mib() -> float:
    """Return the peak memory of this process in MiB (Linux)."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0
