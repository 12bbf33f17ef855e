"""Shell tasks, by every executor that there is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from flowdesk.executors.executor import Finished
from flowdesk.plan.plan import Kind, Push
from flowdesk.plan.states import TryState
from tests.builders import carried_out, finished, given, job, printed, pushed

if TYPE_CHECKING:
    from flowdesk.executors.executor import Executor

FLOAT = (Push("accuracy", "float"),)
TEXT = (Push("return_value", "str"),)


def test_a_shell_writes_stdout_and_stderr_to_its_log(executor: Executor, tmp_path: Path) -> None:
    one = job(tmp_path, "echo 안녕; echo oops >&2", push=())
    carried_out(executor, one)
    assert sorted(printed(one).splitlines()) == ["oops", "안녕"]


@pytest.mark.parametrize(
    ("code", "end"),
    [
        ("true", Finished("t/1", TryState.SUCCESS, None, 0)),
        ("exit 3", Finished("t/1", TryState.FAILED, "exit code 3", 3)),
        ("exit 99", Finished("t/1", TryState.SKIPPED, "exit code 99", 99)),
        ("no_such", Finished("t/1", TryState.FAILED, "exit code 127 (command not found)", 127)),
        ("(kill -SEGV $BASHPID); exit 139", Finished("t/1", TryState.FAILED, "exit code 139 (SIGSEGV)", 139)),
        (
            "kill -SEGV $$",
            Finished("t/1", TryState.FAILED, "killed by SIGSEGV (segmentation fault)", None, "SIGSEGV"),
        ),
    ],
)
def test_a_try_ends_as_its_shell_does(executor: Executor, tmp_path: Path, code: str, end: Finished) -> None:
    assert finished(executor, job(tmp_path, code)) == end


def test_a_command_has_no_shell_in_between(executor: Executor, tmp_path: Path) -> None:
    one = job(tmp_path, "printf", "%s", "$HOME *", kind=Kind.COMMAND, push=TEXT)
    assert pushed(carried_out(executor, one)) == {"return_value": "$HOME *"}


def test_a_command_that_is_not_there_is_named(executor: Executor, tmp_path: Path) -> None:
    assert finished(executor, job(tmp_path, "nope", kind=Kind.COMMAND)).reason == "command not found: nope"


def test_a_shell_finds_its_inputs_in_its_environment(executor: Executor, tmp_path: Path) -> None:
    one = job(
        tmp_path,
        'echo "$name|$scores|$where|$MORE|$FLOWDESK_RUN_ID|$FLOWDESK_TASK|$FLOWDESK_TRY"',
        inputs=(given("name", "a b"), given("scores", 1, 2.5, many=True), given("where", Path("/x"))),
        env={"MORE": "more"},
        push=TEXT,
    )
    assert pushed(carried_out(executor, one)) == {"return_value": "a b|[1, 2.5]|/x|more|run_1|t|1"}


def test_a_shell_pushes_through_its_file(executor: Executor, tmp_path: Path) -> None:
    code = "echo accuracy=0.5 >> $FLOWDESK_PUSH; printf 'text<<END\\na\\nb=c\\nEND\\n' >> $FLOWDESK_PUSH"
    push = (*FLOAT, Push("text", "str"))
    assert pushed(carried_out(executor, job(tmp_path, code, push=push))) == {
        "accuracy": 0.5,
        "text": "a\nb=c",
    }


@pytest.mark.parametrize(
    ("instead", "reason"),
    [
        ("", None),
        ("; mkfifo $FLOWDESK_PUSH", None),
        ("; mkdir $FLOWDESK_PUSH", "$FLOWDESK_PUSH cannot be read: Is a directory"),
    ],
)
def test_a_shell_may_remove_its_file_or_put_another_in_its_place(
    executor: Executor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, instead: str, reason: str | None
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert finished(executor, job(tmp_path, f"rm $FLOWDESK_PUSH{instead}")).reason == reason


@pytest.mark.parametrize(
    ("code", "more", "reason"),
    [
        ("#" * 200_000, {}, "the command is too long for a process: 200000 bytes; put it into a file"),
        ("true", {"env": {"A=B": "c"}}, "its environment cannot be set: illegal environment variable name"),
        (
            "true",
            {"inputs": (given("a", "\ud800"),)},
            "an argument or a variable of the environment is no text",
        ),
    ],
)
def test_what_no_process_can_be_given_is_said(
    executor: Executor, tmp_path: Path, code: str, more: dict[str, Any], reason: str
) -> None:
    assert (finished(executor, job(tmp_path, code, **more)).reason or "").startswith(reason)
    assert finished(executor, job(tmp_path, "true", id="t/2")).reason is None


def test_a_shell_that_pushes_an_undeclared_key_is_shown_the_line(executor: Executor, tmp_path: Path) -> None:
    end = finished(executor, job(tmp_path, "echo best=1 >> $FLOWDESK_PUSH"))
    assert end.reason is not None
    assert end.reason.endswith('add to [tasks.t]: push.best = "str"')


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("head -c 30000000 /dev/zero | tr '\\0' x; printf '\\none\\n\\ntwo'", "two"),
        ("printf 'one\\ntwo\\n'; sleep 0.01; printf thr; sleep 0.01; printf 'ee\\n'", "three"),
        ("echo first; echo '  last  '; echo error >&2", "  last"),
        ("printf '\\xff'", "\\xff"),
        ("echo 값; sleep 1000 &", "값"),
        ("head -c 300000 /dev/zero | tr '\\0' x; echo; echo end", "end"),
    ],
)
def test_the_last_line_of_stdout_is_the_return_value(
    executor: Executor, tmp_path: Path, code: str, value: str
) -> None:
    assert pushed(carried_out(executor, job(tmp_path, code, push=TEXT))) == {"return_value": value}


def test_empty_output_is_no_return_value(executor: Executor, tmp_path: Path) -> None:
    end = finished(executor, job(tmp_path, "echo error >&2", push=TEXT))
    assert end.reason == "did not push 'return_value', which the file declares"


@pytest.mark.parametrize(
    ("code", "at"),
    [
        ("echo k=1 >> $FLOWDESK_PUSH; echo k=two >> $FLOWDESK_PUSH", "$FLOWDESK_PUSH, line 2"),
        ("echo 1; echo two", "the last line of stdout"),
    ],
)
def test_a_push_that_is_refused_knows_its_key_and_where_it_was_written(
    executor: Executor, tmp_path: Path, code: str, at: str
) -> None:
    key = "k" if "PUSH" in code else "return_value"
    end = finished(executor, job(tmp_path, code, push=(Push(key, "int"),)))
    assert (end.refused_key, end.at) == (key, at)
