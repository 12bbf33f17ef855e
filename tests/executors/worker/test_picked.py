"""What a branch may return, and what is said of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.job_message import job_message
from flowdesk.executors.worker.job import Job
from flowdesk.executors.worker.picked import picked
from flowdesk.executors.worker.refused import Refused
from flowdesk.plan.plan import Kind
from tests.builders import job

if TYPE_CHECKING:
    from pathlib import Path

CHOICES = ("small", "models.large", "models.huge", "rest")


def picked_of(folder: Path, value: object) -> list[str]:
    """What a branch with these choices picks."""
    return picked(Job(job_message(job(folder, "m:f", kind=Kind.BRANCH, choices=CHOICES))), value)


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        ("small", ["small"]),
        (["models.large", "small"], ["models.large", "small"]),
        (("rest",), ["rest"]),
        ({"rest", "small"}, ["small", "rest"]),
        (["small", "small"], ["small"]),
        ([], []),
        (None, []),
    ],
)
def test_a_branch_picks_an_id_or_several_or_none(tmp_path: Path, value: object, ids: list[str]) -> None:
    assert picked_of(tmp_path, value) == ids


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("smal", "; did you mean 'small'?"),
        ("large", "; did you mean 'models.large'?"),
        ("xyz", ""),
        (["small", "models.hug"], "; did you mean 'models.huge'?"),
        ("", ""),
    ],
)
def test_an_id_outside_the_choices_is_refused_and_the_nearest_is_named(
    tmp_path: Path, value: object, hint: str
) -> None:
    with pytest.raises(Refused) as refusal:
        picked_of(tmp_path, value)
    assert str(refusal.value).endswith(f"('small', 'models.large', 'models.huge', 'rest'){hint}")


@pytest.mark.parametrize(("value", "shown"), [(3, "int 3"), (True, "bool True"), (["small", 3], "int 3")])
def test_what_is_no_id_is_refused(tmp_path: Path, value: object, shown: str) -> None:
    with pytest.raises(Refused, match=f"this one returned {shown}$"):
        picked_of(tmp_path, value)
