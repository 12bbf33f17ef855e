"""Every field is found where it is written, however TOML lets it be written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.model.document import Document

if TYPE_CHECKING:
    from flowdesk.model.places import Loc, Part


def cut(text: str, loc: Loc, part: Part = "value") -> str:
    """What stands at the place of `loc`, cut out of the text by lines and columns."""
    place = Document(Path("p.toml"), text).place(loc, part)
    lines = text.split("\n")[place.line - 1 : place.end_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)


A = ("tasks", "a")


@pytest.mark.parametrize(
    ("text", "loc", "key", "value"),
    [
        ("x = 1", ("x",), "x", "1"),
        ("[tasks.a]\nbash = 'x' # c", (*A, "bash"), "bash", "'x'"),
        ('[tasks."a.b"]\nbash = 1', ("tasks", "a.b", "bash"), "bash", "1"),
        ('[ tasks . "a.b" ]', ("tasks", "a.b"), '"a.b"', '"a.b"'),
        ("[tasks.'a.b'.pull]\nx = 'c'", ("tasks", "a.b", "pull", "x"), "x", "'c'"),
        ('["ta\\u0073ks".a]\nb = 1', ("tasks", "a", "b"), "b", "1"),
        ("tasks.a.bash = 'x'", (*A, "bash"), "bash", "'x'"),
        ("tasks.a.bash = 'x'", A, "a", "a"),
        ("tasks = { a = { bash = 'x' } }", (*A, "bash"), "bash", "'x'"),
        ("tasks = { a.bash = 'x' }", (*A, "bash"), "bash", "'x'"),
        ("[tasks.a]\npull.b = { from = ['c', 'd'] }", (*A, "pull", "b", "from", 1), "'d'", "'d'"),
        ("[tasks.a]\npull.b.from = [\n 'c', # first\n 'd',\n]", (*A, "pull", "b", "from", 1), "'d'", "'d'"),
        ("[tasks.a]\npull.b = 'c:d'", (*A, "pull", "b", "from"), "b", "'c:d'"),
        ("[tasks.a]\npull.b = ['c', 'd']", (*A, "pull", "b", "from", 1), "'d'", "'d'"),
        ("[tasks.a]\npush = { 'k e' = 'int' }", (*A, "push", "k e", "type"), "'k e'", "'int'"),
        ("[tasks.a]\nafter = 'b'", (*A, "after", 0), "after", "'b'"),
        ("[tasks.a]\nbash = '''\nx\ny'''\nc = 2", (*A, "bash"), "bash", "'''\nx\ny'''"),
        ("[tasks.a]\nbash = '''\nx\ny'''\nc = 2", (*A, "c"), "c", "2"),
        ("[tasks.a.pull]\nb = 'c'\n[tasks.a]\nbash = 'x'", (*A, "bash"), "bash", "'x'"),
        ("[tasks.a]\r\nbash = 'x'\r\n[tasks.b]\r\nbash = 'y'\r\n", ("tasks", "b", "bash"), "bash", "'y'"),
        ("[tasks.a]\npush = { '정확도' = 'int', b = '값' }", (*A, "push", "b"), "b", "'값'"),
        ("[tasks.a]\nenv = { x = '😀', y = 1 }", (*A, "env", "y"), "y", "1"),
        ("[[x]]\na = 1\n[[x]]\na = 2\n[x.y]\nb = 3", ("x", 1, "a"), "a", "2"),
        ("[[x]]\na = 1\n[[x]]\na = 2\n[x.y]\nb = 3", ("x", 1, "y", "b"), "b", "3"),
        ("[tasks.a]\npush = {\n b = 'int', # c\n c = 'str',\n}\nd = 1", (*A, "push", "c"), "c", "'str'"),
        ('[tasks.a]\nbash = "\\e[31m \\x41"\nd = 1\n[tasks.b]\ne = 2', ("tasks", "b", "e"), "e", "2"),
    ],
)
def test_a_field_is_found(text: str, loc: Loc, key: str, value: str) -> None:
    assert (cut(text, loc, "key"), cut(text, loc)) == (key, value)


def test_key_and_value_together() -> None:
    assert cut("[tasks.a]\npull.b  = 'c'", (*A, "pull", "b"), "both") == "b  = 'c'"


def test_a_tables_own_header_wins_over_a_mention_in_passing() -> None:
    text = "[tasks.a.pull]\nb = 'c'\n\n[tasks.a]\nbash = 'x'"
    assert Document(Path("p"), text).place(A).line == 4


def test_what_is_not_written_is_shown_at_the_nearest_thing_around_it() -> None:
    text = "[tasks.a]\npull = { b = 'c' }"
    assert cut(text, (*A, "pull", "z")) == "{ b = 'c' }"
    assert cut(text, (*A, "retries"), "key") == "a"
    assert str(Document(Path("p"), text).place(("groups", "b"))) == "p:1:1"


def test_broken_text_still_has_places() -> None:
    text = "[tasks.a]\nbash = \n[tasks.b]\nbash = 'x'\npush = {"
    assert cut(text, ("tasks", "b", "bash")) == "'x'"
