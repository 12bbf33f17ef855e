"""Plain Python annotations mean types of the contract; all others mean anything."""

from __future__ import annotations

import pytest

from flowdesk.plan.annotations import read, widened
from flowdesk.xcom.types import parse


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        ("int", "int"),
        ("None", "None"),
        ("'float'", "float"),
        ("list[float]", "list[float]"),
        ("List[int]", "list[int]"),
        ("dict", "dict"),
        ("Mapping[str, float]", "dict[str, float]"),
        ("tuple[int, str]", "tuple[int, str]"),
        ("typing.Tuple[int, ...]", "tuple[int, ...]"),
        ("Optional[int]", "int | None"),
        ("Union[int, str, None]", "int | str | None"),
        ("int | None", "int | None"),
        ("Literal['a', 1]", "Literal['a', 1]"),
        ("datetime.datetime", "datetime"),
        ("dt.date", "date"),
        ("Path", "path"),
        ("Annotated[int, 'seconds']", "int"),
        ("Any", "any"),
        ("object", "any"),
        ("pd.DataFrame", "any"),
        ("list[Row]", "list"),
        ("Row | None", "any"),
        ("Sequence[int]", "any"),
        ("Literal[Colour.RED]", "any"),
        ("f(x)", "any"),
        ("(", "any"),
    ],
)
def test_an_annotation_means_what_can_be_told_of_it(annotation: str, expected: str) -> None:
    assert read(annotation) == parse(expected)


def test_for_python_a_bool_is_an_int_and_a_datetime_a_date() -> None:
    wide = widened(parse("dict[str, tuple[date, int]] | list[float]"))
    assert wide == parse("dict[str, tuple[date | datetime, int | bool]] | list[float | bool]")
