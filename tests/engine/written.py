"""Pipelines run as they are written: from the text of a file to what the store has of its run."""

from __future__ import annotations

from datetime import UTC, datetime
from textwrap import dedent
from typing import TYPE_CHECKING, Any, NamedTuple

from flowdesk.engine.jobs import RunRequest
from flowdesk.engine.run import Engine
from flowdesk.model.reader import read
from flowdesk.plan.build import check
from flowdesk.store.store import Store
from flowdesk.xcom.values import decode

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.executors.executor import Executor


class Ran(NamedTuple):
    """What came of a run: the state and reason of each task's last try, and its values by task and key."""

    states: dict[str, str]
    reasons: dict[str, str | None]
    values: dict[str, dict[str, object]]
    events: list[tuple[str, dict[str, Any]]]


class Folder:
    """A folder with a pipeline, and its runs one after the other."""

    def __init__(self, home: Path, folder: Path, executor: Executor) -> None:
        self._home, self._folder, self._executor = home, folder, executor
        self._runs = 0

    def run(self, pipeline: str, code: str = "") -> Ran:
        """Run it as it is written now."""
        path = self._folder / "p.toml"
        path.write_text(dedent(pipeline))
        self._runs += 1
        module = f"work_{self._runs}"  # an executor in this process keeps what it has imported
        (self._folder / f"{module}.py").write_text(dedent(code))
        text = path.read_text().replace("work:", f"{module}:")
        checked = check(read(path, text=text))
        assert checked.plan is not None, checked.problems
        run_id = f"run-{self._runs}"
        with Store.open(self._home) as store:
            request = RunRequest(run_id, path, text, store.home, datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
            Engine(checked.plan, request, store=store, executor=self._executor).run()
            tries = {row.name: row for row in store.tries(run_id)}
            values: dict[str, dict[str, object]] = {}
            for row in store.values(run_id):
                if row.try_number == tries[row.name].number:
                    values.setdefault(row.name, {})[row.key] = decode(row.value)
            return Ran(
                {row.name: row.state for row in store.tasks(run_id)},
                {name: row.reason for name, row in tries.items()},
                values,
                [(event.kind, dict(event.data)) for event in store.events(run_id)],
            )
