from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState
from flowdesk.store.errors import RunUnknown
from flowdesk.store.home import log_path
from flowdesk.store.store import Store
from tests.builders import finish_run, new_run, start_run
from tests.store.another_process import read_line, send_line, start_writer
from tests.store.raw import counted

if TYPE_CHECKING:
    from pathlib import Path

TABLES = ("runs", "definitions", "leases", "tasks", "tries", "xcoms", "pulls", "events", "requests")


def write_log(store: Store, run_id: str) -> Path:
    log = log_path(store.home, run_id, "a", 1)
    log.parent.mkdir(parents=True)
    log.write_text("said")
    return log


def rows(store: Store) -> dict[str, int]:
    return {table: counted(store, table) for table in (*TABLES, "group_retries", "leftover_logs")}


def start_inner(store: Store, run_id: str, *, parent: str) -> None:
    with store.transaction():
        store.create_run(new_run(run_id, path="/inner.toml")._replace(parent=parent), ["a"])


def end(store: Store, run_id: str) -> None:
    with store.transaction():
        store.finish_run(run_id, RunState.SUCCESS)


def test_a_removed_run_leaves_nothing_behind(store: Store) -> None:
    finish_run(store)
    with store.transaction():
        store.note_group_retry("run_1", "g", 1)
        store.add_request("run_1", "retry")
    log = write_log(store, "run_1")
    assert [run.id for run in store.clean()] == ["run_1"]
    assert set(rows(store).values()) == {0}
    assert not log.exists()
    assert list((store.home / "logs").iterdir()) == []
    with pytest.raises(RunUnknown):
        store.tasks("run_1")


def test_the_newest_runs_of_each_file_stay(store: Store) -> None:
    for number in range(1, 7):
        finish_run(store, f"run_{number}", path=f"/{number % 2}.toml")
    logs = [write_log(store, f"run_{number}") for number in range(1, 7)]
    assert [run.id for run in store.clean(path="/1.toml", keep=1)] == ["run_1", "run_3"]
    assert [run.id for run in store.clean(keep=1)] == ["run_2", "run_4"]
    assert [run.id for run in store.runs()] == ["run_6", "run_5"]
    assert [log.exists() for log in logs] == [False] * 4 + [True] * 2
    assert [value.value for value in store.values("run_6")] == ["0.5"]


def test_a_long_run_stays_for_when_it_ended_and_not_for_when_it_began(home: Path, url: str | None) -> None:
    now = [100.0]
    with Store.open(home, url=url, clock=lambda: now[0]) as store:
        start_run(store, "long")
        for number in range(3):
            now[0] += 1
            finish_run(store, f"short_{number}")
        now[0] += 1
        end(store, "long")
        assert [run.id for run in store.clean(keep=2)] == ["short_0", "short_1"]


def test_only_runs_that_ended_before_a_moment_are_removed(home: Path, url: str | None) -> None:
    now = [100.0]
    with Store.open(home, url=url, clock=lambda: now[0]) as store:
        finish_run(store, "run_1")
        now[0] = 200.0
        finish_run(store, "run_2")
        assert [run.id for run in store.clean(before=200.0)] == ["run_1"]


def test_a_live_run_is_never_removed(store: Store) -> None:
    start_run(store)
    log = write_log(store, "run_1")
    assert store.clean() == []
    assert log.exists()
    assert store.find_run("run_1").state is RunState.RUNNING


def test_a_run_of_another_process_is_removed_when_that_is_dead(home: Path, url: str | None) -> None:
    with start_writer(home, url) as writer:
        send_line(writer)
        assert read_line(writer) == "committed"
        with Store.open(home, url=url) as store:
            assert store.clean() == []
            writer.kill()
            writer.wait()
            assert [run.id for run in store.clean()] == ["run_1"]


def test_an_inner_run_goes_with_its_outer_one_and_not_before(store: Store) -> None:
    start_run(store, "outer")
    for number in (1, 2):
        start_inner(store, f"inner_{number}", parent="outer")
        end(store, f"inner_{number}")
    assert store.clean(path="/inner.toml", keep=1) == []
    end(store, "outer")
    assert [run.id for run in store.clean(path="/pipelines/test.toml")] == ["outer", "inner_1", "inner_2"]


def test_a_run_stays_while_an_inner_one_is_live(store: Store) -> None:
    start_run(store, "outer")
    start_inner(store, "inner", parent="outer")
    end(store, "outer")
    assert store.clean() == []


def test_an_inner_run_whose_outer_one_is_gone_goes_like_any_other(store: Store) -> None:
    start_inner(store, "inner", parent="gone")
    end(store, "inner")
    assert [run.id for run in store.clean()] == ["inner"]


def test_a_cleaning_that_broke_off_is_carried_on_by_the_next(store: Store) -> None:
    finish_run(store)
    log = write_log(store, "run_1")
    store._remove("run_1")
    assert log.exists()
    assert store.clean() == []
    assert not log.exists()
    assert rows(store)["leftover_logs"] == 0


def test_logs_that_were_moved_aside_already_are_removed_by_the_next(store: Store) -> None:
    finish_run(store)
    folder = write_log(store, "run_1").parent.parent
    store._remove("run_1")
    folder.rename(folder.with_name("~1"))
    store.clean()
    assert list((store.home / "logs").iterdir()) == []
    assert rows(store)["leftover_logs"] == 0


def test_logs_that_cannot_be_removed_now_are_removed_later(store: Store) -> None:
    finish_run(store)
    folder = write_log(store, "run_1").parent.parent
    folder.with_name("~1").write_text("in the way")
    assert len(store.clean()) == 1
    assert folder.exists()
    assert rows(store)["leftover_logs"] == 1
    folder.with_name("~1").unlink()
    store.clean()
    assert not folder.exists()


def test_a_cleaning_that_broke_off_takes_no_log_of_a_new_run_of_the_same_id(store: Store) -> None:
    finish_run(store)
    store._remove("run_1")
    start_run(store, "run_1")
    log = write_log(store, "run_1")
    store.clean()
    assert log.exists()
    assert rows(store)["leftover_logs"] == 0


def test_logs_stay_while_another_store_of_the_home_may_have_a_copy_of_the_run(
    store: Store, home: Path, tmp_path: Path
) -> None:
    start_run(store, "run_1")
    end(store, "run_1")
    log = write_log(store, "run_1")
    Store.open(home, url=f"sqlite:///{tmp_path / 'other.db'}").close()
    store.clean()
    assert store.runs() == []
    assert log.exists()


def test_a_definition_stays_for_the_runs_that_follow_it(store: Store) -> None:
    finish_run(store, "run_1")
    finish_run(store, "run_2")
    store.clean(keep=1)
    assert store.plan_text("run_2") == new_run().plan


def test_numbers_are_not_given_again(store: Store) -> None:
    finish_run(store, "run_1")
    seq = store.events("run_1")[-1].seq
    store.clean()
    start_run(store, "run_1")
    assert store.find_run("run_1").number == 2
    assert store.events("run_1")[0].seq > seq


def test_one_run_is_removed_and_no_other(store: Store) -> None:
    finish_run(store, "run_1")
    finish_run(store, "run_2")
    logs = [write_log(store, run) for run in ("run_1", "run_2")]
    assert [run.id for run in store.remove_run("run_1")] == ["run_1"]
    assert [log.exists() for log in logs] == [False, True]
    with pytest.raises(RunUnknown):
        store.remove_run("run_1")


def test_a_run_under_way_is_not_removed(store: Store) -> None:
    start_run(store)
    assert store.remove_run("run_1") == []
    assert store.find_run("run_1").id == "run_1"
