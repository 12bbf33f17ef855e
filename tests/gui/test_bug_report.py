from __future__ import annotations

from pathlib import Path

import pytest

from flowdesk.gui.bug_report import trace_of
from flowdesk.plan.events import EventKind


def told_of(error: Exception) -> str:
    try:
        raise error
    except type(error) as caught:
        return trace_of(type(caught), caught, caught.__traceback__)


def test_what_stands_in_quotes_is_left_out() -> None:
    told = told_of(ValueError("no number: 's3cr3t', nor \"hunter2\""))
    assert "ValueError: no number: '…', nor '…'" in told
    assert "raise error" in told


def test_long_words_and_the_home_are_left_out() -> None:
    told = told_of(OSError(f"{Path.home()}/x of {'k' * 80}"))
    assert "~/x of '…'" in told
    assert "kkk" not in told


def test_a_text_of_many_lines_is_cleaned_in_each() -> None:
    told = told_of(ValueError("first\nsecond 'value'"))
    assert "second '…'" in told


def test_files_of_the_user_are_not_named_but_ours_are(tmp_path: Path) -> None:
    theirs = compile("kind('x')", str(tmp_path / "merger_of_acme.py"), "exec")

    with pytest.raises(ValueError, match="x") as raised:
        exec(theirs, {"kind": EventKind})  # noqa: S102 - code that is none of ours

    told = trace_of(raised.type, raised.value, raised.tb)
    assert "merger_of_acme" not in told
    assert 'File "….py", line 1' in told
    assert "enum.py" in told
