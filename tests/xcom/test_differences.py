from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesk.xcom.differences import ABSENT, Change, changes, same, shift

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner, max_size=4),
    max_leaves=12,
)


def test_each_part_that_differs_has_its_path() -> None:
    before = {"model": "a", "scores": [1, 2, 3], "old": None}
    after = {"model": "b", "scores": [1, 5, 3], "new": [True]}
    assert list(changes(before, after)) == [
        Change(".model", "a", "b"),
        Change(".scores[1]", 2, 5),
        Change(".old", None, ABSENT),
        Change(".new", ABSENT, [True]),
    ]


def test_what_was_put_in_the_middle_of_a_list_is_one_change() -> None:
    assert list(changes([1, 2, 3], [1, 9, 2, 3])) == [Change("[1]", ABSENT, 9)]
    assert list(changes([1, 9, 2, 3], [1, 2, 3])) == [Change("[1]", 9, ABSENT)]


def test_keys_that_are_no_names_are_quoted() -> None:
    assert [change.path for change in changes({"a b": 1, 3: 1}, {"a b": 2, 3: 2})] == ["['a b']", "[3]"]


def test_sets_differ_in_what_came_and_went() -> None:
    assert list(changes({1, 2}, {2, 3})) == [Change("{}", 1, ABSENT), Change("{}", ABSENT, 3)]


@pytest.mark.parametrize(
    ("before", "after"), [(1, 1.0), (1, True), ((1,), [1]), ({1: "a"}, {True: "a"}), ("a", b"a")]
)
def test_values_of_two_types_are_not_the_same(before: object, after: object) -> None:
    assert not same(before, after)
    assert list(changes(before, after)) != []


def test_nan_is_the_same_as_nan_and_the_order_of_keys_does_not_count() -> None:
    assert same(float("nan"), float("nan"))
    assert same({"a": 1, "b": [2]}, {"b": [2], "a": 1})


@pytest.mark.parametrize(
    ("before", "after", "difference", "percent"),
    [
        (4, 5, 1, 25.0),
        (-4, -5, -1, -25.0),
        (0, 5, 5, None),
        (Decimal("0.1"), Decimal("0.3"), Decimal("0.2"), 200.0),
        (10**400, 10**400 + 10**399, 10**399, 10.0),
        (2, 1.0, -1.0, -50.0),
    ],
)
def test_a_number_moves_by_so_much(
    before: object, after: object, difference: object, percent: float | None
) -> None:
    assert shift(before, after) == (difference, percent)


@pytest.mark.parametrize(("before", "after"), [(1, "2"), (True, 2), (10**400, 1.0)])
def test_there_is_no_telling_how_far_it_is_to_something_else(before: object, after: object) -> None:
    assert shift(before, after) is None


@given(JSON, JSON)
def test_there_are_changes_exactly_where_values_are_not_the_same(before: object, after: object) -> None:
    assert bool(list(changes(before, after))) is not same(before, after)
    assert same(before, before)
