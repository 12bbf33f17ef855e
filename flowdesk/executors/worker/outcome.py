"""How a try ended, and how to say it of a process that ended by itself."""

from __future__ import annotations

import os

from flowdesk.records import NamedTuple

MEANINGS = {
    "SIGABRT": "it aborted itself",
    "SIGBUS": "bus error",
    "SIGFPE": "arithmetic error",
    "SIGILL": "illegal instruction",
    "SIGKILL": "from outside, or the machine ran out of memory",
    "SIGSEGV": "segmentation fault",
    "SIGXCPU": "out of processor time",
}


class Outcome(NamedTuple):
    """The end of a try. `state` is a `flowdesk.plan.states.TryState` by its value.

    `is_shown`: the log tells the reason already. For the rest see `flowdesk.executors.executor.Finished`.
    """

    state: str
    reason: str | None = None
    exit_code: int | None = None
    signal: str | None = None
    is_shown: bool = False
    followed: list[str] | None = None
    no_retry: bool = False
    refused_key: str | None = None
    at: str | None = None


DEFAULTS = Outcome._field_defaults
SUCCESS = Outcome("success")


def failed(reason: str, exit_code: int | None = None) -> Outcome:
    """A failure, for this reason."""
    return Outcome("failed", reason, exit_code)


def killed(number: int) -> Outcome:
    """The failure of a process that a signal ended."""
    name = signal_name(number)
    meaning = f" ({MEANINGS[name]})" if name in MEANINGS else ""
    return Outcome("failed", f"killed by {name}{meaning}", None, name)


def unfinished(status: int) -> Outcome:
    """The failure of a process that ended in the middle of a callable. `status` is from `os.waitpid`."""
    code = os.waitstatus_to_exitcode(status)
    if code < 0:
        return killed(-code)
    return failed(f"exited with code {code} without finishing", code)


def without(secrets: list[str], outcome: Outcome) -> Outcome:
    """The outcome with no secret in its reason."""
    if not secrets or outcome.reason is None:
        return outcome
    from flowdesk.executors.worker.masker import masked

    return outcome._replace(reason=masked(outcome.reason, secrets))


def signal_name(number: int) -> str:
    """The name of a signal, such as "SIGKILL"."""
    import signal

    try:
        return signal.Signals(number).name
    except ValueError:  # a real-time signal between the two that have names
        return f"signal {number}"
