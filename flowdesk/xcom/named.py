"""Whether a stored file may be of a declared type, told by the name of its own: nobody opens it for more."""

from __future__ import annotations

from flowdesk.xcom.containers import Union
from flowdesk.xcom.shapes import AnyType, JsonType, Mismatch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from flowdesk.xcom.shapes import Type
    from flowdesk.xcom.stored import Stored


def check(declared: Type, stored: Stored) -> None:
    """See that a stored file may be of a type.

    Raises:
        Mismatch: it is of another one.
    """
    if not _takes(declared, stored.type):
        raise Mismatch(f"expected {declared}, got {stored.type} {stored}")


def _takes(declared: Type, name: str) -> bool:
    if isinstance(declared, Union):
        return any(_takes(member, name) for member in declared.members)
    if isinstance(declared, JsonType):
        return name in ("str", "list", "dict")
    return isinstance(declared, AnyType) or str(declared).partition("[")[0] == name
