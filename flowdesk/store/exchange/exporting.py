"""From the store into an archive."""

from __future__ import annotations

import json
import re
from contextlib import closing
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from flowdesk.errors import UsageError
from flowdesk.plan.states import RunState
from flowdesk.plan.written import from_json
from flowdesk.store.exchange import records
from flowdesk.store.exchange.carrying import Carrier
from flowdesk.store.exchange.packing import PIECE, Packer
from flowdesk.store.home import values_folder
from flowdesk.store.reading import MASK, Reader
from flowdesk.store.store import Store
from flowdesk.xcom.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.plan.plan import Plan
    from flowdesk.store.rows import RunRow, TryRow

FIRST = "runs/0"
"""The folder of the run itself; its tasks' are behind."""

_PASSWORD = re.compile(r"""(?<=://)([^\s/?#"':@]*):[^\s/?#"'@{}]+@""")
"""A password in a URL, such as `[store] url` may have; not one that a template fills in."""


class Exporter(Store):
    """A store whose runs can be packed into a file."""

    def export_run(self, run: RunRow, out: IO[bytes]) -> list[RunRow]:
        """Pack a run, with those that its tasks are, and return all of them.

        Raises:
            UsageError: it is still under way.
            FlowdeskError: a stored file of it is gone or damaged.
        """
        runs = list(family(self, run))
        for one in runs:
            if one.state is RunState.RUNNING:
                raise UsageError(f"run {one.number} is still under way; export it once it is over")
        with closing(Packer(out)) as packer:
            for number, one in enumerate(runs):
                self._pack(one, packer, f"runs/{number}")
            packer.finish([one.id for one in runs])
        return runs

    def _pack(self, run: RunRow, packer: Packer, folder: str) -> None:
        plan = self.plan_text(run.id)
        state = RunState.RUNNING if run.state is RunState.INTERRUPTED else run.state
        finished_at = None if run.state is RunState.INTERRUPTED else run.finished_at
        more = {"group_retries": self.group_retries(run.id), "state": state, "finished_at": finished_at}
        if folder == FIRST:
            more["parent"] = None  # what it is a task of does not come along
        packer.add(f"{folder}/run.json", json.dumps(records.written(records.RUN, run, **more)).encode())
        packer.add(f"{folder}/plan.json", without_passwords(plan).encode())
        packer.add(f"{folder}/source.toml", without_passwords(self.source_text(run.id)).encode())
        for name, fields, rows in (
            ("tasks", records.TASK, self.tasks(run.id)),
            ("pulls", records.PULL, self.pulls(run.id)),
            ("events", records.EVENT, self.events(run.id)),
        ):
            packer.add_rows(f"{folder}/{name}.jsonl", (records.written(fields, row) for row in rows))
        packer.add_rows(f"{folder}/requests.jsonl", self._requests_of(run, from_json(plan)))
        packer.add_rows(f"{folder}/tries.jsonl", self._tries_of(run, packer, folder))
        packer.add_rows(f"{folder}/values.jsonl", self._values_of(run, packer))
        if edits := self._edits_of(run, packer):
            packer.add_rows(f"{folder}/edits.jsonl", edits)

    def _tries_of(self, run: RunRow, packer: Packer, folder: str) -> list[dict[str, Any]]:
        rows = []
        for number, one in enumerate(self.tries(run.id)):
            log = _packed_log(one, packer, f"{folder}/logs/{number}.log")
            pid = one.pid if one.finished_at else None  # elsewhere it would be another process
            rows.append(records.written(records.TRY, one, log=log, pid=pid))
        return rows

    def _values_of(self, run: RunRow, packer: Packer) -> list[dict[str, Any]]:
        """The values as they were pushed."""
        carrier = Carrier(packer, Places(values_folder(self.home)))
        rows = []
        for row in self.values(run.id):
            told, text = (row.edit.original_type, row.edit.original) if row.edit else (row.type, row.value)
            value = MASK if row.secret else carrier.carried(text)
            rows.append(records.written(records.VALUE, row, type=told, value=value))
        return rows

    def _edits_of(self, run: RunRow, packer: Packer) -> list[dict[str, Any]]:
        carrier = Carrier(packer, Places(values_folder(self.home)))
        return [
            records.written(records.EDIT, row, value=MASK if row.secret else carrier.carried(row.value))
            for row in self.edits(run.id)
        ]

    def _requests_of(self, run: RunRow, plan: Plan) -> Iterator[dict[str, Any]]:
        """Yield what was asked and answered; what is still asked, nobody will answer elsewhere."""
        for row in self._rows("answered_requests", run=self._number(run.id)):
            found = dict(zip(records.REQUEST, row, strict=True))
            yield found | {"data": _masked(found["data"], found["task"], plan)}


def family(store: Reader, run: RunRow) -> Iterator[RunRow]:
    """Yield a run, and those that its tasks are, and theirs."""
    yield run
    for inner in store.inner_runs(run.id):
        yield from family(store, inner)


def without_passwords(text: str) -> str:
    """Return the text with a mask for the passwords of URLs in it."""
    return _PASSWORD.sub(r"\1:***@", text)


def _packed_log(one: TryRow, packer: Packer, name: str) -> str | None:
    """Pack what a try printed; None: there is no log any more."""
    try:
        with Path(one.log).open("rb") as log, packer.file(name) as packed:
            while data := log.read(PIECE):
                packed.write(data)
    except FileNotFoundError:
        return None
    return name


def _masked(data: str, name: str | None, plan: Plan) -> str:
    """Mask in a request the values that a task is to have pushed, where their keys are secret."""
    found = json.loads(data)
    if "sealed" in found:
        found["sealed"] = dict.fromkeys(found["sealed"], MASK)
    task = plan.tasks.get((name or "").partition("[")[0])
    values = found.get("values")
    if task is not None and isinstance(values, dict):
        secret = {push.key for push in task.push if push.secret}
        found["values"] = {key: MASK if key in secret else value for key, value in values.items()}
    return json.dumps(found)
