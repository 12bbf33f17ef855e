from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.other_questions import OtherQuestions
from flowdesk.gui.question import Question
from flowdesk.plan.plan import Kind, Task
from flowdesk.store.store import Store
from tests.builders import new_run, plan_of, succeeded

if TYPE_CHECKING:
    from pathlib import Path

PLAN = plan_of(Task("agree", Kind.APPROVE, ("Publish?",)))


def ask(store: Store, run_id: str) -> None:
    """Begin a run of this process, which asks something."""
    with store.transaction():
        store.create_run(new_run(run_id, plan=PLAN), ["agree"])
        store.hold_lease(run_id)
        store.start_try(
            run_id, "agree", 1, log="1.log", asks={"question": "Publish?", "choices": ["yes", "no"]}
        )


def test_runs_that_are_not_shown_ask_too(home: Path) -> None:
    with Store.open(home) as store:
        ask(store, "one")
        ask(store, "two")
        others = OtherQuestions()
        asked = Question(1, "agree", "Publish?", ("yes", "no"), run_id="one")
        assert others.look(store, store.runs(), "two") == [asked]
        with store.transaction():
            store.finish_try("one", "agree", 1, succeeded())
        assert others.look(store, store.runs(), "two") == []
