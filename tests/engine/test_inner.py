"""Pipelines that are run as one task: what is started, and what is read from the store at its end."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from flowdesk.engine.inner import MAX_DEPTH, Inner
from flowdesk.engine.jobs import Unstartable
from flowdesk.engine.masks import MASK
from flowdesk.engine.params import params_of
from flowdesk.engine.secrets import MASKED_VARIABLES, Secrets
from flowdesk.executors.executor import Finished, Given, Input, Job
from flowdesk.plan.inner_runs import PARENT
from flowdesk.plan.plan import Kind, Param, Push, Source, Task
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.rows import FinishedTry
from flowdesk.store.store import Store
from flowdesk.xcom.values import decode, encode
from tests.builders import bash, job, new_run, plan_of
from tests.engine.recorded import record_run

if TYPE_CHECKING:
    from collections.abc import Iterator

OUTER = "run_1"
SCORE = Push("best", "float", source=Source("train", "score"))


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    """A store in which the outer run is under way."""
    with Store.open(home) as store:
        with store.transaction():
            store.create_run(new_run(OUTER, plan=plan_of(bash("t"))), ["t"])
        yield store


@pytest.fixture
def inner(store: Store, home: Path) -> Inner:
    return Inner(store, home, OUTER)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "inner.toml").write_text("[tasks.train]\nbash = 'true'\n")
    return tmp_path / "parts" / "inner.toml"


def outer_job(file: Path, number: int = 1, **more: Any) -> Job:  # noqa: ANN401 - a Job's other fields
    code = f"parts/{file.name}"
    return job(file.parent.parent, code, kind=Kind.PIPELINE, id=f"t/{number}", try_number=number, **more)


def task(*push: Push) -> Task:
    return Task("t", Kind.PIPELINE, ("parts/inner.toml",), push=push)


def ended(job: Job, state: TryState = TryState.SUCCESS) -> Finished:
    code = int(state is not TryState.SUCCESS)
    return Finished(job.id, state, f"exit code {code}" if code else None, code)


def interrupt_try(store: Store, number: int) -> None:
    with store.transaction():
        store.start_try(OUTER, "t", number, log="/l")
        store.finish_try(OUTER, "t", number, FinishedTry(TryState.INTERRUPTED, TaskState.WAITING))


def test_a_run_of_its_own_is_started_in_the_files_folder(inner: Inner, file: Path, home: Path) -> None:
    one = outer_job(file, env={"MODE": "fast"}, push=(SCORE,))
    started = inner.job(one, {"n": "3"})
    assert started.kind is Kind.COMMAND
    assert started.code[1:7] == ("-P", "-m", "flowdesk", "run", str(file), "--run-id")
    assert started.code[7:9] == ("run_1/t", "--params")
    assert started.code[-1] == "--quiet"
    assert started.cwd == str(file.parent)
    same_store = {"FLOWDESK_HOME": str(home), "FLOWDESK_STORE": f"sqlite:///{home / 'flowdesk.db'}"}
    assert started.env == {"MODE": "fast", **same_store, PARENT: OUTER}
    assert (started.push, started.skip_on_exit_code) == ((), ())


def test_params_travel_exactly_and_nobody_else_may_read_them(inner: Inner, file: Path) -> None:
    given = {"at": datetime(2026, 1, 2, 3, tzinfo=UTC), "days": {1: "mon"}, "pair": (1, Decimal("2.50"))}
    pulled = Input("items", (Given("a", "k", "1"), Given("b", "k", None), Given("c", "k", "2")), many=True)
    absent = Input("left_out", (Given("a", "x", None),))
    one = outer_job(file, inputs=(pulled, absent))
    path = Path(inner.job(one, {name: encode(value) for name, value in given.items()}).code[9])
    assert path.stat().st_mode & 0o777 == 0o600
    types = {"at": "datetime", "days": "dict[int, str]", "pair": "tuple[int, Decimal]", "items": "list[int]"}
    plan = plan_of(bash("a"))._replace(params=tuple(Param(name, type_) for name, type_ in types.items()))
    read = {name: decode(text) for name, text in params_of(plan, {}, path).items()}
    assert read == {**given, "items": [1, 2]}
    inner.ended(task(), one, ended(one))
    assert not path.exists()


def test_its_values_are_pushed_by_the_outer_tasks_names(inner: Inner, store: Store, file: Path) -> None:
    one = outer_job(file)
    inner.job(one, {})
    record_run(store, "run_1/t", {"train": {"score": 1, "other": 2}})
    finished, pushes = inner.ended(task(SCORE), one, ended(one))
    assert finished.state is TryState.SUCCESS
    assert [(push.key, push.type, push.value) for push in pushes] == [("best", "float", "1.0")]


def test_a_mapped_task_in_there_gives_a_list(inner: Inner, store: Store, file: Path) -> None:
    one = outer_job(file)
    inner.job(one, {})
    record_run(store, "run_1/t", {f"train[{index}]": {"score": index} for index in range(12)})
    push = Push("all", "list[int]", source=Source("train", "score"))
    _, (pushed,) = inner.ended(task(push), one, ended(one))
    assert decode(pushed.value) == list(range(12))


@pytest.mark.parametrize(
    ("push", "reason"),
    [
        (Push("best", "str", source=SCORE.source), "push 'best': expected str, got int 7"),
        (Push("best", "int", le=1, source=SCORE.source), "push 'best': must be at most 1, and is 7"),
        (Push("best", "int", max_bytes=0, source=SCORE.source), "push 'best': has 1 bytes, more than"),
        (
            Push("best", "int", source=Source("train", "x")),
            "did not push 'best', which the file declares: 'train'",
        ),
    ],
)
def test_what_does_not_fit_fails_the_try(
    inner: Inner, store: Store, file: Path, push: Push, reason: str
) -> None:
    one = outer_job(file)
    inner.job(one, {})
    record_run(store, "run_1/t", {"train": {"score": 7}})
    finished, pushes = inner.ended(task(push), one, ended(one))
    assert (finished.state, finished.refused_key, pushes) == (TryState.FAILED, "best", [])
    assert finished.reason is not None
    assert reason in finished.reason


def test_what_may_be_absent_is_left_out(inner: Inner, store: Store, file: Path) -> None:
    one = outer_job(file)
    inner.job(one, {})
    record_run(store, "run_1/t", {"train": {}})
    push = Push("best", "int", required=False, source=SCORE.source)
    assert inner.ended(task(push), one, ended(one))[1] == []


def test_a_secret_comes_out_as_a_secret_only(inner: Inner, store: Store, file: Path) -> None:
    one = outer_job(file)
    inner.job(one, {})
    record_run(store, "run_1/t", {"train": {"score": "t0ken"}}, secret=True)
    shown = Push("best", "str", source=SCORE.source)
    finished, _ = inner.ended(task(shown), one, ended(one))
    assert "is secret" in (finished.reason or "")
    inner.job(one, {})
    _, (pushed,) = inner.ended(task(Push("best", "str", secret=True, source=SCORE.source)), one, ended(one))
    assert decode(pushed.value) == "t0ken"


def test_a_run_that_failed_is_named_with_its_task_and_reason(inner: Inner, store: Store, file: Path) -> None:
    one = outer_job(file)
    inner.job(one, {})
    with store.transaction():
        store.create_run(new_run("run_1/t"), ["a", "b"])
        for name in ("a", "b"):
            store.start_try("run_1/t", name, 1, log="/l")
            store.finish_try("run_1/t", name, 1, FinishedTry(TryState.FAILED, TaskState.FAILED, f"no {name}"))
        store.finish_run("run_1/t", RunState.FAILED)
    finished, _ = inner.ended(task(SCORE), one, ended(one, TryState.FAILED))
    assert finished.reason == "run #2 (run_1/t) ended as failed: 'a' failed: no a (and 1 more)"
    assert finished.state is TryState.FAILED


def test_a_pipeline_that_was_refused_is_told(inner: Inner, file: Path) -> None:
    one = outer_job(file)
    inner.job(one, {})
    finished, _ = inner.ended(task(SCORE), one, ended(one, TryState.FAILED))
    assert finished.reason == "the pipeline was not run: exit code 1; the log says why"


def test_a_run_that_took_too_long_is_told_so(inner: Inner, store: Store, file: Path) -> None:
    one = outer_job(file)
    inner.job(one, {})
    record_run(store, "run_1/t", {})
    late = Finished(one.id, TryState.FAILED, "timed out after 3 s")
    assert inner.ended(task(SCORE), one, late) == (late, [])


def test_a_retry_is_a_run_of_its_own(inner: Inner, store: Store, file: Path) -> None:
    with store.transaction():
        store.start_try(OUTER, "t", 1, log="/l")
        store.finish_try(OUTER, "t", 1, FinishedTry(TryState.FAILED, TaskState.UP_FOR_RETRY))
    record_run(store, "run_1/t", {"train": {}})
    assert inner.job(outer_job(file, 2), {}).code[6:8] == ("--run-id", "run_1/t/2")


def test_a_task_made_by_expand_has_a_run_of_its_own(inner: Inner, file: Path) -> None:
    assert inner.job(outer_job(file, map_index=3), {}).code[7] == "run_1/t[3]"


def test_what_an_interrupted_try_left_is_resumed(inner: Inner, store: Store, file: Path) -> None:
    interrupt_try(store, 1)
    interrupt_try(store, 2)
    with store.transaction():
        store.create_run(new_run("run_1/t"), ["train"])
        store._do("release_lease", run=store._number("run_1/t"))
    file.unlink()
    one = outer_job(file, 3)
    started = inner.job(one, {})
    assert started.code[4:7] == ("run", "--resume", "run_1/t")
    assert PARENT not in started.env
    with store.transaction():
        store.finish_run("run_1/t", RunState.SUCCESS)
    assert inner.ended(task(), one, ended(one))[0].state is TryState.SUCCESS


@pytest.mark.parametrize(
    ("state", "wanted"),
    [
        (RunState.SUCCESS, ("-I", "-S", "-c", "")),
        (RunState.CANCELLED, ("-P", "-m", "flowdesk", "retry", "run_1/t", "--quiet")),
    ],
)
def test_what_ended_unheard_is_not_run_again(
    inner: Inner, store: Store, file: Path, state: RunState, wanted: tuple[str, ...]
) -> None:
    interrupt_try(store, 1)
    with store.transaction():
        store.create_run(new_run("run_1/t"), ["train"])
        store.finish_run("run_1/t", state)
    assert inner.job(outer_job(file, 2), {}).code[1:] == wanted


def test_what_failed_unheard_is_run_anew(inner: Inner, store: Store, file: Path) -> None:
    interrupt_try(store, 1)
    with store.transaction():
        store.create_run(new_run("run_1/t"), ["train"])
        store.finish_run("run_1/t", RunState.FAILED)
    assert inner.job(outer_job(file, 2), {}).code[7] == "run_1/t/2"


def test_a_secret_is_no_param(inner: Inner, file: Path) -> None:
    one = outer_job(file, secrets=("t0ken",), inputs=(Input("key", (Given("a", "k", '"my t0ken"'),)),))
    with pytest.raises(Unstartable, match="the param 'key' of the inner run would have a secret in it"):
        inner.job(one, {})


def test_the_inner_run_is_told_which_variables_to_mask(
    inner: Inner, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MASKED_VARIABLES, '["AROUND"]')
    env = {"TOKEN": "t0ken", "MODE": "fast"}
    started = inner.job(outer_job(file, env=env), {}, secret_variables=["TOKEN"])
    assert started.env[MASKED_VARIABLES] == '["AROUND", "TOKEN"]'
    secrets = Secrets(plan_of(bash("a")), environment={**started.env, "AROUND": "wh0le"})
    assert secrets.mask("t0ken wh0le fast") == f"{MASK} {MASK} fast"


def test_a_file_that_is_not_there_cannot_be_run(inner: Inner, file: Path) -> None:
    file.unlink()
    with pytest.raises(Unstartable, match="there is no pipeline"):
        inner.job(outer_job(file), {})


def test_runs_do_not_lie_in_one_another_without_end(store: Store, home: Path, file: Path) -> None:
    runs = [OUTER, *(f"deeper_{number}" for number in range(MAX_DEPTH))]
    for parent, run in pairwise(runs):
        with store.transaction():
            store.create_run(new_run(run)._replace(parent=parent), ["t"])
    Inner(store, home, runs[MAX_DEPTH - 2]).job(outer_job(file), {})
    with pytest.raises(Unstartable, match="does a pipeline run itself"):
        Inner(store, home, runs[-1]).job(outer_job(file), {})
