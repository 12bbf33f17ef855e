"""Lists of names read as sentences."""

from __future__ import annotations

import pytest

from flowdesk.plan.findings import listed


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ("a", "'a'"),
        ("a b", "'a' and 'b'"),
        ("a b c", "'a', 'b' and 'c'"),
        ("a b c d e f g", "'a', 'b', 'c', 'd' and 3 more"),
    ],
)
def test_names_are_listed_as_a_sentence_has_them(names: str, sentence: str) -> None:
    assert listed(names.split()) == sentence
