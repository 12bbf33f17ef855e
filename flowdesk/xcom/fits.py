"""Whether every value of one type is also one of another: what a push promises against what a pull expects.

`any` fits both ways: what it holds is only known at run time, and checked then. `json` on the pushing side
is taken for whatever json can be. All else must fit in every case: `int | None` does not fit `int`.
An int fits a float, as values do; a bool is no int, and a datetime no date.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from flowdesk.records import NamedTuple
from flowdesk.xcom.containers import Collection, Dict, Tuple, Union
from flowdesk.xcom.shapes import AnyType, JsonType, Literal, Mismatch, Scalar, Type

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

JSON_SCALARS = frozenset({"None", "bool", "int", "float", "str"})


class _Misfit(NamedTuple):
    """What does not fit, and the way to it inside the type, from the outside in."""

    detail: str
    path: tuple[str, ...] = ()

    def within(self, step: str) -> _Misfit:
        return _Misfit(self.detail, (step, *self.path))


@lru_cache(maxsize=4096)
def fits(producer: Type, consumer: Type) -> str | None:
    """Why a value of `producer` may not be one of `consumer`, naming the part; None where all are.

    The reason is a clause: "each item: str is not float", "it may be None, and int is expected".
    """
    found = _misfit(producer, consumer)
    if found is None:
        return None
    return f"{', '.join(found.path)}: {found.detail}" if found.path else found.detail


def _misfit(producer: Type, consumer: Type) -> _Misfit | None:
    if producer == consumer or isinstance(producer, AnyType) or isinstance(consumer, AnyType):
        return None
    if isinstance(producer, Union):
        return _each_member(producer, consumer)
    if isinstance(producer, Literal):
        return _each_choice(producer, consumer)
    if isinstance(consumer, Union):
        return _some_member(producer, consumer)
    return _with_json(producer, consumer)


def _with_json(producer: Type, consumer: Type) -> _Misfit | None:
    if isinstance(producer, JsonType):
        return None if _may_be_json(consumer) else _not(producer, consumer)
    if isinstance(consumer, JsonType):
        return _into_json(producer)
    return _same_kind(producer, consumer)


def _not(producer: Type, consumer: Type) -> _Misfit:
    return _Misfit(f"{producer} is not {consumer}")


def _each_member(producer: Union, consumer: Type) -> _Misfit | None:
    for member in producer.members:
        found = _misfit(member, consumer)
        if found is not None:
            return found if found.path else _Misfit(f"it may be {member}, and {consumer} is expected")
    return None


def _some_member(producer: Type, consumer: Union) -> _Misfit | None:
    deepest = _not(producer, consumer)
    for member in consumer.members:
        found = _misfit(producer, member)
        if found is None:
            return None
        deepest = max(deepest, found, key=lambda misfit: len(misfit.path))
    return deepest


def _each_choice(producer: Literal, consumer: Type) -> _Misfit | None:
    for choice in producer.choices:
        try:
            consumer.convert(choice)
        except Mismatch:
            return _Misfit(f"it may be {choice!r}, and {consumer} is expected")
    return None


def _may_be_json(consumer: Type) -> bool:
    if isinstance(consumer, Scalar):
        return consumer.name in JSON_SCALARS
    if isinstance(consumer, Literal):
        return True
    if isinstance(consumer, Collection):
        return consumer.name == "list" and _misfit(JsonType(), consumer.item) is None
    if isinstance(consumer, Dict):
        key_fits = _misfit(Scalar("str"), consumer.key) is None
        return key_fits and _misfit(JsonType(), consumer.value) is None
    return False


def _into_json(producer: Type) -> _Misfit | None:
    if isinstance(producer, Scalar) and producer.name in JSON_SCALARS:
        return None
    if isinstance(producer, Collection) and producer.name == "list":
        return _step("each item", producer.item, JsonType())
    if isinstance(producer, Dict):
        return _step("each key", producer.key, Scalar("str")) or _step(
            "each value", producer.value, JsonType()
        )
    return _not(producer, JsonType())


def _same_kind(producer: Type, consumer: Type) -> _Misfit | None:
    if isinstance(producer, Scalar) and isinstance(consumer, Scalar):
        becomes_float = (producer.name, consumer.name) == ("int", "float")
        return None if becomes_float or producer.name == consumer.name else _not(producer, consumer)
    if isinstance(producer, Collection) and isinstance(consumer, Collection):
        if producer.name != consumer.name:
            return _Misfit(f"a {producer.name} is no {consumer.name}")
        return _step("each item", producer.item, consumer.item)
    if isinstance(producer, Dict) and isinstance(consumer, Dict):
        return _step("each key", producer.key, consumer.key) or _step(
            "each value", producer.value, consumer.value
        )
    if isinstance(producer, Tuple) and isinstance(consumer, Tuple):
        return _tuples(producer, consumer)
    return _not(producer, consumer)


def _tuples(producer: Tuple, consumer: Tuple) -> _Misfit | None:
    if producer.rest is not None and consumer.rest is not None:
        return _step("each item", producer.rest, consumer.rest)
    if producer.rest is not None:
        if isinstance(producer.rest, AnyType):  # a bare `tuple` says nothing of its items
            return None
        return _Misfit(f"it may have any number of items, and {len(consumer.items)} are expected")
    if consumer.rest is not None:
        expected: tuple[Type, ...] = (consumer.rest,) * len(producer.items)
    elif len(producer.items) == len(consumer.items):
        expected = consumer.items
    else:
        return _Misfit(f"it has {len(producer.items)} items, and {len(consumer.items)} are expected")
    for position, (item, other) in enumerate(zip(producer.items, expected)):  # noqa: B905 - strict is not known to Python 3.9
        found = _step(f"item {position}", item, other)
        if found is not None:
            return found
    return None


def _step(step: str, producer: Type, consumer: Type) -> _Misfit | None:
    found = _misfit(producer, consumer)
    return None if found is None else found.within(step)


def limits_misfit(pushed: Mapping[str, Any], expected: Mapping[str, Any]) -> str | None:
    """Why a value within `pushed` limits may break `expected` ones (ge, gt, le, lt, min_length, max_length).

    Only limits that both sides set are compared: what one of them leaves open shows in the run.
    """
    for inclusive, exclusive, sign, words in _SIDES:
        one = _limit(pushed, inclusive, exclusive, sign)
        other = _limit(expected, inclusive, exclusive, sign)
        if one is not None and other is not None and one > other:
            value, is_near = sign * one[0], one[1] < 0
            bound = f"{words[1 if other[1] < 0 else 0]} {sign * other[0]}"
            may_be = f"{'almost ' if is_near else ''}{value}{' long' if 'length' in inclusive else ''}"
            return f"it may be {may_be}, and {bound} is expected"
    return None


_SIDES = (
    ("le", "lt", 1, ("at most", "less than")),
    ("ge", "gt", -1, ("at least", "more than")),
    ("max_length", "", 1, ("at most", "")),
    ("min_length", "", -1, ("at least", "")),
)
"""The two names of a limit, the sign with which the greater one is the wider, and the words for both."""


def _limit(limits: Mapping[str, Any], inclusive: str, exclusive: str, sign: int) -> tuple[Any, int] | None:
    """The tighter of the limits of one side as a number that is greater where it is wider; -1: exclusive."""
    given = [
        (sign * limits[name], step) for name, step in ((inclusive, 0), (exclusive, -1)) if name in limits
    ]
    return min(given, default=None)
