from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.plan import Kind, Pull, Push, Source, Task
from flowdesk.plan.states import RunState
from flowdesk.plan.written import to_json
from flowdesk.store.rows import NewRun
from tests.builders import plan_of
from tests.cli.conftest import SUCCESS, carry_out
from tests.cli.engines import engine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flowdesk.store.store import Store
    from tests.cli.conftest import Told


@pytest.fixture
def ran(store: Store) -> str:
    """Run "r": `train` pushed its loss and options, `report` pulled the loss; it is over."""
    push = (
        Push("loss", "float", ge=0),
        Push("options", "dict[str, int]"),
        Push("note", "str", required=False),
    )
    train = Task("train", Kind.BASH, ("true",), push=push)
    pulls = (Pull("loss", (Source("train", "loss"),)),)
    report = Task("report", Kind.BASH, ("true",), upstream=("train",), pulls=pulls)
    plan = plan_of(train, report)
    with store.transaction():
        store.create_run(NewRun("r", "p", "/p.toml", to_json(plan), ""), plan.tasks)
        carry_out(store, "r", "train", loss=0.5, options={"depth": 3})
        store.finish_try("r", "train", 1, SUCCESS)
        carry_out(store, "r", "report")
        store.finish_try("r", "report", 1, SUCCESS)
    return "r"


@pytest.fixture
def edited(ran: str, store: Store) -> str:
    """The same run, over, with 0.25 in the place of the loss."""
    with store.transaction():
        store.edit_value(ran, "train", 1, key="loss", value="0.25", by="Mia")
        store.finish_run(ran, RunState.SUCCESS)
    return ran


@pytest.mark.usefixtures("ran")
def test_the_engine_is_asked_to_edit_and_what_runs_anew_is_told(
    flowdesk: Callable[..., Told], home: Path
) -> None:
    with engine(home, "r", "edited 'loss' of 'train'; runs anew: 'report'") as asked:
        told = flowdesk("xcom", "edit", "1", "train", "loss", "0.25", "--yes")
    assert (told.code, told.out) == (0, "Run 1: edited 'loss' of 'train'; runs anew: 'report'.\n")
    assert told.err == "loss of train, run 1, try 1: 0.5\nThis runs anew, where it has run:\n  report\n"
    ((kind, task, data),) = asked
    assert (kind, task, data["values"], data["rerun"]) == ("edit", "train", {"loss": "0.25"}, "all")
    assert data["by"]


@pytest.mark.usefixtures("ran")
@pytest.mark.parametrize(("option", "rerun"), [("--direct", "direct"), ("--no-rerun", "nothing")])
def test_what_runs_anew_can_be_narrowed(
    flowdesk: Callable[..., Told], home: Path, option: str, rerun: str
) -> None:
    with engine(home, "r", "edited") as asked:
        flowdesk("xcom", "edit", "1", "train", "loss", "1", option, "--yes")
    assert asked[0].data["rerun"] == rerun


@pytest.mark.usefixtures("ran")
def test_a_value_can_come_from_a_file(flowdesk: Callable[..., Told], home: Path, tmp_path: Path) -> None:
    (tmp_path / "options.json").write_text('{"depth": 4}')
    with engine(home, "r", "edited") as asked:
        file = str(tmp_path / "options.json")
        flowdesk("xcom", "edit", "1", "train", "options", "--file", file, "--yes")
    assert asked[0].data["values"] == {"options": '{"depth": 4}'}


@pytest.mark.usefixtures("ran")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["train", "los", "1"], "declares no key 'los', did you mean 'loss'?"),
        (["train", "loss", "much"], "'loss' must be float: "),
        (["train", "loss", "-1"], "'loss' must be at least 0, and is -1.0"),
        (["train", "options", '{"depth": "x"}'], "'options' must be dict[str, int]: "),
        (["train", "note", "x"], "the last try of task 'train' in run 1 did not push 'note'"),
        (["train", "loss"], "give the value of 'loss' (float), or --file"),
        (["trian", "loss", "1"], "has no task 'trian', did you mean 'train'?"),
        (["train", "loss", "1", "--direct", "--no-rerun"], "--direct and --no-rerun say two"),
        (["train", "loss", "1"], "--yes"),
    ],
)
def test_what_does_not_fit_is_told_in_a_sentence(
    flowdesk: Callable[..., Told], store: Store, arguments: list[str], sentence: str
) -> None:
    told = flowdesk("xcom", "edit", "1", *arguments)
    assert told.code == 2
    assert sentence in told.err
    assert not store.open_requests("r")


@pytest.mark.usefixtures("edited")
def test_what_was_not_edited_cannot_be_restored(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("xcom", "restore", "1", "train", "options", "--yes")
    assert told.err == "flowdesk: 'options' of 'train' was not edited in run 1\n"


@pytest.mark.usefixtures("edited")
def test_edited_values_are_told_wherever_values_are(flowdesk: Callable[..., Told]) -> None:
    assert "0.25 (edited, pushed 0.5)" in flowdesk("xcom", "list").out
    assert "0.25 (edited, pushed 0.5)" in flowdesk("xcom", "history", "train", "loss").out
    assert "loss: float = 0.25 (edited, pushed 0.5)" in flowdesk("show", "1", "train").out
    got = flowdesk("xcom", "get", "train", "loss")
    assert (got.out, got.err) == ("0.25\n", "'loss' was edited by Mia, instead of 0.5.\n")
    found = json.loads(flowdesk("xcom", "list", "--json").out)[0]
    assert found["value"] == 0.25
    about = found["edited"]
    assert (about["original"], about["original_type"], about["by"]) == (0.5, "float", "Mia")


@pytest.mark.usefixtures("edited")
def test_exported_values_say_what_was_edited(flowdesk: Callable[..., Told], tmp_path: Path) -> None:
    flowdesk("xcom", "export", str(tmp_path / "values.csv"))
    title, row, *_ = (tmp_path / "values.csv").read_text().splitlines()
    told = dict(zip(title.split(","), row.split(","), strict=True))
    assert (told["value"], told["edited"], told["original"]) == ("0.25", "true", "0.5")


def test_a_difference_says_on_which_side_it_was_edited(
    edited: str, flowdesk: Callable[..., Told], store: Store
) -> None:
    plan = store.plan_text(edited)
    with store.transaction():
        store.create_run(NewRun("s", "p", "/p.toml", plan, ""), ["train", "report"])
        carry_out(store, "s", "train", loss=0.5, options={"depth": 3})
        store.finish_try("s", "train", 1, SUCCESS)
    assert "loss of train (edited in run 1): 0.25" in flowdesk("xcom", "diff", "1", "2").out
