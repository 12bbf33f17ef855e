"""TOML as text: strings and keys with their quotes and escapes, and where a value's character is written."""

from __future__ import annotations

import re

_ESCAPE = re.compile(
    r"""\\(?:
        u[0-9A-Fa-f]{4} | U[0-9A-Fa-f]{8} | x[0-9A-Fa-f]{2} | [^\suUx\n]
    )""",
    re.VERBOSE,
)
# A backslash at a line's end joins the lines and eats the blanks that follow: it stands for no character.
_JOINT = re.compile(r"\\[ \t]*\r?\n\s*")


def key_text(written: str) -> str:
    """The key that a bare or quoted key means."""
    if written[:1] == "'":
        return written[1:-1]
    if written[:1] != '"':
        return written
    if "\\" not in written:
        return written[1:-1]
    import tomli

    try:
        return str(next(iter(tomli.loads(f"{written} = 0"))))
    except ValueError:
        return written[1:-1]


def position_in(written: str, offset: int) -> int:
    """Where in a string's source text its character number `offset` (from 0) is written.

    An offset past the last character gives the place of the closing quotes.
    """
    quotes = written[:3] if written[:3] in ('"""', "'''") else written[:1]
    position, end = len(quotes), len(written) - len(quotes)
    if len(quotes) > 1:
        position += len(re.match(r"(?:\r?\n)?", written[position:])[0])  # type: ignore[index]  # matches always
    for _ in range(offset + 1):
        while quotes[0] == '"' and (joint := _JOINT.match(written, position)):
            position = joint.end()
        if _ == offset or position >= end:
            break
        escape = _ESCAPE.match(written, position) if quotes[0] == '"' else None
        position = escape.end() if escape else position + 1
    return min(position, end)
