"""Puts a mask over secret texts wherever they stand in a text, in any of the forms that text writes them in.

A secret is found as it is, as a JSON string writes it, and as a shell writes it between either kind of
quotes; of one of several lines, each line by itself too, since logs and tables show lines. What is shorter
than four characters is left: a mask over every "1" of a log would hide the log and not the secret.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flowdesk.executors.worker.masker import SHORTEST, forms

if TYPE_CHECKING:
    from collections.abc import Iterable

MASK = "***"


class Masks:
    """Knows secrets and takes them out of texts."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets: set[str] = set()
        self._forms: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        self.texts: tuple[str, ...] = ()
        """The secrets themselves, the longest first."""
        self.add(*secrets)

    def add(self, *secrets: str) -> None:
        """Mask these texts too."""
        before = len(self._secrets), len(self._forms)
        self._secrets.update(secret for secret in secrets if len(secret.strip()) >= SHORTEST)
        self._forms.update(form for secret in secrets for form in forms(secret))
        if (len(self._secrets), len(self._forms)) != before:
            self._pattern = re.compile("|".join(map(re.escape, _longest_first(self._forms))))
            self.texts = _longest_first(self._secrets)

    def mask(self, text: str) -> str:
        """The text with a mask in the place of each secret."""
        return self._pattern.sub(MASK, text) if self._pattern else text


def _longest_first(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(texts, key=lambda text: (-len(text), text)))
