"""What the events of tries tell, as the JSON text that `json.dumps` makes of it.

An encoder is made anew for each object, which takes longer than all else about an event. Most tries end as
others have: what they tell is written once.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

_KEPT = 256

_text = json.JSONEncoder().encode
_often = lru_cache(_KEPT)(_text)


@lru_cache(_KEPT, typed=True)  # else, 0 would be told as the 0.0 that came before
def told(keys: tuple[str, ...], *values: Any) -> str:  # noqa: ANN401 - what JSON has, and can be hashed
    """The text of an object."""
    return json.dumps(dict(zip(keys, values, strict=True)))


def told_value(key: str, type: str, size: int, preview: str) -> str:  # noqa: A002 - the word of the event
    """The text of a `value_pushed`, of whose previews there are as many as values."""
    return f'{{"key": {_often(key)}, "type": {_often(type)}, "size": {size:d}, "preview": {_text(preview)}}}'
