"""Fields hold durations, commands and the like, each by its own rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from flowdesk.model.reader import read


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("90", 90.0),
        ("0.5", 0.5),
        ('"90s"', 90.0),
        ('"1h30m"', 5400.0),
        ('"1d 2h 3m 4.5s 500ms"', 93785.0),
        ('"250ms"', 0.25),
    ],
)
def test_a_duration_is_a_number_or_a_text_with_units(written: str, seconds: float) -> None:
    said = read(Path("p.toml"), text=f"[tasks.a]\nretry_delay = {written}").pipeline
    assert said is not None
    assert said.tasks["a"].retry_delay == seconds


@pytest.mark.parametrize(
    ("written", "size"),
    [
        ("1", 1),
        ('"10 MB"', 10_000_000),
        ('"1.5KiB"', 1536),
        ('"64kb"', 64_000),
        ('"2GiB"', 2**31),
        ('"7 B"', 7),
    ],
)
def test_a_size_is_a_number_of_bytes_or_a_text_with_a_unit(written: str, size: int) -> None:
    text = f"[tasks.a]\nbash = 'x'\npush.k = {{ type = 'str', max_bytes = {written} }}"
    said = read(Path("p.toml"), text=text).pipeline
    assert said is not None
    assert said.tasks["a"].push["k"].max_bytes == size
