"""Whether what a push promises is what a pull expects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesk.xcom.fits import fits, limits_misfit
from flowdesk.xcom.shapes import Mismatch, Type
from flowdesk.xcom.types import parse


@pytest.mark.parametrize(
    ("producer", "consumer"),
    [
        ("int", "int"),
        ("int", "float"),
        ("int", "int | None"),
        ("int | None", "None | float"),
        ("any", "list[int]"),
        ("datetime", "any"),
        ("list", "list[int]"),
        ("list[int]", "list"),
        ("list[int]", "list[float | str]"),
        ("dict[str, int]", "dict[str, float]"),
        ("dict", "dict[str, int]"),
        ("tuple[int, str]", "tuple[float, str]"),
        ("tuple[int, int]", "tuple[float, ...]"),
        ("tuple", "tuple[int, str]"),
        ("Literal['a', 'b']", "str"),
        ("Literal['a']", "Literal['a', 'b']"),
        ("Literal[1]", "float"),
        ("Literal['a', None]", "str | None"),
        ("list[int] | dict[str, str]", "json"),
        ("json", "list[dict[str, float]]"),
        ("json", "str"),
        ("list[list[int]]", "list[list[float]]"),
    ],
)
def test_what_can_only_be_right_fits(producer: str, consumer: str) -> None:
    assert fits(parse(producer), parse(consumer)) is None


@pytest.mark.parametrize(
    ("producer", "consumer", "reason"),
    [
        ("str", "int", "str is not int"),
        ("float", "int", "float is not int"),
        ("bool", "int", "bool is not int"),
        ("datetime", "date", "datetime is not date"),
        ("int | None", "int", "it may be None, and int is expected"),
        ("int | str", "float | None", "it may be str, and float | None is expected"),
        ("str", "int | float", "str is not int | float"),
        ("list[str]", "list[float]", "each item: str is not float"),
        ("list[str]", "int | list[float]", "each item: str is not float"),
        ("list[int | None]", "list[int]", "each item: it may be None, and int is expected"),
        ("set[int]", "list[int]", "a set is no list"),
        ("list[int]", "int", "list[int] is not int"),
        ("dict[str, list[str]]", "dict[str, list[int]]", "each value, each item: str is not int"),
        ("dict[int, str]", "dict[str, str]", "each key: int is not str"),
        ("tuple[int, str]", "tuple[int, int]", "item 1: str is not int"),
        ("tuple[int, str]", "tuple[int]", "it has 2 items, and 1 are expected"),
        ("tuple[int, ...]", "tuple[int]", "it may have any number of items, and 1 are expected"),
        ("tuple[int, ...]", "tuple[str, ...]", "each item: int is not str"),
        ("tuple[int, str]", "tuple[int, ...]", "item 1: str is not int"),
        ("str", "Literal['a']", "str is not Literal['a']"),
        ("Literal['a', 'c']", "Literal['a', 'b']", "it may be 'c', and Literal['a', 'b'] is expected"),
        ("Literal[True]", "Literal[1]", "it may be True, and Literal[1] is expected"),
        ("Literal['a', 1]", "str", "it may be 1, and str is expected"),
        ("dict[int, str]", "json", "each key: int is not str"),
        ("list[datetime]", "json", "each item: datetime is not json"),
        ("json", "datetime", "json is not datetime"),
        ("json", "set[int]", "json is not set[int]"),
        ("json", "list[date]", "json is not list[date]"),
    ],
)
def test_what_may_be_wrong_is_told_with_the_part(producer: str, consumer: str, reason: str) -> None:
    assert fits(parse(producer), parse(consumer)) == reason


SCALARS = {"int": st.integers(-9, 9), "float": st.floats(-9, 9), "str": st.sampled_from("ab")} | {
    "bool": st.booleans(),
    "None": st.none(),
}


@st.composite
def types_with_values(draw: st.DrawFn, depth: int = 2) -> tuple[str, st.SearchStrategy[object]]:
    """A type expression without `any`, and all values of that type."""
    kind = draw(
        st.sampled_from(["scalar", "literal", "list", "dict", "tuple", "union"][: 2 + 4 * (depth > 0)])
    )
    if kind == "scalar":
        name = draw(st.sampled_from(sorted(SCALARS)))
        return name, SCALARS[name]
    if kind == "literal":
        choices = draw(st.lists(st.sampled_from(["a", "b", 1, True, None]), min_size=1, max_size=3))
        return f"Literal[{', '.join(map(repr, choices))}]", st.sampled_from(choices)
    (one, of_one), (two, of_two) = draw(types_with_values(depth - 1)), draw(types_with_values(depth - 1))
    if kind == "list":
        return f"list[{one}]", st.lists(of_one, max_size=2)
    if kind == "dict":
        return f"dict[str, {one}]", st.dictionaries(st.sampled_from("xy"), of_one, max_size=2)
    if kind == "tuple":
        return f"tuple[{one}, {two}]", st.tuples(of_one, of_two)
    return f"{one} | {two}", st.one_of(of_one, of_two)


def accepts(expected: Type, value: object) -> bool:
    try:
        expected.convert(value)
    except Mismatch:
        return False
    return True


@given(types_with_values(), types_with_values(), st.data())
def test_no_value_of_a_type_that_fits_is_refused(
    producer: tuple[str, st.SearchStrategy[object]],
    consumer: tuple[str, st.SearchStrategy[object]],
    data: st.DataObject,
) -> None:
    if fits(parse(producer[0]), parse(consumer[0])) is None:
        assert accepts(parse(consumer[0]), data.draw(producer[1]))


@given(types_with_values())
def test_every_type_fits_itself_and_whatever_adds_to_it(
    one: tuple[str, st.SearchStrategy[object]],
) -> None:
    for wider in (one[0], f"None | {one[0]}", "any"):
        assert fits(parse(one[0]), parse(wider)) is None


@pytest.mark.parametrize(
    ("pushed", "expected", "reason"),
    [
        ({}, {"ge": 1}, None),
        ({"ge": 1}, {}, None),
        ({"ge": 1}, {"ge": 1}, None),
        ({"gt": 1}, {"ge": 1}, None),
        ({"ge": 2, "le": 3}, {"gt": 1, "lt": 4}, None),
        ({"le": 3.5}, {"lt": 4}, None),
        ({"lt": 4}, {"le": 4}, None),
        ({"ge": 1}, {"gt": 1}, "it may be 1, and more than 1 is expected"),
        ({"ge": 0}, {"ge": 1}, "it may be 0, and at least 1 is expected"),
        ({"le": 200}, {"le": 100}, "it may be 200, and at most 100 is expected"),
        ({"lt": 4}, {"le": 3.5}, "it may be almost 4, and at most 3.5 is expected"),
        ({"le": 4, "lt": 9}, {"lt": 4}, "it may be 4, and less than 4 is expected"),
        ({"max_length": 9}, {"max_length": 8}, "it may be 9 long, and at most 8 is expected"),
        ({"min_length": 0}, {"min_length": 1}, "it may be 0 long, and at least 1 is expected"),
    ],
)
def test_limits_that_both_sides_set_are_compared(
    pushed: dict[str, float], expected: dict[str, float], reason: str | None
) -> None:
    assert limits_misfit(pushed, expected) == reason
