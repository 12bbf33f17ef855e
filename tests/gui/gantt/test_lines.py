from __future__ import annotations

from flowdesk.gui.gantt.lines import ChartLine, LineKind, Lines, Order
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.plan import Group
from flowdesk.plan.spans import Spans
from tests.builders import bash, plan_of

PLAN = plan_of(bash("get"), bash("model.train"), bash("model.deep.check"), bash("mail"))._replace(
    groups={"model": Group("model", "The model"), "model.deep": Group("model.deep")},
)


def spans(*events: Event) -> Spans:
    made = Spans(PLAN)
    made.apply(events)
    return made


def start(task: str, at: float) -> Event:
    return Event(int(at), "r", at, EventKind.TRY_STARTED, task, 1)


def names(lines: list[ChartLine]) -> list[str]:
    return [line.name for line in lines]


def test_tasks_stand_under_their_groups_in_the_order_of_the_file() -> None:
    lines = Lines(PLAN).of(spans(), Order.GRAPH)
    assert names(lines) == ["get", "model", "model.train", "model.deep", "model.deep.check", "mail"]
    assert [line.depth for line in lines] == [0, 0, 1, 1, 2, 0]
    assert (lines[1].title, lines[1].tasks) == ("The model", ("model.train", "model.deep.check"))


def test_a_group_starts_where_the_first_of_its_tasks_does() -> None:
    lines = Lines(PLAN).of(spans(start("mail", 1.0), start("model.deep.check", 2.0)), Order.START)
    assert names(lines) == ["mail", "model", "model.deep", "model.deep.check", "model.train", "get"]


def test_a_folded_group_hides_what_is_in_it_until_a_task_in_it_is_looked_for() -> None:
    tree = Lines(PLAN)
    tree.toggle(tree.of(spans(), Order.GRAPH)[1])
    assert names(tree.of(spans(), Order.GRAPH)) == ["get", "model", "mail"]
    assert tree.reveal("model.deep.check")
    assert not tree.reveal("model.deep.check")
    assert len(tree.of(spans(), Order.GRAPH)) == 6


def test_what_was_made_of_a_mapped_task_is_shown_once_it_is_unfolded() -> None:
    tree, made = Lines(PLAN), spans(Event(1, "r", 1.0, EventKind.TASK_EXPANDED, "get", None, {"count": 2}))
    line = tree.of(made, Order.GRAPH)[0]
    assert line.is_open is False
    tree.toggle(line)
    shown = tree.of(made, Order.GRAPH)
    assert [(line.name, line.kind) for line in shown[1:3]] == [
        ("get[0]", LineKind.MADE),
        ("get[1]", LineKind.MADE),
    ]


def test_lines_are_made_anew_only_where_they_are_others() -> None:
    tree = Lines(PLAN)
    lines = tree.of(spans(), Order.GRAPH)
    assert tree.of(spans(start("get", 1.0)), Order.GRAPH) is lines
    assert tree.of(spans(start("mail", 1.0)), Order.START) is not lines
    tree.fold_all(folded=True)
    assert tree.of(spans(), Order.GRAPH) is not lines
