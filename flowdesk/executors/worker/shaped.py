"""Plain JSON as the value that its declared type means: a list as a tuple or set, a key of text as a number.

JSON has no word for most types. A shell writes what it has, `[1, "a"]` for a `tuple[int, str]`, and gets
such values in the same form.
"""

from __future__ import annotations

from flowdesk.xcom.containers import COLLECTIONS, Collection, Dict, Tuple, Union
from flowdesk.xcom.fits import JSON_SCALARS
from flowdesk.xcom.shapes import Mismatch, Scalar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.xcom.types import Type

    Read = Callable[[str, Type], object]


def shaped(plain: object, type_: Type, read: Read) -> object:
    """The value that is meant; what fits in no way is as it was.

    `read` reads a text within it by its type.
    """
    if isinstance(type_, Union):
        return _some_member(plain, type_, read)
    if isinstance(plain, str) and isinstance(type_, Scalar):
        return plain if type_.name in JSON_SCALARS else read(plain, type_)
    if isinstance(plain, dict) and isinstance(type_, Dict):
        return {read(key, type_.key): shaped(item, type_.value, read) for key, item in plain.items()}
    return _of_list(plain, type_, read) if isinstance(plain, list) else plain


def _of_list(plain: list[object], type_: Type, read: Read) -> object:
    if isinstance(type_, Collection):
        items = [shaped(item, type_.item, read) for item in plain]
        try:
            return COLLECTIONS[type_.name](items)
        except TypeError:  # a set of what cannot be in one
            return items
    if isinstance(type_, Tuple):
        types = type_.items if type_.rest is None else (type_.rest,) * len(plain)
        if len(types) == len(plain):
            return tuple(shaped(item, one, read) for item, one in zip(plain, types))  # noqa: B905 - as in `fits`
    return plain


def _some_member(plain: object, type_: Union, read: Read) -> object:
    for member in type_.members:
        try:
            return member.convert(shaped(plain, member, read))
        except Mismatch:
            continue
    return plain
