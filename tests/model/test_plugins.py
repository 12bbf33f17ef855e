"""Installed packages add kinds of task; their code is loaded for a task of that kind only."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.model.levels import kind_fields
from flowdesk.model.plugins import plugs
from flowdesk.model.reader import read
from tests.model.test_complaints import complaints

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE = """\
from flowdesk.model.task import AnyTask

class HttpTask(AnyTask):
    kind = "http"
    runs = "shop.web:fetch"
    http: str
    method: str = "GET"

class IdleTask(AnyTask):
    kind = "idle"
    idle: str

class Other:
    pass
"""
ENTRIES = """\
[flowdesk.kinds]
http = {name}:HttpTask
broken = {name}_that_is_not_there:Task
other = {name}:Other
idle = {name}:IdleTask
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An installed package that adds kinds; its module's name."""
    name = f"kinds_of_{abs(hash(str(tmp_path)))}"
    (tmp_path / f"{name}.py").write_text(CODE)
    info = tmp_path / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(ENTRIES.format(name=name))
    monkeypatch.syspath_prepend(str(tmp_path))
    forget()
    yield name
    monkeypatch.undo()
    forget()


def forget() -> None:
    plugs.cache_clear()
    kind_fields.cache_clear()


def test_a_task_of_a_plugged_in_kind_is_read_by_its_own_model(package: str) -> None:
    assert package not in sys.modules
    text = "[tasks.a]\nhttp = 'https://example.org'\nretries = 2\npush.k = 'int'\n[tasks.b]\nbash = 'true'"
    document = read(Path("p.toml"), text=text)
    assert document.problems == []
    assert document.pipeline is not None
    task = document.pipeline.tasks["a"]
    assert (task.kind, task.retries, list(task.pushes)) == ("http", 2, ["k"])
    assert type(task).__module__ == package


def test_the_code_of_a_kind_that_no_task_has_is_not_loaded(package: str) -> None:
    assert complaints("[tasks.a]\nbash = 'true'\n[tasks.b]\nxyz = 1") != []
    assert package not in sys.modules


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ("http = 1", "FD102 2:8-9 'http' must be a string, not a whole number"),
        ("http = 'x'\nretries = -1", "FD104 3:11-13 'retries' must be at least 0"),
        ("http = 'x'\nxyz = -1", "FD101 3:1-4 unknown field 'xyz' in task 'a'"),
        ("http = 'x'\nbash = 'true'", "FD105 2:1-5 task 'a' does two things at once: bash and http"),
    ],
)
def test_what_is_wrong_with_such_a_task_is_told_as_with_any(fields: str, complaint: str) -> None:
    assert complaint in complaints(f"[tasks.a]\n{fields}")


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("broken", "cannot be loaded: ModuleNotFoundError"),
        ("other", "is no task of that kind"),
        ("idle", "names no `module:function` to run its tasks"),
    ],
)
def test_a_package_that_cannot_be_used_is_told(field: str, sentence: str) -> None:
    (complaint,) = complaints(f"[tasks.a]\n{field} = 1")
    assert complaint.startswith("FD118 1:8-9")
    assert sentence in complaint
