"""Takes secrets out of what a task prints, also where one comes in two pieces."""

from __future__ import annotations

import json
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MASK = b"***"
SHORTEST = 4
"""Characters of the shortest text, or line, that is masked: less would hide the log, and not the secret."""


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
    found = {form.encode("utf-8", "surrogatepass") for secret in secrets for form in forms(secret)}
    return sorted(found, key=len, reverse=True)


def forms(secret: str) -> Iterator[str]:
    """The ways in which texts have a secret: as it is, by lines, in JSON, Python's and a shell's quotes."""
    for text in {secret, secret.strip(), *map(str.strip, secret.splitlines())}:
        if len(text.strip()) >= SHORTEST:
            yield text
            yield json.dumps(text)[1:-1]
            yield json.dumps(text, ensure_ascii=False)[1:-1]
            yield repr(text)[1:-1]
            yield text.replace("'", "'\\''")
            yield re.sub(r'([\\"$`])', r"\\\1", text)
