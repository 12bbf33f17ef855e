from __future__ import annotations

import os

import pytest

from flowdesk.model.unplugged import VARIABLE, unplugged


@pytest.mark.parametrize("before", [None, "logfire"])
def test_plugins_are_as_before_afterwards(before: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    if before is not None:
        monkeypatch.setenv(VARIABLE, before)
    with unplugged():
        assert os.environ[VARIABLE] == "__all__"
    assert os.environ.get(VARIABLE) == before
