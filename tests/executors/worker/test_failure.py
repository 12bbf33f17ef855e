"""A task's exception as its author sees it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from flowdesk.executors.worker import failure
from flowdesk.executors.worker.refused import Refused
from flowdesk.executors.worker.stored_values import StoredValues
from flowdesk.xcom.stored import Stored

HERE = Path(__file__).name


def caught(*, cause: BaseException | None = None, error: BaseException) -> BaseException:
    try:
        raise error from cause  # noqa: TRY301 - the traceback is the point
    except BaseException as raised:  # noqa: BLE001 - it is what the test wants
        return raised


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ValueError("no data"), "ValueError: no data"),
        (ValueError(), "ValueError"),
        (ValueError("two\nlines"), "ValueError: two"),
        (Refused("push 'a': no"), "push 'a': no"),
    ],
)
def test_the_sentence_has_the_error_and_the_last_line_of_the_users(error: BaseException, text: str) -> None:
    sentence = failure.sentence(caught(error=error))
    assert sentence.startswith(f"{text} ({HERE}, line ")


class Speechless(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no words")


def test_an_error_that_cannot_say_what_it_is_has_its_name_at_least() -> None:
    assert failure.sentence(Speechless()) == "Speechless: its text cannot be told"


def test_a_chain_of_errors_may_be_longer_than_python_recurses(capsys: pytest.CaptureFixture[str]) -> None:
    error: BaseException | None = None
    for number in range(3000):
        error = caught(error=ValueError(number), cause=error)
    assert error is not None
    failure.show(error)
    assert capsys.readouterr().err.endswith("ValueError: 2999\n")


def test_a_closed_stderr_does_not_hide_the_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    failure.show(caught(error=ValueError("no data")))


def test_a_long_message_is_shortened() -> None:
    assert len(failure.sentence(ValueError("x" * 10_000))) == failure.LONGEST


def test_an_error_without_a_line_of_the_users_has_none() -> None:
    assert failure.sentence(ValueError("x")) == "ValueError: x"


def test_causes_are_shown_too(capsys: pytest.CaptureFixture[str]) -> None:
    failure.show(caught(error=ValueError("outer"), cause=caught(error=KeyError("inner"))))
    shown = capsys.readouterr().err
    assert "KeyError: 'inner'" in shown
    assert "direct cause" in shown
    assert shown.endswith("ValueError: outer\n")


def test_a_stored_file_that_is_gone_is_told_without_our_frames(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stored = json.dumps(Stored("0" * 64, 5, "file").tree())
    with pytest.raises(Refused) as refused:
        StoredValues(str(tmp_path), None).decoded(stored, name="report")
    capsys.readouterr()
    failure.show(refused.value)
    assert "contextlib" not in capsys.readouterr().err
    assert "contextlib" not in failure.sentence(refused.value)
