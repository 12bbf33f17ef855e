"""What most tasks need, imported by a new worker while it has nothing to do: nobody waits for it then."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

MODULES = (
    "flowdesk.executors.worker.python_task",
    "flowdesk.xcom.values",
    "flowdesk.executors.worker.checked",
    "flowdesk.executors.worker.shell_task",
)
"""Each after what it needs, so that little is imported at a time."""


def import_early(is_wanted: Callable[[], bool]) -> None:
    """Import them, as long as nobody wants something else."""
    for name in MODULES:
        if is_wanted():
            return
        import_module(name)
