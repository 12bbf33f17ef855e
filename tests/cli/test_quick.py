from __future__ import annotations

from importlib import import_module
from inspect import signature
from typing import TYPE_CHECKING

import click
import pytest

from flowdesk.cli.app import app
from flowdesk.cli.quick import COMMANDS, FLAG, NUMBER, answered

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told


def command_of(words: tuple[str, ...]) -> click.Command:
    command: click.Command = app
    for word in words:
        assert isinstance(command, click.Group)
        found = command.get_command(click.Context(command), word)
        assert found is not None
        command = found
    return command


@pytest.mark.parametrize("words", COMMANDS)
def test_what_is_understood_quickly_is_what_click_understands(words: tuple[str, ...]) -> None:
    _, names, least, options = COMMANDS[words]
    parameters = {name: one for one in command_of(words).params for name in one.opts}
    for option, (name, takes) in options.items():
        one = parameters[option]
        assert isinstance(one, click.Option)
        assert one.name == name
        assert one.is_flag == (takes == FLAG)
        assert isinstance(one.type, click.IntRange) == (takes == NUMBER)
        assert not one.multiple
    arguments = [one for one in command_of(words).params if isinstance(one, click.Argument)]
    assert [one.name for one in arguments] == list(names)
    assert sum(one.required for one in arguments) <= least


@pytest.mark.parametrize("words", COMMANDS)
def test_what_is_not_said_is_as_click_has_it(words: tuple[str, ...]) -> None:
    where, names, least, options = COMMANDS[words]
    module, _, function = where.partition(":")
    takes = signature(getattr(import_module(module), function)).parameters
    assert set(takes) == {*names, *(name for name, _ in options.values())}
    for one in command_of(words).params:
        if one.name in takes and one.name not in names[:least]:
            default = takes[one.name].default
            assert default == one.get_default(click.Context(command_of(words))) or not default


@pytest.mark.parametrize(
    "line",
    [
        "",
        "--help",
        "runs --help",
        "runs -h",
        "runs a.toml b.toml",
        "runs --limit",
        "runs --limit 0",
        "runs --limit -1",
        "runs --limit ٣",
        "runs --limit=3",
        "runs --limit 3 --limit 4",
        "runs --json --json",
        "runs --lim 3",
        "runs -- a.toml",
        "xcom",
        "xcom list --file",
        "xcom list --file --json",
        "run",
        "run --quiet",
        "run a.toml --workers x",
        f"run a.toml --workers {'9' * 5_000}",
        "run a.toml --param a=1",
        "run a.toml -qq",
        "validate a.toml",
    ],
)
def test_what_is_rare_or_wrong_is_left_to_click(line: str) -> None:
    assert answered(line.split(" ")) is None


def test_an_empty_word_is_left_to_click() -> None:
    assert answered(["runs", ""]) is None
    assert answered(["xcom", "list", "--file", ""]) is None


@pytest.mark.usefixtures("finished_run")
@pytest.mark.parametrize(
    "line", ["runs", "runs --json", "runs --limit 1", "xcom list", "xcom list 1", "xcom list 1 --json"]
)
def test_both_ways_print_the_same(flowdesk: Callable[..., Told], line: str) -> None:
    quick = flowdesk(*line.split())
    by_click = flowdesk("xcom" if line.startswith("xcom") else "runs", *_disguised(line.split()))
    assert quick == by_click
    assert quick.code == 0


def _disguised(words: list[str]) -> list[str]:
    """The rest of a command line in a form that only click understands."""
    rest = words[1:]
    at = 1 if rest[:1] == ["list"] else 0
    return [*rest[:at], *[word for word in rest[at:] if word.startswith("--") or rest[0] == "--limit"], "--"][
        : len(rest) + 1
    ] + [word for word in rest[at:] if not word.startswith("--") and rest[0] != "--limit"]


def test_a_quick_run_has_the_exit_code_of_its_run(flowdesk: Callable[..., Told], tmp_path: Path) -> None:
    file = tmp_path / "p.toml"
    for code in ("true", "false"):
        file.write_text(f'[tasks.a]\nbash = "{code}"\n')
        quick = flowdesk("run", str(file), "--quiet", "--workers", "1")
        assert quick.code == flowdesk("run", "--quiet", "--workers=1", str(file)).code == int(code == "false")
    file.write_text("[tasks.a]\n")
    assert flowdesk("run", str(file.with_name("gone.toml"))).code == 2
