from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import begin

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.store.store import Store
    from tests.cli.conftest import Told


@pytest.fixture
def tab(flowdesk: Callable[..., Told], monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """Press Tab after a command line, in bash."""

    def press(line: str) -> list[str]:
        words = line.split(" ")
        monkeypatch.setenv("_FLOWDESK_COMPLETE", "bash_complete")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
        return [answer.partition(",")[2] for answer in flowdesk().out.split()]

    return press


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(flowdesk: Callable[..., Told], shell: str) -> None:
    told = flowdesk("completion", shell)
    assert told.code == 0
    assert f"_FLOWDESK_COMPLETE={shell}_complete" in told.out


def test_commands_are_completed(tab: Callable[[str], list[str]]) -> None:
    assert tab("flowdesk ru") == ["run", "runs"]
    assert tab("flowdesk xcom ") == ["list", "get", "history", "diff", "edit", "restore", "export"]


@pytest.mark.usefixtures("finished_run")
def test_runs_tasks_and_keys_are_completed_from_the_store(tab: Callable[[str], list[str]]) -> None:
    assert tab("flowdesk xcom list ") == ["1"]
    assert tab("flowdesk logs tr") == ["train"]
    assert tab("flowdesk xcom get ") == ["train", "report"]
    assert tab("flowdesk xcom get train ") == ["accuracy", "name"]
    assert tab("flowdesk xcom history train ") == ["accuracy", "name"]
    assert tab("flowdesk run export ") == ["1"]


@pytest.mark.usefixtures("finished_run")
def test_what_is_compared_is_two_runs_then_a_task_and_a_key(tab: Callable[[str], list[str]]) -> None:
    assert tab("flowdesk xcom diff ") == ["1"]
    assert tab("flowdesk xcom diff 1 ") == ["1"]
    assert tab("flowdesk xcom diff 1 1 ") == ["train", "report"]
    assert tab("flowdesk xcom diff 1 1 train a") == ["accuracy"]
    assert tab("flowdesk xcom diff --tries 1 2 ") == ["train", "report"]
    assert tab("flowdesk xcom diff --tries 1 2 train ") == ["accuracy", "name"]


def test_run_completes_its_words_beside_files(tab: Callable[[str], list[str]]) -> None:
    assert tab("flowdesk run ex") == ["export", "ex"]
    assert tab("flowdesk run pi") == ["pi"]


def test_without_a_store_there_is_nothing_to_complete(tab: Callable[[str], list[str]]) -> None:
    assert tab("flowdesk logs ") == []


def test_what_steers_a_run_completes_runs_tasks_and_answers(
    tab: Callable[[str], list[str]], store: Store
) -> None:
    with store.transaction():
        begin(store, "r", "train", "check")
        store.expand_task("r", "train", 2)
        asks = {"question": "Sure?", "choices": ["yes", "no"], "until": None}
        store.start_try("r", "check", 1, log="logs/r/check/1.log", asks=asks)
    assert tab("flowdesk clear ") == ["1"]
    assert tab("flowdesk clear 1 tr") == ["train", "train[0]", "train[1]"]
    assert tab("flowdesk mark 1 check s") == ["success", "skipped"]
    assert tab("flowdesk retry 1 --task ch") == ["check"]
    assert tab("flowdesk approve ") == ["1"]
    assert tab("flowdesk approve 1 ") == ["check"]
    assert tab("flowdesk approve 1 check ") == ["yes", "no"]
    assert tab("flowdesk run --resume ") == ["1"]
    assert tab("flowdesk run /pipelines/a.toml --task ch") == ["check"]
