"""What a task waits for is one thing, told as two words."""

from __future__ import annotations

import pytest

from tests.model.test_kinds import task


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("file = 'data/{{ ds }}.csv'", ("file", "data/{{ ds }}.csv")),
        ("seconds = 30", ("seconds", "30.0")),
        ("seconds = 0", ("seconds", "0.0")),
        ("until = 09:00:00", ("until", "09:00:00")),
        ("until = '09:00'", ("until", "09:00:00")),
        ("until = 2026-01-31T09:00:00+09:00", ("until", "2026-01-31T09:00:00+09:00")),
        ("until = '2026-01-31T09:00:00'", ("until", "2026-01-31T09:00:00")),
        ("until = '{{ data_interval_end }}'", ("until", "{{ data_interval_end }}")),
    ],
)
def test_what_is_waited_for_is_told_as_its_kind_and_a_text(written: str, target: tuple[str, str]) -> None:
    assert task(f"wait = {{ {written} }}").code == target
