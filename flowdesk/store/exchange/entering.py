"""Writing the rows of an imported run. Runs, events and requests are numbered anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from flowdesk.plan.instances import name_of
from flowdesk.plan.states import RunState
from flowdesk.store.definitions import definition_hash
from flowdesk.store.errors import RunExists
from flowdesk.store.home import log_path
from flowdesk.store.store import Store

if TYPE_CHECKING:
    from flowdesk.store.exchange.checking import CheckedRun, Rows


class Enterer(Store):
    """A store that takes in whole runs."""

    def enter(self, found: CheckedRun) -> None:
        """Write down a run that happened elsewhere. No watcher hears of it: nothing happened here.

        Raises:
            RunExists: there is one of its id.
        """
        now = self._moment()
        if self._value("number_of_run", id=found.id) is not None:
            raise RunExists(f"there is a run '{found.id}' already")
        run = self._enter_run(found)
        self._do("note_import", run=run, now=now)
        self._many("import_tasks", run, _with_positions(found.tasks))
        self._many("import_tries", run, [row | {"log": self._kept(found, row)} for row in found.tries])
        self._many("import_pulls", run, found.pulls)
        requests = self._enter_requests(run, found.requests)
        events = self._enter_events(run, found.events, requests)
        names = ("task", "map_index", "try_number", "key", "type", "value")
        for row in found.values:
            about = (events[row["seq"]], run, *(row[name] for name in names))
            self._database.later("push_value", row["task"], (*about, int(row["secret"]), row["pushed_at"]))
        self._many("copy_edits", run, [_edit(row, events) for row in found.edits])

    def _enter_run(self, found: CheckedRun) -> int:
        told = found.run
        definition = definition_hash(found.plan, found.source)
        self._do("add_definition", hash=definition, plan=found.plan, source=found.source)
        names = ("id", "pipeline", "path", "logical_date", "params", "parent")
        run = self._do(
            "create_run",
            **{name: told[name] for name in names},
            definition=definition,
            state=RunState.RUNNING.value,
            now=told["started_at"],
        )
        if told["paused"]:
            self._do("set_paused", run=run, paused=1)
        for group, count in told["group_retries"].items():
            self._do("note_group_retry", run=run, group_id=group, retries=count)
        if told["state"] != RunState.RUNNING:
            end = told["finished_at"] or told["started_at"]
            self._do("finish_run", run=run, state=told["state"], reason=told["reason"], now=end)
        return run

    def _kept(self, found: CheckedRun, row: dict[str, Any]) -> str:
        name = name_of(row["task"], row["map_index"])
        return str(log_path(self.home, found.id, name, row["number"]).relative_to(self.home))

    def _many(self, query: str, run: int, rows: Rows) -> None:
        if rows:
            self._database.ask(query, [{**row, "run": run} for row in rows])

    def _enter_requests(self, run: int, rows: Rows) -> dict[int, int]:
        """Return the new ids by the old ones."""
        ids = {}
        for row in rows:
            about = {name: row[name] for name in ("kind", "task", "data")}
            ids[row["id"]] = new = self._do("add_request", run=run, **about, now=row["requested_at"])
            end = row["answered_at"] or row["requested_at"]
            self._do("answer_request", id=new, answer=row["answer"], now=end)
        return ids

    def _enter_events(self, run: int, rows: Rows, requests: dict[int, int]) -> dict[int, int]:
        """Return the new numbers by the old ones."""
        numbers = {}
        for row in rows:
            data = dict(row["data"])
            if data.get("request") in requests:
                data["request"] = requests[data["request"]]
            about = (row[name] for name in ("at", "kind", "task", "map_index", "try_number"))
            numbers[row["seq"]] = seq = self._database.next_number()
            self._database.later("add_event", "", (seq, run, *about, json.dumps(data)))
        return numbers


def _edit(row: dict[str, Any], events: dict[int, int]) -> dict[str, Any]:
    named = {"xcom_key": row["key"], "edited_by": row["by"], "seq": events[row["seq"]]}
    flags = {"secret": int(row["secret"]), "is_current": int(row["is_current"])}
    return row | named | flags


def _with_positions(tasks: Rows) -> Rows:
    """Number the tasks in their order; what was made of a mapped one has its number."""
    positions: dict[str, int] = {}
    return [row | {"position": positions.setdefault(row["task"], len(positions))} for row in tasks]
