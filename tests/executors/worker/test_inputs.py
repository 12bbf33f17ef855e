"""Pulled values as a shell takes them."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from flowdesk.executors.executor import Given, Input
from flowdesk.executors.job_message import job_message
from flowdesk.executors.worker.inputs import as_text, variables
from flowdesk.executors.worker.job import Job
from tests.builders import job


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a b", "a b"),
        (1.5, "1.5"),
        (True, "true"),
        (None, "null"),
        (["값", 1], '["값", 1]'),
        ({1: (2, None)}, '{"1": [2, null]}'),
        (datetime(2026, 1, 2, tzinfo=UTC), "2026-01-02T00:00:00+00:00"),
        ([Decimal("1.10"), Path("/x")], '["1.10", "/x"]'),
        (b"\xff", "\\xff"),
        (UUID(int=5), "00000000-0000-0000-0000-000000000005"),
    ],
)
def test_values_are_json_text_and_strings_are_bare(value: object, text: str) -> None:
    assert as_text(value) == text


def test_what_was_not_pushed_is_not_set(tmp_path: Path) -> None:
    absent = (Given("a", "k", None),)
    inputs = (Input("x", absent), Input("y", absent, default='"d"'), Input("z", absent, many=True))
    assert variables(Job(job_message(job(tmp_path, "true", inputs=inputs)))) == {"y": "d", "z": "[]"}
