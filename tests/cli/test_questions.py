"""What runs ask, as it is told in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.cli.questions import line, questions_of
from tests.cli.conftest import begin

if TYPE_CHECKING:
    from flowdesk.store.store import Store


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ({"question": "Publish it?", "choices": ["yes", "not yet"]}, "Publish it?  {} yes|'not yet'"),
        ({"question": "red \x1b[31m?"}, "red \\x1b[31m?  {} ANSWER"),
    ],
)
def test_a_question_stands_with_its_answer_and_cannot_steer_the_terminal(
    store: Store, asks: dict[str, object], told: str
) -> None:
    with store.transaction():
        begin(store, "r", "check")
        store.start_try("r", "check", 1, log="logs/r/check/1.log", asks=asks)
    lines = [line(one) for one in questions_of(store, store.find_run("r"))]
    assert lines == [told.format("flowdesk approve 1 check")]
