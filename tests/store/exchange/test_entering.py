from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from flowdesk.store.errors import RunExists
from flowdesk.store.exchange import records
from flowdesk.store.exchange.checking import checked
from flowdesk.store.exchange.importing import Importer
from flowdesk.store.exchange.unpacking import Archive
from flowdesk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_tasks_keep_their_order_and_answers_their_requests(export: Callable[..., Path], there: Path) -> None:
    with Archive(export()) as archive, Importer.open(there) as importer, importer.transaction():
        importer.enter(checked(archive, 0))
    with Store.open(there) as store:
        assert [row.name for row in store.tasks("full")] == ["train", "each", "each[0]", "each[1]", "inner"]
        (request,) = store.requests("full")
        (answer,) = [event for event in store.events("full") if event.kind == "request_answered"]
        assert answer.data["request"] == request.id
        assert json.loads(request.data)["sealed"] == {"token": '"***"'}


def test_nobody_hears_of_it(export: Callable[..., Path], there: Path) -> None:
    with Archive(export()) as archive, Importer.open(there) as store:
        store.watchers.append(lambda events: pytest.fail(f"told of {events}"))
        with store.transaction():
            store.enter(checked(archive, 0))


def test_an_id_that_is_taken_is_refused(export: Callable[..., Path], there: Path) -> None:
    with Archive(export()) as archive, Importer.open(there) as store:
        run = checked(archive, 0)
        with store.transaction():
            store.enter(run)
        with pytest.raises(RunExists), store.transaction():
            store.enter(run)


EXPORTED = {
    "runs": {*records.RUN} - {"group_retries"},
    "tasks": {*records.TASK},
    "tries": {*records.TRY},
    "xcoms": {*records.VALUE} - {"key"} | {"xcom_key"},
    "pulls": {*records.PULL} - {"key"} | {"xcom_key"},
    "requests": {*records.REQUEST},
    "events": {*records.EVENT} - {"at"} | {"happened_at"},
}
LEFT_OUT = {
    "runs": {"number", "definition"},  # of the store
    "tasks": {"run", "position"},  # said by their order
    "tries": {"run", "signal_name", "fingerprint"},  # a cache of another machine is not to be used here
    "xcoms": {"run"},
    "pulls": {"run"},
    "requests": {"run"},
    "events": {"run"},
}


@pytest.mark.parametrize("table", EXPORTED)
def test_no_column_of_the_store_is_forgotten(table: str, home: Path) -> None:
    Store.open(home).close()
    with closing(sqlite3.connect(home / "flowdesk.db")) as database:
        columns = {row[1] for row in database.execute(f"PRAGMA table_info({table})")}
    assert columns - LEFT_OUT[table] == EXPORTED[table] - {"signal"}, "export it, or leave it out on purpose"
