"""Order as it is written becomes dependencies between tasks, and lines to draw."""

from __future__ import annotations

from flowdesk.plan.names import Names
from flowdesk.plan.order import After, Order
from flowdesk.plan.plan import Edge


def ordered(tasks: str, *afters: str, data: str = "") -> tuple[dict[str, list[str]], list[Edge]]:
    """Upstream and lines of these tasks. `afters` are `owner < reference`, `data` is `source>target …`."""
    names = Names(tasks.split())
    order = Order(names)
    for pair in data.split():
        source, target = pair.split(">")
        order.add(source, target, ())
    said = []
    for after in afters:
        owner, reference = after.split(" < ")
        named = names.resolve(reference)
        assert named is not None
        said.append(After(owner, named, (owner,)))
    edges = order.add_all(said)
    return {task: sorted(sources) for task, sources in order.upstream.items() if sources}, edges


def test_a_task_comes_after_another() -> None:
    assert ordered("a b", "b < a") == ({"b": ["a"]}, [Edge("a", "b")])


def test_every_root_of_a_group_comes_after_what_the_group_comes_after() -> None:
    upstream, edges = ordered("a g.x g.y g.z", "g < a", "g.z < g.y")
    assert upstream == {"g.x": ["a"], "g.y": ["a"], "g.z": ["g.y"]}
    assert edges == [Edge("a", "g"), Edge("g.y", "g.z")]


def test_what_comes_after_a_group_comes_after_its_leaves() -> None:
    upstream, edges = ordered("g.x g.y g.z b", "b < g", "g.z < g.y")
    assert upstream["b"] == ["g.x", "g.z"]
    assert edges[0] == Edge("g", "b")


def test_group_after_group_joins_leaves_and_roots() -> None:
    upstream, edges = ordered("g.x g.y h.x h.y", "h < g", data="g.x>g.y h.x>h.y")
    assert upstream == {"g.y": ["g.x"], "h.y": ["h.x"], "h.x": ["g.y"]}
    assert edges == [Edge("g", "h")]


def test_the_order_of_inner_groups_is_known_to_outer_ones() -> None:
    upstream, _ = ordered("a g.h.x g.k.y b", "b < g", "g < a", "g.k < g.h")
    assert upstream == {"g.h.x": ["a"], "g.k.y": ["g.h.x"], "b": ["g.k.y"]}


def test_a_star_stands_for_every_task_and_one_line() -> None:
    upstream, edges = ordered("g.x g.y b", "b < g.*", data="g.x>g.y")
    assert upstream["b"] == ["g.x", "g.y"]
    assert edges == [Edge("g", "b")]


def test_a_star_in_its_own_group_means_all_the_others() -> None:
    upstream, edges = ordered("g.x g.y g.z", "g.z < g.*")
    assert upstream == {"g.z": ["g.x", "g.y"]}
    assert edges == [Edge("g.x", "g.z"), Edge("g.y", "g.z")]


def test_another_glob_gives_a_line_for_each_task() -> None:
    assert ordered("ax bx c", "c < ?x")[1] == [Edge("ax", "c"), Edge("bx", "c")]


def test_order_that_data_tells_already_is_not_drawn() -> None:
    assert ordered("a b", "b < a", data="a>b") == ({"b": ["a"]}, [])
    assert ordered("g.x g.y b", "b < g", data="g.x>b g.y>b")[1] == []


def test_order_with_a_group_is_drawn_if_data_tells_only_a_part() -> None:
    assert ordered("g.x g.y b", "b < g", data="g.x>b")[1] == [Edge("g", "b")]


def test_the_same_order_told_twice_is_one_line() -> None:
    assert ordered("a b", "b < a", "b < a")[1] == [Edge("a", "b")]
