from __future__ import annotations

import pytest

from flowdesk.gui.palette.fuzzy import match


@pytest.mark.parametrize("typed", ["run", "rf", "retry failed", "RTRY", ""])
def test_letters_in_their_order_are_found(typed: str) -> None:
    assert match(typed, "Retry failed, run") is not None


def test_a_missing_letter_is_no_match() -> None:
    assert match("rx", "Run") is None
    assert match("nur", "Run") is None


def test_the_starts_of_words_are_worth_more() -> None:
    starts, inside = match("rf", "Retry failed"), match("rf", "Perform")
    assert starts is not None
    assert inside is not None
    assert starts.score > inside.score
    assert starts.places == (0, 6)


def test_letters_side_by_side_are_worth_more_than_scattered_ones() -> None:
    together, scattered = match("log", "Dialog"), match("log", "Look at graph")
    assert together is not None
    assert scattered is not None
    assert together.places == (3, 4, 5)


def test_korean_is_found_by_its_letters() -> None:
    found = match("열기", "파일 열기")
    assert found is not None
    assert found.places == (3, 4)
