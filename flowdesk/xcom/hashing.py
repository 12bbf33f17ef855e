"""The SHA-256 of small texts without OpenSSL, which takes 2 ms to load: as half a megabyte takes."""

from __future__ import annotations

SMALL = 1 << 19
"""Bytes up to which Python's own code is as fast, the loading counted in."""


def sha256_of(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal digits."""
    if len(data) <= SMALL:
        try:
            import _sha256  # type: ignore[import-not-found]  # a part of the standard library that hashlib uses

            return str(_sha256.sha256(data).hexdigest())
        except ImportError:  # another Python than 3.11
            pass
    from hashlib import sha256

    return sha256(data).hexdigest()
