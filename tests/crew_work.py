"""Work for the processes of the tests: they find it by its name."""

import os
import signal
import time
from collections.abc import Callable


def prepare(greeting: str) -> Callable[[str], str]:
    """Return work that answers, or comes to grief as the task says."""

    def work(task: str) -> str:
        if task.startswith("die"):
            os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        if task.startswith("hang"):
            time.sleep(60)
        return f"{greeting} {task} {os.getpid()}"

    return work
