"""A run from the terminal: checked, carried out, followed to its end, summed up."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import dataclass
from enum import Enum, auto
from shlex import quote
from typing import TYPE_CHECKING

import click

from flowdesk.cli.as_json import line, of_problem
from flowdesk.cli.checked import plan_of
from flowdesk.cli.encoding import check_encoding
from flowdesk.cli.paths import identity
from flowdesk.cli.progress import Display, JsonLines, Silence, display_of, guarded
from flowdesk.cli.standing import Standing
from flowdesk.cli.stored import opened
from flowdesk.engine.jobs import RunRequest
from flowdesk.engine.run import Engine
from flowdesk.engine.signals import cancelled_by_signals
from flowdesk.errors import FileRefused
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flowdesk.errors import Problem
    from flowdesk.executors.executor import Executor
    from flowdesk.plan.events import Event
    from flowdesk.plan.plan import Plan
    from flowdesk.store.store import Store

NOT_SUCCEEDED = 1


class Output(Enum):
    """What is printed: progress and a summary, events as JSON, or failures only."""

    FULL = auto()
    JSON = auto()
    QUIET = auto()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    file: str
    run_id: str | None
    output: Output
    in_process: bool = False
    workers: int | None = None


def carry_out(wanted: Wanted) -> int:
    """Run what is wanted and return the exit code: 0, 1, or 128 and the number of the signal that ended it.

    Raises:
        FileRefused: the file has errors, nothing was run.
        FlowdeskError: the machine refused something.
    """
    plan, warnings, source = _checked(wanted)
    check_encoding(plan)
    if warnings and wanted.output is not Output.QUIET:
        _warn(warnings, wanted.file)
    standing = Standing(plan)
    display = _display(wanted, standing)
    with opened(read_only=False) as store, closing(_executor(wanted)) as executor:
        request = RunRequest.now(identity(wanted.file), source, home=store.home, run_id=wanted.run_id)
        engine = Engine(plan, request, store=store, executor=executor)
        store.watchers.append(_watcher(display, standing, store))
        with cancelled_by_signals(engine, told=display.tell_ending) as received, display.open():
            standing.is_ending = lambda: received.signal is not None
            state = engine.run()
        _sum_up(wanted.output, standing, store, request.run_id)
    return 0 if state is RunState.SUCCESS else received.exit_code or NOT_SUCCEEDED


def _checked(wanted: Wanted) -> tuple[Plan, list[Problem], str]:
    """Return the plan, its warnings and its text. With JSON, problems that refuse it are lines too."""
    try:
        return plan_of(wanted.file)
    except FileRefused as refused:
        if wanted.output is Output.JSON:
            for problem in refused.problems:
                click.echo(line({"kind": "problem", **of_problem(problem)}))
        raise


def _warn(warnings: Sequence[Problem], file: str) -> None:
    """Print what a run does not fail for, a line each: `flowdesk validate` shows it at length."""
    from flowdesk.cli.problems import MOST_BESIDE_A_RUN, print_headings

    left_out = print_headings(warnings, sys.stderr, most=MOST_BESIDE_A_RUN)
    if left_out:
        sys.stderr.write(f"and {left_out:,} more: flowdesk validate {quote(file)}\n")


def _display(wanted: Wanted, standing: Standing) -> Display:
    match wanted.output:
        case Output.JSON:
            return JsonLines()
        case Output.QUIET:
            return Silence()
        case Output.FULL:
            return display_of(standing, live=not wanted.in_process)


def _executor(wanted: Wanted) -> Executor:
    """Return what carries the tasks out. The other one is not imported."""
    if wanted.in_process:
        from flowdesk.executors.in_process import InProcess

        return InProcess()
    from flowdesk.executors.local import Local

    return Local(wanted.workers)


def _watcher(display: Display, standing: Standing, store: Store) -> Callable[[list[Event]], None]:
    """Return the store's watcher. It learns the run's number from the first commit."""
    show = guarded(display, standing)

    def watch(events: list[Event]) -> None:
        if standing.number is None:
            standing.number = store.find_run(events[0].run_id).number
        show(events)

    return watch


def _sum_up(output: Output, standing: Standing, store: Store, run_id: str) -> None:
    """Print how it went. Where all went well and nothing is to be printed, nothing is imported for it."""
    if output is Output.JSON or (output is Output.QUIET and not standing.failed):
        return
    from flowdesk.cli.summary import print_failures, print_outcome, print_tasks

    run = store.find_run(run_id)
    if output is Output.FULL:
        print_tasks(standing)
    print_failures(standing, store, run)
    if output is Output.FULL:
        print_outcome(standing, run)
