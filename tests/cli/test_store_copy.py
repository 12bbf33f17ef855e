from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Told


def test_runs_are_copied_once(finished_run: str, flowdesk: Callable[..., Told], tmp_path: Path) -> None:
    to = f"sqlite:///{tmp_path / 'copy.db'}"
    assert flowdesk("store", "copy", "home", to).out == f"Runs to {tmp_path / 'copy.db'}: 1 copied.\n"
    assert flowdesk("store", "copy", "home", to).out.endswith(": 1 there already.\n")
    assert finished_run in flowdesk("runs", "--store", to, "--json").out


def test_a_store_is_not_copied_to_itself(
    finished_run: str, flowdesk: Callable[..., Told], home: Path
) -> None:
    assert finished_run
    told = flowdesk("store", "copy", "home", f"sqlite:///{home / 'flowdesk.db'}")
    assert (told.code, told.err) == (2, f"flowdesk: {home / 'flowdesk.db'} cannot be copied to itself\n")


def test_the_file_of_another_home_is_refused_as_its_logs_would_stay_there(
    finished_run: str,
    flowdesk: Callable[..., Told],
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert finished_run
    monkeypatch.setenv("FLOWDESK_HOME", str(tmp_path / "other"))
    told = flowdesk("store", "copy", f"sqlite:///{home / 'flowdesk.db'}", "home")
    assert told.code == 2
    assert f"set FLOWDESK_HOME={home}" in told.err
