"""The start of a run, in the order that takes the least time: workers start beside our own imports."""

from __future__ import annotations

import gc
import os
from contextlib import closing

from flowdesk.cli.manner import Manner, Output, Wanted, executor_for
from flowdesk.model.garbage import uncollected
from flowdesk.plan.inner_runs import PARENT


def start_file(file: str, *, quiet: bool = False, as_json: bool = False, workers: int | None = None) -> int:
    """Run a pipeline file; as `start`."""
    output = Output.JSON if as_json else Output.QUIET if quiet else Output.FULL
    return start(Wanted(file, manner=Manner(output, workers=workers)))


def start(wanted: Wanted) -> int:
    """Run what is wanted; see `running.carry_out`."""
    parent = os.environ.pop(PARENT, None)  # not for what a task of this run starts by itself
    with closing(executor_for(wanted.manner, soon=os.path.isfile(wanted.file))) as executor:  # noqa: PTH113 - pathlib takes longer to import
        with uncollected():  # what is imported is there to stay
            from flowdesk.cli.running import carry_out

        gc.enable()
        return carry_out(wanted._replace(parent=parent), executor)
