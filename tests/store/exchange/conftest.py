"""A store with a run that has everything in it, and its export."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.plan import Kind, Push, Task
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.plan.written import to_json
from flowdesk.store.exchange.exporting import Exporter
from flowdesk.store.exchange.importing import Importer
from flowdesk.store.home import log_path, values_folder
from flowdesk.store.rows import FinishedTry, NewRun, Pulled
from flowdesk.store.store import Store
from flowdesk.xcom.files import Files
from flowdesk.xcom.keeping import keep
from flowdesk.xcom.kept import FileToKeep
from flowdesk.xcom.values import encode
from tests.builders import failed, plan_of, succeeded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RETRIED = FinishedTry(
    TryState.FAILED, TaskState.UP_FOR_RETRY, "exit code 1", exit_code=1, delay=1.0, failures=1
)
SOURCE = '[store]\nurl = "postgresql://me:hunter2@db/flowdesk"\n'


def fill(home: Path) -> None:
    """Run "full" of /pipelines/full.toml, which ended well.

    `train` pushed in its second try; `each`, a mapped one, in both of its tasks; `inner` is a run of its own.
    """
    pushes = (Push("score", "float"), Push("token", "str", secret=True))
    plan = plan_of(*(Task(name, Kind.BASH, ("true",), push=pushes) for name in ("train", "each", "inner")))
    with Store.open(home) as store, store.transaction():
        run = NewRun(
            "full", "full", "/pipelines/full.toml", to_json(plan), SOURCE, "2026-01-01", '{"n": "3"}'
        )
        store.create_run(run, ["train", "each", "inner"])
        begin_try(store, "full", "train", 1)
        store.push_value("full", "train", 1, key="score", value="0.5")
        store.finish_try("full", "train", 1, RETRIED)
        begin_try(store, "full", "train", 2)
        for key, value in values(home).items():
            store.push_value("full", "train", 2, key=key, value=value)
        store.push_value("full", "train", 2, key="token", value=encode("hunter2"), secret=True)
        store.finish_try("full", "train", 2, succeeded())
        store.edit_value("full", "train", 2, key="token", value=encode("hunter3"), by="Mia")
        store.edit_value("full", "train", 2, key="score", value="0.7", by="Mia")
        store.restore_value("full", "train", 2, key="score", by="Mia")
        store.edit_value("full", "train", 2, key="score", value="0.8", by="Ben")
        store.expand_task("full", "each", 2)
        for index in range(2):
            begin_try(store, "full", f"each[{index}]", 1, Pulled("score", 0, "train", "score", 2))
            store.push_value("full", f"each[{index}]", 1, key="score", value=str(index))
            store.finish_try("full", f"each[{index}]", 1, succeeded())
        request = store.add_request(
            "full", "mark", "train", {"state": "success", "values": {"token": '"hunter2"'}}
        )
        store.answer_request(request, "done")
        store.add_request("full", "pause")
        store.note_group_retry("full", "g", 1)
        begin_try(store, "full", "inner", 1)
        fill_inner(store)
        store.finish_try("full", "inner", 1, succeeded())
        store.finish_run("full", RunState.SUCCESS)


def fill_inner(store: Store) -> None:
    """The run that `inner` is, which failed."""
    plan = to_json(plan_of(Task("a", Kind.BASH, ("true",))))
    store.create_run(NewRun("full.inner", "inner", "/pipelines/in.toml", plan, "", parent="full"), ["a"])
    begin_try(store, "full.inner", "a", 1)
    store.finish_try("full.inner", "a", 1, failed())
    store.finish_run("full.inner", RunState.FAILED, "a failed")


def begin_try(store: Store, run_id: str, name: str, number: int, *pulls: Pulled) -> None:
    """Start a try that printed a line."""
    log = log_path(store.home, run_id, name, number)
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text(f"{name} says hello, try {number}\n")
    store.start_try(run_id, name, number, log=str(log), pulls=pulls, rendered='{"code": ["true"]}')
    store.record_pid(run_id, name, number, 123)


def values(home: Path) -> dict[str, str]:
    """Values of many kinds, small and large ones, and one in another folder."""
    files, elsewhere = Files(values_folder(home)), Files(home / "elsewhere", at=str(home / "elsewhere"))
    (home / "report.csv").write_text("a,b\n1,2\n")
    return {
        "score": "0.75",
        "pair": encode((2**70, "한국어")),
        "text": keep("x" * 100_000, files),
        "numbers": keep(list(range(30_000)), files),
        "report": keep(FileToKeep(home / "report.csv"), files),
        "far": keep("y" * 100_000, elsewhere),
        "files": keep([FileToKeep(home / "report.csv"), "z" * 70_000], elsewhere),
    }


@pytest.fixture
def full(home: Path) -> Path:
    """A home with the run "full"."""
    home.mkdir(parents=True, exist_ok=True)
    fill(home)
    return home


@pytest.fixture
def export(full: Path, tmp_path: Path) -> Callable[..., Path]:
    """Export a run of a home, by default "full", to a file."""

    def written(run_id: str = "full", home: Path = full) -> Path:
        path = tmp_path / f"{home.name}.{run_id}.flowdesk"
        with Exporter.open(home, read_only=True) as store, path.open("wb") as out:
            store.export_run(store.find_run(run_id), out)
        return path

    return written


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """The home of another machine, with an empty store."""
    Store.open(tmp_path / "there").close()
    return tmp_path / "there"


@pytest.fixture
def bring(there: Path) -> Callable[[Path], bool]:
    """Import a file there; whether it was new."""

    def imported(path: Path) -> bool:
        with Importer.open(there) as store:
            return store.import_run(path).is_new

    return imported
