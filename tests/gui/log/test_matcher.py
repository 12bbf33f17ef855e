from __future__ import annotations

from flowdesk.gui.log.matcher import Matcher, Wanted, characters, units


def test_a_plain_text_is_found_as_it_is_written() -> None:
    assert Matcher(Wanted("a.b")).find("a.b axb A.B") == [(0, 3), (8, 11)]
    assert Matcher(Wanted("a.b", has_case=True)).find("a.b axb A.B") == [(0, 3)]


def test_an_expression_is_found_at_characters_beyond_the_first_plane_too() -> None:
    assert Matcher(Wanted(r"\d+", is_regex=True)).find("😀 12 and 3") == [(2, 4), (9, 10)]
    assert Matcher(Wanted("값$", is_regex=True)).find("한 값") == [(2, 3)]


def test_what_is_no_expression_says_why_and_finds_nothing() -> None:
    matcher = Matcher(Wanted("(", is_regex=True))
    assert matcher.error
    assert matcher.find("(") == []


def test_an_expression_that_would_take_for_ever_is_given_up() -> None:
    assert Matcher(Wanted("(a+)+$", is_regex=True)).find("a" * 40 + "b") == []


def test_places_are_the_same_in_qts_counting_and_back() -> None:
    text = "a😀b"
    assert [units(text, place) for place in range(4)] == [0, 1, 3, 4]
    assert [characters(text, unit) for unit in (0, 1, 3, 4)] == [0, 1, 2, 3]
