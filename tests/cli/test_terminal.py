from __future__ import annotations

import io

import pytest

from flowdesk.cli.terminal import cell_width, crop, crop_left, pad, printable, speaks, wants_colour, wrapped


@pytest.mark.parametrize(("text", "cells"), [("abc", 3), ("한국", 4), ("e\u0301", 1), ("…", 1), ("", 0)])
def test_cells_are_counted(text: str, cells: int) -> None:
    assert cell_width(text) == cells


def test_a_crop_never_exceeds_its_width() -> None:
    assert crop("한국어", 4) == "한…"
    assert crop("abc", 3) == "abc"
    assert crop("abcd", 3) == "ab…"
    assert crop_left("한국어", 4) == "…어"
    assert crop_left("abcd", 3) == "…cd"


def test_padding_counts_cells() -> None:
    assert pad("한", 4) == "한  "
    assert pad("1", 3, right=True) == "  1"


def test_what_could_steer_the_terminal_is_escaped() -> None:
    assert printable("a\x1b[2J") == "a\\x1b[2J"
    assert printable("a\nb\tc") == "a⏎b c"
    assert "\u202e" not in printable("safe\u202egnp.exe")
    assert printable("한국어 e\u0301") == "한국어 e\u0301"


def test_an_encoding_that_lacks_a_character_is_noticed() -> None:
    assert not speaks(io.TextIOWrapper(io.BytesIO(), "ascii"), "✓")
    assert speaks(io.TextIOWrapper(io.BytesIO(), "utf-8"), "✓")


def test_no_color_is_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert wants_colour() is True
    monkeypatch.setenv("NO_COLOR", "1")
    assert wants_colour() is False


def test_a_sentence_is_broken_between_words() -> None:
    assert wrapped("one two three", 8) == ["one two", "three"]
    assert wrapped("one two three", 8, taken=3) == ["one", "two", "three"]
    assert wrapped("one two three", 8, hanging=2) == ["one two", "  three"]


def test_what_fits_and_what_cannot_be_broken_stays_whole() -> None:
    assert wrapped("one two", None) == wrapped("one two", 7) == ["one two"]
    assert wrapped("incomprehensible", 8) == ["incomprehensible"]


def test_wide_words_are_broken_by_their_cells() -> None:
    assert wrapped("한국어 한국어", 9) == ["한국어", "한국어"]
