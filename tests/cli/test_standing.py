from __future__ import annotations

from flowdesk.cli.standing import Standing, value_text
from tests.builders import bash, plan_of
from tests.cli.events import pushed, started


def test_a_value_is_listed_with_its_type() -> None:
    standing = Standing(plan_of(bash("a")))
    standing.apply([started("a"), pushed("a", "k", "0.5")])
    assert [value_text(*named) for named in standing.values("a").items()] == ["k: float = 0.5"]


def test_a_run_that_has_just_begun_has_no_number_and_is_not_being_ended() -> None:
    standing = Standing(plan_of(bash("a")))
    assert standing.number is None
    assert not standing.is_ending()
