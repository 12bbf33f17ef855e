from __future__ import annotations

import json

import pytest

from flowdesk.gui.wishes import Wish, arguments_of, given_of


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish("resume"), "resume r1 --quiet"),
        (Wish("retry"), "retry r1 --quiet"),
        (Wish("retry", "train[3]"), "retry r1 --task train[3] --quiet"),
        (Wish("clear", "train", {"downstream": True}), "clear r1 train --yes --quiet"),
        (Wish("clear", "train", {"downstream": False}), "clear r1 train --yes --no-downstream --quiet"),
        (
            Wish("clear", None, {"downstream": True, "tasks": ["g.a", "g.b"]}),
            "clear r1 g.a g.b --yes --quiet",
        ),
        (Wish("retry", is_trusted=True), "retry r1 --quiet --trust"),
        (
            Wish("restore", "train", {"keys": ["k"], "rerun": "direct"}),
            "xcom restore r1 train k --yes --direct --quiet",
        ),
        (Wish("mark", "train", {"state": "skipped", "values": {}}), "mark r1 train skipped --quiet"),
    ],
)
def test_a_wish_has_the_words_of_a_command(wish: Wish, words: str) -> None:
    assert arguments_of(wish, "r1") == words.split()


def test_values_of_a_mark_are_on_no_command_line() -> None:
    wish = Wish("mark", "train", {"state": "success", "values": {"name": '"a b"', "sizes": "[1, 2]"}})
    assert arguments_of(wish, "r1") == ["mark", "r1", "train", "success", "--values=-", "--quiet"]
    assert json.loads(given_of(wish)) == {"name": "a b", "sizes": [1, 2]}
    assert given_of(Wish("retry")) == ""


def test_an_edited_value_is_on_no_command_line() -> None:
    wish = Wish("edit", "train", {"values": {"token": '"hush"'}, "rerun": "nothing"})
    words = "xcom edit r1 train token --json-file - --yes --no-rerun --quiet"
    assert arguments_of(wish, "r1") == words.split()
    assert given_of(wish) == '"hush"'


def test_only_a_run_under_way_can_be_paused() -> None:
    with pytest.raises(KeyError):
        arguments_of(Wish("pause"), "r1")
