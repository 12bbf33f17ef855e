"""Carries out one job, whatever its kind, and sees that it pushed what it must."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from flowdesk.executors.worker.outcome import Outcome, failed
from flowdesk.executors.worker.pushes import Pushes
from flowdesk.executors.worker.refused import declared_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.executors.talk import Message
    from flowdesk.executors.worker.cancellation import Cancellation
    from flowdesk.executors.worker.job import Job
    from flowdesk.executors.worker.shell_task import Place


def carry_out(job: Job, place: Place, cancellation: Cancellation, send: Callable[[Message], None]) -> Outcome:
    """Carry out the job in the current directory and environment; `send` gets `started` and `pushed`."""
    pushes = Pushes(job, send, cancellation)
    if job.kind == "python":
        from flowdesk.executors.worker.python_task import run_python

        send({"say": "started", "pid": os.getpid()})
        outcome = run_python(job, pushes, cancellation)
    else:
        from flowdesk.executors.worker.shell_task import Shell

        shell = Shell(job, place, cancellation, lambda pid: send({"say": "started", "pid": pid}))
        outcome = shell.run(pushes)
    if cancellation.acted:  # also where the task caught what was to end it, and went on to its end
        return Outcome("cancelled", "cancelled")
    if outcome.state == "success" and pushes.missing:
        return failed(
            f"did not push {declared_names(pushes.missing)}, which the file declares", outcome.exit_code
        )
    return outcome
