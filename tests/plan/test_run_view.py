from __future__ import annotations

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.instances import split
from flowdesk.plan.plan import Push
from flowdesk.plan.run_view import RunView
from flowdesk.plan.states import RunState, TaskState
from tests.builders import bash, plan_of

PLAN = plan_of(bash("get"), bash("train", "get"))


class Story:
    """Events of one run, numbered as they are told, one second apart."""

    def __init__(self) -> None:
        self.seq = 0

    def tell(
        self, kind: EventKind, task: str | None = None, number: int | None = None, /, **data: object
    ) -> Event:
        self.seq += 1
        of, index = split(task) if task else (None, -1)
        return Event(self.seq, "r", float(self.seq), kind, of, number, data, index)

    def start(self) -> Event:
        return self.tell(EventKind.RUN_STARTED, pipeline="test", path="/p.toml")

    def start_try(self, task: str, number: int = 1) -> Event:
        return self.tell(EventKind.TRY_STARTED, task, number, pid=1)

    def push(self, task: str, key: str, preview: str, number: int = 1) -> Event:
        return self.tell(EventKind.VALUE_PUSHED, task, number, key=key, type="float", size=3, preview=preview)

    def edit(self, task: str, key: str, preview: str, *, original: str | None) -> Event:
        told = {"type": "float", "size": 3, "preview": preview, "original": original, "by": "me"}
        return self.tell(EventKind.VALUE_EDITED, task, 1, key=key, **told)

    def finish_try(
        self, task: str, state: str, number: int = 1, *, task_state: str = "", reason: str | None = None
    ) -> Event:
        return self.tell(
            EventKind.TRY_FINISHED, task, number, state=state, task_state=task_state or state, reason=reason
        )


def test_before_any_event_every_task_waits_and_no_run_is_shown() -> None:
    view = RunView(PLAN)
    assert view.run_state is None
    assert view.task("get").state is TaskState.WAITING
    assert view.count(TaskState.WAITING) == 2


def test_a_started_try_runs_with_its_number_and_time() -> None:
    story, view = Story(), RunView(PLAN, "r")
    changes = view.apply([story.start(), story.start_try("get")])
    assert changes.run
    assert changes.tasks == {"get"}
    assert (view.task("get").state, view.task("get").tries) == (TaskState.RUNNING, 1)
    assert view.task("get").started_at == 2.0


def test_a_failed_try_with_tries_left_waits_for_its_retry_and_keeps_the_reason() -> None:
    story, view = Story(), RunView(PLAN, "r")
    view.apply([story.start(), story.start_try("get")])
    view.apply([story.finish_try("get", "failed", task_state="up_for_retry", reason="exit code 3")])
    assert view.task("get").state is TaskState.UP_FOR_RETRY
    assert view.task("get").reason == "exit code 3"
    view.apply([story.start_try("get", 2)])
    assert (view.task("get").tries, view.task("get").reason) == (2, None)


def test_the_value_shown_is_that_of_the_last_try_that_pushed_it() -> None:
    story, view = Story(), RunView(PLAN, "r")
    view.apply([story.start(), story.push("get", "k", "0.1"), story.start_try("get", 2)])
    shown = view.value("get", "k")
    assert shown is not None
    assert (shown.preview, shown.try_number) == ("0.1", 1)
    changes = view.apply([story.push("get", "k", "0.2", 2)])
    assert changes.values == {("get", "k")}
    shown = view.value("get", "k")
    assert shown is not None
    assert (shown.preview, shown.try_number) == ("0.2", 2)


def test_events_applied_twice_change_nothing() -> None:
    story, view = Story(), RunView(PLAN, "r")
    events = [story.start(), story.start_try("get")]
    view.apply(events)
    assert not view.apply(events)


def test_counts_follow_the_tasks() -> None:
    story, view = Story(), RunView(PLAN, "r")
    view.apply([story.start(), story.start_try("get"), story.finish_try("get", "failed")])
    view.apply([story.tell(EventKind.TASK_MOVED, "train", state="upstream_failed", reason="'get' failed")])
    assert view.done == 2
    assert view.count(TaskState.UPSTREAM_FAILED) == 1
    assert view.task("train").reason == "'get' failed"


def test_a_finished_run_has_its_state_reason_and_time() -> None:
    story, view = Story(), RunView(PLAN, "r")
    view.apply([story.start(), story.tell(EventKind.RUN_FINISHED, state="failed", reason="'get' failed")])
    assert (view.run_state, view.reason, view.finished_at) == (RunState.FAILED, "'get' failed", 2.0)


def test_only_a_running_run_can_be_interrupted() -> None:
    story, view = Story(), RunView(PLAN, "r")
    assert not view.interrupt()
    view.apply([story.start()])
    assert view.interrupt().run
    assert view.run_state is RunState.INTERRUPTED


def test_the_first_events_give_the_run_as_it_stood_then() -> None:
    story = Story()
    events = [story.start(), story.start_try("get"), story.finish_try("get", "success")]
    view = RunView(PLAN, "r")
    view.apply(events[:2])
    assert view.task("get").state is TaskState.RUNNING


def test_a_key_pushed_again_comes_last() -> None:
    story, view = Story(), RunView(PLAN, "r")
    view.apply([story.push("get", "k", "1"), story.push("get", "j", "2")])
    before = view.values("get")
    view.apply([story.push("get", "k", "3")])
    assert [(key, value.preview) for key, value in view.values("get").items()] == [("j", "2"), ("k", "3")]
    assert list(before) == ["k", "j"], "what was handed out is left alone"
    assert not view.values("train")


def test_what_runs_and_what_failed_is_listed_in_order() -> None:
    story, view = Story(), RunView(plan_of(bash("a"), bash("b"), bash("c")), "r")
    view.apply([story.start_try("b"), story.start_try("a"), story.start_try("c")])
    assert list(view.running) == ["b", "a", "c"]
    view.apply([story.finish_try("c", "failed"), story.finish_try("b", "failed")])
    assert [list(view.running), list(view.failed)] == [["a"], ["c", "b"]]


def test_a_failure_is_listed_but_not_what_it_blocks_and_not_while_it_is_tried_again() -> None:
    story, view = Story(), RunView(PLAN, "r")
    view.apply([story.start_try("get"), story.finish_try("get", "failed", task_state="up_for_retry")])
    assert not list(view.failed)
    view.apply([story.start_try("get", 2), story.finish_try("get", "failed", 2)])
    view.apply([story.tell(EventKind.TASK_MOVED, "train", state="upstream_failed", reason=None)])
    assert list(view.failed) == ["get"]
    view.apply([story.start_try("get", 3)])
    assert [list(view.running), list(view.failed)] == [["get"], []]


def test_a_task_cancelled_while_it_waits_for_its_retry_ended_with_its_try() -> None:
    story, view = Story(), RunView(PLAN, "r")
    view.apply([story.start_try("get"), story.finish_try("get", "failed", task_state="up_for_retry")])
    view.apply([story.tell(EventKind.TASK_MOVED, "get", state="cancelled", reason=None)])
    assert (view.task("get").started_at, view.task("get").finished_at) == (1.0, 2.0)


def mapped_run() -> tuple[Story, RunView]:
    """A run whose "train" was expanded into three, of which two run."""
    story, view = Story(), RunView(PLAN, "r")
    view.apply([story.start(), story.tell(EventKind.TASK_EXPANDED, "train", count=3)])
    view.apply([story.start_try("train[0]"), story.start_try("train[2]")])
    return story, view


def test_a_mapped_task_is_one_task_that_knows_how_those_made_of_it_stand() -> None:
    story, view = mapped_run()
    assert view.running == ("train",)
    assert view.count(TaskState.RUNNING) == 1
    changes = view.apply([story.finish_try("train[2]", "failed", reason="exit code 1")])
    assert changes.tasks == {"train"}, "what shows a plan knows no other"
    assert view.failed == ()
    assert view.instances("train") == ["train[0]", "train[1]", "train[2]"]
    assert [view.task(name).state.value for name in view.instances("train")] == [
        "running",
        "waiting",
        "failed",
    ]
    counts = view.mapped("train")
    assert counts is not None
    assert (counts[TaskState.RUNNING], counts[TaskState.WAITING], counts[TaskState.FAILED]) == (1, 1, 1)


def test_a_mapped_task_that_is_expanded_into_fewer_forgets_none_of_the_rest() -> None:
    story, view = mapped_run()
    view.apply([story.finish_try(f"train[{index}]", "success") for index in (0, 2)])
    cleared = [f"train[{index}]" for index in (0, 2)]
    view.apply([story.tell(EventKind.TASK_MOVED, name, state="waiting") for name in cleared])
    view.apply([story.tell(EventKind.TASK_MOVED, "train[2]", state="removed")])
    view.apply([story.tell(EventKind.TASK_EXPANDED, "train", count=2)])
    assert view.instances("train") == ["train[0]", "train[1]"]
    assert view.task("train[0]").tries == 1
    assert view.task("train[2]").state is TaskState.REMOVED


def test_what_goes_because_its_task_is_not_expanded_again_is_counted_as_gone() -> None:
    story, view = mapped_run()
    view.apply([story.tell(EventKind.TASK_MOVED, "train[1]", state="removed")])
    counts = view.mapped("train")
    assert counts is not None
    assert (counts[TaskState.WAITING], counts[TaskState.REMOVED]) == (0, 1)


def test_what_a_later_expansion_leaves_out_can_still_be_named() -> None:
    story = Story()
    view = RunView(PLAN, "r")
    view.apply([story.start(), story.tell(EventKind.TASK_EXPANDED, "train", count=2)])
    assert view.removed("train") == []
    view.apply([story.start_try("train[1]"), story.tell(EventKind.TASK_MOVED, "train[1]", state="removed")])
    view.apply([story.tell(EventKind.TASK_EXPANDED, "train", count=1)])
    assert (view.instances("train"), view.removed("train")) == (["train[0]"], ["train[1]"])
    assert view.removed("get") == []


def test_the_values_of_mapped_tasks_are_told_together_and_apart() -> None:
    story, view = mapped_run()
    changes = view.apply([story.push("train[0]", "loss", "0.5"), story.push("train[2]", "loss", "0.25")])
    assert changes.values == {("train", "loss")}
    together, apart = view.value("train", "loss"), view.value("train[0]", "loss")
    assert together is not None
    assert apart is not None
    assert (together.type, together.preview) == ("list[float]", "[2 items] … 0.25")
    assert (apart.type, apart.preview) == ("float", "0.5")


def test_a_question_is_open_until_its_try_ends() -> None:
    story, view = Story(), RunView(PLAN, "r")
    asks = {"question": "Go on?", "choices": ["yes", "no"], "until": None}
    view.apply([story.start(), story.tell(EventKind.TRY_STARTED, "get", 1, pid=None, asks=asks)])
    assert view.questions() == {"get": asks}
    view.apply([story.finish_try("get", "success")])
    assert view.questions() == {}


def test_a_run_that_is_taken_up_again_is_running_and_its_cleared_tasks_wait() -> None:
    story, view = Story(), RunView(PLAN, "r")
    view.apply([story.start(), story.start_try("get"), story.finish_try("get", "failed", reason="no")])
    view.apply([story.tell(EventKind.RUN_FINISHED, state="failed", reason="why")])
    view.apply([story.tell(EventKind.RUN_RESUMED), story.tell(EventKind.TASK_MOVED, "get", state="waiting")])
    assert (view.run_state, view.reason, view.finished_at, view.started_at) == (
        RunState.RUNNING,
        None,
        None,
        1.0,
    )
    get = view.task("get")
    assert (get.state, get.tries, get.finished_at, view.failed) == (TaskState.WAITING, 1, None, ())


def test_a_run_is_paused_until_it_goes_on() -> None:
    story, view = Story(), RunView(PLAN, "r")
    assert view.apply([story.start(), story.tell(EventKind.RUN_PAUSED)]).run
    assert view.paused
    view.apply([story.tell(EventKind.RUN_CONTINUED)])
    assert not view.paused


def test_the_time_for_which_a_run_was_over_is_told_from_that_in_which_it_went_on() -> None:
    story, view = Story(), RunView(PLAN, "r")
    end = [story.start(), story.tell(EventKind.RUN_FINISHED, state="failed")]
    story.seq += 100
    view.apply([*end, story.tell(EventKind.RUN_RESUMED)])
    assert view.idle == 101.0
    view.apply([story.tell(EventKind.RUN_RESUMED), story.tell(EventKind.RUN_FINISHED, state="success")])
    assert view.idle == 101.0, "an engine died in the middle; what it did until then was work"


def test_what_is_expanded_anew_forgets_the_values_of_what_was_made_before() -> None:
    story, view = Story(), RunView(PLAN, "r")
    view.apply([story.start(), story.tell(EventKind.TASK_EXPANDED, "get", count=2)])
    view.apply([story.push("get[0]", "k", "1"), story.push("get[1]", "k", "2")])
    view.apply([story.tell(EventKind.TASK_EXPANDED, "get", count=1), story.push("get[0]", "k", "3", 2)])
    (value,) = view.values("get").values()
    assert value.preview == "[1 items] … 3"
    view.apply([story.tell(EventKind.TASK_MOVED, "get[0]", state="removed", reason="get is not expanded")])
    assert view.values("get") == {}


def test_an_edited_value_is_shown_as_edited_until_it_is_the_pushed_one_again() -> None:
    story, view = Story(), RunView(PLAN, "r")
    view.apply(
        [story.start(), story.start_try("get"), story.push("get", "k", "1"), story.push("get", "j", "2")]
    )
    changes = view.apply([story.edit("get", "k", "5", original="1")])
    assert changes.values == {("get", "k")}
    shown = view.value("get", "k")
    assert shown is not None
    assert (shown.preview, shown.is_edited, shown.original, shown.try_number) == ("5", True, "1", 1)
    assert list(view.values("get")) == ["k", "j"]
    view.apply([story.edit("get", "k", "1", original=None)])
    shown = view.value("get", "k")
    assert shown is not None
    assert (shown.preview, shown.is_edited, shown.original) == ("1", False, None)


def test_a_mapped_task_is_shown_as_edited_while_any_of_its_values_is() -> None:
    story, view = Story(), RunView(PLAN, "r")
    view.apply([story.push("train[0]", "k", "1"), story.push("train[1]", "k", "2")])
    view.apply([story.edit("train[0]", "k", "5", original="1")])
    together, other = view.value("train", "k"), view.value("train[1]", "k")
    assert together is not None
    assert together.is_edited
    assert other is not None
    assert not other.is_edited
    view.apply([story.edit("train[0]", "k", "1", original=None)])
    together = view.value("train", "k")
    assert together is not None
    assert not together.is_edited


def test_a_value_is_secret_that_its_task_declares_so() -> None:
    plan = plan_of(bash("get")._replace(push=(Push("k", "str", secret=True), Push("j", "str"))))
    story, view = Story(), RunView(plan, "r")
    view.apply([story.start(), story.push("get", "k", "***"), story.push("get", "j", "2")])
    assert {key: value.is_secret for key, value in view.values("get").items()} == {"k": True, "j": False}
