"""Every code is explained; its wrong example has the problem that it shows, and the mended one has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.model.codes import Code
from flowdesk.model.explain import Explained, explained
from flowdesk.model.reader import read
from flowdesk.plan.build import check

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.errors import Problem

SHOWN = {code: text for code in Code if (text := explained(code)) is not None}


def problems(folder: Path, example: str) -> list[Problem]:
    """The problems of an example, whose files are written into the folder."""
    name, lines = "p.toml", list[str]()
    for line in [*example.splitlines(), "# --- "]:
        if line.startswith("# --- "):
            (folder / name).write_text("\n".join(lines))
            name, lines = line.removeprefix("# --- "), []
        else:
            lines.append(line)
    return check(read(folder / "p.toml")).problems


@pytest.mark.parametrize("code", [code for code, text in SHOWN.items() if not text.is_sketch])
def test_a_wrong_example_has_the_problem_that_it_shows(tmp_path: Path, code: Code) -> None:
    found = [problem.code for problem in problems(tmp_path, SHOWN[code].wrong)]
    assert code in found


@pytest.mark.parametrize("code", [code for code, text in SHOWN.items() if "\n" in text.right])
def test_a_mended_example_has_no_problem(tmp_path: Path, code: Code) -> None:
    assert problems(tmp_path, SHOWN[code].right) == []


@pytest.mark.parametrize("code", SHOWN)
def test_an_explanation_is_of_whole_sentences(code: Code) -> None:
    text = SHOWN[code]
    assert text.why.endswith(".")
    assert "\n" not in text.why


@pytest.mark.parametrize("code", Code)
def test_every_code_is_explained(code: Code) -> None:
    assert code in SHOWN, f"write it into flowdesk/model/explained/{code[:3]}.toml"


def test_a_code_knows_its_explanation() -> None:
    assert Code.BAD_KEY.explained == explained(Code.BAD_KEY)
    assert isinstance(Code.BAD_KEY.explained, Explained)
