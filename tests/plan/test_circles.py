"""A circle is told as a path, with the place of each step."""

from __future__ import annotations

from tests.plan.files import codes, only_problem, plan_of_text, underlined

RING = """
    [tasks.a]
    bash = "true"
    after = ["x", "c"]
    push = { k = "int" }
    [tasks.b]
    bash = "true"
    pull.k = "a:k"
    [tasks.c]
    bash = "true"
    after = "b"
    [tasks.x]
    bash = "true"
"""


def test_a_circle_is_told_as_a_path_with_every_step() -> None:
    problem = only_problem(RING, "FD301")
    assert problem.message == "these tasks wait for one another: a → b → c → a"
    assert underlined(RING, problem.place) == '"c"'
    assert [(step.message, underlined(RING, step.place)) for step in problem.related] == [
        ("'a' comes after 'c'", '"c"'),
        ("'b' pulls from 'a'", '"a:k"'),
        ("'c' comes after 'b'", '"b"'),
    ]


def test_a_circle_is_still_drawn() -> None:
    assert len(plan_of_text(RING, ok=False).edges) == 4


def test_a_circle_of_groups_is_told_by_its_tasks() -> None:
    text = """
        [groups.g]
        after = "h"
        [groups.h]
        after = "g"
        [tasks."g.a"]
        bash = "true"
        [tasks."h.b"]
        bash = "true"
    """
    problem = only_problem(text, "FD301")
    assert problem.message.endswith("g.a → h.b → g.a")
    assert [underlined(text, step.place) for step in problem.related] == ['"h"', '"g"']


def test_each_circle_is_told_on_its_own() -> None:
    text = "\n".join(f'[tasks.{a}]\nbash = "true"\nafter = "{b}"' for a, b in ("ab", "ba", "cd", "dc"))
    assert codes(text) == ["FD301", "FD301"]


def test_a_long_circle_is_told_in_short() -> None:
    text = "\n".join(f'[tasks.t{n}]\nbash = "true"\nafter = "t{(n - 1) % 40}"' for n in range(40))
    problem = only_problem(text, "FD301")
    assert problem.message.endswith("t0 → t1 → t2 → t3 → t4 → t5 → t6 → t7 → t8 → t9 → 29 more → t39 → t0")
    assert len(problem.related) == 12
