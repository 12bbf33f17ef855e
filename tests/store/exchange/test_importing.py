from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from flowdesk.plan.run_view import RunView
from flowdesk.plan.states import RunState
from flowdesk.plan.written import from_json
from flowdesk.store.errors import RunExists, SecretUnreadable, StoreFull
from flowdesk.store.exchange.importing import Importer
from flowdesk.store.exchange.unpacking import Archive
from flowdesk.store.home import values_folder
from flowdesk.store.store import Store
from flowdesk.xcom.places import Places
from flowdesk.xcom.values import decode
from tests.builders import finish_run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def rows(archive: Archive) -> dict[str, str]:
    """All that is in an archive, but for the numbers that a store gives."""
    found = {}
    for name in archive.manifest["files"]:
        if name.startswith("values/") or "/logs/" in name:
            found[name] = archive.manifest["files"][name]["sha256"]
            continue
        lines = archive.text(name).splitlines()
        found[name] = "\n".join(
            json.dumps(_without_numbers(json.loads(line))) if name.endswith(".jsonl") else line
            for line in lines
        )
    return found


def _without_numbers(row: dict[str, Any]) -> dict[str, Any]:
    row = {name: value for name, value in row.items() if name not in {"seq", "id"}}
    if "request" in row.get("data", {}):
        row["data"] = {**row["data"], "request": 0}
    return row


def test_what_is_imported_is_exported_the_same(
    export: Callable[..., Path], bring: Callable[[Path], bool], there: Path
) -> None:
    first = export()
    with Store.open(there) as store:
        finish_run(store, "another")  # so that all numbers differ
    assert bring(first)
    with Archive(first) as one, Archive(export(home=there)) as other:
        assert rows(one) == rows(other)


def test_every_value_is_there_wherever_it_lay(
    full: Path, export: Callable[..., Path], bring: Callable[[Path], bool], there: Path
) -> None:
    bring(export())
    with Store.open(full) as here, Store.open(there) as store:
        pairs = zip(here.values("full"), store.values("full"), strict=True)
        for one, other in pairs:
            old = decode(one.value, Places(values_folder(full)))
            new = decode(other.value, Places(values_folder(there)))
            assert type(old) is type(new)
            if one.key not in {"report", "files"}:
                assert old == new
        (files,) = store.values("full", task="train", key="files")
        kept = decode(files.value, Places(values_folder(there)))
        assert isinstance(kept, list)
        assert Places(values_folder(there)).read(kept[0]) == b"a,b\n1,2\n"


def test_logs_and_inner_runs_come_along(
    export: Callable[..., Path], bring: Callable[[Path], bool], there: Path
) -> None:
    bring(export())
    with Store.open(there) as store:
        logs = {row.name + str(row.number): row.log for row in store.tries("full")}
        assert logs["each[1]1"].startswith(str(there))
        with open(logs["each[1]1"]) as log:  # noqa: PTH123 - a path as text
            assert log.read() == "each[1] says hello, try 1\n"
        (inner,) = store.inner_runs("full")
        assert (inner.id, inner.state, inner.reason) == ("full.inner", RunState.FAILED, "a failed")


def test_it_can_be_shown_from_its_events(
    export: Callable[..., Path], bring: Callable[[Path], bool], there: Path
) -> None:
    bring(export())
    with Store.open(there) as store:
        view = RunView(from_json(store.plan_text("full")), "full")
        view.apply(store.events("full"))
        assert view.run_state is RunState.SUCCESS
        score = view.values("train")["score"]
        assert (score.preview, score.is_edited, score.original) == ("0.8", True, "0.75")
        seqs = [row.seq for row in store.values("full")]
        pushed = {event.seq for event in store.events("full") if event.kind == "value_pushed"}
        assert set(seqs) <= pushed


def test_a_secret_stays_where_it_was(
    full: Path, export: Callable[..., Path], bring: Callable[[Path], bool], there: Path
) -> None:
    path = export()
    with Archive(path) as archive:
        for name in archive.manifest["files"]:
            with archive.open(name) as file:
                assert b"hunter2" not in file.read()
    bring(path)
    with Store.open(there) as store:
        (secret,) = store.values("full", task="train", key="token")
        assert (secret.secret, decode(secret.value)) == (True, "***")
        with pytest.raises(SecretUnreadable, match="'token' of 'train' is not here: the run was imported"):
            store.values_to_use("full")
    with Store.open(full) as here:
        assert any(row.key == "token" for row in here.values_to_use("full"))


def test_to_import_again_changes_nothing(
    export: Callable[..., Path], bring: Callable[[Path], bool], there: Path
) -> None:
    path = export()
    assert bring(path)
    assert not bring(path)
    with Store.open(there) as store:
        assert [run.id for run in store.runs()] == ["full.inner", "full"]


def test_another_run_of_the_id_is_left_alone(
    export: Callable[..., Path], bring: Callable[[Path], bool], there: Path
) -> None:
    with Store.open(there) as store:
        finish_run(store, "full.inner")
    with pytest.raises(RunExists, match=r"run 1 here has the id 'full.inner' already and is another run"):
        bring(export())
    with Store.open(there) as store:
        assert [run.id for run in store.runs()] == ["full.inner"]


def test_a_run_whose_engine_died_is_interrupted_elsewhere_too(
    export: Callable[..., Path], bring: Callable[[Path], bool], full: Path, there: Path
) -> None:
    with Store.open(full) as store, store.transaction():
        store.resume_run("full.inner")
        store._do("release_lease", run=store._number("full.inner"))
    bring(export("full.inner"))
    with Store.open(there) as store:
        run = store.find_run("full.inner")
        assert (run.state, run.parent) == (RunState.INTERRUPTED, None)


class Full(Importer):
    """An importer that fails when the rows are in, as where a disk is full."""

    def enter(self, found: Any) -> None:  # noqa: ANN401 - passed on
        super().enter(found)
        if found.id == "full.inner":
            raise StoreFull("no room")


def test_what_breaks_off_leaves_nothing(export: Callable[..., Path], there: Path) -> None:
    path = export()
    with Full.open(there) as store, pytest.raises(StoreFull):
        store.import_run(path)
    with Store.open(there) as store:
        assert store.runs() == []
    assert list((there / "logs").iterdir()) == []
