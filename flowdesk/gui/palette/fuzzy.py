"""How well a few typed letters fit a text: all must be there in their order, best at the starts of words.

The scoring is in the manner of fzf's (github.com/junegunn/fzf, `src/algo/algo.go`): a letter counts, more so
at the start of a word or right after the one before, and gaps cost. Greedy from each possible start, which
is enough for texts of a line.
"""

from __future__ import annotations

from typing import NamedTuple

WORD, NEXT, GAP, HEAD = 8, 5, 1, 4
_BETWEEN = " .-_/:·"


class Match(NamedTuple):
    """The higher the score the better; `places` are the letters that were typed."""

    score: int
    places: tuple[int, ...]


def match(typed: str, text: str) -> Match | None:
    """The best match of `typed`, spaces left out, in `text`; None where a letter is missing."""
    wanted = "".join(typed.casefold().split())
    if not wanted:
        return Match(0, ())
    found = text.lower()
    if len(found) != len(text):  # a few letters get longer, and places would be off
        found = text
    if not _has_all(wanted, found):
        return None
    starts = [place for place, letter in enumerate(found) if letter == wanted[0]]
    matches = [made for start in starts if (made := _from(start, wanted, found))]
    return max(matches, default=None)


def _has_all(wanted: str, found: str) -> bool:
    place = -1
    for letter in wanted:
        place = found.find(letter, place + 1)
        if place < 0:
            return False
    return True


def _from(start: int, wanted: str, found: str) -> Match | None:
    places, score, before = [start], _worth(start, found) + (HEAD if start == 0 else 0), start
    for letter in wanted[1:]:
        place = found.find(letter, before + 1)
        if place < 0:
            return None
        if place != before + 1 and (better := _word_start(letter, before + 1, found)) >= 0:
            place = better
        score += NEXT if place == before + 1 else _worth(place, found) - min(GAP * (place - before - 1), WORD)
        places.append(place)
        before = place
    return Match(score, tuple(places))


def _worth(place: int, found: str) -> int:
    return WORD if place == 0 or found[place - 1] in _BETWEEN else 0


def _word_start(letter: str, after: int, found: str) -> int:
    for place in range(after, len(found)):
        if found[place] == letter and found[place - 1] in _BETWEEN:
            return place
    return -1
