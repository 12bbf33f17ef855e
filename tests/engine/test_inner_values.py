"""A value that comes out of an inner run fits what is declared of it, or is refused in a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from flowdesk.engine.inner_values import Misfit, checked_value
from flowdesk.plan.plan import Push, Source
from flowdesk.plan.states import RunState
from flowdesk.store.rows import RunRow, ValueRow
from flowdesk.xcom.values import decode, encode, type_name

RUN = RunRow("r/t", 7, "inner", "/inner.toml", "d", RunState.SUCCESS, None, 0.0, 1.0)
FROM = Source("a", "k")


def row(value: object, map_index: int = -1) -> ValueRow:
    text = encode(value)
    return ValueRow("r/t", "a", 1, "k", type_name(text), text, 0.0, 1, map_index)


@pytest.mark.parametrize(
    ("type_", "value", "there"),
    [
        ("int", 3, 3),
        ("float", 3, 3.0),
        ("date", date(2026, 1, 2), date(2026, 1, 2)),
        ("int | None", None, None),
    ],
)
def test_a_value_that_fits_comes_out_as_the_declared_type(type_: str, value: object, there: object) -> None:
    text = checked_value(Push("p", type_, source=FROM), [row(value)], RUN)
    assert text is not None
    assert (decode(text), type(decode(text))) == (there, type(there))


def test_of_a_mapped_task_all_come_out_by_index() -> None:
    text = checked_value(Push("p", "list[int]", source=FROM), [row(20, 10), row(10, 2)], RUN)
    assert text == "[10, 20]"


@pytest.mark.parametrize(
    ("push", "value", "sentence"),
    [
        (Push("p", "str", source=FROM), 3, "push 'p': expected str, got int 3"),
        (Push("p", "str", max_length=1, source=FROM), "ab", "push 'p': must have at most 1 characters"),
        (Push("p", "str", pattern="^x", source=FROM), "ab", "push 'p': must match"),
        (
            Push("p", "str", max_bytes=3, source=FROM),
            "ab",
            "push 'p': has 4 bytes, more than its max_bytes = 3",
        ),
    ],
)
def test_what_does_not_fit_is_refused(push: Push, value: object, sentence: str) -> None:
    with pytest.raises(Misfit) as refused:
        checked_value(push, [row(value)], RUN)
    assert str(refused.value).startswith(sentence)


def test_what_is_not_there_is_refused_only_where_it_must_be() -> None:
    assert checked_value(Push("p", "int", required=False, source=FROM), [], RUN) is None
    with pytest.raises(
        Misfit, match="did not push 'p', which the file declares: 'a' of run #7 pushed no 'k'"
    ):
        checked_value(Push("p", "int", source=FROM), [], RUN)
