"""What an executor needs to carry out a try: paths, environment and the names a callable may ask for."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from flowdesk.engine.rendered import Unrenderable
from flowdesk.engine.storing import values_at
from flowdesk.executors.executor import Input, Job
from flowdesk.plan.instances import split
from flowdesk.plan.plan import Kind
from flowdesk.records import NamedTuple
from flowdesk.store.home import log_folder, log_path_in, new_run_id, values_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from flowdesk.engine.caching import Reused
    from flowdesk.engine.leaves import Leaves
    from flowdesk.engine.rendered import Rendered
    from flowdesk.engine.world import Attempt, World
    from flowdesk.plan.plan import Task

TEMPORARY = "temp"
"""What `cwd` says for a fresh folder."""


SKIPS = 99
"""The exit code with which a shell task skips itself where nothing else is written."""


class Unstartable(Exception):
    """A try cannot be carried out; the message is the reason, one sentence."""


class RunRequest(NamedTuple):
    """What to run: the id the run will have, the file (absolute), its text, and where logs go.

    `logical_date` is the moment the run stands for; for a run by hand, the one it was asked for. `params`
    are JSON texts by name, checked and complete. `parent` is the id of the run that this one is a task of.
    `written` is the plan that is run as `plan.written` writes it, where that is at hand.
    """

    run_id: str
    path: Path
    source: str
    home: Path
    logical_date: datetime
    params: Mapping[str, str] = MappingProxyType({})
    parent: str | None = None
    written: str | None = None

    @classmethod
    def now(  # noqa: PLR0913 - what a run by hand may be given
        cls,
        path: Path,
        source: str,
        *,
        home: Path,
        run_id: str | None = None,
        params: Mapping[str, str] | None = None,
        parent: str | None = None,
    ) -> RunRequest:
        """Ask for a run by hand, now."""
        moment = datetime.now(UTC)
        chosen = run_id or new_run_id(moment.timestamp())
        return cls(chosen, path.absolute(), source, home, moment, params or {}, parent)


class Prepared(NamedTuple):
    """A try that can be carried out. `rendered` and `fingerprint` as in `store.rows.TryRow`."""

    job: Job
    rendered: str | None = None
    fingerprint: str | None = None
    reused: Reused | None = None
    """What an earlier try pushed that is as good as this one, so that nothing need be carried out."""


class Jobs:
    """Makes the jobs of one run."""

    def __init__(self, world: World, leaves: Leaves) -> None:
        self._world = world
        self._leaves = leaves
        request = world.request
        self._folder = str(request.path.parent)
        self._values = str(values_folder(request.home))
        self._values_at = values_at(world.plan, request.path.parent)
        self._logs = str(log_folder(request.home, request.run_id))

    def log_of(self, attempt: Attempt) -> str:
        """The path of the log of a try."""
        return log_path_in(self._logs, attempt.name, attempt.number)

    def prepare(self, attempt: Attempt, task: Task, inputs: tuple[Input, ...]) -> Prepared:
        """Return what a try carries out.

        Raises:
            Unstartable: it cannot be told.
        """
        rendered = self._rendered(attempt, task, inputs)
        job = self._carried(self._job(attempt, task, inputs=inputs, rendered=rendered), task, rendered)
        texts = None if rendered.texts is None else json.dumps(rendered.texts, ensure_ascii=False)
        prepared = Prepared(job, texts)
        return self._looked_up(prepared, attempt, task) if task.cache else prepared

    def _rendered(self, attempt: Attempt, task: Task, inputs: tuple[Input, ...]) -> Rendered:
        renderer = self._leaves.renderer
        try:
            if not renderer.has_templates(task):
                return renderer.plain(task)
            from flowdesk.engine.templates import TryContext

            index, expanded = split(attempt.name)[1], self._world.progress.expanded(task.id)
            return renderer.render(TryContext(task, index, inputs, attempt.number, expanded))
        except Unrenderable as error:
            raise Unstartable(str(error)) from error

    def _carried(self, job: Job, task: Task, rendered: Rendered) -> Job:
        """The job as executors know it, of a kind that is carried out as another one is."""
        if task.kind is Kind.PIPELINE:
            return self._leaves.inner.job(job, rendered.params, secret_variables=task.env_from)
        if task.kind is Kind.PLUGGED:
            from flowdesk.engine.plugged import called

            return called(job)
        return job

    def _looked_up(self, prepared: Prepared, attempt: Attempt, task: Task) -> Prepared:
        """With its fingerprint, and what an earlier try of the same one pushed."""
        from flowdesk.engine import caching

        fingerprint = caching.fingerprint(task, prepared.job)
        reused = None
        if caching.is_cached(task, attempt.number):
            path = str(self._world.request.path)
            reused = caching.find(self._world.store, path, attempt.name, fingerprint)
        return prepared._replace(fingerprint=fingerprint, reused=reused)

    def _job(self, attempt: Attempt, task: Task, *, inputs: tuple[Input, ...], rendered: Rendered) -> Job:
        """Relative `cwd`s and interpreters count from the pipeline file's folder."""
        request = self._world.request
        is_temporary = rendered.cwd == TEMPORARY
        skips = task.skip_on_exit_code
        return Job(
            id=attempt.id,
            run_id=request.run_id,
            task=task.id,
            try_number=attempt.number,
            kind=task.kind,
            code=rendered.code,
            folder=self._folder,
            cwd=self._folder if is_temporary or not rendered.cwd else str(request.path.parent / rendered.cwd),
            log=self.log_of(attempt),
            push=task.push if task.do_xcom_push else (),
            inputs=inputs,
            env=rendered.env,
            context=self._leaves.renderer.context.of_task(task),
            params=request.params,
            map_index=split(attempt.name)[1],
            interpreter=self._interpreter(task),
            choices=task.choices,
            skip_on_exit_code=(SKIPS,) if skips is None else skips,
            secrets=self._leaves.secret_texts,
            temporary_cwd=is_temporary,
            values=self._values,
            values_at=self._values_at,
        )

    def _interpreter(self, task: Task) -> str | None:
        if task.interpreter is None:
            return None
        if "/" in task.interpreter:
            # Not resolved: a venv's python is a link, and knows by its own place that it is one.
            return str(self._world.request.path.parent / task.interpreter)
        import shutil  # which brings compression with it

        found = shutil.which(task.interpreter)
        if found is None:
            raise Unstartable(f"there is no interpreter '{task.interpreter}' on the PATH")
        return found
