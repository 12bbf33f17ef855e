"""A secret that a task pushes is in neither its log nor its reason from then on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from flowdesk.executors.worker.pushed_secrets import texts_in
from flowdesk.plan.plan import Push
from flowdesk.xcom.instances import Instance
from tests.builders import finished, job, python_job

if TYPE_CHECKING:
    from flowdesk.executors.executor import Executor


@dataclass(slots=True)
class Key:
    """What a class of a user may be."""

    text: str


TOKEN = (Push("token", "str", secret=True),)


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        ("hunter2", ["hunter2"]),
        ({"key": ["hunter2", 123456, "abc"]}, ["hunter2", "123456"]),
        (b"hunter2", ["hunter2"]),
        ([True, None, "", "    "], []),
        (Decimal("12.50"), ["12.50"]),
        (UUID(int=7), ["00000000-0000-0000-0000-000000000007"]),
        (datetime(2026, 1, 2, tzinfo=UTC), ["2026-01-02 00:00:00+00:00", "2026-01-02T00:00:00+00:00"]),
        (Path("/etc/token"), ["/etc/token"]),
        (Key("hunter2"), ["hunter2"]),
        (Instance("m:Key", {"text": "hunter2"}), ["hunter2"]),
    ],
)
def test_texts_and_numbers_are_secret_but_for_short_ones(value: object, texts: list[str]) -> None:
    assert texts_in(value) == texts


def test_what_is_printed_after_a_push_and_raised_is_masked(executor: Executor, tmp_path: Path) -> None:
    source = """
    def f(ti):
        token = "hun" + "ter2"
        ti.xcom_push("token", token)
        print("token is", token)
        raise ValueError(f"bad {token}")
    """
    one = python_job(tmp_path, source, push=TOKEN)
    end = finished(executor, one)
    assert (end.reason or "").startswith("ValueError: bad *** (")
    log = Path(one.log).read_text()
    assert "token is ***" in log
    assert "hunter2" not in log


def test_a_refused_secret_is_not_in_the_line_that_pushed_it(executor: Executor, tmp_path: Path) -> None:
    push = (Push("token", "int", secret=True),)
    one = python_job(tmp_path, "def f(ti): ti.xcom_push('token', 'hunter2')", push=push)
    finished(executor, one)
    assert "hunter2" not in Path(one.log).read_text()


def test_all_that_a_task_prints_around_its_pushes_is_in_its_log(executor: Executor, tmp_path: Path) -> None:
    source = """
    def f(ti):
        for number in range(5):
            print("before", number)
            ti.xcom_push("token", f"secret-{number}")
            print("after", number)
    """
    one = python_job(tmp_path, source, push=TOKEN)
    assert finished(executor, one).reason is None
    log = Path(one.log).read_text()
    assert [log.count(f"before {n}") + log.count(f"after {n}") for n in range(5)] == [2] * 5


def test_a_shells_secret_is_masked_in_its_reason(executor: Executor, tmp_path: Path) -> None:
    push = (Push("token", "int", secret=True),)
    end = finished(executor, job(tmp_path, "echo token=hunter2 >> $FLOWDESK_PUSH", push=push))
    assert "hunter2" not in (end.reason or "")
    broken = job(tmp_path, "echo hunter2 >> $FLOWDESK_PUSH", push=push, id="t/2")
    reason = finished(executor, broken).reason
    assert reason == "$FLOWDESK_PUSH, line 1: expected key=value or a whole block"
