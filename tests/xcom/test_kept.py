"""Types of what is kept as a file, and of classes, are read and told apart; no value fits them yet."""

from __future__ import annotations

import pytest

from flowdesk.xcom.kept import Kept, Model, parts
from flowdesk.xcom.types import Mismatch, parse


@pytest.mark.parametrize("name", ["file", "array", "table"])
def test_what_is_kept_as_a_file_is_a_type_that_takes_no_value_yet(name: str) -> None:
    found = parse(name)
    assert found == Kept(name)
    with pytest.raises(Mismatch, match="cannot be kept yet"):
        found.convert("x")


def test_a_class_is_named_by_its_module_and_the_classes_around_it() -> None:
    found = parse("shop.parts:Outer.Inner")
    assert found == Model("shop.parts:Outer.Inner")
    assert isinstance(found, Model)
    assert (found.module, found.name) == ("shop.parts", "Outer.Inner")
    with pytest.raises(Mismatch, match="cannot be kept yet"):
        found.convert({})


def test_all_types_inside_a_type_are_listed() -> None:
    found = parse("dict[str, list[m:A] | tuple[file, int]] | tuple[m:B, ...]")
    assert [str(part) for part in parts(found) if isinstance(part, Model | Kept)] == ["m:A", "file", "m:B"]
