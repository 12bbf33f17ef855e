"""The program in a terminal: a pipeline runs, and everything that can be wrong is told in a sentence."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState
from flowdesk.store.store import Store
from tests.journeys.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = '[pipeline]\nname = "p"\n'
SEED = Path(__file__).parent.parent.parent / "pipelines" / "xcom.toml"


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """A terminal in an empty folder, with a store of its own."""
    with Terminal(tmp_path / "here") as here:
        yield here


def refused(terminal: Terminal, file: str, *sentences: str) -> None:
    """Assert that validate and run both refuse a file with 2 and these sentences, and that nothing ran."""
    for command in ("validate", "run"):
        told = terminal.run(command, file)
        assert told.code == 2, told
        assert "Traceback" not in told.err
        for sentence in sentences:
            assert sentence in told.out + told.err, told
    with Store.open(Path(os.environ["FLOWDESK_HOME"])) as store:
        assert store.runs() == []


def failed(terminal: Terminal, *sentences: str) -> str:
    """Assert that p.toml runs and its task `a` fails for this reason, and return what was printed."""
    told = terminal.run("run", "p.toml")
    assert told.code == 1, told
    for sentence in sentences:
        assert sentence in told.err, told.err
    assert "flowdesk/" not in told.err.replace("/flowdesk/pipelines", ""), (
        "a frame of ours in the user's error"
    )
    with Store.open(Path(os.environ["FLOWDESK_HOME"]), read_only=True) as store:
        (run,) = store.runs()
    assert run.state is RunState.FAILED
    return told.err


class TestARunThatSucceeds:
    PIPELINE = HEAD + (
        '[tasks.a]\nbash = "echo hello; echo n=3 >> $FLOWDESK_PUSH"\npush = { n = "int" }\n'
        '[tasks.b]\npython = "p:double"\npull.n = "a:n"\nreturns = "int"\n'
    )

    @pytest.fixture
    def ready(self, terminal: Terminal) -> Terminal:
        """A terminal in which p.toml can be run."""
        terminal.write("p.toml", self.PIPELINE)
        terminal.write("p.py", "def double(n):\n    return 2 * n\n")
        return terminal

    def test_its_values_logs_and_run_can_be_asked_for(self, ready: Terminal) -> None:
        ran, told = ready, ready.run("run", "p.toml")
        assert told.code == 0, told
        assert "✓ success  p, run 1: 2 tasks in " in told.out
        assert told.err == ""
        assert ran.run("xcom", "get", "b", "return_value").out == "6\n"
        assert ran.run("logs", "a").out == "hello\n"
        assert [run["state"] for run in ran.json("runs", "p.toml")] == ["success"]
        assert [(row["task"], row["key"], row["value"]) for row in ran.json("xcom", "list")] == [
            ("a", "n", 3),
            ("b", "return_value", 6),
        ]

    def test_in_process_gives_the_same_values(self, ready: Terminal) -> None:
        told = ready.run("run", "p.toml", "--in-process", "--run-id", "second")
        assert told.code == 0, told
        assert ready.run("xcom", "get", "b", "return_value", "--run", "second").out == "6\n"

    def test_quiet_prints_nothing(self, ready: Terminal) -> None:
        assert ready.run("run", "p.toml", "--quiet") == (0, "", "")

    def test_a_run_id_is_taken_once(self, ready: Terminal) -> None:
        assert ready.run("run", "p.toml", "--run-id", "mine", "-q").code == 0
        told = ready.run("run", "p.toml", "--run-id", "mine", "-q")
        assert told.code == 2
        assert told.err == "flowdesk: there is a run 'mine' already; give the new one another id\n"

    def test_ascii_terminals_get_ascii(self, ready: Terminal) -> None:
        told = ready.run("run", "p.toml", PYTHONIOENCODING="ascii")
        assert told.code == 0, told
        assert told.out.isascii()
        assert "+ success" in told.out

    def test_the_live_display_ends_clean(self, ready: Terminal) -> None:
        told = ready.in_a_tty("run", "p.toml")
        assert told.code == 0, told
        assert told.out.count("\x1b[?25l") == told.out.count("\x1b[?25h"), "the cursor is shown again"
        last = told.out.rpartition("\x1b[2K")[2]  # what follows the last line that was erased
        assert "2 tasks in" in last
        assert "done" not in last

    def test_no_color_means_none(self, ready: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("NO_COLOR", "1")
        told = ready.in_a_tty("run", "p.toml")
        assert "\x1b[3" not in told.out


class TestAFileThatIsRefused:
    def test_it_is_not_there(self, terminal: Terminal) -> None:
        refused(terminal, "none.toml", "none.toml", "no such file")

    def test_it_is_a_directory(self, terminal: Terminal) -> None:
        (terminal.folder / "d.toml").mkdir()
        refused(terminal, "d.toml", "d.toml")
        assert "is a folder" in terminal.run("run", "d.toml").err

    def test_it_is_no_toml(self, terminal: Terminal) -> None:
        terminal.write("p.toml", HEAD + "[tasks.a\n")
        refused(terminal, "p.toml", "p.toml:3:", "[tasks.a", "^")

    def test_it_is_not_utf_8(self, terminal: Terminal) -> None:
        terminal.write("p.toml", b'[pipeline]\nname = "\xff"\n')
        refused(terminal, "p.toml", "p.toml:2:", "UTF-8")

    def test_it_is_empty(self, terminal: Terminal) -> None:
        terminal.write("p.toml", "")
        refused(terminal, "p.toml", "p.toml:1:1")

    def test_it_has_an_unknown_field(self, terminal: Terminal) -> None:
        terminal.write("p.toml", HEAD + '[tasks.a]\nbsh = "true"\n')
        refused(terminal, "p.toml", "p.toml:4:1", "bsh", "did you mean 'bash'?", '4 | bsh = "true"', "| ^^^")

    def test_it_names_a_task_that_is_not_there(self, terminal: Terminal) -> None:
        terminal.write(
            "p.toml", HEAD + '[tasks.fetch]\nbash = "x"\n[tasks.b]\nbash = "x"\nafter = ["fetc"]\n'
        )
        refused(terminal, "p.toml", "p.toml:7:", "fetc", "did you mean 'fetch'?")

    def test_it_has_a_cycle(self, terminal: Terminal) -> None:
        terminal.write(
            "p.toml", HEAD + '[tasks.a]\nbash = "x"\nafter = ["b"]\n[tasks.b]\nbash = "x"\nafter = ["a"]\n'
        )
        refused(terminal, "p.toml", "a → b → a", "p.toml:")

    def test_it_pulls_a_key_nobody_pushes(self, terminal: Terminal) -> None:
        terminal.write(
            "p.toml",
            HEAD + '[tasks.a]\nbash = "x"\npush = { acc = "float" }\n'
            '[tasks.b]\nbash = "x"\npull.v = "a:ac"\n',
        )
        refused(terminal, "p.toml", "p.toml:8:", "'ac'", "did you mean 'acc'?")

    def test_its_module_is_not_there(self, terminal: Terminal) -> None:
        terminal.write("p.toml", HEAD + '[tasks.a]\npython = "nowhere_at_all:f"\n')
        told = terminal.run("run", "p.toml")
        assert told.code in (1, 2)
        assert "nowhere_at_all" in told.err
        assert "flowdesk/" not in told.err

    def test_its_function_is_not_there(self, terminal: Terminal) -> None:
        terminal.write("p.py", "def train():\n    pass\n")
        terminal.write("p.toml", HEAD + '[tasks.a]\npython = "p:tarin"\n')
        refused(terminal, "p.toml", "p.toml:4:", "tarin", "did you mean 'train'?")

    def test_all_its_problems_are_told_at_once(self, terminal: Terminal) -> None:
        terminal.write("p.toml", HEAD + '[tasks.a]\nbsh = "x"\n[tasks.b]\nbash = "x"\nafetr = ["c"]\n')
        told = terminal.run("validate", "p.toml", "--json")
        assert told.code == 2
        assert told.out.count('"code"') >= 2


class TestAFileThatIsValid:
    def test_a_warning_is_told_in_a_line_and_refuses_nothing(self, terminal: Terminal) -> None:
        over = 'schedule = "@daily"\nend_date = 2020-01-01\n'
        terminal.write("p.toml", HEAD + over + '[tasks.a]\nbash = "true"\n')
        told = terminal.run("run", "p.toml")
        assert told.code == 0
        assert told.err.startswith("p.toml:4:12: warning: ")
        assert told.err.count("\n") == 1
        assert terminal.run("run", "p.toml", "--quiet").err == ""


PYTHON = HEAD + '[tasks.a]\npython = "p:f"\n'


class TestATaskThatFails:
    def test_its_function_raises(self, terminal: Terminal) -> None:
        terminal.write("p.toml", PYTHON)
        terminal.write("p.py", "def f():\n    print('getting ready')\n    raise ValueError('no data')\n")
        told = failed(terminal, "✗ failed a: ", "ValueError: no data", "getting ready", "flowdesk logs a 1")
        assert 'p.py", line 3, in f' in told

    @pytest.mark.parametrize(
        ("line", "sentence"),
        [
            ("sys.exit(3)", "3"),
            ("os._exit(4)", "4"),
            ("ctypes.string_at(0)", "SIGSEGV"),
            ("os.kill(os.getpid(), 9)", "SIGKILL"),
        ],
    )
    def test_its_process_ends(self, terminal: Terminal, line: str, sentence: str) -> None:
        terminal.write("p.toml", PYTHON)
        terminal.write("p.py", f"import ctypes, os, sys\ndef f():\n    {line}\n")
        failed(terminal, "✗ failed a: ", sentence)

    def test_its_command_fails(self, terminal: Terminal) -> None:
        terminal.write(
            "p.toml", HEAD + '[tasks.a]\nbash = "echo on the way; exit 3"\n[tasks.b]\nafter = ["a"]\n'
        )
        failed(terminal, "✗ failed a: exit code 3", "on the way")
        assert "upstream failed" in terminal.run("run", "p.toml").out


class TestTheStore:
    @pytest.fixture
    def ran(self, terminal: Terminal) -> Terminal:
        """A terminal in which a pipeline of one task has been run."""
        terminal.write("p.toml", HEAD + '[tasks.a]\nbash = "true"\n')
        assert terminal.run("run", "p.toml").code == 0
        return terminal

    def test_it_comes_from_a_newer_version(self, ran: Terminal, home: Path) -> None:
        with sqlite3.connect(home / "flowdesk.db") as database:
            database.execute("PRAGMA user_version = 99")
        database.close()
        for command in (["run", "p.toml"], ["runs"]):
            told = ran.run(*command)
            assert told.code == 1
            assert "version 99" in told.err
            assert "FLOWDESK_HOME" in told.err
            assert told.err.count("\n") == 1

    def test_it_cannot_be_made(self, terminal: Terminal) -> None:
        terminal.write("p.toml", HEAD + '[tasks.a]\nbash = "true"\n')
        told = terminal.run("run", "p.toml", FLOWDESK_HOME="/proc/nowhere")
        assert told.code == 1
        assert told.err.startswith("flowdesk: the store's folder /proc/nowhere cannot be made")

    def test_it_is_no_database(self, ran: Terminal, home: Path) -> None:
        for file in home.glob("flowdesk.db*"):
            file.unlink()
        (home / "flowdesk.db").write_text("not a database at all, and longer than a header of SQLite is" * 9)
        told = ran.run("runs")
        assert told.code == 1
        assert told.err.startswith("flowdesk: ")
        assert "Traceback" not in told.err


def test_the_seed_pipeline_is_valid(terminal: Terminal) -> None:
    told = terminal.run("validate", str(SEED))
    assert (told.code, told.err) == (0, "")
    assert told.out.endswith("xcom.toml: no problems, 5 tasks\n")
