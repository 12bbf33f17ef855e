"""A run from the terminal: checked, carried out, followed to its end, summed up."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.cli.encoding import check_encoding
from flowdesk.cli.manner import Output
from flowdesk.cli.paths import identity
from flowdesk.cli.printing import echo
from flowdesk.cli.progress import Display, JsonLines, Silence, display_of, guarded
from flowdesk.cli.standing import Standing
from flowdesk.cli.stored import opened
from flowdesk.cli.terminal import printable
from flowdesk.engine.jobs import RunRequest
from flowdesk.engine.run import Engine
from flowdesk.engine.signals import cancelled_by_signals
from flowdesk.errors import FileRefused, UsageError
from flowdesk.model.garbage import uncollected
from flowdesk.model.unplugged import unplugged
from flowdesk.plan.selection import selected
from flowdesk.plan.states import RunState
from flowdesk.store.home import home
from flowdesk.store.plan_cache import PlanCache

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from flowdesk.cli.manner import Manner, Wanted
    from flowdesk.errors import Problem
    from flowdesk.executors.executor import Executor
    from flowdesk.plan.events import Event
    from flowdesk.plan.plan import Plan
    from flowdesk.store.plan_cache import KeptPlan
    from flowdesk.store.store import Store

NOT_SUCCEEDED = 1


def carry_out(wanted: Wanted, executor: Executor) -> int:
    """Run what is wanted and return the exit code: 0, 1, or 128 and the number of the signal that ended it.

    Raises:
        FileRefused: the file has errors, nothing was run.
        FlowdeskError: the machine refused something.
    """
    manner = wanted.manner
    plan, warnings, source, written = checked_plan(wanted)
    check_encoding(plan)
    if warnings and manner.output is not Output.QUIET:
        _warn(warnings, wanted.file)
    params = given_params(plan, wanted)
    standing = Standing(plan)
    with opened(wanted.file, read_only=False) as store:
        request = request_for(wanted, source, home=store.home, params=params)
        engine = Engine(plan, request._replace(written=written), store=store, executor=executor)
        code = follow(engine, standing, store, manner)
        sum_up(manner.output, standing, store, request.run_id)
        return code


def request_for(wanted: Wanted, source: str, *, home: Path, params: Mapping[str, str]) -> RunRequest:
    """Return the request for a run, now."""
    path = identity(wanted.file)
    run_id, parent = wanted.run_id, wanted.parent
    return RunRequest.now(path, source, home=home, run_id=run_id, params=params, parent=parent)


def follow(engine: Engine, standing: Standing, store: Store, manner: Manner) -> int:
    """Let an engine run to the end of its run and show it meanwhile; returns the exit code."""
    display = _display(manner, standing)
    store.watchers.append(_watcher(display, standing, store))
    with cancelled_by_signals(engine, told=display.tell_ending) as received, display.open():
        standing.is_ending = lambda: received.signal is not None
        state = engine.run()
    for complaint in engine.complaints:
        echo(f"flowdesk: {printable(complaint)}", err=True)
    return 0 if state is RunState.SUCCESS else received.exit_code or NOT_SUCCEEDED


def checked_plan(wanted: Wanted) -> KeptPlan:
    """Return what of the file's plan is to run, its warnings and its text.

    With JSON, problems that refuse the file are lines too.
    """
    path, cache = identity(wanted.file), PlanCache(home())
    try:
        kept = cache.find(path) or _checked(path, cache)
    except FileRefused as refused:
        if wanted.manner.output is Output.JSON:
            from flowdesk.cli.as_json import line, of_problem

            for problem in refused.problems:
                echo(line({"kind": "problem", **of_problem(problem)}))
        raise
    part = selected(kept.plan, task=wanted.task, from_=wanted.from_, until=wanted.until)
    return kept if part is kept.plan else kept._replace(plan=part, written=None)


def _checked(path: Path, cache: PlanCache) -> KeptPlan:
    with uncollected(), unplugged():  # what is imported is there to stay
        from flowdesk.cli.checked import plan_of  # takes a fifth of a second

        return plan_of(path, cache)


def given_params(plan: Plan, wanted: Wanted) -> Mapping[str, str]:
    """Return the params of the run, as JSON texts.

    Raises:
        UsageError: one is written wrongly, is not declared, lacks a value or does not fit.
    """
    if not (plan.params or wanted.params or wanted.params_file):
        return {}
    from flowdesk.engine.params import params_of

    given = {}
    for written in wanted.params:
        name, sign, value = written.partition("=")
        if not sign or not name:
            raise UsageError(f"--param {written} has no `=`; write --param NAME=VALUE")
        if name in given:
            raise UsageError(f"--param {name} is given twice")
        given[name] = value
    return params_of(plan, given, Path(wanted.params_file) if wanted.params_file else None)


def _warn(warnings: Sequence[Problem], file: str) -> None:
    """Print what a run does not fail for, a line each: `flowdesk validate` shows it at length."""
    from flowdesk.cli.problems import MOST_BESIDE_A_RUN, print_headings

    left_out = print_headings(warnings, sys.stderr, most=MOST_BESIDE_A_RUN)
    if left_out:
        from shlex import quote

        sys.stderr.write(f"and {left_out:,} more: flowdesk validate {quote(file)}\n")


def _display(manner: Manner, standing: Standing) -> Display:
    match manner.output:
        case Output.JSON:
            return JsonLines()
        case Output.QUIET:
            return Silence()
        case Output.FULL:
            return display_of(standing, live=not manner.in_process)


def _watcher(display: Display, standing: Standing, store: Store) -> Callable[[list[Event]], None]:
    """Return the store's watcher. It learns the run's number from the first commit."""
    show = guarded(display, standing)

    def watch(events: list[Event]) -> None:
        if standing.number is None:
            standing.number = store.find_run(events[0].run_id).number
        show(events)

    return watch


def sum_up(output: Output, standing: Standing, store: Store, run_id: str) -> None:
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
