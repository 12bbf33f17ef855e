"""Which task a request means, and how several are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.answers import Refusal, listed, named
from flowdesk.plan.plan import Expand, Kind, Task
from tests.builders import bash, plan_of

if TYPE_CHECKING:
    from tests.engine.worlds import Bench


def test_a_task_is_meant_by_its_id_or_as_one_of_a_mapped_one(bench: Bench) -> None:
    world = bench.world(
        plan_of(bash("a"), Task("m", Kind.PYTHON, ("m:f",), expand=(Expand("x", items="[]"),)))
    )
    world.progress.begin()
    world.progress.expand("m", 2)
    assert [named(world, ref) for ref in ("a", "m", "m[1]")] == ["a", "m", "m[1]"]
    for ref in ("m[2]", "m[x]", "a[0]", "b", "[", "", None):
        with pytest.raises(Refusal):
            named(world, ref)


def test_of_many_names_the_first_are_told() -> None:
    assert listed([]) == ""
    assert listed("a") == "'a'"
    assert listed("abc") == "'a', 'b' and 'c'"
    assert listed("abcdefg") == "'a', 'b', 'c', 'd', 'e' and 2 more"
