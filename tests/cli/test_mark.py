from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.plan import Kind, Push, Task
from flowdesk.plan.written import to_json
from flowdesk.store.rows import NewRun
from tests.builders import plan_of
from tests.cli.conftest import carry_out
from tests.cli.engines import engine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flowdesk.store.store import Store
    from tests.cli.conftest import Told


@pytest.fixture
def failed(store: Store) -> str:
    """Run "r" whose task `train` pushed its loss, and not its accuracy and names."""
    push = (
        Push("loss", "float"),
        Push("accuracy", "float", ge=0),
        Push("names", "list[str]"),
        Push("note", "str", required=False),
    )
    plan = plan_of(Task("train", Kind.BASH, ("true",), push=push))
    with store.transaction():
        store.create_run(NewRun("r", "p", "/p.toml", to_json(plan), ""), plan.tasks)
        carry_out(store, "r", "train", loss=0.5)
    return "r"


@pytest.mark.usefixtures("failed")
def test_keys_that_are_missing_are_named_where_nobody_can_be_asked(
    flowdesk: Callable[..., Told], store: Store
) -> None:
    told = flowdesk("mark", "1", "train", "success", "--value", "names=[]")
    assert told.code == 2
    assert told.err == (
        "flowdesk: task 'train' did not push 'accuracy' (float); "
        "give what it would have pushed: --value accuracy=…\n"
    )
    assert store.open_requests("r") == []


@pytest.mark.usefixtures("failed")
def test_values_are_read_by_the_types_of_their_keys(flowdesk: Callable[..., Told], home: Path) -> None:
    with engine(home, "r", "marked as success") as asked:
        told = flowdesk("mark", "1", "train", "success", "--value", "accuracy=1", "--value", 'names=["a=b"]')
    assert (told.code, told.out) == (0, "Run 1: marked as success.\n")
    values = {"accuracy": "1.0", "names": '["a=b"]'}
    assert asked == [("mark", "train", {"state": "success", "values": values})]


@pytest.mark.usefixtures("failed")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["success", "--value", "acuracy=1"], "declares no key 'acuracy', did you mean 'accuracy'?"),
        (["success", "--value", "accuracy=good", "--value", "names=[]"], "'accuracy' must be float: "),
        (
            ["success", "--value", "accuracy=-1", "--value", "names=[]"],
            "'accuracy' must be at least 0, and is -1.0",
        ),
        (["success", "--value", "accuracy"], "write --value KEY=VALUE"),
        (
            ["skipped", "--value", "accuracy=1"],
            "is marked skipped pushes nothing, so values mean nothing with it",
        ),
    ],
)
def test_what_does_not_fit_is_told_in_a_sentence(
    flowdesk: Callable[..., Told], arguments: list[str], sentence: str
) -> None:
    told = flowdesk("mark", "1", "train", *arguments)
    assert told.code == 2
    assert sentence in told.err


@pytest.mark.usefixtures("failed")
def test_a_task_that_is_skipped_needs_no_values(flowdesk: Callable[..., Told], home: Path) -> None:
    with engine(home, "r", "marked as skipped") as asked:
        assert flowdesk("mark", "1", "train", "skipped").code == 0
    assert asked == [("mark", "train", {"state": "skipped", "values": {}})]


@pytest.mark.usefixtures("failed")
def test_values_can_come_in_a_file_that_no_list_of_processes_shows(
    flowdesk: Callable[..., Told], home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "values.json"
    file.write_text('{"accuracy": 0.1, "names": ["a"], "note": "12"}')
    with engine(home, "r", "marked as success") as asked:
        told = flowdesk("mark", "1", "train", "success", "--values", str(file), "--value", "note=13")
    assert told.code == 0
    values = {"accuracy": "0.1", "names": '["a"]', "note": '"13"'}
    assert asked == [("mark", "train", {"state": "success", "values": values})]


@pytest.mark.usefixtures("failed")
@pytest.mark.parametrize(
    ("text", "sentence"),
    [("{", "cannot be read: "), ("[1]", "must be a JSON object"), ('{"x": 1}', "no key 'x'")],
)
def test_a_file_of_values_that_is_none_is_refused(
    flowdesk: Callable[..., Told], tmp_path: Path, text: str, sentence: str
) -> None:
    (tmp_path / "v.json").write_text(text)
    told = flowdesk("mark", "1", "train", "success", "--values", str(tmp_path / "v.json"))
    assert told.code == 2
    assert sentence in told.err
