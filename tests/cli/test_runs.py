from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState
from flowdesk.store.store import Store
from tests.cli.conftest import begin

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told

WAY_OUT = "set FLOWDESK_HOME to another folder"


def test_without_any_run_it_says_so_and_succeeds(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("runs")
    assert told.code == 0
    assert told.err == "No runs yet. `flowdesk run`, with the path of a pipeline file, starts one.\n"
    assert flowdesk("runs", "--json").out == "[]\n"


@pytest.mark.usefixtures("finished_run")
def test_runs_are_listed_newest_first(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "second", "train", path="/pipelines/b.toml")
    _, second, first = flowdesk("runs").out.splitlines()
    assert second.split()[:3] == ["2", "▶", "running"]
    assert first.split()[:3] == ["1", "✓", "success"]
    assert first.endswith("first")


@pytest.mark.usefixtures("finished_run")
def test_a_file_and_a_limit_narrow_the_list(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "second", "train", path="/pipelines/b.toml")
    assert [run["id"] for run in json.loads(flowdesk("runs", "/pipelines/a.toml", "--json").out)] == ["first"]
    assert [run["id"] for run in json.loads(flowdesk("runs", "--limit", "1", "--json").out)] == ["second"]


@pytest.mark.usefixtures("finished_run")
def test_json_has_the_whole_run(flowdesk: Callable[..., Told]) -> None:
    (run,) = json.loads(flowdesk("runs", "--json").out)
    assert run["number"] == 1
    assert run["state"] == "success"
    assert run["path"] == "/pipelines/a.toml"
    assert run["started_at"].endswith("+00:00")


def test_a_file_that_was_never_run_is_told_how_to(
    flowdesk: Callable[..., Told], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my file.toml").write_text("")
    told = flowdesk("runs", "my file.toml")
    assert told.code == 0
    assert told.err == "No runs of my file.toml yet. Start one: flowdesk run 'my file.toml'\n"


@pytest.mark.usefixtures("finished_run")
def test_a_file_that_is_not_there_is_refused_unless_it_was_run(
    flowdesk: Callable[..., Told], tmp_path: Path
) -> None:
    assert flowdesk("runs", "/pipelines/a.toml").code == 0
    for options in ([], ["--json"]):
        told = flowdesk("runs", "/nosuch.toml", *options)
        assert (told.code, told.out) == (2, "")
        assert told.err == "flowdesk: no run of /nosuch.toml is recorded, and there is no such file\n"
    assert flowdesk("runs", str(tmp_path)).err.endswith("is recorded, and it is a folder\n")


def test_a_home_that_is_a_file_is_told(flowdesk: Callable[..., Told], home: Path) -> None:
    home.write_text("a file")
    told = flowdesk("runs")
    assert told.code == 1
    assert told.err == f"flowdesk: the store's folder {home} is no folder; move the file away, or {WAY_OUT}\n"


def test_a_store_that_is_a_folder_is_told(flowdesk: Callable[..., Told], home: Path) -> None:
    (home / "flowdesk.db").mkdir(parents=True)
    told = flowdesk("runs")
    assert told.code == 1
    assert told.err == f"flowdesk: the store {home}/flowdesk.db is a folder; move it away, or {WAY_OUT}\n"


@pytest.mark.parametrize("command", ["show", "xcom list", "logs a", "cancel"])
def test_a_store_without_runs_ends_as_one_that_is_not_there(
    flowdesk: Callable[..., Told], home: Path, command: str
) -> None:
    before = flowdesk(*command.split())
    Store.open(home).close()
    after = flowdesk(*command.split())
    assert before.code == after.code == 2
    assert before.err.startswith("flowdesk: no run has been recorded yet")
    assert after.err == "flowdesk: no run has been recorded yet\n"


def test_a_run_has_not_taken_the_time_for_which_it_was_over(
    flowdesk: Callable[..., Told], home: Path
) -> None:
    now = [100.0]
    with Store.open(home, clock=lambda: now[0]) as store:
        with store.transaction():
            begin(store, "r", "a")
        for begun, over in ((None, 103.0), (5000.0, 5004.0)):
            with store.transaction():
                if begun:
                    now[0] = begun
                    store.resume_run("r")
                now[0] = over
                store.finish_run("r", RunState.SUCCESS)
    assert " 7.0s " in flowdesk("runs").out
