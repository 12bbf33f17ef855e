"""Type expressions are read as they are meant, or refused where they go wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesk.xcom.types import TypeExpressionError, parse

SCALARS = st.sampled_from(
    [
        "int",
        "float",
        "str",
        "bool",
        "bytes",
        "datetime",
        "date",
        "timedelta",
        "Decimal",
        "UUID",
        "path",
        "any",
        "json",
        "None",
        "file",
        "array",
        "table",
        "shop:Order",
        "shop.parts:Outer.Inner",
    ]
)
CHOICES = st.lists(st.sampled_from(["'a'", '"b c"', "3", "-1", "True", "None"]), min_size=1).map(", ".join)
EXPRESSIONS = st.recursive(
    SCALARS | st.sampled_from(["list", "dict", "set", "tuple"]) | CHOICES.map("Literal[{}]".format),
    lambda inner: (
        inner.map("list[{}]".format)
        | inner.map("frozenset[{}]".format)
        | inner.map("tuple[{}, ...]".format)
        | st.lists(inner, min_size=1, max_size=3).map(lambda types: f"tuple[{', '.join(types)}]")
        | st.tuples(inner, inner).map(lambda types: f"dict[{types[0]}, {types[1]}]")
        | st.lists(inner, min_size=1, max_size=3).map(" | ".join)
    ),
    max_leaves=8,
)


@given(EXPRESSIONS)
def test_the_normal_form_means_the_same_and_stays(text: str) -> None:
    found = parse(text)
    assert parse(str(found)) == found
    assert str(parse(str(found))) == str(found)


@given(EXPRESSIONS)
def test_blanks_do_not_matter(text: str) -> None:
    spaced = text.replace("[", " [ ").replace("]", " ] ").replace(",", " , ")
    assert parse(spaced) == parse(text)


@given(st.text(st.sampled_from("int lsdct[]|,.'\"0:-가") | st.characters()))
def test_any_text_is_read_or_refused_at_a_place_inside(text: str) -> None:
    try:
        parse(text)
    except TypeExpressionError as error:
        offset = error.offset
    else:
        return
    assert 0 <= offset <= len(text)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("list", "list"),
        ("list[any]", "list"),
        ("dict[str,float]", "dict[str, float]"),
        ("int|int | None", "int | None"),
        ("Literal[\"a\", 'b']", "Literal['a', 'b']"),
        ("tuple[ int , ... ]", "tuple[int, ...]"),
    ],
)
def test_the_normal_form(text: str, normal: str) -> None:
    assert str(parse(text)) == normal


@pytest.mark.parametrize(
    ("text", "offset", "sentence"),
    [
        ("flaot", 0, "unknown type 'flaot', did you mean 'float'?"),
        ("list[strin]", 5, "unknown type 'strin', did you mean 'str'?"),
        ("Optional[int]", 0, "unknown type 'Optional', write T | None for an optional T"),
        ("xyzzy", 0, "unknown type 'xyzzy'"),
        ("", 0, "expected a type, found nothing more"),
        ("  ", 2, "expected a type, found nothing more"),
        ("list[int", 8, "expected ']' to close list, found nothing more"),
        ("dict[str]", 8, "expected ',' and the type of the values, found ']'"),
        ("int]", 3, "expected the end, found ']'"),
        ("int?", 3, "unexpected '?' in a type"),
        ("int[str]", 3, "int takes nothing in brackets"),
        ("Literal", 7, "Literal needs its values: Literal['a', 'b']"),
        ("Literal[x]", 8, "expected a string, a whole number, True, False or None, found 'x'"),
        ("shop..x:Order", 0, "'shop..x:Order' is no 'module:Class'"),
        ("list[shop:1]", 5, "'shop:1' is no 'module:Class'"),
        ("DataFrame", 0, "unknown type 'DataFrame', did you mean 'table'?"),
        ("file[int]", 4, "file takes nothing in brackets"),
        ("list[" * 101 + "int" + "]" * 101, 504, "a type of more than 100 brackets in one another"),
    ],
)
def test_a_wrong_expression_is_refused_where_it_goes_wrong(text: str, offset: int, sentence: str) -> None:
    with pytest.raises(TypeExpressionError) as refused:
        parse(text)
    assert (refused.value.offset, str(refused.value)) == (offset, sentence)
