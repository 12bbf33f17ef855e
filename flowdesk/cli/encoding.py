"""Locales whose encoding lacks characters of a pipeline: told in a sentence, before anything runs.

Python counts C and POSIX as UTF-8 (PEP 538, PEP 540), so what remains is Latin-1, EUC-KR and the like, and
whoever turned that off. There the names of logs, arguments and environments cannot hold every character.
Refused: to start anew in UTF-8 mode, as tasks would inherit it and read their files in another encoding.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from flowdesk.errors import FlowdeskError

if TYPE_CHECKING:
    from flowdesk.plan.plan import Plan


class EncodingLacks(FlowdeskError):
    """The encoding of this locale lacks a character."""

    def __init__(self, character: str, encoding: str) -> None:
        super().__init__(
            f"this locale's encoding ({encoding}) has no '{character}', so it can stand in no file's name or "
            "argument; set LC_ALL=C.UTF-8 and leave PYTHONUTF8 unset"
        )


def check_encoding(plan: Plan) -> None:
    """Raise EncodingLacks if a text of a plan cannot be handed to the system."""
    if sys.getfilesystemencoding() != "utf-8":
        try:
            repr(plan).encode(sys.getfilesystemencoding(), "surrogateescape")
        except UnicodeEncodeError as error:
            raise lacking(error) from error


def lacking(error: UnicodeEncodeError) -> EncodingLacks:
    """Return the sentence for an error of the file system's encoding."""
    return EncodingLacks(error.object[error.start], error.encoding)


def is_of_locale(error: Exception) -> bool:
    """Whether an error came about because of the locale, and not of a text that is none."""
    encoding = sys.getfilesystemencoding()
    return isinstance(error, UnicodeEncodeError) and encoding != "utf-8" and error.encoding == encoding
