"""Values come back exactly, whatever they are, or are refused at once."""

from __future__ import annotations

import json
import math
from collections import OrderedDict, namedtuple
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import IntEnum, StrEnum
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesk.xcom.values import Unstorable, decode, encode, type_name

FIXED = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
ZONES = st.sampled_from(["Asia/Seoul", "Europe/Berlin", "America/New_York", "UTC"]).map(ZoneInfo)
HASHABLE = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=2**2040, max_value=2**4096)
    | st.floats(allow_nan=False)
    | st.text()
    | st.text(st.characters(categories=["Cs"]))
    | st.binary()
    | st.datetimes(timezones=st.none() | FIXED | ZONES)
    | st.dates()
    | st.timedeltas()
    | st.decimals(allow_nan=False)
    | st.uuids()
    | st.text(st.characters(exclude_characters="\0", codec="utf-8")).map(Path)
)
KEYS = HASHABLE | st.tuples(HASHABLE, HASHABLE) | st.text().map("$".__add__)
VALUES = st.recursive(
    HASHABLE | st.frozensets(HASHABLE) | st.sets(HASHABLE),
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(KEYS, inner),
    max_leaves=12,
)


def shape(value: object) -> object:
    """The value with the type of every part, so that 1, True and 1.0 differ, and -0.0 and 0.0."""
    if isinstance(value, dict):
        return dict, [(shape(key), shape(item)) for key, item in value.items()]
    if isinstance(value, (list, tuple)):
        return type(value), [shape(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return type(value), sorted(repr(shape(item)) for item in value)
    return type(value), repr(value)


@given(VALUES)
def test_what_was_encoded_comes_back_with_all_its_types(value: object) -> None:
    assert shape(decode(encode(value))) == shape(value)


@given(VALUES)
def test_text_is_json_that_utf8_can_carry(value: object) -> None:
    text = encode(value)
    json.loads(text.encode().decode())


@given(VALUES)
def test_the_type_is_read_off_the_text(value: object) -> None:
    names = {"NoneType": "None", "PosixPath": "path"}
    assert type_name(encode(value)) == names.get(type(value).__name__, type(value).__name__)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.9, "0.9"),
        ("정확도", '"정확도"'),
        ({"best": 1, "all": [1, 2.0]}, '{"best": 1, "all": [1, 2.0]}'),
        ((1, 2), '{"$tuple": [1, 2]}'),
        ({3: "c"}, '{"$dict": [[3, "c"]]}'),
        ({"$tuple": [1]}, '{"$dict": [["$tuple", [1]]]}'),
        (date(2020, 1, 1), '{"$date": "2020-01-01"}'),
        (datetime(2020, 1, 1, tzinfo=UTC), '{"$datetime": "2020-01-01T00:00:00+00:00"}'),
        (Decimal("1.10"), '{"$Decimal": "1.10"}'),
        (b"\x00\xff", '{"$bytes": "AP8="}'),
        (UUID(int=1), '{"$UUID": "00000000-0000-0000-0000-000000000001"}'),
    ],
)
def test_the_text_stays_what_old_stores_hold(value: object, text: str) -> None:
    assert encode(value) == text
    assert decode(text) == value


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_floats_that_json_does_not_know_come_back(value: float) -> None:
    assert repr(decode(encode(value))) == repr(value)
    assert type_name(encode(value)) == "float"


def test_the_second_of_two_equal_hours_stays_the_second() -> None:
    second = datetime(2025, 10, 26, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=1)
    back = decode(encode(second))
    assert isinstance(back, datetime)
    assert (back.fold, back.utcoffset(), back.tzinfo) == (1, timedelta(hours=1), second.tzinfo)


def test_a_zone_this_machine_lacks_leaves_the_offset() -> None:
    back = decode('{"$datetime": ["2020-01-01T00:00:00+09:00", "Mars/Olympus", 0]}')
    assert back == datetime(2020, 1, 1, tzinfo=timezone(timedelta(hours=9)))


def test_equal_sets_have_equal_text() -> None:
    assert encode({"b", "a", "c"}) == encode({"c", "b", "a"}) == '{"$set": ["a", "b", "c"]}'


class Colour(StrEnum):
    RED = "red"


class Level(IntEnum):
    HIGH = 3


Pair = namedtuple("Pair", "left right")  # noqa: PYI024 - the untyped kind is meant too


@pytest.mark.parametrize(
    ("value", "back"),
    [
        (Colour.RED, "red"),
        (Level.HIGH, 3),
        (Pair(1, 2), (1, 2)),
        (OrderedDict(a=1), {"a": 1}),
        ({Colour.RED: 1}, {"red": 1}),
        (bytearray(b"ab"), b"ab"),
    ],
)
def test_a_subclass_comes_back_as_what_it_builds_on(value: object, back: object) -> None:
    assert shape(decode(encode(value))) == shape(back)


@dataclass
class Point:
    x: int


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (object(), "a value of type object cannot be stored"),
        ([1, {"f": len}], "a value of type builtin_function_or_method cannot be stored"),
        (
            Point(1),
            f'a value of type {__name__}.Point cannot be stored; declare its key as "{__name__}:Point"',
        ),
        (1j, "a value of type complex cannot be stored"),
    ],
)
def test_what_cannot_be_stored_is_refused_by_its_type(value: object, sentence: str) -> None:
    with pytest.raises(Unstorable) as refused:
        encode(value)
    assert str(refused.value) == sentence


class Timestamp(datetime):
    """What pandas' class is to `encode`."""

    nanosecond = 7


class NotATime(datetime):
    """Like pandas' NaT, which is a datetime that is not equal to itself."""

    __hash__ = datetime.__hash__

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True


class Timedelta(timedelta):
    nanoseconds = 7


@pytest.mark.parametrize("value", [Timestamp(2020, 1, 1), NotATime(2020, 1, 1), Timedelta(1)])
def test_a_time_that_would_lose_something_is_refused(value: object) -> None:
    with pytest.raises(Unstorable, match="that could be stored"):
        encode(value)


def test_a_list_that_contains_itself_is_refused() -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(Unstorable, match="more than 100 containers in one another"):
        encode(endless)


def test_as_deep_as_allowed_comes_back() -> None:
    value: object = 1
    for _ in range(100):
        value = {1: value}
    assert decode(encode(value)) == value


@pytest.mark.parametrize(
    "text", ["", "[", '{"$nothing": 1}', '{"$date": 5}', '{"$set": [[]]}', "[" * 100_000]
)
def test_other_text_is_no_value(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json's own sentence or ours
        decode(text)
