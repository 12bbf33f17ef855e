"""`run --in-process`: a breakpoint() in any task stops it in the terminal, looks, and goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORK = """
def train(n):
    score = n * 2.5
    breakpoint()
    return score

def choose(score):
    best = "good" if score > 4 else "bad"
    breakpoint()
    return best

def is_worth_it(score):
    limit = 7
    breakpoint()
    return score < limit

def use(params, epochs):
    breakpoint()
    print("used", epochs)
"""

PULL = 'pull.score = "source"\n'
KINDS = [
    pytest.param('python = "work:train"\npull.n = "source"\nreturns = "float"', "score", "5.0", id="python"),
    pytest.param(f'branch = "work:choose"\n{PULL}choices = ["good", "bad"]', "best", "'bad'", id="branch"),
    pytest.param(f'short_circuit = "work:is_worth_it"\n{PULL}', "limit", "7", id="short_circuit"),
    pytest.param('python = "work:use"', "epochs", "3", id="params"),
]


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """A terminal in an empty folder."""
    with Terminal(tmp_path / "here") as here:
        yield here


@pytest.mark.parametrize(("task", "variable", "value"), KINDS)
def test_a_breakpoint_stops_a_task_shows_a_variable_and_goes_on(
    terminal: Terminal, task: str, variable: str, value: str
) -> None:
    terminal.write("work.py", WORK)
    terminal.write(
        "p.toml",
        f"""
[pipeline]
name = "p"
[pipeline.params]
epochs = {{ type = "int", default = 3 }}
[tasks.source]
bash = "echo 2"
returns = "int"
[tasks.under_study]
{task}
[tasks.good]
bash = "true"
after = "under_study"
[tasks.bad]
bash = "true"
after = "under_study"
""",
    )
    typed = [("(Pdb) ", f"p 'it is', {variable}"), ("(Pdb) ", "continue")]
    told = terminal.in_a_tty("run", "p.toml", "--in-process", typed=typed)
    assert told.code == 0, told.out
    assert f"('it is', {value})" in told.out
    (run,) = terminal.json("runs")
    assert run["state"] == "success"
