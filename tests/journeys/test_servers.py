"""All that is done with a store, done with one on a server: by its URL, and by the file that names it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState
from flowdesk.store.store import Store
from tests.journeys.terminal import Terminal, wait_for_event

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from flowdesk.gui.main_window import MainWindow
    from tests.servers import Server

PIPELINE = """
[pipeline]
name = "p"

[tasks.a]
bash = "echo said; echo 'k=🦆 이름' >> $FLOWDESK_PUSH"
push.k = "str"

[tasks.inner]
pipeline = "inner.toml"
after = ["a"]
"""

INNER = '[pipeline]\nname = "inner"\n[tasks.b]\nbash = "true"\n'

WAITING = '[pipeline]\nname = "w"\n[tasks.a]\nbash = "sleep 60"\n'


@pytest.fixture(params=["sqlite", "postgresql", "mysql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a store of each kind in turn, in which nothing ever happened."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'elsewhere.db'}"
    server: Server = request.getfixturevalue(f"{request.param}_server")
    return server.empty_store()


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """A terminal in a folder with the pipelines."""
    with Terminal(tmp_path / "here") as here:
        for name, text in (("p.toml", PIPELINE), ("inner.toml", INNER), ("w.toml", WAITING)):
            here.write(name, text)
        yield here


def test_every_command_works_by_url(terminal: Terminal, url: str, home: Path) -> None:
    where = ("--store", url)
    assert terminal.run("run", "p.toml", "--run-id", "r", *where).code == 0
    assert [run["id"] for run in json.loads(terminal.run("runs", "--json", *where).out)] == ["r/inner", "r"]
    assert "✓ success" in terminal.run("show", "r", *where).out
    assert terminal.run("xcom", "get", "a", "k", "--run", "r", *where).out == "🦆 이름\n"
    assert "🦆 이름" in terminal.run("xcom", "list", "r", *where).out
    assert "said" in terminal.run("logs", "a", "r", *where).out
    cleared = terminal.run("clear", "r", "a", "--yes", *where)
    assert cleared.code == 0, cleared.err
    assert terminal.run("clean", "--keep", "0", "--yes", *where).code == 0
    assert json.loads(terminal.run("runs", "--json", *where).out) == []
    assert not (home / "flowdesk.db").exists()


def test_a_run_is_cancelled_from_another_terminal(terminal: Terminal, url: str) -> None:
    process = terminal.start("run", "w.toml", "--json", FLOWDESK_STORE=url)
    wait_for_event(process, "try_started")
    assert terminal.run("cancel", FLOWDESK_STORE=url).code == 0
    process.communicate(timeout=30)
    with Store.open(terminal.folder, url=url, read_only=True) as store:
        assert store.find_run(None).state is RunState.CANCELLED


def test_the_window_follows_the_store_that_the_file_names(
    open_window: Callable[[Path], MainWindow], terminal: Terminal, url: str, home: Path, qtbot: QtBot
) -> None:
    file = terminal.write("p.toml", f'{PIPELINE}\n[store]\nurl = "{url}"\n')
    window = open_window(file)
    window.session.start_run()
    qtbot.waitUntil(lambda: window.session.view.run_state is RunState.SUCCESS, timeout=30_000)
    with Store.open(home, url=url, read_only=True) as store:
        assert [run.pipeline for run in store.runs()] == ["inner", "p"]
    assert "p.toml" in terminal.run("runs", "p.toml").out
    assert not (home / "flowdesk.db").exists()


def test_a_password_is_never_printed(terminal: Terminal) -> None:
    for scheme in ("postgresql", "mysql"):
        told = terminal.run("runs", "--store", f"{scheme}://me:s3cr%40t@127.0.0.1:1/db")
        assert (told.code, told.out) == (1, "")
        assert f"{scheme}://me:***@127.0.0.1:1/db cannot be reached" in told.err
        assert "s3cr" not in told.err
