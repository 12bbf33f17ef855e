from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState
from tests.cli.conftest import RETRIED, SUCCESS, begin
from tests.cli.engines import engine

ASKS = {"question": "Publish it?", "choices": ["yes", "not yet"], "until": None}

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flowdesk.store.store import Store
    from tests.cli.conftest import Told


@pytest.fixture
def asking(store: Store) -> str:
    """Run "r", whose task `check` asks whether to publish."""
    with store.transaction():
        begin(store, "r", "check", "publish")
        store.start_try("r", "check", 1, log="logs/r/check/1.log", asks=ASKS)
    return "r"


@pytest.mark.usefixtures("asking")
@pytest.mark.parametrize(
    "words", [["yes"], ["check", "yes"], ["1", "yes"], ["1", "check", "yes"], ["r", "check", "yes"]]
)
def test_what_is_not_named_is_found(flowdesk: Callable[..., Told], home: Path, words: list[str]) -> None:
    with engine(home, "r", "answered") as asked:
        told = flowdesk("approve", *words)
    assert (told.code, told.out) == (0, "Run 1: answered.\n")
    assert asked == [("approve", "check", {"answer": "yes"})]


@pytest.mark.usefixtures("asking")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "an answer is missing: Publish it?  flowdesk approve 1 check yes|'not yet'"),
        (["ja"], "'ja' is no answer to 'Publish it?'; there are yes, not yet"),
        (["9", "check", "yes"], "there is no run '9'"),
        (["1", "publish", "yes"], "no question is open at 'publish'; there are check"),
        (["1", "check", "not", "yet"], "quote an answer with spaces in it"),
    ],
)
def test_what_is_no_answer_is_told(flowdesk: Callable[..., Told], words: list[str], sentence: str) -> None:
    told = flowdesk("approve", *words)
    assert told.code == 2
    assert sentence in told.err


@pytest.mark.usefixtures("asking")
def test_several_questions_are_listed(flowdesk: Callable[..., Told], store: Store) -> None:
    with store.transaction():
        begin(store, "other", "sure")
        store.start_try("other", "sure", 1, log="logs/o/sure/1.log", asks={**ASKS, "question": "Sure?"})
    told = flowdesk("approve", "yes")
    assert told.code == 2
    assert told.err.splitlines() == [
        "flowdesk: 2 questions are open; say which one is answered:",
        "  Publish it?  flowdesk approve 1 check yes|'not yet'",
        "  Sure?  flowdesk approve 2 sure yes|'not yet'",
    ]


@pytest.mark.usefixtures("finished_run")
def test_where_nothing_is_asked_that_is_told(flowdesk: Callable[..., Told]) -> None:
    assert flowdesk("approve").err == "flowdesk: no run asks anything\n"
    assert flowdesk("approve", "1", "yes").err == "flowdesk: run 1 asks nothing; it is success\n"


@pytest.mark.usefixtures("asking")
def test_a_question_is_shown_with_the_run(flowdesk: Callable[..., Told], store: Store) -> None:
    assert "? Publish it?  flowdesk approve 1 check yes|'not yet'" in flowdesk("show").out.splitlines()
    with store.transaction():
        store.finish_run("r", RunState.CANCELLED)
    assert "Publish it?" not in flowdesk("show").out


@pytest.mark.usefixtures("asking")
def test_of_a_question_that_was_answered_the_answer_is_told(
    flowdesk: Callable[..., Told], store: Store
) -> None:
    with store.transaction():
        request = store.add_request("r", "approve", "check", {"answer": "yes"})
        store.answer_request(request, "answered 'check' with yes")
        store.finish_try("r", "check", 1, SUCCESS)
    sentence = "'check' has been answered, with yes; have it ask anew: flowdesk clear 1 check"
    assert sentence in flowdesk("approve", "1", "check", "not yet").err
    assert sentence in flowdesk("approve", "check", "not yet").err


@pytest.mark.usefixtures("asking")
def test_of_a_question_that_nobody_answered_its_end_is_told(
    flowdesk: Callable[..., Told], store: Store
) -> None:
    with store.transaction():
        store.finish_try("r", "check", 1, RETRIED)
    assert "'check' asks nothing any more: it is up for retry" in flowdesk("approve", "1", "check", "yes").err
