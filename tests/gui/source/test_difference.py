from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesk.gui.source.difference import difference

LINES = st.lists(st.sampled_from(["a\n", "b\n", "\n", "c"]), max_size=8).map("".join)


@given(LINES, LINES)
def test_replacing_the_difference_gives_the_other_text(old: str, new: str) -> None:
    start, end, instead = difference(old, new)
    assert old[:start] + instead + old[end:] == new


@pytest.mark.parametrize(
    ("old", "new", "replaced"),
    [
        ("a\nb\nc\n", "a\nx\nc\n", (2, 4, "x\n")),
        ("a\nb\n", "a\nb\n", (4, 4, "")),
        ("a\nc\n", "a\nb\nc\n", (2, 2, "b\n")),
        ("a\nb\nc\n", "a\nc\n", (2, 4, "")),
    ],
)
def test_only_lines_that_differ_are_replaced(old: str, new: str, replaced: tuple[int, int, str]) -> None:
    assert difference(old, new) == replaced
