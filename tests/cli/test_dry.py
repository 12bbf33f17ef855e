from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told

PIPELINE = """
[pipeline]
name = "p"
params = { n = "int" }

[tasks.a]
bash = "echo {{ params.n }} > made"
push = { k = { type = "int", required = false } }

[tasks.b]
bash = "echo $x"
pull.x = { from = "a:k", default = 0 }
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "p.toml"
    path.write_text(PIPELINE)
    return str(path)


def test_what_would_be_carried_out_is_printed_and_nothing_is(
    flowdesk: Callable[..., Told], file: str, home: Path, tmp_path: Path
) -> None:
    told = flowdesk("run", file, "--dry-run", "--param", "n=3")
    assert told.code == 0, told.err
    assert told.out.splitlines()[:2] == ["a", "    $ echo 3 > made"]
    assert "b  after a" in told.out
    assert not (tmp_path / "made").exists()
    assert not (home / "flowdesk.db").exists()


def test_json_has_a_line_for_each_task(flowdesk: Callable[..., Told], file: str) -> None:
    told = flowdesk("run", file, "--dry-run", "--param", "n=3", "--json", "--task", "a")
    (a,) = map(json.loads, told.out.splitlines())
    assert (a["task"], a["code"]) == ("a", ["echo 3 > made"])


def test_params_are_checked_as_for_a_run(flowdesk: Callable[..., Told], file: str) -> None:
    told = flowdesk("run", file, "--dry-run")
    assert told.code == 2
    assert "'n'" in told.err or "n" in told.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--param", "n"], "--param n has no `=`; write --param NAME=VALUE"),
        (["--param", "n=1", "--param", "n=2"], "--param n is given twice"),
        (["--task", "a", "--from", "b", "--param", "n=1"], "ask for one of them"),
        (["--resume"], "so --dry-run means nothing with it"),
    ],
)
def test_misuse_is_told_in_a_sentence(
    flowdesk: Callable[..., Told], file: str, arguments: list[str], sentence: str
) -> None:
    told = flowdesk("run", file, "--dry-run", *arguments)
    assert told.code == 2
    assert sentence in told.err
