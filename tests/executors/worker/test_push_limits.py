"""What narrows a declared push, checked where the value is pushed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from flowdesk.executors.job_message import job_message
from flowdesk.executors.worker.cancellation import Cancellation
from flowdesk.executors.worker.job import Job
from flowdesk.executors.worker.pushes import Pushes
from flowdesk.executors.worker.refused import Refused
from flowdesk.plan.plan import Kind, Push
from tests.builders import job

if TYPE_CHECKING:
    from pathlib import Path


def refused(folder: Path, type_: str, value: object, **limits: Any) -> str:  # noqa: ANN401 - a Push's other fields
    """What is said of a value that is not taken."""
    one = Job(job_message(job(folder, "m:f", kind=Kind.PYTHON, push=(Push("k", type_, **limits),))))
    sent: list[object] = []
    with pytest.raises(Refused) as refusal:
        Pushes(one, sent.append, Cancellation()).push("k", value)
    assert refusal.value.key == "k"
    assert sent == []
    return str(refusal.value)


@pytest.mark.parametrize(
    ("type_", "value", "limits", "reason"),
    [
        ("int", -1, {"ge": 0}, "must be at least 0, and is -1"),
        ("float", 0, {"gt": 0}, "must be more than 0, and is 0.0"),
        ("int", 101, {"ge": 0, "le": 100}, "must be at most 100, and is 101"),
        ("Decimal | None", Decimal(5), {"lt": 5}, "must be less than 5, and is Decimal('5')"),
        ("float", float("nan"), {"ge": 0}, "must be at least 0, and is nan"),
        ("str", "", {"min_length": 1}, "must have at least 1 characters, and has 0"),
        ("list[int]", [1, 2, 3], {"max_length": 2}, "must have at most 2 items, and has 3"),
        ("str", "a1", {"pattern": "^[a-z]+$"}, "must match ^[a-z]+$, and is 'a1'"),
        ("str", "x" * 998, {"max_bytes": 999}, "1,000 bytes, more than its max_bytes = 999"),
        ("str", "값" * 4, {"max_bytes": 13}, "14 bytes, more than its max_bytes = 13"),
    ],
)
def test_a_value_outside_its_limits_is_refused(
    tmp_path: Path, type_: str, value: object, limits: dict[str, object], reason: str
) -> None:
    assert refused(tmp_path, type_, value, **limits) == f"push 'k': {reason}"


def test_a_value_just_inside_its_limits_is_taken(tmp_path: Path) -> None:
    push = Push("k", "str", min_length=1, max_length=3, pattern="a", max_bytes=5)
    sent: list[object] = []
    one = Job(job_message(job(tmp_path, "m:f", kind=Kind.PYTHON, push=(push,))))
    Pushes(one, sent.append, Cancellation()).push("k", "abc")
    assert len(sent) == 1


def test_a_long_value_does_not_fill_the_sentence(tmp_path: Path) -> None:
    assert len(refused(tmp_path, "str", "x" * 1_000_000, pattern="a")) < 500
    assert len(refused(tmp_path, "int", "x" * 1_000_000)) < 500


@pytest.mark.parametrize(
    ("type_", "limits", "reason"),
    [
        ("int", {}, "expected int, got a secret value of type str"),
        ("str", {"pattern": "^a"}, "the secret value does not keep pattern = '^a'"),
        ("str", {"max_length": 2}, "the secret value does not keep max_length = 2"),
        ("str", {"max_bytes": 2}, "9 bytes, more than its max_bytes = 2"),
    ],
)
def test_a_refused_secret_stays_one(
    tmp_path: Path, type_: str, limits: dict[str, object], reason: str
) -> None:
    assert refused(tmp_path, type_, "hunter2", secret=True, **limits) == f"push 'k': {reason}"
