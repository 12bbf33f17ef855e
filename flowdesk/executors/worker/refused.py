"""What a task asked for and does not get: said in a sentence, and with the line of TOML that is missing."""

from __future__ import annotations

import json


class Refused(Exception):
    """A push, a pull or a call does not fit what the pipeline's file declares.

    `key` is the one whose push is refused, empty where what is written has none; None where it is no push.
    `at` is where the code is to blame, if the traceback does not tell ("xcom.py, line 12").
    """

    __module__ = "flowdesk"  # for the last line of a traceback, which is for users

    def __init__(self, message: str, *, key: str | None = None) -> None:
        super().__init__(message)
        self.key = key
        self.at: str | None = None


def table(task: str) -> str:
    """The header of a task's table in the pipeline's file."""
    return f"[tasks.{toml_key(task)}]"


def toml_key(text: str) -> str:
    """The text as a key in TOML: bare where TOML allows that."""
    bare = text.isascii() and text.replace("_", "").replace("-", "").isalnum()
    return text if bare else toml_string(text)


def toml_string(text: str) -> str:
    """The text as a string in TOML."""
    return json.dumps(text, ensure_ascii=False)


def declared_names(names: list[str]) -> str:
    """The names in a sentence, or a word for none."""
    return ", ".join(map(repr, names)) or "nothing"
