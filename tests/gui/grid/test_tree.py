from __future__ import annotations

from flowdesk.gui.grid.tree import Tree
from flowdesk.plan.plan import Group, Plan
from tests.builders import bash, plan_of


def seen(plan: Plan, *folded: str, earlier: tuple[str, ...] = ()) -> list[str]:
    return ["  " * row.depth + row.label for row in Tree(plan, earlier).rows(folded)]


def test_tasks_come_after_those_they_depend_on_else_in_the_order_of_the_file() -> None:
    assert seen(plan_of(bash("c", "a"), bash("a"), bash("b"))) == ["a", "c", "b"]


def test_tasks_lie_in_their_groups_which_fold() -> None:
    plan = plan_of(bash("load"), bash("train.a", "load"), bash("train.deep.b"), bash("end", "train.a"))
    assert seen(plan) == ["load", "train", "  a", "  deep", "    b", "end"]
    assert seen(plan, "train") == ["load", "train", "end"]
    assert seen(plan, "train.deep") == ["load", "train", "  a", "  deep", "end"]


def test_a_group_has_all_tasks_in_it_however_deep() -> None:
    tree = Tree(plan_of(bash("g.a"), bash("g.h.b")))
    assert next(row.tasks for row in tree.rows() if row.id == "g") == ("g.a", "g.h.b")


def test_tasks_of_earlier_runs_stand_below() -> None:
    assert seen(plan_of(bash("a")), earlier=("old", "a")) == ["a", "old"]


def test_labels_stand_for_names() -> None:
    plan = plan_of(bash("g.a")._replace(label="Laden"))
    plan = plan._replace(groups={"g": Group("g", label="Gruppe")})
    assert seen(plan) == ["Gruppe", "  Laden"]
