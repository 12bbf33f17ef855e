"""Carries out a task that calls a function: finds it, calls it by the names it takes, tells how it ended."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from types import AsyncGeneratorType, GeneratorType

from flowdesk.executors.worker import inputs, library_state, spare
from flowdesk.executors.worker.cancellation import Cancelled, interrupt
from flowdesk.executors.worker.note import write
from flowdesk.executors.worker.outcome import SUCCESS, Outcome, failed
from flowdesk.executors.worker.refused import Refused, declared_names
from flowdesk.executors.worker.returned import take
from flowdesk.executors.worker.takes import takes_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn

    from flowdesk.executors.worker.job import Job
    from flowdesk.executors.worker.pushes import Pushes

SKIP = "AirflowSkipException"
FAIL = "AirflowFailException"
"""Both by name, as Airflow need not be installed and a project may bring its own. FAIL: for good."""


def run_python(job: Job, pushes: Pushes) -> Outcome:
    """Call the callable and take what it returns. stdout and stderr are already where they belong."""
    pid = os.getpid()
    outcome = _outcome(job, pushes, pid)
    if os.getpid() != pid:
        _leave_fork(outcome)
    return outcome


def _outcome(job: Job, pushes: Pushes, pid: int) -> Outcome:
    try:
        with pushes.cancellation.acting(interrupt):
            function = _find(job.code[0])
            returned = _call(function, job, pushes)
        pushes.settle()
        return take(job, pushes, returned, function) if os.getpid() == pid else SUCCESS
    except Cancelled:
        return Outcome("cancelled", "cancelled")
    except KeyboardInterrupt as error:
        if pushes.cancellation.hears_keyboard:
            return Outcome("cancelled", "interrupted from the keyboard")
        return _raised(error)
    except SystemExit as end:
        return _exited(end)
    except BaseException as error:  # noqa: BLE001 - the border to the user's code
        return _raised(error)


def _leave_fork(outcome: Outcome) -> NoReturn:
    """End a process that the callable forked and that came back: the try is its parent's to finish."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(Exception):  # whatever the task has put there
            stream.flush()
    os._exit(outcome.exit_code or int(outcome.state != "success"))


def _call(function: Callable[..., object], job: Job, pushes: Pushes) -> object:
    returned = function(**_arguments(function, job, pushes))
    if hasattr(returned, "__await__"):
        import asyncio

        return asyncio.run(_awaited(returned))
    if isinstance(returned, (GeneratorType, AsyncGeneratorType)):
        raise Refused(
            f"{job.code[0]!r} returned a generator, of which nothing has run; return what it yields"
        )
    return returned


async def _awaited(coroutine: Any) -> object:  # noqa: ANN401 - whatever can be awaited
    return await coroutine


def _find(reference: str) -> Callable[..., object]:
    known = len(sys.modules)
    module, _, name = reference.partition(":")
    found: Any = sys.modules.get(module)
    if found is None:
        found = import_module(module)
    for part in name.split("."):
        if not hasattr(found, part):
            raise Refused(f"module {module!r} has no function {name!r}")
        found = getattr(found, part)
    if len(sys.modules) != known:
        library_state.look()
    if not callable(found):
        raise Refused(f"{reference!r} is not a function but of type {type(found).__name__}")
    return found  # type: ignore[no-any-return]  # any callable will do, its result is checked later


def _arguments(function: Callable[..., object], job: Job, pushes: Pushes) -> dict[str, object]:
    """The keyword arguments for the function; see the README for the rules."""
    known_of = takes_of(function)
    if known_of is None:
        return inputs.arguments(job)
    takes, takes_all, ways = known_of
    pulled = inputs.arguments(job, ways)
    left = [name for name in pulled if name not in takes]
    if left and not takes_all and takes.isdisjoint(("ti", "task_instance")):
        name = getattr(function, "__name__", "the callable")
        raise Refused(f"{name}() does not take {declared_names(left)}, which the file pulls for it")
    if not takes_all and takes <= pulled.keys():
        return {name: pulled[name] for name in takes}
    from flowdesk.executors.worker.known import known, named_params

    given = {**named_params(job, takes), **known(job, pushes), **pulled}
    return given if takes_all else {name: value for name, value in given.items() if name in takes}


def _exited(end: SystemExit) -> Outcome:
    if end.code is None or end.code == 0:
        return SUCCESS
    code = 1
    if isinstance(end.code, int):
        code = int(end.code) & 0xFF or 1  # what a process can end with
    else:
        from flowdesk.executors.worker import failure

        write(f"{failure.told(end.code)}\n")  # what Python itself does with sys.exit("text")
    return failed(f"exit code {code}", code)


def _raised(error: BaseException) -> Outcome:
    spare.release()
    from flowdesk.executors.worker import failure

    names = {kind.__name__ for kind in type(error).__mro__}
    if SKIP in names:
        return Outcome("skipped", failure.told(error) or None)
    failure.show(error)
    outcome = failed(failure.sentence(error))._replace(
        is_shown=True, no_retry=FAIL in names, at=failure.place(error)
    )
    if isinstance(error, Refused):
        return outcome._replace(refused_key=error.key, at=outcome.at or error.at)
    return outcome
