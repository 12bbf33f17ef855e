"""What of a secret value must not stand in a log from the moment on that it is pushed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST = 4
"""Characters of the shortest secret that is masked: what is shorter stands in every log anyway."""


def texts_in(value: object) -> list[str]:
    """The texts and numbers in a value, each as it would be printed."""
    return [text for text in _texts(value) if len(text.strip()) >= SHORTEST]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for pair in value.items():
            yield from _texts(pair)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, bytes):
        yield value.decode("utf-8", "backslashreplace")
    elif isinstance(value, (str, int, float)) and not isinstance(value, bool):
        yield str(value)
