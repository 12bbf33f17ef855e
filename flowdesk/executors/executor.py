"""What the engine asks of an executor, and the words they exchange.

The engine hands over a `Job` with everything in it: the inputs' values, the environment, the log's
path. It never waits for one job; it waits for whatever happens next and gets a list of `Report`s.
An executor knows nothing of graphs, retries or the store.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Protocol

    from flowdesk.plan.plan import Kind, Push, Source
    from flowdesk.plan.states import TryState
else:
    Protocol = object


class Given(NamedTuple):
    """One pulled value. `value` is JSON text as `xcom.values` writes it; None: nothing was pushed.

    A mapped source is given once for each of its tasks, in the order of their `map_index`. An item that
    `expand` has made an argument of comes with an empty `task` and `key`: no `xcom_pull` reaches it.
    """

    task: str
    key: str
    value: str | None
    map_index: int = -1


class Input(NamedTuple):
    """One argument of a job, with the values of all its sources, in order.

    `many`: the argument is a list. A source that is absent and required never gets here (the engine
    fails the try first). For the others, `default` (JSON text) stands in; without one, the argument
    is None, or the list goes without it. `earlier`: the file lets it come from an earlier run. `empty`
    are the sources that were mapped over nothing, so that there is nothing of them in `given`.
    """

    argument: str
    given: tuple[Given, ...]
    many: bool = False
    default: str | None = None
    earlier: bool = False
    empty: tuple[Source, ...] = ()


class Job(NamedTuple):
    """One try of one task, with all that a process needs to carry it out.

    `id` is unique while the executor lives. `folder` is the pipeline file's: the import path of its
    modules and the base of `cwd` (absolute). `env` is added to the engine's own environment. `log`
    is the absolute path of a file that the executor creates and everything the try prints goes to.
    `context` holds what a callable may ask for by name, besides its inputs (`run_id`, `ds`, …), as
    text, see `worker.known`; moments are in ISO 8601. `params` are JSON texts by name.

    `code`, `env` and `cwd` come rendered. `task` is the task's id and `map_index` tells which of a mapped
    one. `interpreter` is the absolute path of another Python to call the function in. `choices` are what a
    branch picks from. `secrets` are texts that must not stand in the log. `temporary_cwd`: make a fresh
    folder and run there instead of in `cwd`; it is removed afterwards. `values` is the home's folder of
    stored files (absolute; "": all values stay texts), and `values_at` where new ones go, if elsewhere.
    """

    id: str
    run_id: str
    task: str
    try_number: int
    kind: Kind
    code: tuple[str, ...]
    folder: str
    cwd: str
    log: str
    push: tuple[Push, ...] = ()
    inputs: tuple[Input, ...] = ()
    env: Mapping[str, str] = MappingProxyType({})
    context: Mapping[str, str] = MappingProxyType({})
    params: Mapping[str, str] = MappingProxyType({})
    map_index: int = -1
    interpreter: str | None = None
    choices: tuple[str, ...] = ()
    skip_on_exit_code: tuple[int, ...] = (99,)
    secrets: tuple[str, ...] = ()
    temporary_cwd: bool = False
    values: str = ""
    values_at: str | None = None


class Started(NamedTuple):
    """The job is being carried out by process `pid`."""

    job: str
    pid: int


class Pushed(NamedTuple):
    """The job pushed a value, checked against its declared type.

    `value` is JSON text, or the reference to a stored file (see `xcom.stored`). `size` in bytes and `preview`
    are of the value; None: to be told from the text.
    """

    job: str
    key: str
    type: str
    value: str
    size: int | None = None
    preview: str | None = None


class Finished(NamedTuple):
    """The job is over and none of its processes is left. Nothing follows for this job.

    `reason` is one sentence and absent on success ("ValueError: no data (xcom.py, line 12)", "killed
    by SIGSEGV", "exit code 3"). `signal` is a name like "SIGKILL". `followed`: the ids that a branch
    picked, as `choices` has them; of a short circuit, empty where it ended the way; else None.
    `no_retry`: the task asked for no further try. `refused_key` is the key whose push was refused (empty
    where what was written has none), or the first one that was not pushed, and `at` the user's line where
    the try failed ("xcom.py, line 12").
    """

    job: str
    state: TryState
    reason: str | None = None
    exit_code: int | None = None
    signal: str | None = None
    followed: tuple[str, ...] | None = None
    no_retry: bool = False
    refused_key: str | None = None
    at: str | None = None


Report = Started | Pushed | Finished


class Executor(Protocol):
    """Carries out jobs, several at a time."""

    slots: int
    """How many jobs may be under way at once."""

    def start(self, job: Job) -> None:
        """Begin a job and return at once."""

    def cancel(self, job: str, *, at_once: bool = False) -> None:
        """End a job and all its processes: SIGTERM, a grace, SIGKILL. Its `Finished` still comes.

        May be called from a signal handler, and again; with `at_once` there is no grace.
        """

    def wait(self, timeout: float | None) -> list[Report]:
        """Wait for the next reports, `timeout` seconds at the most (None: without end)."""

    def wake(self) -> None:
        """Let `wait` return now, maybe empty-handed. May be called from a signal handler."""

    def close(self) -> None:
        """End every job and process that is left. Call it last, whatever happened."""
