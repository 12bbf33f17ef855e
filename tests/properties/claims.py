"""What holds of any text, read and checked as a pipeline: problems at places in it, and no traceback."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from flowdesk.model.codes import Code
from flowdesk.model.reader import read
from flowdesk.plan.build import Checked, check
from flowdesk.plan.written import from_json, to_json

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.errors import Place, Problem

NOW = datetime(2026, 1, 1, tzinfo=UTC)
EXPLAINED = {code.value: code.explanation for code in Code}


def checked(path: Path, text: str | None = None) -> Checked:
    """Check a text as if it stood at `path`, or the file there, and hold the outcome to all claims."""
    document = read(path, text=text, now=NOW)
    found = check(document)
    lines = document.text.split("\n")
    for problem in found.problems:
        for place in (problem.place, *(related.place for related in problem.related)):
            if place.file == str(path):
                assert lies_inside(place, lines), f"{place!r} of {problem} lies outside the file"
        assert is_told(problem), f"{problem!r} is no sentence"
    assert found.problems == sorted(found.problems, key=lambda problem: (problem.place, problem.code))
    if found.ok:
        assert found.plan is not None
        assert from_json(to_json(found.plan)) == found.plan
    else:
        assert found.problems, "refused without a word"
    return found


def lies_inside(place: Place, lines: list[str]) -> bool:
    """Whether both ends of a place are in the text, the first one not after the last."""
    ends = (place.line, place.column), (place.end_line, place.end_column)
    return ends[0] <= ends[1] and all(
        1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1 for line, column in ends
    )


def is_told(problem: Problem) -> bool:
    """Whether a problem has a sentence, and a code that can be explained."""
    return bool(problem.message.strip()) and bool(EXPLAINED.get(problem.code))
