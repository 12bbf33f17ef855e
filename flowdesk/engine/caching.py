"""Tasks that need not run again: `cache = true` and what tells whether a task is what it was.

A fingerprint is a hash of all that is seen of a try before it starts: what is carried out (kind, rendered
code, environment, folder, interpreter and the version of ours), what it must push, the values that it pulls
byte for byte, the names of Airflow's that its function asks for, the source of its module and of all modules
beside the pipeline's file that this one imports (read by `ast`, never imported). If a try of the same
task of the same file succeeded with the same fingerprint, its values are pushed again and no process starts.

Not seen: files that a task reads, programs that it calls, the clock, the engine's own environment, the
insides of installed packages but the very module that is called, what is imported under a made-up name.
Secrets are not in it, only where they are taken from: a new token does not make other values, and a
hash of one is a hash to guess it by.

The cache is asked at a task's first try in a run. Who clears a task wants it run. Branches, short circuits,
questions, waits and inner pipelines are never cached: what they are for is to look again.

Measured: 6 µs for a shell task, 70 µs for a function of a module of 300 lines and 4 ms for the first of that
module, as a file is read again only when its time or size has changed; 4 ms for each MB of pulled values.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.engine.sources import Sources, wanted_names
from flowdesk.executors.worker.task_key import task_instance_key
from flowdesk.plan.plan import Kind

if TYPE_CHECKING:
    from flowdesk.executors.executor import Input, Job
    from flowdesk.plan.plan import Push, Task
    from flowdesk.store.reusing import Reuser
    from flowdesk.store.rows import ValueRow

FORMAT = 1
"""Counts up when fingerprints are made otherwise, so that old ones match nothing."""

CACHED = frozenset({Kind.BASH, Kind.COMMAND, Kind.PYTHON, Kind.PLUGGED})
_CALLED = frozenset({Kind.PYTHON, Kind.PLUGGED})
_SHOWN = ("description", "example", "show")
"""What of a push is for people alone."""


@dataclass(frozen=True, slots=True)
class Reused:
    """The values of an earlier try, to be pushed again, and the run that they are of."""

    run_id: str
    values: tuple[ValueRow, ...]


def is_cached(task: Task, try_number: int) -> bool:
    """Whether the cache is asked before this try."""
    return task.cache and task.kind in CACHED and try_number == 1


def find(store: Reuser, path: str, name: str, fingerprint: str) -> Reused | None:
    """The values of the latest try of a task of this fingerprint that succeeded."""
    found = store.find_cached(path, name, fingerprint)
    if found is None:
        return None
    values = store.values(found.run_id, task=name)
    if any(row.secret for row in values):  # only this one has them in plain, but looks at the whole run
        values = store.values_to_use(found.run_id)
    return Reused(
        found.run_id,
        tuple(row for row in values if row.name == name and row.try_number == found.number),
    )


def fingerprint(task: Task, job: Job) -> str:
    """The hash, in hexadecimal, of all that is seen of a try; `job` is complete and rendered."""
    seen: dict[str, object] = {
        "format": FORMAT,
        "kind": task.kind,
        "code": job.code,
        "env": {name: text for name, text in job.env.items() if name not in task.env_from},
        "env_from": dict(task.env_from),
        "cwd": "" if job.temporary_cwd else job.cwd,
        "push": [_written(push) for push in task.push],
        "do_xcom_push": task.do_xcom_push,
        "inputs": [_given(one) for one in job.inputs],
    }
    if task.kind in _CALLED:
        seen |= _of_function(job)
    return sha256(json.dumps(seen, sort_keys=True, default=str).encode("utf-8", "surrogatepass")).hexdigest()


def _written(push: Push) -> dict[str, object]:
    return {name: getattr(push, name) for name in push._fields if name not in _SHOWN}


def _given(one: Input) -> list[object]:
    values = [[given.task, given.key, given.map_index, given.value] for given in one.given]
    return [one.argument, one.many, one.default, values]


def _of_function(job: Job) -> dict[str, object]:
    module, _, function = job.code[0].partition(":")
    sources = Sources(Path(job.folder)).of(module)
    wanted = wanted_names(sources, module, function)
    key = task_instance_key(job.context.get("dag_id", ""), job.task, job.context.get("ds_nodash", ""))
    given: dict[str, object] = {**job.context, "task_instance_key_str": key}
    given.update(params=dict(job.params), map_index=job.map_index)
    return {
        "interpreter": job.interpreter or sys.version,
        "sources": {name: source.digest for name, source in sorted(sources.items())},
        "asked": {name: value for name, value in given.items() if name in wanted},
    }
