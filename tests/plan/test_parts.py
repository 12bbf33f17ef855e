from __future__ import annotations

import pytest

from flowdesk.plan.parts import record
from flowdesk.plan.plan import Kind, Source, Task


def test_a_part_has_what_the_dict_says_and_the_defaults_of_the_rest() -> None:
    make = record(Task, kind=Kind, code=tuple)
    assert make({"id": "a", "kind": "bash", "code": ["true"]}) == Task("a", Kind.BASH, ("true",))


def test_a_field_that_is_missing_or_unknown_is_told() -> None:
    make = record(Source)
    with pytest.raises(TypeError, match="key is missing"):
        make({"task": "a"})
    with pytest.raises(KeyError, match="colour"):
        make({"task": "a", "key": "k", "colour": "red"})
