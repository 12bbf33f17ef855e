from __future__ import annotations

from flowdesk.plan.nested import Nested, edge_label
from flowdesk.plan.plan import Edge, Group, Kind, Plan, Push, Task


def plan() -> Plan:
    tasks = [Task(name, Kind.BASH, ("true",)) for name in ("a", "g.inner.b", "g.c")]
    groups = {name: Group(name) for name in ("g", "g.inner", "empty")}
    return Plan("p", {task.id: task for task in tasks}, groups)


def test_everything_lies_in_its_innermost_group() -> None:
    nested = Nested(plan())
    assert nested.tasks == {"": ["a"], "g": ["g.c"], "g.inner": ["g.inner.b"], "empty": []}
    assert nested.groups == {"": ["g", "empty"], "g": ["g.inner"], "g.inner": [], "empty": []}


def test_the_first_task_of_a_group_may_lie_deeper() -> None:
    nested = Nested(Plan("p", {"g.i.t": Task("g.i.t", Kind.BASH)}, {n: Group(n) for n in ("g", "g.i", "e")}))
    assert (nested.first("g"), nested.first("e")) == ("g.i.t", None)


def test_a_line_tells_its_key_with_the_type_that_is_declared() -> None:
    of = Plan("p", {"a": Task("a", Kind.BASH, push=(Push("n", "int"),))})
    assert edge_label(of, Edge("a", "b", "n", "x")) == "n: int"
    assert edge_label(of, Edge("a", "b", "other", "x")) == "other"
    assert edge_label(of, Edge("a", "b")) == ""
