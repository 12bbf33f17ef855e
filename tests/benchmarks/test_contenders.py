"""Commands beside each other."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.contenders import Aim, Contender, compare, seconds

if TYPE_CHECKING:
    from pathlib import Path

WRITE = "open('result.txt', 'w').write({!r})"


def python(name: str, written: str = "done", aim: Aim | None = None) -> Contender:
    return Contender(name, [sys.executable, "-c", WRITE.format(written)], aim=aim, tasks=1)


def test_a_run_with_the_wrong_result_does_not_count(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="hasty wrote 'half' instead of 'done'"):
        seconds(python("hasty", "half"), tmp_path / "hasty")


def test_the_result_of_the_round_before_does_not_count(tmp_path: Path) -> None:
    seconds(python("ours"), tmp_path / "ours")
    idle = Contender("ours", [sys.executable, "-c", "pass"])
    with pytest.raises(FileNotFoundError):
        seconds(idle, tmp_path / "ours")


def test_what_the_user_would_have_kept_stays_for_the_next_round(tmp_path: Path) -> None:
    keeping = "import os; os.makedirs('home', exist_ok=True); open('home/a', 'a').write('x')"
    one = Contender("ours", [sys.executable, "-c", f"{keeping}; {WRITE.format('done')}"])
    for _ in range(2):
        seconds(one, tmp_path / "ours")
    assert (tmp_path / "ours" / "home" / "a").read_text("utf-8") == "xx"


def test_a_peer_that_is_not_installed_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    ours = python("flowdesk", aim=Aim("absent"))
    compare("work", [ours, Contender("absent", ["/no/such/program"])], 1)
    told = capsys.readouterr().out
    assert "absent" not in told
    assert "flowdesk" in told


def test_an_aim_is_told_as_met_or_missed(capsys: pytest.CaptureFixture[str]) -> None:
    compare("work", [python("flowdesk", aim=Aim("other", 100)), python("other", aim=Aim(rate=1e9))], 1)
    ours, other = capsys.readouterr().out.splitlines()[2:]
    assert ours.endswith("≤ 100 x other     met")
    assert other.endswith("tasks/s  missed")
