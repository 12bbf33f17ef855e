from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState
from flowdesk.store.rows import NewRun
from flowdesk.store.store import Store
from tests.cli.conftest import begin, carry_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told

DAY = 24 * 3600


@pytest.fixture
def old_runs(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Three runs of ./a.toml and one of b.toml, a day apart, the last yesterday; and one that goes on."""
    monkeypatch.chdir(tmp_path)
    ids = ["one", "two", "three", "four"]
    moment = 0.0
    with Store.open(home, clock=lambda: moment) as store:
        for days, run_id in zip((4, 3, 2, 1), ids, strict=True):
            moment = time.time() - days * DAY
            with store.transaction():
                begin(store, run_id, "t", path=str(tmp_path / ("b.toml" if run_id == "four" else "a.toml")))
                carry_out(store, run_id, "t")
                store.finish_run(run_id, RunState.SUCCESS)
        with store.transaction():
            begin(store, "live", "t", path=str(tmp_path / "a.toml"))
    return ids


def left(store: Store) -> list[str]:
    return [run.id for run in reversed(store.runs())]


@pytest.mark.usefixtures("old_runs")
@pytest.mark.parametrize(
    ("options", "stay"),
    [
        (["--older-than", "60h"], ["three", "four", "live"]),
        (["--older-than", "60h", "--keep", "3"], ["two", "three", "four", "live"]),
        (["--keep", "0"], ["live"]),
        (["a.toml", "--keep", "2"], ["three", "four", "live"]),
    ],
)
def test_what_is_old_is_removed_and_the_rest_stays(
    flowdesk: Callable[..., Told], store: Store, options: list[str], stay: list[str]
) -> None:
    told = flowdesk("clean", "--yes", *options)
    assert told.code == 0, told.err
    assert left(store) == stay
    count = 5 - len(stay)
    assert told.out == f"Removed {count} run{'s' * (count > 1)}.\n"
    assert told.err.splitlines()[0].split()[:2] == ["RUN", "STATE"], "they are listed first"


def test_without_a_yes_nothing_is_removed(
    flowdesk: Callable[..., Told], store: Store, old_runs: list[str]
) -> None:
    told = flowdesk("clean", "--keep", "0")
    assert told.code == 2
    assert "say it with --yes" in told.err
    assert left(store) == [*old_runs, "live"]


@pytest.mark.usefixtures("finished_run")
@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ([], "what is to go? Say --older-than 30d, --keep 10, or both"),
        (["--older-than", "soon"], "--older-than soon is no duration; write one as"),
    ],
)
def test_misuse_is_told_in_a_sentence(
    flowdesk: Callable[..., Told], options: list[str], sentence: str
) -> None:
    told = flowdesk("clean", *options)
    assert told.code == 2
    assert sentence in told.err


@pytest.mark.usefixtures("finished_run")
def test_where_nothing_is_old_that_is_told(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("clean", "--older-than", "1d")
    why = "no run that may go is older than 1d"
    assert (told.code, told.out, told.err) == (0, "", f"Nothing to remove: {why}.\n")
    assert flowdesk("clean", "--keep", "3").err == "Nothing to remove: there are 1, and 3 are to be kept.\n"


def test_runs_that_are_tasks_of_others_go_with_those_and_that_is_told(
    flowdesk: Callable[..., Told], store: Store
) -> None:
    with store.transaction():
        begin(store, "outer", "a")
        store.create_run(NewRun("outer/a", "in", "/in.toml", "{}", "", parent="outer"), [])
    assert flowdesk("clean", "--keep", "0", "/in.toml").err == (
        "Nothing to remove: these runs are tasks of other runs, and go with those.\n"
    )
    assert flowdesk("clean", "--keep", "0").err == "Nothing to remove: what there is is under way.\n"
    assert flowdesk("clean", "--keep", "0", "/none.toml").err == "Nothing to remove: there is no run.\n"
