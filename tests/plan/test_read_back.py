from __future__ import annotations

import json

import pytest

from flowdesk.plan.plan import Plan, Push, Task
from flowdesk.plan.read_back import version_and_plan
from flowdesk.plan.written import to_json
from tests.builders import bash, plan_of


def read(text: str) -> Plan:
    """The plan of a text of version 1."""
    _, plan = version_and_plan(text, 1)
    assert plan is not None
    return plan


def test_white_space_and_the_order_of_fields_do_not_matter() -> None:
    plan = plan_of(bash("a"), bash("b", "a"))
    written = json.loads(to_json(plan))
    spread = json.dumps(dict(reversed(written.items())), indent=2)
    assert read(f"\n {spread}\n") == plan


def test_what_is_equal_is_there_once() -> None:
    pushing = [bash(name, "first")._replace(push=(Push("score", "float"),)) for name in ("a", "b")]
    one, other = list(read(to_json(plan_of(bash("first"), *pushing))).tasks.values())[1:]
    assert one.upstream is other.upstream
    assert one.code is other.code
    assert one.push is other.push


def test_nothing_more_is_read_of_another_version() -> None:
    assert version_and_plan('{"version":2,"tasks":"no list"}', 1) == (2, None)


@pytest.mark.parametrize("field", Task._fields[:2])
def test_a_part_that_lacks_something_is_no_part_of_a_plan(field: str) -> None:
    written = json.loads(to_json(plan_of(bash("a"))))
    del written["tasks"][0][field]
    with pytest.raises(TypeError, match=f"{field} is missing"):
        read(json.dumps(written))
