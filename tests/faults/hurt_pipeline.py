"""The pipeline that is hurt, with a task of each sort, and what an unhurt run of it comes to."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

AGAIN = "both.one"
"""Succeeds twice, as its group is tried again."""

PIPELINE = """
    [pipeline]
    name = "hurt"

    [tasks.numbers]
    python = "work:numbers"
    push = { ns = "list[int]" }

    [tasks.square]
    python = "work:square"
    expand = { n = "numbers:ns" }
    returns = "int"

    [tasks.total]
    python = "work:total"
    pull.squares = "square"
    returns = "int"

    [tasks.shout]
    bash = 'echo "word=<$total>" >> "$FLOWDESK_PUSH"'
    pull.total = "total"
    push = { word = "str" }
    cache = true

    [tasks.flaky]
    python = "work:flaky"
    retries = 1
    returns = "str"

    [tasks.either]
    branch = "work:either"
    after = ["flaky"]
    choices = ["this", "that"]

    [tasks.this]
    bash = "true"
    after = ["either"]

    [tasks.that]
    bash = "true"
    after = ["either"]

    [groups.both]
    retries = 1

    [tasks."both.one"]
    bash = "true"

    [tasks."both.two"]
    bash = '[ "$FLOWDESK_TRY" != 1 ]'
    after = ["both.one"]

    [tasks.tear]
    bash = "true"
    teardown = ["both.one"]
    after = ["both.two"]

    [tasks.pause]
    wait = { seconds = 0.05 }
    after = ["numbers"]

    [tasks.end]
    after = ["shout", "this", "that", "both", "pause"]
    trigger_rule = "none_failed"
"""
MODULE = """
    def numbers():
        return {"ns": [1, 2, 3]}


    def square(n):
        return n * n


    def total(squares):
        return sum(squares)


    def flaky(ti):
        ti.xcom_push("return_value", f"of try {ti.try_number}")
        ti.xcom_push("return_value", "steady")
        if ti.try_number == 1:
            raise RuntimeError("once")
        return "steady"


    def either():
        return "this"
"""
UNHURT = {
    "numbers": "success",
    "square": "success",
    "square[0]": "success",
    "square[1]": "success",
    "square[2]": "success",
    "total": "success",
    "shout": "success",
    "flaky": "success",
    "either": "success",
    "this": "success",
    "that": "skipped",
    "both.one": "success",
    "both.two": "success",
    "tear": "success",
    "pause": "success",
    "end": "success",
}
VALUES = {
    "numbers:ns": "[1, 2, 3]",
    "square[0]:return_value": "1",
    "square[1]:return_value": "4",
    "square[2]:return_value": "9",
    "total:return_value": "14",
    "shout:word": '"<14>"',
    "flaky:return_value": '"steady"',
}


def write(folder: Path) -> Path:
    """Write the pipeline and its module into a folder; gives the file."""
    (folder / "work.py").write_text(dedent(MODULE))
    file = folder / "hurt.toml"
    file.write_text(dedent(PIPELINE))
    return file
