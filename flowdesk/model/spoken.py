"""Durations as people and Python say them, "5 minutes" or "timedelta(hours=1)", as a file writes them."""

from __future__ import annotations

import re

from flowdesk.model.durations import UNITS

_WORDS = {
    "d": "d day days",
    "h": "h hr hrs hour hours",
    "m": "m min mins minute minutes",
    "s": "s sec secs second seconds",
    "ms": "ms millisecond milliseconds",
}
_UNIT_OF = {word: unit for unit, words in _WORDS.items() for word in words.split()}
_NUMBER = r"\d+(?:\.\d+)?"
_AMOUNT = re.compile(rf"({_NUMBER})\s*([a-z]+)|([a-z]+)\s*=\s*({_NUMBER})")


def spoken(text: str) -> str | None:
    """The duration that was probably meant, as flowdesk writes it; None where there is no telling."""
    said = re.sub(r"^.*timedelta\((.*)\)$", r"\1", text.strip().lower())
    amounts = _AMOUNT.findall(said)
    units = {_UNIT_OF.get(word or name): number or value for number, word, name, value in amounts}
    rest = re.sub(r"\band\b|[\s,]", "", _AMOUNT.sub("", said))
    if rest or not units or None in units or len(units) < len(amounts):
        return None
    return "".join(f"{units[unit]}{unit}" for unit in UNITS if unit in units)
