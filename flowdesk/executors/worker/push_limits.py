"""Whether a value that fits its type keeps the limits of its declaration too, and how to refuse one.

A secret value never gets into a sentence: that one ends up in the log, the store and the terminal.
"""

from __future__ import annotations

from flowdesk.executors.worker.refused import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from flowdesk.executors.worker.job import Declared

LONGEST = 400
"""Characters of what is said of a value: it may hold the value itself, however long."""


def check_limits(declared: Declared, value: object) -> None:
    """Check bounds, lengths and the pattern of a value that has the declared type.

    Raises:
        Refused: it is outside of one.
    """
    if not declared.limits:
        return
    from flowdesk.xcom.limits import broken

    for name, limit in declared.limits.items():
        wrong = broken({name: limit}, value)
        if wrong is not None:
            said = f"the secret value does not keep {name} = {limit!r}" if declared.secret else wrong
            raise Refused(f"push {declared.key!r}: {_cut(said)}", key=declared.key)


def check_size(declared: Declared, text: str) -> None:
    """Check the size of a value's JSON text.

    Raises:
        Refused: it is larger than `max_bytes`.
    """
    if declared.max_bytes is None:
        return
    size = len(text.encode())
    if size > declared.max_bytes:
        raise Refused(
            f"push {declared.key!r}: {size:,} bytes, more than its max_bytes = {declared.max_bytes:,}",
            key=declared.key,
        )


def refusal(declared: Declared, value: object, error: Exception) -> str:
    """What to say of a value that does not fit its type."""
    if declared.secret:
        said = f"expected {declared.type}, got a secret value of type {type(value).__name__}"
        return f"push {declared.key!r}: {said}"
    return f"push {declared.key!r}: {_cut(str(error))}"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
