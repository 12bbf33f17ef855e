"""What was asked for on the command line of a run, and what carries its tasks out.

Apart from `running`, whose imports take as long as a worker process takes to start: so the two go on beside
each other.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from flowdesk.executors.executor import Executor


class Output(Enum):
    """What is printed: progress and a summary, events as JSON, or failures only."""

    FULL = auto()
    JSON = auto()
    QUIET = auto()


class Manner(NamedTuple):
    """How a run is carried out and what of it is printed."""

    output: Output = Output.FULL
    in_process: bool = False
    workers: int | None = None


class Wanted(NamedTuple):
    """What was asked for on the command line.

    `params` are as written (`--param k=v`), `params_file` holds more of them. `task`, `from_` and `until`
    pick a part of the pipeline, as `plan.selection` says. `parent` is the id of the run that this one
    belongs to, if a task of that one starts it.
    """

    file: str
    run_id: str | None = None
    params: tuple[str, ...] = ()
    params_file: str | None = None
    task: tuple[str, ...] = ()
    from_: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    parent: str | None = None
    manner: Manner = Manner()


def executor_for(manner: Manner, *, soon: bool = False) -> Executor:
    """Return what carries the tasks out. The other one is not imported. `soon`: tasks are all but certain."""
    if manner.in_process:
        from flowdesk.executors.in_process import InProcess

        return InProcess()
    if soon:
        from flowdesk.executors.boot import at_once, boot_ahead

        boot_ahead(at_once(manner.workers))
    from flowdesk.executors.local import Local

    executor = Local(manner.workers)
    if soon:
        executor.warm_up()
    return executor
