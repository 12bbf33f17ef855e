from __future__ import annotations

import subprocess
import sys

from flowdesk.executors.worker.early import MODULES


def imported(patience: int) -> set[str]:
    """Those that are there after so many questions whether something else is wanted."""
    code = (
        "import sys; from flowdesk.executors.worker.early import MODULES, import_early\n"
        f"answers = iter([False] * {patience} + [True] * 100)\n"
        "import_early(lambda: next(answers)); print(*[name for name in MODULES if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_all_is_imported_where_nobody_waits() -> None:
    assert imported(100) == set(MODULES)


def test_whoever_comes_waits_for_one_at_the_most() -> None:
    assert imported(0) == set()
    assert MODULES[0] in imported(1)
    assert MODULES[-1] not in imported(1)
