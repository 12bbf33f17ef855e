"""Numpy's scalars as the Python numbers they are, without numpy."""

from __future__ import annotations


def plain(value: object) -> object:
    """A numpy scalar as the Python value it stands for; every other value as it is."""
    if type(value).__module__ != "numpy" or getattr(value, "shape", None) != ():
        return value
    # A long double has no Python number; a date's item may be its bare count of nanoseconds.
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    item = value.item() if kind and kind in "biufSU" else None  # type: ignore[attr-defined]  # numpy's
    return item if type(item) in (bool, int, float, str, bytes) else value
