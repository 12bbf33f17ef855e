from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from flowdesk.plan.run_view import RunView
from flowdesk.plan.written import from_json
from flowdesk.store.exchange.importing import Importer
from flowdesk.store.exchange.unpacking import ArchiveRefused
from flowdesk.xcom.preview import preview
from tests.store.exchange.test_unpacking import opened, packed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ODD: list[Any] = [
    None,
    -2,
    0,
    1,
    2**64,
    1.5,
    "",
    "x",
    "a\x00b",
    "../../x",
    "\ud800",
    [],
    {},
    True,
    "null",
    "{}",
]


def changed_row(
    files: dict[str, bytes], name: str, number: int, field: str, value: object
) -> dict[str, bytes]:
    """The files with one field of one row changed."""
    lines = files[name].splitlines()
    lines[number] = json.dumps(json.loads(lines[number]) | {field: value}).encode()
    return {**files, name: b"\n".join(lines) + b"\n"}


def test_whatever_a_field_holds_it_is_refused_or_can_be_shown(
    export: Callable[..., Path], tmp_path: Path
) -> None:
    files, random = opened(export()), Random(7)  # noqa: S311 - the same ones each time
    names = [name for name in files if name.endswith((".jsonl", "run.json"))]
    refused = 0
    for turn in range(120):
        name = random.choice([name for name in names if files[name]])
        rows = files[name].splitlines()
        number = random.randrange(len(rows))
        field = random.choice(list(json.loads(rows[number])))
        path = packed(tmp_path / "x", changed_row(files, name, number, field, random.choice(ODD)))
        with Importer.open(tmp_path / f"home_{turn}") as store:
            try:
                run = store.import_run(path).run
            except ArchiveRefused:
                refused += 1
                assert store.runs() == []
                continue
            view = RunView(from_json(store.plan_text(run.id)), run.id)
            view.apply(store.events(run.id))
            assert store.tasks(run.id)
            assert all(preview(row.value) for row in store.values(run.id))
            assert all(row.log.startswith(str(store.home)) for row in store.tries(run.id))
    assert refused > 50


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("runs/0/run.json", 0, "id", "other"), "its run 0 is not the one that it should be"),
        (("runs/0/tasks.jsonl", 0, "task", "gone"), "its plan has no task 'gone'"),
        (("runs/0/tries.jsonl", 0, "number", 2), "a try is there twice"),
        (("runs/0/tries.jsonl", 0, "number", 9), "rows are missing in it"),
        (("runs/0/tries.jsonl", 0, "log", "runs/0/run.json"), "a log is missing in it"),
        (("runs/0/values.jsonl", 0, "value", '{"$nothing": 1}'), "the value of 'score' cannot be read"),
        (("runs/0/values.jsonl", 0, "seq", 1), "an event is missing in it"),
        (("runs/0/values.jsonl", 0, "secret", True), "the secret 'score' is not masked"),
        (("runs/0/events.jsonl", 1, "task", "gone"), "an event in it tells of what is not there"),
        (("runs/0/events.jsonl", 1, "seq", 1), "an event in it tells of what is not there"),
    ],
)
def test_rows_that_do_not_fit_together_are_refused(
    bring: Callable[[Path], bool],
    export: Callable[..., Path],
    tmp_path: Path,
    change: tuple[str, int, str, object],
    sentence: str,
) -> None:
    path = packed(tmp_path / "x", changed_row(opened(export()), *change))
    with pytest.raises(ArchiveRefused) as refusal:
        bring(path)
    assert str(refusal.value) == f"{path} is damaged: {sentence}; nothing was imported"


def test_a_mapped_task_of_too_many_is_refused(
    bring: Callable[[Path], bool], export: Callable[..., Path], tmp_path: Path
) -> None:
    files = opened(export())
    lines = files["runs/0/events.jsonl"].splitlines()
    number = next(number for number, line in enumerate(lines) if b"task_expanded" in line)
    path = packed(
        tmp_path / "x", changed_row(files, "runs/0/events.jsonl", number, "data", {"count": 10**15})
    )
    with pytest.raises(ArchiveRefused):
        bring(path)
