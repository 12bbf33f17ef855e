"""A value that comes out of an inner run, held to what the task that runs it declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.engine.storing import kept
from flowdesk.xcom.limits import fault_of
from flowdesk.xcom.stored import size_of
from flowdesk.xcom.types import Mismatch, parse
from flowdesk.xcom.values import Unstorable, decode, encode

if TYPE_CHECKING:
    from flowdesk.plan.plan import Push
    from flowdesk.store.rows import RunRow, ValueRow


class Misfit(Exception):
    """A value does not fit what the task declares, or is not there; the message is the reason."""


def checked_value(push: Push, rows: list[ValueRow], run: RunRow, *, values: str | None = None) -> str | None:
    """The value of a declared key as text. None: there is none, and there need not be.

    A value that is stored as a file is held to the name of its type alone. `values` is the folder for those.
    """
    source = push.source
    if not rows:
        if not push.required:
            return None
        raise Misfit(
            f"did not push {push.key!r}, which the file declares: "
            f"'{source and source.task}' of run #{run.number} pushed no '{source and source.key}'"
        )
    if any(row.secret for row in rows) and not push.secret:
        raise Misfit(
            f"push {push.key!r}: it is secret in the inner pipeline, and must be so here: secret = true"
        )
    is_mapped = rows[0].map_index >= 0
    texts = [row.value for row in sorted(rows, key=lambda row: row.map_index)]
    value = [decode(text) for text in texts] if is_mapped else decode(texts[-1])
    try:
        fitting = parse(push.type).convert(value)
        text = kept(fitting, values, None) if values and not push.secret else encode(fitting)
    except (Mismatch, Unstorable) as error:
        raise Misfit(f"push {push.key!r}: {error}") from None
    if reason := fault_of(push, decode(text)):
        raise Misfit(f"push {push.key!r}: {reason}")
    if push.max_bytes is not None and (size := size_of(text)) > push.max_bytes:
        raise Misfit(f"push {push.key!r}: has {size:,} bytes, more than its max_bytes = {push.max_bytes:,}")
    return text
