"""`flowdesk approve`: answer what a run asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from flowdesk.cli import options
from flowdesk.cli.asking import Wish, ask, tell
from flowdesk.cli.completion import complete_answer
from flowdesk.cli.questions import line, questions_of
from flowdesk.cli.stored import hint, meant, opened, task_of
from flowdesk.cli.terminal import is_dialogue, printable
from flowdesk.errors import UsageError
from flowdesk.plan.states import words
from flowdesk.store.errors import RunUnknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.cli.questions import Question
    from flowdesk.store.rows import RunRow
    from flowdesk.store.store import Store

MOST_WORDS = 3


@click.command()
@click.argument("words", metavar="[RUN] [TASK] [ANSWER]", nargs=-1, shell_complete=complete_answer)
@options.file_option
@options.store_option
def approve(words: tuple[str, ...], *, file: str | None) -> int:
    r"""Answer the question that TASK of RUN asks; ANSWER is one of its choices.

    What is not named is found: the run that asks, its only question; the answer is asked for.
    Without anything that is open, says so.

    \b
    Examples:
      flowdesk approve
      flowdesk approve yes
      flowdesk approve 12 check_report
      flowdesk approve 12 check_report reject
    """
    if len(words) > MOST_WORDS:
        raise click.UsageError("a run, a task and an answer, and no more; quote an answer with spaces in it")
    with opened(file, read_only=False) as store:
        questions, rest = _meant(store, words, file)
        question = _one(questions, had_answer=bool(rest))
        answer = _checked(question, rest[0]) if rest else _asked(question)
        told = ask(store, question.run, Wish("approve", question.task, {"answer": answer}))
    return tell(question.run, told or "nothing to do, because the run is over")


def _meant(store: Store, words: Sequence[str], file: str | None) -> tuple[list[Question], Sequence[str]]:
    """Return the open questions that the words leave, and the words that name neither run nor task."""
    rest = list(words)
    run = _run_of(store, rest, file)
    if run is not None:
        rest.pop(0)
    runs = [run] if run else store.live_runs(None)
    if file and run is None:
        runs = [one for one in runs if one.path == meant(store, None, file).path]
    questions = [question for one in runs for question in questions_of(store, one)]
    if len(rest) > 1 or (rest and not questions):
        _check_not_answered(store, runs, rest[0])
    if not questions:
        which = f"run {run.number}" if run else "no run"
        state = f"; it is {run.state}" if run and run.state.is_final else ""
        raise UsageError(f"{which} asks {'nothing' if run else 'anything'}{state}")
    if rest and any(question.task == rest[0] for question in questions):
        task = rest.pop(0)
        questions = [question for question in questions if question.task == task]
    elif len(rest) > 1:
        raise UsageError(
            f"no question is open at '{rest[0]}'{hint(rest[0], [one.task for one in questions])}"
        )
    return questions, rest


def _run_of(store: Store, words: Sequence[str], file: str | None) -> RunRow | None:
    """Return the run that the first word names; None: it names none, and must be a task or an answer."""
    if not words:
        return None
    try:
        return meant(store, words[0], file)
    except RunUnknown:
        if len(words) == MOST_WORDS or words[0].removeprefix("#").isdigit():
            raise
        return None


def _check_not_answered(store: Store, runs: Sequence[RunRow], task: str) -> None:
    """Check that a task has not asked before.

    Raises:
        UsageError: its question waits for no answer any more; the message says what became of it.
    """
    for run in runs:
        asked = [event for event in store.events(run.id) if event.name == task and event.data.get("asks")]
        if not asked or any(question.task == task for question in questions_of(store, run)):
            continue
        begin = f"answered '{task}' with "
        told = [row.answer for row in store.requests(run.id) if (row.answer or "").startswith(begin)]
        if told:
            choice = str(told[-1]).removeprefix(begin)
            anew = f"flowdesk clear {run.number} {task}"
            raise UsageError(f"'{task}' has been answered, with {choice}; have it ask anew: {anew}")
        raise UsageError(f"'{task}' asks nothing any more: it is {words(task_of(store, run, task).state)}")


def _one(questions: Sequence[Question], *, had_answer: bool) -> Question:
    """Return the only question.

    Raises:
        UsageError: there are several; they are listed.
    """
    if len(questions) == 1:
        return questions[0]
    lines = [f"  {line(question)}" for question in questions]
    which = "; say which one is answered" if had_answer else ""
    raise UsageError("\n".join([f"{len(questions)} questions are open{which}:", *lines]))


def _checked(question: Question, answer: str) -> str:
    if question.choices and answer not in question.choices:
        near = hint(answer, question.choices)
        raise UsageError(f"'{answer}' is no answer to '{printable(question.question)}'{near}")
    return answer


def _asked(question: Question) -> str:
    if not is_dialogue():
        raise UsageError(f"an answer is missing: {line(question)}")
    kind = click.Choice(question.choices) if question.choices else str
    answer: str = click.prompt(printable(question.question), type=kind)
    return answer
