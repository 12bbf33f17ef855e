from __future__ import annotations

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.rewindable import LEAST, MOST, Rewindable, Rewinder
from flowdesk.plan.run_view import RunView
from tests.builders import bash, plan_of

PLAN = plan_of(bash("get"), bash("train"), bash("mail", "train"))


def pushes(many: int) -> list[Event]:
    """A run in which `get` ran over and over, pushing a key each time."""
    seq = count(1)
    events = [Event(next(seq), "r1", 0.0, EventKind.RUN_STARTED)]
    for number in range(1, many + 1):
        events += [
            Event(next(seq), "r1", float(number), EventKind.TRY_STARTED, "get", number),
            Event(
                next(seq),
                "r1",
                number + 0.5,
                EventKind.VALUE_PUSHED,
                "get",
                number,
                {"key": "rows", "type": "int", "preview": str(number), "size": 1},
            ),
            Event(
                next(seq),
                "r1",
                number + 0.8,
                EventKind.TRY_FINISHED,
                "get",
                number,
                {"task_state": "failed" if number % 3 == 0 else "up_for_retry", "reason": None},
            ),
        ]
    return events


def at(events: list[Event], seq: int) -> RunView:
    view = RunView(PLAN, "r1")
    view.apply(event for event in events if event.seq <= seq)
    return view


def look(view: RunView) -> tuple[object, ...]:
    tasks = [(view.task(task), view.values(task)) for task in PLAN.tasks]
    return (view.run_state, view.running, view.failed, view.done, view.last_seq, tasks)


EVENTS = pushes(2000)


@given(st.lists(st.integers(1, len(EVENTS)), min_size=1, max_size=6))
def test_whichever_way_a_moment_is_reached_the_view_is_as_the_events_until_then_make_it(
    way: list[int],
) -> None:
    view, rewinder = Rewindable(PLAN, "r1"), Rewinder(PLAN, "r1", EVENTS)
    for seq in way:
        rewinder.go(view, seq)
    assert look(view) == look(at(EVENTS, way[-1]))


def test_the_way_back_tells_what_it_changed_and_nothing_else() -> None:
    events = pushes(2)
    view, rewinder = Rewindable(PLAN, "r1"), Rewinder(PLAN, "r1", events)
    rewinder.go(view, events[-1].seq)
    changes = rewinder.go(view, 1)
    assert (changes.tasks, changes.values, changes.run) == ({"get"}, {("get", "rows")}, False)


def test_a_move_to_where_one_is_changes_nothing() -> None:
    view, rewinder = Rewindable(PLAN, "r1"), Rewinder(PLAN, "r1", EVENTS)
    rewinder.go(view, 40)
    assert not rewinder.go(view, 40)


def test_what_happens_later_is_reached_too() -> None:
    events = pushes(5)
    view, rewinder = Rewindable(PLAN, "r1"), Rewinder(PLAN, "r1", events)
    rewinder.go(view, 3)
    events += [event for event in pushes(LEAST) if event.seq > events[-1].seq]
    for seq in (events[-1].seq, 2, events[-1].seq - 1):
        rewinder.go(view, seq)
        assert look(view) == look(at(events, seq))


def test_a_long_run_is_kept_at_a_bounded_number_of_moments() -> None:
    events = pushes(LEAST * MOST)
    view, rewinder = Rewindable(PLAN, "r1"), Rewinder(PLAN, "r1", events)
    rewinder.go(view, events[-1].seq)
    rewinder.go(view, events[-1].seq // 2)
    assert look(view) == look(at(events, events[-1].seq // 2))
    assert len(rewinder._kept) <= MOST + 1


def test_a_kept_state_does_not_change_with_the_view() -> None:
    events = pushes(3)
    view = Rewindable(PLAN, "r1")
    view.apply(events[:4])
    before, kept = look(view), view.kept()
    view.apply(events)
    view.restore(kept)
    assert look(view) == before
