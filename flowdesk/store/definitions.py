"""The hash by which a definition, a plan and the text it was made of, is kept once for all runs of it."""

from __future__ import annotations

import json

from flowdesk.xcom.hashing import sha256_of

AT_ONCE = 1 << 16
"""Characters that are hashed at once: two copies of a large plan would be a quarter of an engine's memory."""


def definition_hash(plan: str, source: str) -> str:
    """SHA-256 of the JSON list of both texts, in hexadecimal."""
    if len(plan) + len(source) <= AT_ONCE:
        return sha256_of(json.dumps([plan, source]).encode())
    from hashlib import sha256

    found = sha256(b'["')
    for text, after in ((plan, b'", "'), (source, b'"]')):
        for start in range(0, len(text), AT_ONCE):
            found.update(json.dumps(text[start : start + AT_ONCE])[1:-1].encode())
        found.update(after)
    return found.hexdigest()
