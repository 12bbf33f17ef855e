"""What runs ask people, and the command that answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.cli.remarks import answering
from flowdesk.cli.terminal import printable
from flowdesk.plan.run_view import RunView
from flowdesk.plan.states import RunState
from flowdesk.plan.written import from_json
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from flowdesk.store.reading import Reader
    from flowdesk.store.rows import RunRow


class Question(NamedTuple):
    """An open question: of which run and task, what is asked, and what can be answered."""

    run: RunRow
    task: str
    question: str
    choices: tuple[str, ...]


def view_of(store: Reader, run: RunRow) -> RunView:
    """Return how a run stands, by its events."""
    view = RunView(from_json(store.plan_text(run.id)), run.id)
    view.apply(store.events(run.id))
    if run.state is RunState.INTERRUPTED:
        view.interrupt()
    return view


def questions_of(store: Reader, run: RunRow) -> list[Question]:
    """Return what a run asks now."""
    if run.state is not RunState.RUNNING:
        return []
    return [
        Question(run, name, str(asks["question"]), tuple(asks.get("choices") or ()))
        for name, asks in view_of(store, run).questions().items()
    ]


def line(question: Question) -> str:
    """Return a question with the command that answers it."""
    command = answering(question.task, {"choices": question.choices}, question.run.number)
    return f"{printable(question.question)}  {command}"
