from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.start.examples import Examples, examples

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def packed(tmp_path: Path) -> Examples:
    """Examples as they lie in an installed package."""
    folder = tmp_path / "package"
    folder.mkdir()
    for name in ("params", "xcom", "apples"):
        (folder / f"{name}.toml").write_text(f'[pipeline]\ndescription = "Of {name}"\n[tasks.t]\n')
    (folder / "xcom.py").write_text("def work(): ...\n")
    return Examples(folder, tmp_path / "home" / "examples", are_copied=True)


def test_the_ones_to_read_first_come_first(packed: Examples) -> None:
    heads = packed.heads()
    assert [head.name for head in heads] == ["xcom", "params", "apples"]
    assert heads[0].description == "Of xcom"


def test_an_example_is_copied_with_all_that_it_needs(packed: Examples) -> None:
    out = packed.take_out(packed.folder / "xcom.toml")
    assert out == packed.place / "xcom.toml"
    assert (packed.place / "xcom.py").read_text() == "def work(): ...\n"


def test_what_was_changed_in_a_copy_stays(packed: Examples) -> None:
    out = packed.take_out(packed.folder / "xcom.toml")
    out.write_text("[tasks.mine]\n")
    packed.take_out(packed.folder / "xcom.toml")
    assert out.read_text() == "[tasks.mine]\n"


def test_in_a_checkout_they_are_opened_where_they_lie() -> None:
    here = examples()
    assert not here.are_copied
    example = here.heads()[0].path
    assert here.take_out(example) == example
    assert example.name == "xcom.toml"
