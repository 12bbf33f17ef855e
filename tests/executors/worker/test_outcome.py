"""How the end of a process is said."""

from __future__ import annotations

import pytest

from flowdesk.executors.worker.outcome import Outcome, killed, signal_name, unfinished


@pytest.mark.parametrize(
    ("number", "reason"),
    [(15, "killed by SIGTERM"), (11, "killed by SIGSEGV (segmentation fault)"), (40, "killed by signal 40")],
)
def test_a_signal_is_named_and_explained(number: int, reason: str) -> None:
    assert killed(number) == Outcome("failed", reason, None, signal_name(number))


def test_a_wait_status_is_an_exit_code_or_a_signal() -> None:
    assert unfinished(3 << 8) == Outcome("failed", "exited with code 3 without finishing", 3)
    assert unfinished(15).signal == "SIGTERM"
