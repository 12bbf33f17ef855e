"""Without bash, a plain command is what bash would have made of it: arguments, variables, end and output."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowdesk.executors.worker.plain_command import plain_command

if TYPE_CHECKING:
    from pathlib import Path

SHOWING = """
import os, sys
print(ascii(sys.argv[1:]), ascii(os.getcwd()))
for pair in sorted(os.environb.items()): print(pair)
sys.exit(len(sys.argv) % 5)
"""
FOLDERS = f"{os.path.dirname(sys.executable)}:/usr/local/bin:/usr/bin:/bin"  # noqa: PTH120 - a text for a variable
SAFE = "abcXYZ019_./:@%+,=-"
WORDS = st.one_of(
    st.text(SAFE, min_size=1, max_size=6),
    st.text(f'{SAFE} $`\\"!*?#~&|;<>(){{}}[]^', max_size=6).map(lambda text: f"'{text}'"),
    st.text(f"{SAFE} '*?#~&|;<>(){{}}[]^", max_size=6).map(lambda text: f'"{text}"'),
    st.text(f"{SAFE} '\"$`\\!*?#~&|;<>(){{}}[]^\n\té", min_size=1, max_size=5),
)
NAMES = st.sampled_from(
    [
        *("A", "a.b", "PWD", "OLDPWD", "SHLVL", "_", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TERM", "MAIL"),
        *("COLUMNS", "HISTFILE", "SHELL", "TMOUT", "UID", "IFS", "OPTIND", "PS1", "PS2", "PS4", "SECONDS"),
        *("BASH_ENV", "BASHOPTS", "SHELLOPTS", "POSIXLY_CORRECT", "SSH_CLIENT", "LINENO", "HOSTNAME"),
    ]
)
HERE = "/tmp"  # noqa: S108 - a directory that is there
VALUES = st.sampled_from(
    ["", "x", "/", HERE, f"/usr/..{HERE}", "/nowhere", "0", "3", "007", "998", "999", "C"]
)
ENVIRONMENTS = st.dictionaries(NAMES, VALUES, max_size=5)


def by_bash(text: str, environment: dict[bytes, bytes], cwd: str) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        ["/bin/bash", "-c", text],
        env=environment,
        cwd=cwd,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def by_us(text: str, environment: dict[bytes, bytes], cwd: str) -> tuple[int, bytes, bytes] | None:
    before = os.getcwd()  # noqa: PTH109 - as the worker does
    os.chdir(cwd)
    try:
        plain = plain_command(text, environment)
    finally:
        os.chdir(before)
    if plain is None:
        return None
    done = subprocess.run(
        plain.argv,
        executable=plain.program,
        env=plain.environment,
        cwd=cwd,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def show(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program that tells all it was given, and in a folder of PATH."""
    path = tmp_path_factory.mktemp("bin") / "show"
    path.write_text(f"#!{sys.executable} -S\n{SHOWING}")
    path.chmod(0o755)
    return path


@settings(max_examples=150, deadline=None)
@given(
    name=st.sampled_from(["show", "show", "echo"]),
    words=st.lists(WORDS, max_size=4),
    more=ENVIRONMENTS,
    blanks=st.sampled_from(["", " ", "\t ", "\n"]),
)
def test_a_plain_command_does_what_bash_does(
    show: Path, name: str, words: list[str], more: dict[str, str], blanks: str
) -> None:
    environment = {b"PATH": f"{show.parent}:{FOLDERS}".encode(), b"PYTHONCOERCECLOCALE": b"0"}
    environment.update((name.encode(), value.encode()) for name, value in more.items())
    text = f"{blanks}{name} {' '.join(words)}{blanks}"
    ours = by_us(text, environment, HERE)
    assert ours in (None, by_bash(text, environment, HERE))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "true",
            " true\n",
            "false",
            "echo 1.5 a=b 'x  y'",
            "echo",
            "/usr/bin/env",
            "sleep 0",
            "ls -l /usr",
            "ls 'no such file'",
        ),
        *("cat /dev/null", "sh -c 'exit 7'", "sh -c 'kill -9 $$'", "python3 -c 'print(1)'", "env A=b env"),
    ],
)
def test_common_commands_need_no_bash(text: str) -> None:
    environment = {b"PATH": FOLDERS.encode(), b"SHLVL": b"2", b"PWD": b"/usr", b"OLDPWD": b"/nowhere"}
    ours, theirs = by_us(text, environment, "/usr"), by_bash(text, environment, "/usr")
    assert ours is not None
    assert [ours[0], *map(lines, ours[1:])] == [theirs[0], *map(lines, theirs[1:])]


def lines(data: bytes) -> list[bytes]:
    """Their order is that of variables in the environment, which tells nothing."""
    return sorted(data.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "   ",
            "echo -n",
            "echo 'a\\n'",
            "true --help",
            "cd /",
            "exit 3",
            ": x",
            ". x",
            "[ 1 ]",
            "test 1",
            "time sleep 0",
        ),
        *(
            "a=b",
            "a=b env",
            "env | cat",
            "env; env",
            "env&",
            "env > x",
            "env $HOME",
            "env `x`",
            "env ~",
            "env *",
        ),
        *(
            "env a?",
            "env [a]",
            "env {a,b}",
            "env #x",
            "env \\a",
            "!env",
            "env\nenv",
            "env 'a",
            'env "a',
            "(env)",
        ),
        *(
            'env "$HOME"',
            'env "a\\b"',
            "env $'a'",
            "no_such_program_anywhere",
            "/usr",
            "./nothing",
            "%1",
            "if",
        ),
        *("env é", "'env'", "env\x01", "env\rx", "2>x env", "env 2>x", "env <x"),
    ],
)
def test_all_else_is_left_to_bash(text: str) -> None:
    assert by_us(text, {b"PATH": FOLDERS.encode()}, "/") is None


@pytest.mark.parametrize(
    "variable",
    [
        *("BASH_ENV=/x", "BASH_FUNC_env%%=() { :; }", "BASHOPTS=x", "SHELLOPTS=xtrace", "POSIXLY_CORRECT=1"),
        *(
            "IFS=x",
            "EXECIGNORE=*",
            "LC_ALL=xx_YY",
            "SHLVL=999",
            f"SHLVL={'9' * 5000}",
            "SHLVL=x",
            "SHLVL=",
            "PATH=bin:/usr/bin",
        ),
        *("PATH=", "PATH=/usr/bin:", "PATH=~/bin:/usr/bin", "SSH_CLIENT=x", "UID=3"),
    ],
)
def test_a_bash_that_would_do_something_of_its_own_is_started(variable: str) -> None:
    name, _, value = variable.encode().partition(b"=")
    assert by_us("env", {b"PATH": FOLDERS.encode(), name: value}, "/") is None


def test_what_is_no_program_is_left_to_bash(tmp_path: Path) -> None:
    environment = {b"PATH": f"{tmp_path}:{FOLDERS}".encode()}
    (tmp_path / "folder").mkdir()
    (tmp_path / "text").write_text("true\n")
    assert by_us("folder", environment, "/") is None
    assert by_us("text", environment, "/") is None


@pytest.mark.parametrize("name", ["echo", "true", "false"])
def test_what_is_built_into_bash_is_no_program_of_that_name_in_a_path(tmp_path: Path, name: str) -> None:
    program = tmp_path / name
    program.write_text("#!/bin/sh\nexit 3\n")
    program.chmod(0o700)
    environment = {b"PATH": f"{tmp_path}:{FOLDERS}".encode()}
    ours = by_us(name, environment, "/")
    assert ours is not None
    assert ours == by_bash(name, environment, "/")
