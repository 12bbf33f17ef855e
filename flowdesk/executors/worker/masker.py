"""Takes secrets out of what a task prints, also where one comes in two pieces."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MASK = b"***"
SHORTEST_LINE = 8
"""Of a secret of several lines, a line this long is a secret of its own: a key is often printed indented."""


class Masker:
    """Masks one stream. It holds back an end that may be the begin of a secret."""

    def __init__(self, secrets: Sequence[str]) -> None:
        self._held = b""
        self.learn(secrets)

    def learn(self, secrets: Sequence[str]) -> None:
        """Mask these from now on."""
        self._forms = _forms_of(secrets)
        self._longest = len(self._forms[0]) if self._forms else 0

    @property
    def holds(self) -> bool:
        """Whether something is held back."""
        return bool(self._held)

    def feed(self, data: bytes) -> bytes:
        """Give what can be shown of this and of what was held back."""
        if not self._forms:
            return data
        data = self._held + data
        end = self._open_from(data)
        self._held = data[end:]
        return _masked(data[:end], self._forms)

    def rest(self) -> bytes:
        """Give what is still held back: nothing more comes."""
        data, self._held = self._held, b""
        return _masked(data, self._forms)

    def _open_from(self, data: bytes) -> int:
        """Where the end begins that is the begin of a secret, or a whole one that such an end overlaps."""
        begin = max(0, len(data) - self._longest + 1)
        found = len(data)
        for form in self._forms:
            at = data.find(form[:1], begin, found)
            while at >= 0 and not form.startswith(data[at:]):
                at = data.find(form[:1], at + 1, found)
            found = at if at >= 0 else found
        while (before := self._across(data, found)) < found:
            found = before
        return found

    def _across(self, data: bytes, place: int) -> int:
        """Where a secret begins that goes on across the place; else the place."""
        for form in self._forms:
            at = data.find(form, max(0, place - len(form) + 1), place + len(form) - 1)
            if 0 <= at < place:
                return at
        return place


def masked(text: str, secrets: Sequence[str]) -> str:
    """The text without the secrets."""
    if not secrets:
        return text
    data = text.encode("utf-8", "surrogatepass")
    return _masked(data, _forms_of(secrets)).decode("utf-8", "surrogatepass")


def _masked(data: bytes, forms: Sequence[bytes]) -> bytes:
    for form in forms:
        data = data.replace(form, MASK)
    return data


def _forms_of(secrets: Sequence[str]) -> list[bytes]:
    """All that is to be masked, the longest first."""
    return sorted({form for secret in secrets for form in _forms(secret)}, key=len, reverse=True)


def _forms(secret: str) -> Iterator[bytes]:
    """The ways in which a secret gets into a log: as it is, by lines, in JSON and in Python's quotes."""
    lines = [line.strip() for line in secret.splitlines()]
    texts = [secret, *(line for line in lines if len(lines) > 1 and len(line) >= SHORTEST_LINE)]
    for text in filter(None, texts):
        yield text.encode("utf-8", "surrogatepass")
        yield json.dumps(text)[1:-1].encode()
        yield json.dumps(text, ensure_ascii=False)[1:-1].encode("utf-8", "surrogatepass")
        yield repr(text)[1:-1].encode("utf-8", "backslashreplace")
