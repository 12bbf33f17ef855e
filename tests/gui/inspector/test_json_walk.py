from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesk.gui.inspector.json_walk import TooFar, Walk
from flowdesk.gui.inspector.wanted import Unwanted, Wanted


def walk(text: str) -> Walk:
    return Walk(text.encode(), Wanted().check)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet='a"\\{}[]한, '),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(alphabet='"\\]x'), inside),
)


@given(VALUES)
def test_a_value_ends_where_its_text_does(value: object) -> None:
    text = json.dumps(value, ensure_ascii=False)
    assert walk(f"[{text}, 1]").end(1) == 1 + len(text.encode())


@pytest.mark.parametrize("filling", ["[1, 2], ", '"a \\" ] \\\\", ', '{"k": "[[["}, ', '"\\\\\\\\", '])
def test_a_long_value_ends_where_its_text_does(filling: str) -> None:
    text = "[" + filling * 100_000 + "0]"
    assert walk(text + ", 1").end(0) == len(text)


def test_a_value_longer_than_the_budget_is_too_far() -> None:
    text = json.dumps([["x" * 100] * 10_000])
    with pytest.raises(TooFar):
        walk(text).end(0, 100_000)


def test_a_walk_that_nobody_waits_for_is_broken_off() -> None:
    wanted = Wanted()
    wanted.revoke()
    with pytest.raises(Unwanted):
        Walk(b'["x"]', wanted.check).end(0)


def test_a_text_that_is_cut_off_ends_where_it_ends() -> None:
    assert walk('[1, "a').end(0) == 6
