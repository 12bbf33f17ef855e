"""The answer to a question that a task asks: it ends the task, and is pushed where that is declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.engine.answers import NothingToDo, Refusal, listed
from flowdesk.engine.held import NO, YES, answer_of
from flowdesk.executors.executor import Finished
from flowdesk.executors.worker.pushes import RETURN_VALUE
from flowdesk.plan.states import TryState, words
from flowdesk.xcom.types import Mismatch, parse
from flowdesk.xcom.values import encode

if TYPE_CHECKING:
    from flowdesk.engine.held import Holding
    from flowdesk.engine.parts import Parts
    from flowdesk.plan.plan import Push


def approve(parts: Parts, name: str | None, answer: str) -> str:
    """Answer the question of a task; without a name, the only one there is."""
    holding = _question(parts, name)
    choices = holding.choices or ()
    choice = answer_of(answer, choices)
    if choice is None:
        raise Refusal(f"'{answer}' is no answer to '{holding.attempt.name}'; it asks for {listed(choices)}")
    attempt = holding.attempt
    is_no = choices == (YES, NO) and choice == NO
    for push in parts.world.task(attempt.name).push:
        if push.key == RETURN_VALUE:
            parts.tries.push(attempt, push.key, _value(push, choice))
    followed = () if is_no else None
    parts.held.end(attempt, Finished(attempt.id, TryState.SUCCESS, followed=followed))
    return f"answered '{attempt.name}' with {choice}"


def _question(parts: Parts, name: str | None) -> Holding:
    questions = parts.held.questions()
    if name is None:
        if not questions:
            raise NothingToDo("no question waits for an answer")
        if len(questions) > 1:
            raise Refusal(
                f"several questions wait; say which: {listed(one.attempt.name for one in questions)}"
            )
        return questions[0]
    found = next((one for one in questions if one.attempt.name == name), None)
    if found is None:
        raise NothingToDo(f"'{name}' asks nothing now: it is {words(parts.world.progress.state(name))}")
    return found


def _value(push: Push, choice: str) -> str:
    """The answer as JSON text; true or false where that is what is declared."""
    declared = parse(push.type)
    try:
        return encode(declared.convert(choice))
    except Mismatch:
        try:
            return encode(declared.convert(choice == YES))
        except Mismatch:
            raise Refusal(
                f"the answer {choice!r} does not fit '{push.key}', declared as {push.type}"
            ) from None
