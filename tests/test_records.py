"""What `typing.NamedTuple` promises, of ours."""

from __future__ import annotations

import copy
import subprocess
import sys
import typing

import pytest

from flowdesk.records import NamedTuple


class Point(NamedTuple):
    """A point."""

    x: int
    y: int = 0
    name: str = ""

    @property
    def sum(self) -> int:
        return self.x + self.y


class Typed(typing.NamedTuple):
    """The same, as `typing` makes it."""

    x: int
    y: int = 0
    name: str = ""


def test_a_record_is_made_as_the_typed_one_is() -> None:
    for values, named in [((1,), {}), ((1, 2, "a"), {}), ((1,), {"name": "b"}), ((), {"y": 3, "x": 1})]:
        assert tuple(Point(*values, **named)) == tuple(Typed(*values, **named))  # type: ignore[arg-type]  # any field


@pytest.mark.parametrize("values", [(), (1, 2, "a", 4)])
def test_a_wrong_number_of_values_is_refused(values: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Point(*values)  # type: ignore[arg-type]  # that is the question
    with pytest.raises(TypeError, match="Expected 3 arguments"):
        Point._make(values)


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(TypeError, match="z"):
        Point(1, z=2)  # type: ignore[call-arg]  # that is the question
    with pytest.raises(ValueError, match="unexpected field names: \\['z'\\]"):
        Point(1)._replace(z=2)  # type: ignore[call-arg]  # as above


def test_a_record_has_its_fields_by_name_and_its_own_methods() -> None:
    point = Point(1, 2, "a")
    assert (point.x, point.y, point.name, point.sum) == (1, 2, "a", 3)
    assert point._asdict() == {"x": 1, "y": 2, "name": "a"}
    assert repr(point) == "Point(x=1, y=2, name='a')"
    assert (Point._fields, Point._field_defaults) == (Typed._fields, Typed._field_defaults)


def test_a_record_cannot_be_changed_but_made_anew() -> None:
    point = Point(1)
    with pytest.raises(AttributeError):
        point.x = 2  # type: ignore[misc]  # that is the question
    with pytest.raises(AttributeError):
        point.other = 2  # type: ignore[attr-defined]  # as above
    assert point._replace(x=5) == Point(5)


def test_a_record_compares_and_unpacks_as_a_tuple() -> None:
    x, y, name = Point(1, 2, "a")
    assert (x, y, name) == Point(1, 2, "a") != Point(1, 2, "b")
    assert Point(1) < Point(2)
    assert len({Point(1), Point(1, 0)}) == 1
    match Point(1, 2):
        case Point(one, other):
            assert (one, other) == (1, 2)


def test_a_record_can_be_copied() -> None:
    assert copy.deepcopy(Point(1, 2)) == copy.copy(Point(1, 2)) == Point(1, 2)


def test_records_are_defined_without_typing() -> None:
    code = "import sys, flowdesk.records; sys.exit('typing' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
