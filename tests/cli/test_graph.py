from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from flowdesk.cli import graph
from flowdesk.gui.export import headless
from flowdesk.store.store import Store
from tests.builders import finish_run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told

PIPELINE = """
[pipeline]
name = "small"
[tasks.get]
bash = "echo 3"
push.n = "int"
[tasks."out.show"]
bash = "echo $n"
pull = { n = "get:n" }
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.toml"
    path.write_text(PIPELINE, "utf-8")
    return path


def test_without_more_it_prints_mermaid(flowdesk: Callable[..., Told], file: Path) -> None:
    told = flowdesk("graph", str(file))
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith('---\ntitle: "small"\n---\nflowchart LR\n')
    assert 't_get ==>|"n: int"| t_out_show' in told.out


def test_the_format_is_as_the_file_ends(flowdesk: Callable[..., Told], file: Path, tmp_path: Path) -> None:
    begin = {"a.dot": b"digraph", "a.MMD": b"---", "a.gv": b"digraph"}
    for name, bytes_ in begin.items():
        told = flowdesk("graph", str(file), "-o", str(tmp_path / name), "--direction", "TB")
        assert (told.code, told.out) == (0, "")
        assert (tmp_path / name).read_bytes().startswith(bytes_)


def test_pictures_are_drawn_without_a_display(file: Path, tmp_path: Path) -> None:
    begin = {"a.svg": b"<?xml", "a.png": b"\x89PNG", "a.pdf": b"%PDF"}
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    for name, bytes_ in begin.items():
        command: list[str | Path] = [sys.executable, "-m", "flowdesk", "graph", file, "-o", tmp_path / name]
        told = subprocess.run(
            [*command, "--theme", "dark", "--fold"], capture_output=True, check=False, env=environment
        )
        assert (told.returncode, told.stdout) == (0, b""), told.stderr
        assert (tmp_path / name).read_bytes().startswith(bytes_)


def test_how_a_run_stands_is_told_with_its_own_plan(flowdesk: Callable[..., Told], home: Path) -> None:
    path = "/pipelines/test.toml"
    with Store.open(home) as store:
        finish_run(store, path=path)
    told = flowdesk("graph", path, "--run", "1", "--format", "dot")
    assert told.code == 0, told.err
    assert "success" in told.out


def test_a_run_of_another_pipeline_is_refused(flowdesk: Callable[..., Told], file: Path, home: Path) -> None:
    with Store.open(home) as store:
        finish_run(store)
    told = flowdesk("graph", str(file), "--run", "1")
    assert told.code == 2
    assert told.err.startswith("flowdesk: ")
    assert told.err.count("\n") == 1
    assert flowdesk("graph", str(file), "--run", "99").code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "a.jpg"), "a.jpg does not end in one of .svg, .png, .pdf, .mmd, .dot"),
        (("-o", "none/a.svg"), "cannot be written (No such file or directory)"),
        (("-o", "folder.dot"), "folder.dot is a folder: name a file"),
        (("--format", "gif"), "'gif' is not one of 'svg'"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    flowdesk: Callable[..., Told], file: Path, arguments: tuple[str, ...], said: str
) -> None:
    with contextlib.chdir(file.parent):
        (file.parent / "folder.dot").mkdir()
        before = sorted(file.parent.rglob("*"))
        told = flowdesk("graph", str(file), *arguments)
        assert told.code != 0
        assert said in told.err
        assert sorted(file.parent.rglob("*")) == before, "nothing half-written is left"


def test_a_file_with_errors_draws_nothing(flowdesk: Callable[..., Told], tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("[tasks", "utf-8")
    told = flowdesk("graph", str(tmp_path / "bad.toml"), "-o", str(tmp_path / "a.svg"))
    assert told.code == 2
    assert told.err.endswith("so nothing was drawn\n")
    assert not (tmp_path / "a.svg").exists()


def test_the_themes_that_can_be_named_are_those_that_can_be_drawn() -> None:
    assert set(graph.THEMES) == set(headless.THEMES)
