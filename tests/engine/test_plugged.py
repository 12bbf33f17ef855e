"""Tasks of kinds that installed packages add are calls of the function that the kind names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.plugged import called
from flowdesk.executors.executor import Given, Input
from flowdesk.executors.in_process import InProcess
from flowdesk.model.levels import kind_fields
from flowdesk.model.plugins import plugs
from flowdesk.model.reader import read
from flowdesk.plan.build import check
from flowdesk.plan.plan import Kind, Task
from tests.builders import carried_out, job, pushed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CODE = """\
from typing import ClassVar
from pydantic import HttpUrl
from flowdesk.model.task import AnyTask

class HttpTask(AnyTask):
    kind = "{name}"
    runs = "{name}_kinds:fetch"
    {name}: HttpUrl
    tries: int = 3
    headers: dict[str, str] = {{}}

def fetch({name}, tries, headers, body, ti):
    return [str({name}), tries, headers, body, ti.task_id]
"""


@pytest.fixture
def kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The word of a kind that an installed package adds."""
    name = f"http_{abs(hash(str(tmp_path)))}"
    (tmp_path / f"{name}_kinds.py").write_text(CODE.format(name=name))
    info = tmp_path / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[flowdesk.kinds]\n{name} = {name}_kinds:HttpTask\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    plugs.cache_clear()
    kind_fields.cache_clear()
    yield name
    monkeypatch.undo()
    plugs.cache_clear()
    kind_fields.cache_clear()


@pytest.fixture
def task(kind: str, tmp_path: Path) -> Task:
    text = (
        f"[tasks.a]\n{kind} = 'https://example.org/x'\nheaders = {{ A = 'b' }}\nreturns = 'list'\n"
        "pull.body = { from = 'b', key = 'text' }\n[tasks.b]\nbash = 'true'\npush.text = 'str'\n"
    )
    found = check(read(tmp_path / "p.toml", text=text))
    assert found.plan is not None, found.problems
    return found.plan.tasks["a"]


def test_the_plan_has_the_function_and_the_fields(task: Task, kind: str) -> None:
    assert task.kind is Kind.PLUGGED
    assert task.code == (
        kind,
        f"{kind}_kinds:fetch",
        *(kind, '"https://example.org/x"'),
        *("tries", "3"),
        *("headers", '{"A": "b"}'),
    )


def test_the_function_gets_the_fields_and_what_the_task_pulls(task: Task, kind: str, tmp_path: Path) -> None:
    inputs = (Input("body", (Given("b", "text", '"B"'),)),)
    one = job(tmp_path, *task.code, kind=task.kind, push=task.push, inputs=inputs)
    executor = InProcess()
    reports = carried_out(executor, called(one))
    executor.close()
    assert pushed(reports) == {"return_value": ["https://example.org/x", 3, {"A": "b"}, "B", "t"]}, kind
