from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.history.past import Past, Shape, past_of, read_past
from flowdesk.store.rows import ValueRow
from flowdesk.store.store import Store
from flowdesk.xcom.values import encode, type_name
from tests.builders import finish_run
from tests.gui.sessions import run_row

if TYPE_CHECKING:
    from pathlib import Path

ABSENT = object()


def past(*values: object, secret: bool = False) -> Past:
    found = []
    for number, value in enumerate(values, 1):
        text = "" if value is ABSENT else encode(value)
        row = ValueRow(f"r{number}", "a", 1, "k", type_name(text or "1"), text, 0.0, number, secret=secret)
        found.append((run_row(f"r{number}", number), None if value is ABSENT else row))
    return past_of("a", "k", found)


def test_numbers_are_a_line_words_are_blocks_and_all_else_are_changes() -> None:
    assert past(0.5, 2, 10**400).shape is Shape.NUMBERS
    assert past("dev", "prod").shape is Shape.WORDS
    assert past({"a": 1}, {"a": 1}).shape is Shape.CHANGES
    assert past(1, "one").shape is Shape.CHANGES


def test_a_run_without_the_key_is_a_gap() -> None:
    assert [point.text for point in past(1, ABSENT, 3).points] == ["1", None, "3"]


def test_what_changed_is_told_part_by_part() -> None:
    points = past({"a": 1, "b": [1]}, {"a": 2, "b": [1]}, {"a": 2, "b": [1]}).points
    assert [point.is_changed for point in points] == [False, True, False]
    assert points[1].told == (".a: 1 → 2",)


def test_a_change_is_seen_across_a_run_without_the_key() -> None:
    assert [point.is_changed for point in past(1, ABSENT, 2, 2).points] == [False, False, True, False]


def test_of_a_secret_only_the_push_is_told() -> None:
    secret = past("***", "***", secret=True)
    assert secret.is_secret
    assert {point.text for point in secret.points} == {"***"}
    assert not any(point.is_changed for point in secret.points)


def test_the_store_is_asked_for_the_runs_of_one_file_oldest_first(home: Path) -> None:
    with Store.open(home) as store:
        finish_run(store, "r1", path="/a.toml")
        finish_run(store, "r2", path="/b.toml")
        finish_run(store, "r3", path="/a.toml")
        found = read_past(store, "/a.toml", "a", "score")
    assert [(point.run.id, point.number) for point in found.points] == [("r1", 0.5), ("r3", 0.5)]
