from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.store.comparing import Sides, compare, pushed, secrets
from flowdesk.store.rows import ValueRow
from flowdesk.xcom.files import Files
from flowdesk.xcom.keeping import keep
from flowdesk.xcom.values import encode, type_name

if TYPE_CHECKING:
    from pathlib import Path


def row(value: str, *, key: str = "k", number: int = 1, secret: bool = False) -> ValueRow:
    """A value that the task "t" pushed."""
    return ValueRow("run", "t", number, key, type_name(value), value, 0.0, number, secret=secret)


def test_the_last_push_of_a_key_counts() -> None:
    assert pushed([row("2", number=2), row("1")]) == {("t", "k"): row("2", number=2)}


def test_values_that_are_written_differently_and_the_same_are_no_difference(tmp_path: Path) -> None:
    before, after = pushed([row('{"a": 1, "b": 2}')]), pushed([row('{"b": 2, "a": 1}')])
    assert list(compare(before, after, Sides("a", "b", tmp_path))) == []


def test_a_large_value_is_opened_and_compared_part_by_part(tmp_path: Path) -> None:
    numbers = list(range(30_000))
    texts = [keep(value, Files(tmp_path)) for value in (numbers, [*numbers[:-1], 7])]
    before, after = (pushed([row(text)]) for text in texts)
    (found,) = compare(before, after, Sides("a", "b", tmp_path))
    assert [(change.path, change.before, change.after) for change in found.changes] == [("[29999]", 29999, 7)]


def test_a_large_value_whose_file_is_gone_is_told_by_its_reference(tmp_path: Path) -> None:
    texts = [keep([number] * 30_000, Files(tmp_path)) for number in (1, 2)]
    before, after = (pushed([row(text)]) for text in texts)
    (found,) = compare(before, after, Sides("a", "b", tmp_path / "elsewhere"))
    assert len(found.changes) == 1


def test_secrets_are_passed_over(tmp_path: Path) -> None:
    before, after = pushed([row(encode("a"), secret=True)]), pushed([row(encode("b"), secret=True)])
    assert list(compare(before, after, Sides("a", "b", tmp_path))) == []
    assert secrets(before, after) == [("t", "k")]
