"""What tells whether a task is what it was, and what it pushes again if it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from flowdesk.engine.caching import find, fingerprint, is_cached
from flowdesk.executors.executor import Given, Input, Job
from flowdesk.plan.plan import Kind, Push, Task
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.rows import FinishedTry
from flowdesk.store.store import Store
from tests.builders import bash, job, new_run

if TYPE_CHECKING:
    from pathlib import Path

SHELL = bash("t", code="echo 1")._replace(cache=True)
CALL = Task("t", Kind.PYTHON, ("shop:train",), cache=True)


def of_shell(folder: Path, task: Task = SHELL, **changed: Any) -> str:  # noqa: ANN401 - fields of a Job
    return fingerprint(task, job(folder, *task.code, push=task.push, **changed))


def of_call(folder: Path, module: str | None = None, **changed: Any) -> str:  # noqa: ANN401 - fields of a Job
    """The fingerprint of a call of `shop:train`, after its module was written."""
    if module is not None:
        (folder / "shop.py").write_text(module)
    made: Job = job(folder, "shop:train", kind=Kind.PYTHON, **changed)
    return fingerprint(CALL, made)


def pulled(value: str) -> tuple[Input, ...]:
    return (Input("x", (Given("a", "k", value),)),)


def test_what_nobody_changed_has_the_same_fingerprint(tmp_path: Path) -> None:
    assert of_shell(tmp_path) == of_shell(tmp_path, id="t/2", try_number=2, run_id="run_2")
    assert of_call(tmp_path, "def train(): ...") == of_call(tmp_path, context={"run_id": "another"})


@pytest.mark.parametrize(
    "changed",
    [
        {"code": ("echo 2",)},
        {"env": {"MODE": "fast"}},
        {"cwd": "elsewhere"},
        {"inputs": pulled("1")},
        {"temporary_cwd": True},
    ],
)
def test_what_is_carried_out_counts(tmp_path: Path, changed: dict[str, object]) -> None:
    made = job(tmp_path, *SHELL.code)
    assert fingerprint(SHELL, made) != fingerprint(SHELL, made._replace(**changed))  # type: ignore[arg-type]  # fields of Job


def test_pulled_values_count_byte_for_byte(tmp_path: Path) -> None:
    assert of_shell(tmp_path, inputs=pulled("1")) != of_shell(tmp_path, inputs=pulled("1.0"))


def test_what_must_be_pushed_counts_and_what_is_for_people_does_not(tmp_path: Path) -> None:
    def pushing(push: Push) -> str:
        return of_shell(tmp_path, SHELL._replace(push=(push,)))

    assert pushing(Push("k", "int")) != pushing(Push("k", "int", ge=0))
    assert pushing(Push("k", "int")) == pushing(Push("k", "int", description="a number"))


def test_a_secret_is_not_in_it_and_where_it_is_from_is(tmp_path: Path) -> None:
    def with_token(source: str, value: str) -> str:
        return of_shell(tmp_path, SHELL._replace(env_from={"TOKEN": source}), env={"TOKEN": value})

    assert with_token("env:TOKEN", "old") == with_token("env:TOKEN", "new")
    assert with_token("env:TOKEN", "old") != with_token("env:OTHER", "old")


def test_the_code_of_the_function_counts(tmp_path: Path) -> None:
    assert of_call(tmp_path, "def train(): return 1") != of_call(tmp_path, "def train(): return 2")


@pytest.mark.parametrize(
    "statement",
    ["import stock", "from stock import count", "def train():\n    import stock", "from lib import deep"],
)
def test_the_modules_beside_the_file_that_it_imports_count(tmp_path: Path, statement: str) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "__init__.py").write_text("")
    (tmp_path / "lib" / "deep.py").write_text("from . import deeper")
    (tmp_path / "lib" / "deeper.py").write_text("import stock")
    (tmp_path / "stock.py").write_text("count = 1")
    (tmp_path / "other.py").write_text("count = 1")
    before = of_call(tmp_path, f"{statement}\ndef train(): ...")
    (tmp_path / "other.py").write_text("count = 22")
    assert of_call(tmp_path) == before
    (tmp_path / "stock.py").write_text("count = 22")
    assert of_call(tmp_path) != before


def test_modules_that_import_one_another_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "stock.py").write_text("import shop")
    assert of_call(tmp_path, "import stock\ndef train(): ...")


def test_a_module_that_cannot_be_read_by_python_counts_by_its_text(tmp_path: Path) -> None:
    assert of_call(tmp_path, "def train(: ...") != of_call(tmp_path, "def train(:  ...")


@pytest.mark.parametrize(
    "module",
    [
        "def train(ds): ...",
        "async def train(*, ds=None): ...",
        "def train(**context): print(context['ds'])",
        "def logged(f): return f\n@logged\ndef train(ds): ...",
        "def made(ds): ...\ntrain = made",
    ],
)
def test_a_name_of_airflow_counts_for_a_function_that_asks_for_it(tmp_path: Path, module: str) -> None:
    monday = of_call(tmp_path, module, context={"ds": "2026-01-05", "run_id": "a"})
    assert of_call(tmp_path, context={"ds": "2026-01-06", "run_id": "a"}) != monday
    assert of_call(tmp_path, context={"ds": "2026-01-05", "run_id": "b"}) == monday


def test_params_count_for_a_function_that_takes_them(tmp_path: Path) -> None:
    def differs(module: str) -> bool:
        return of_call(tmp_path, module, params={"n": "1"}) != of_call(tmp_path, params={"n": "2"})

    assert differs("def train(params): ...")
    assert not differs("def train(x): ...")


def test_a_module_that_is_installed_counts_by_its_own_source(tmp_path: Path) -> None:
    task = CALL._replace(code=("textwrap:dedent",))
    other = CALL._replace(code=("shlex:quote",))
    call = job(tmp_path, *task.code, kind=Kind.PYTHON)
    assert fingerprint(task, call) == fingerprint(task, call)
    assert fingerprint(task, call) != fingerprint(other, call._replace(code=other.code))


def test_the_cache_is_asked_at_the_first_try_and_never_for_a_branch() -> None:
    assert is_cached(SHELL, 1)
    assert not is_cached(SHELL, 2)
    assert not is_cached(SHELL._replace(cache=False), 1)
    assert not is_cached(CALL._replace(kind=Kind.BRANCH), 1)


def test_the_values_of_the_try_are_found_and_secret_ones_in_plain(home: Path) -> None:
    with Store.open(home) as store:
        for run, secret in (("one", False), ("two", True)):
            with store.transaction():
                store.create_run(new_run(run), ["t"])
                for number, state in ((1, TryState.FAILED), (2, TryState.SUCCESS)):
                    store.start_try(run, "t", number, log="/l", fingerprint=run)
                    value = f'"{run}{number}"'
                    store.push_value(run, "t", number, key="k", value=value, secret=secret)
                    store.finish_try(run, "t", number, FinishedTry(state, TaskState.SUCCESS))
                store.finish_run(run, RunState.SUCCESS)
        path = new_run().path
        for run in ("one", "two"):
            found = find(store, path, "t", run)
            assert found is not None
            assert (found.run_id, [row.value for row in found.values]) == (run, [f'"{run}2"'])
        assert find(store, path, "t", "three") is None
        assert find(store, "/elsewhere.toml", "t", "one") is None
