"""A param has a type, and must be given unless it has a default or need not be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.model.reader import read

if TYPE_CHECKING:
    from flowdesk.model.params import ParamTable


def param(written: str) -> ParamTable:
    document = read(Path("p.toml"), text=f"[pipeline.params]\np = {written}\n[tasks.a]")
    assert document.problems == []
    assert document.pipeline is not None
    return document.pipeline.pipeline.params["p"]


@pytest.mark.parametrize(
    ("written", "is_required"),
    [
        ("'int'", True),
        ("{ type = 'int' }", True),
        ("{ type = 'int', required = true }", True),
        ("{ type = 'int', required = false }", False),
        ("{ type = 'int', default = 3 }", False),
        ("{ type = 'int', default = 3, required = false }", False),
    ],
)
def test_a_run_must_give_what_has_no_default(written: str, is_required: bool) -> None:
    assert param(written).is_required is is_required


@pytest.mark.parametrize("word", ["choices", "enum"])
def test_the_values_that_are_allowed_go_by_two_names(word: str) -> None:
    assert param(f"{{ type = 'str', {word} = ['a', 'b'], default = 'b' }}").choices == ("a", "b")


def test_a_default_and_choices_become_values_of_the_type() -> None:
    said = param("{ type = 'float', choices = [1, 2.5], default = 1 }")
    assert repr((said.choices, said.default)) == "((1.0, 2.5), 1.0)"


def test_what_narrows_the_type_is_known_by_name() -> None:
    assert param("{ type = 'int', ge = 0, lt = 10 }").constraints == {"ge": 0, "lt": 10}
    assert param("'int'").constraints == {}
