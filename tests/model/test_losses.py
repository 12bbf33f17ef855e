"""References that mean nothing may mean what is lost of a file."""

from __future__ import annotations

import pytest

from flowdesk.model.losses import Losses


@pytest.mark.parametrize("reference", ["g.a b", "g", "g.*", "*"])
def test_a_reference_may_mean_a_task_that_is_lost(reference: str) -> None:
    assert Losses(ids={"g.a b"}).may_mean(reference)


@pytest.mark.parametrize("reference", ["a b", "h", "g.a", "h.*"])
def test_a_reference_that_is_like_nothing_lost_means_nothing(reference: str) -> None:
    assert not Losses(ids={"g.a b"}).may_mean(reference)


def test_where_a_file_is_lost_a_reference_may_mean_anything_in_it() -> None:
    assert Losses(anything=True).may_mean("whatever")
    assert not Losses().may_mean("whatever")
