from __future__ import annotations

import pytest

from flowdesk.plan.states import TaskState
from flowdesk.store.exchange.records import TASK, Misshapen, read, written
from flowdesk.store.rows import TaskRow

ROW = TaskRow("run", "a", TaskState.SUCCESS, 1, None, 1.0, 2.5)


def test_what_is_written_can_be_read() -> None:
    row = written(TASK, ROW)
    assert read(TASK, row) == row
    assert "run_id" not in row


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("task", None),
        ("state", "fine"),
        ("tries", True),
        ("tries", -1),
        ("map_index", 2**63),
        ("started_at", float("inf")),
        ("started_at", 1e300),
    ],
)
def test_a_field_of_another_kind_is_refused(field: str, value: object) -> None:
    with pytest.raises(Misshapen, match=f"its '{field}' is no "):
        read(TASK, written(TASK, ROW) | {field: value})


def test_a_field_that_is_missing_or_unknown_is_refused() -> None:
    row = written(TASK, ROW)
    with pytest.raises(Misshapen, match="it has not the fields"):
        read(TASK, row | {"more": 1})
    with pytest.raises(Misshapen, match="it has not the fields"):
        read(TASK, [row])
