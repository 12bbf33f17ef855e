"""Who is told of a run, by the events that are committed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.plan import Kind, Notify, Plan, Task
from tests.builders import bash, plan_of
from tests.engine.fake_executor import FakeExecutor, fail

if TYPE_CHECKING:
    from pathlib import Path

    from tests.engine.worlds import Bench


def telling(file: Path, *on: str) -> Notify:
    """A notifier that writes a line into a file."""
    line = "$FLOWDESK_EVENT ${FLOWDESK_TASK:-run} $FLOWDESK_TRY {{ ds }} $FLOWDESK_REASON"
    return Notify(on, command=("sh", "-c", f'echo "{line}" >> {file}'))


def test_tasks_and_the_run_are_told_of_as_the_file_wants_it(bench: Bench, tmp_path: Path) -> None:
    told = tmp_path / "told"
    task = bash("a", retries=1)._replace(notify=telling(told, "retry", "failed"))
    plan = plan_of(task, bash("b", "a"))._replace(notify=telling(told, "failed"))
    bench.run(plan, FakeExecutor({"a": fail}))
    assert sorted(told.read_text().splitlines()) == [
        "failed a 2 2026-01-02 exit code 1",
        "failed run  2026-01-02 'a' failed",
        "retry a 1 2026-01-02 exit code 1",
    ]


def test_what_cannot_be_told_is_a_complaint_and_hurts_nothing(bench: Bench) -> None:
    plan = Plan("p", {"a": bash("a")._replace(notify=Notify(("success",), command=("/no/such/program",)))})
    engine = bench.engine(plan, FakeExecutor())
    engine.run()
    (complaint,) = engine.complaints
    assert complaint.startswith("/no/such/program could not tell of task 'a' that succeeded")
    assert bench.store.watchers == []


def test_what_happens_as_a_run_begins_is_told_too(bench: Bench, tmp_path: Path) -> None:
    told = tmp_path / "told"
    bench.run(plan_of(Task("j", Kind.JOINT, (), notify=telling(told, "success"))))
    assert told.read_text().split()[:2] == ["success", "j"]
