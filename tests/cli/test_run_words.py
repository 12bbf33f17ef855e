from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState
from flowdesk.store.store import Store
from tests.cli.conftest import begin, carry_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told


def test_the_words_have_help_of_their_own(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("run", "export", "--help").out
    assert told.startswith("Usage: flowdesk run export [OPTIONS] [RUN] FILE\n")
    assert "\n  flowdesk run export monday.flowdesk\n" in told.replace("    flowdesk", "  flowdesk")
    assert "Words in the place of FILE" in flowdesk("run", "--help").out


def test_a_file_of_that_name_is_meant_where_there_is_one(
    flowdesk: Callable[..., Told], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "export").write_text("nonsense")
    told = flowdesk("run", "export")
    assert told.code == 2
    assert "export:1:" in told.err


@pytest.mark.parametrize("word", ["export", "import"])
def test_a_word_without_a_file_says_what_is_missing(flowdesk: Callable[..., Told], word: str) -> None:
    told = flowdesk("run", word)
    assert told.code == 2
    assert told.err.startswith(f"flowdesk run {word}: missing argument")


@pytest.mark.usefixtures("finished_run")
def test_a_run_goes_to_another_machine(
    flowdesk: Callable[..., Told], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "run.flowdesk")
    told = flowdesk("run", "export", "1", file)
    assert (told.code, told.out) == (0, "")
    assert told.err.startswith("Run 1 is in ")
    monkeypatch.setenv("FLOWDESK_HOME", str(tmp_path / "there"))
    assert flowdesk("run", "import", file).out == (
        "Imported as run 1: a, success.\n"
        "See it: flowdesk show 1, or in the window: flowdesk open /pipelines/a.toml\n"
    )
    assert flowdesk("xcom", "get", "train", "accuracy").out == "0.75\n"
    assert flowdesk("logs", "report").out == "report says hello, try 1\n"
    assert "is here already, as run 1" in flowdesk("run", "import", file).out
    with Store.open(tmp_path / "there") as store:
        assert [run.id for run in store.runs()] == ["first"]


def test_what_is_no_export_is_one_sentence(flowdesk: Callable[..., Told], tmp_path: Path) -> None:
    (tmp_path / "x").write_text("x")
    told = flowdesk("run", "import", str(tmp_path / "x"))
    assert (told.code, told.out) == (2, "")
    assert told.err == f"flowdesk: {tmp_path}/x is no exported run (File is not a zip file)\n"


@pytest.mark.usefixtures("finished_run")
def test_a_run_that_is_not_there_leaves_no_file(flowdesk: Callable[..., Told], tmp_path: Path) -> None:
    told = flowdesk("run", "export", "9", str(tmp_path / "run.flowdesk"))
    assert told.err == "flowdesk: there is no run '9'; `flowdesk runs` lists them\n"
    assert list(tmp_path.glob("*flowdesk*")) == []


def test_what_an_imported_run_is_called_does_not_steer_the_terminal(
    flowdesk: Callable[..., Told], store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.transaction():
        begin(store, "odd", "train", path="/\x1b[2J.toml")
        carry_out(store, "odd", "train", 1, word="a")
        store.finish_run("odd", RunState.SUCCESS)
    file = str(tmp_path / "run.flowdesk")
    assert flowdesk("run", "export", file).code == 0
    monkeypatch.setenv("FLOWDESK_HOME", str(tmp_path / "there"))
    monkeypatch.setenv("FORCE_COLOR", "1")
    for told in (flowdesk("run", "import", file), flowdesk("xcom", "history", "train", "word")):
        assert "\\x1b[2J" in told.out
        assert "\x1b[2J" not in told.out
