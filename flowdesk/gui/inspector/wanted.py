"""Whether somebody still waits for what is being read: a value of a gigabyte is let go of in mid-reading."""

from __future__ import annotations


class Unwanted(Exception):
    """Nobody waits for this any more."""


class Wanted:
    """Handed along with a reading. Read by the thread that works, revoked by the window's."""

    def __init__(self) -> None:
        self._is_wanted = True

    def revoke(self) -> None:
        """Say that the result goes nowhere."""
        self._is_wanted = False

    def check(self) -> None:
        """Go on, if somebody waits for it.

        Raises:
            Unwanted: nobody does.
        """
        if not self._is_wanted:
            raise Unwanted
