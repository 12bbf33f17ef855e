"""Pipelines that are run as one task: each is a run of its own, by a `flowdesk run` that the executor starts.

A process of its own, as the file has its own folder, modules and workers; the same store, so that the
window shows what goes on in it. Its params are typed and travel in a file beside the try's log (0600, gone
when the try has ended), its values are read from the store at its end and checked against what the task
declares. It is cancelled as any task is, and then ends its own tasks in good order.

The inner run's id is the outer one's and the task's name, so that an outer run that is taken up again
finds what the interrupted try left: an unfinished run is resumed, one that is over is not run again. A
retry is a run of its own, with the try's number in its id.

Refused: running its tasks in the outer engine. Its pools, params, retries and ids are its own.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.engine.inner_values import Misfit, checked_value
from flowdesk.engine.jobs import Unstartable
from flowdesk.engine.secrets import MASKED_VARIABLES
from flowdesk.engine.storing import text_of
from flowdesk.executors.executor import Finished, Pushed
from flowdesk.plan.inner_runs import PARENT, inner_id
from flowdesk.plan.instances import name_of
from flowdesk.plan.plan import Kind
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.errors import RunUnknown
from flowdesk.xcom.files import FileLost
from flowdesk.xcom.values import encode, type_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flowdesk.executors.executor import Input, Job
    from flowdesk.plan.plan import Task
    from flowdesk.store.reusing import Reuser
    from flowdesk.store.rows import RunRow, ValueRow

MAX_DEPTH = 10
"""How many runs may lie in one another. A path that is a template can lead back to its own file."""


class Inner:
    """The inner runs of one run. `home` is the store's, which they share."""

    def __init__(self, store: Reuser, home: Path, run_id: str) -> None:
        self._store = store
        self._home = home
        self._run_id = run_id
        self._ids: dict[str, str] = {}

    def job(self, job: Job, params: Mapping[str, str], *, secret_variables: Iterable[str] = ()) -> Job:
        """What carries out the try of `job`, a task's that runs a pipeline.

        `params` are JSON texts, rendered; what the task pulls, or is expanded over, goes to the params of
        the same names. `secret_variables` are those of its environment that the inner run must mask too.

        Raises:
            Unstartable: the file is not there, a param has a secret in it (params are kept, and shown), too
                many runs lie in one another, or the disk is full.
        """
        path = Path(job.folder, job.code[0])
        begun = self._begun(name_of(job.task, job.map_index), job.try_number)
        same_store = {"FLOWDESK_HOME": str(self._home), "FLOWDESK_STORE": self._store.url}
        env = {**job.env, **same_store, **_masked_too(secret_variables)}
        if begun is not None:
            inner, code = begun.id, _go_on(begun)
        elif not path.is_file():
            raise Unstartable(f"there is no pipeline '{path}'")
        else:
            self._check_depth()
            inner = inner_id(self._run_id, name_of(job.task, job.map_index), job.try_number)
            texts = {**params, **_given(job.inputs, Path(job.values))}
            _check_params(job, texts)
            code = _flowdesk("run", str(path), "--run-id", inner, "--params", str(_write_params(job, texts)))
            env[PARENT] = self._run_id
        self._ids[job.id] = inner
        cwd = str(path.parent) if path.parent.is_dir() else job.folder
        as_command = job._replace(kind=Kind.COMMAND, code=code, cwd=cwd, env=env, temporary_cwd=False)
        return as_command._replace(push=(), inputs=(), skip_on_exit_code=())

    def ended(self, task: Task, job: Job, finished: Finished) -> tuple[Finished, list[Pushed]]:
        """How the try has ended, and what it pushes: the values of the inner run that the task declares."""
        _forget_params(job, job.try_number)
        run = self._run(self._ids.pop(job.id))
        is_its_own = finished.exit_code is not None or finished.signal is not None
        if finished.state is TryState.CANCELLED or (finished.state is TryState.FAILED and not is_its_own):
            return finished, []  # the outer engine ended it, or it could not be started
        if run is None:
            reason = f"the pipeline was not run: {finished.reason}; the log says why"
            return finished._replace(state=TryState.FAILED, reason=reason), []
        if run.state is not RunState.SUCCESS:
            return finished._replace(state=TryState.FAILED, reason=self._reason(run)), []
        return self._collected(task, job, run)

    def _check_depth(self) -> None:
        ancestor: str | None = self._run_id
        for _ in range(MAX_DEPTH):
            if ancestor is None or (run := self._run(ancestor)) is None:
                return
            ancestor = run.parent
        raise Unstartable(f"more than {MAX_DEPTH} runs lie in one another here; does a pipeline run itself?")

    def _begun(self, name: str, number: int) -> RunRow | None:
        """The inner run that an interrupted try has left for this one, if there is one to go on with."""
        tries = {row.number: row.state for row in self._store.tries(self._run_id, name) if row.name == name}
        before = number - 1
        while tries.get(before) is TryState.INTERRUPTED:
            run = self._run(inner_id(self._run_id, name, before))
            if run is not None:
                return None if run.state is RunState.FAILED else run
            before -= 1
        return None

    def _run(self, run_id: str) -> RunRow | None:
        try:
            found = self._store.find_run(run_id)
        except RunUnknown:
            return None
        return found if found.id == run_id else None

    def _reason(self, run: RunRow) -> str:
        """Why an inner run failed: its first failed task and that one's reason."""
        told = f"run #{run.number} ({run.id}) ended as {run.state}"
        failed = [row for row in self._store.tasks(run.id) if row.state is TaskState.FAILED]
        if run.reason:
            return f"{told}: {run.reason}"
        if not failed:
            return told
        more = f" (and {len(failed) - 1} more)" if len(failed) > 1 else ""
        return f"{told}: '{failed[0].name}' failed: {failed[0].reason or 'it gave no reason'}{more}"

    def _collected(self, task: Task, job: Job, run: RunRow) -> tuple[Finished, list[Pushed]]:
        values: dict[tuple[str, str], list[ValueRow]] = {}
        for row in self._store.values_to_use(run.id):
            values.setdefault((row.task, row.key), []).append(row)
        pushed: list[Pushed] = []
        for push in task.push if task.do_xcom_push else ():
            assert push.source is not None  # noqa: S101 - the model sees to it
            try:
                rows = values.get((push.source.task, push.source.key), [])
                text = checked_value(push, rows, run, values=job.values or None)
            except Misfit as refused:
                return Finished(job.id, TryState.FAILED, str(refused), refused_key=push.key), pushed
            if text is not None:
                pushed.append(Pushed(job.id, push.key, type_name(text), text))
        return Finished(job.id, TryState.SUCCESS, exit_code=0), pushed


def _flowdesk(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-P", "-m", "flowdesk", *arguments, "--quiet")


def _go_on(run: RunRow) -> tuple[str, ...]:
    """What finishes a run that was begun by a try whose engine died."""
    match run.state:
        case RunState.SUCCESS:  # only nobody heard of it
            return (sys.executable, "-I", "-S", "-c", "")
        case RunState.CANCELLED:  # what died with the engine may have had the time to end in good order
            return _flowdesk("retry", run.id)
        case _:
            return _flowdesk("run", "--resume", run.id)


def _given(inputs: tuple[Input, ...], values: Path) -> dict[str, str]:
    """The value of each argument as JSON text. One that nobody pushed is left to its default.

    Raises:
        Unstartable: the file of a stored value is gone.
    """
    found = {}
    for one in inputs:
        texts = [given.value if given.value is not None else one.default for given in one.given]
        try:
            there = [text_of(text, values) for text in texts if text is not None]
        except FileLost as error:
            raise Unstartable(
                f"the param '{one.argument}' of the inner run cannot be given: {error}"
            ) from error
        if one.many:
            found[one.argument] = f"[{', '.join(there)}]"
        elif there:
            found[one.argument] = there[0]
    return found


def _params_path(job: Job, number: int) -> Path:
    return Path(job.log).with_name(f"{number}.params.json")


def _masked_too(variables: Iterable[str]) -> dict[str, str]:
    """The variable that says which are secret, those of the run around this one among them."""
    around = json.loads(os.environ.get(MASKED_VARIABLES) or "[]")
    names = sorted({*around, *variables})
    return {MASKED_VARIABLES: json.dumps(names)} if names else {}


def _check_params(job: Job, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        if any(secret in text for secret in job.secrets):
            raise Unstartable(
                f"the param '{name}' of the inner run would have a secret in it, and params are kept; "
                "the inner pipeline can take it from where this one does: env.NAME = { from = … }"
            )


def _forget_params(job: Job, number: int) -> None:
    with suppress(OSError):
        _params_path(job, number).unlink(missing_ok=True)


def _write_params(job: Job, texts: Mapping[str, str]) -> Path:
    """Write a JSON object of the params, each value as `xcom.values` writes it; nobody else may read it."""
    path = _params_path(job, job.try_number)
    for number in range(1, job.try_number + 1):  # an engine that died left its own
        _forget_params(job, number)
    members = ", ".join(f"{encode(name)}: {text}" for name, text in texts.items())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(f"{{{members}}}")
    except OSError as error:
        raise Unstartable(f"the params of the inner run cannot be written: {error.strerror}") from error
    return path
