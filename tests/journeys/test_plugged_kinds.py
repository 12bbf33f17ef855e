"""A kind of task that an installed package adds, run by the program itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.store.store import Store
from tests.journeys.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

KINDS = """\
from flowdesk.model.task import AnyTask

class GreetTask(AnyTask):
    kind = "greet"
    runs = "greetings.tasks:greet"
    greet: str
    times: int = 1
"""
TASKS = """\
def greet(greet, times, name, params):
    return " ".join([f"{greet} {name}"] * times)
"""
PIPELINE = """\
[tasks.who]
bash = "echo Ann"
returns = "str"

[tasks.hello]
greet = "hello"
times = 2
pull.name = "who"
returns = "str"
"""


def test_a_task_of_a_plugged_in_kind_runs(tmp_path: Path, home: Path) -> None:
    site = tmp_path / "site"
    (site / "greetings").mkdir(parents=True)
    for name, text in (("__init__", ""), ("kinds", KINDS), ("tasks", TASKS)):
        (site / "greetings" / f"{name}.py").write_text(text)
    info = site / "greetings-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: greetings\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[flowdesk.kinds]\ngreet = greetings.kinds:GreetTask\n")
    with Terminal(tmp_path / "work") as terminal:
        terminal.write("p.toml", PIPELINE)
        told = terminal.run("run", "p.toml", "--run-id", "run", PYTHONPATH=str(site))
        assert told.code == 0, told.out + told.err
    with Store.open(home) as store:
        assert [row.value for row in store.values("run", task="hello")] == ['"hello Ann hello Ann"']
