"""Named tuples that cost next to nothing to define: what most of flowdesk's records are.

`typing.NamedTuple` compiles every annotation and writes a constructor for every class, called or not: 0.1 to
0.3 ms a class, together a third of what a short command took; `typing` itself takes 6 ms to import. Here a
class costs 0.02 ms, and its constructor is written when it is called for the first time. Type checkers see
`typing.NamedTuple`, and what it promises is there. Also imported in workers, so Python 3.9 will do.
"""

from __future__ import annotations

from collections import _tuplegetter, namedtuple  # type: ignore[attr-defined]  # the fields of named tuples

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, NamedTuple
else:

    class _Defined(type):
        """Makes getters of the fields that a class of records has annotated."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> _Defined:
            fields = tuple(body.get("__annotations__", ()))
            body["_field_defaults"] = {field: body[field] for field in fields if field in body}
            body.update(zip(fields, map(_tuplegetter, range(len(fields)), fields)))  # noqa: B905 - not in 3.9
            body.update(__slots__=(), _fields=fields, __match_args__=fields)
            return super().__new__(cls, name, bases, body)

    class NamedTuple(tuple, metaclass=_Defined):  # noqa: SLOT001 - `_Defined` sees to it
        """A record: its fields have names, and it compares and unpacks as the tuple of them."""

        def __new__(cls, *values: object, **named: object) -> NamedTuple:  # noqa: D102, PYI034 - only called once
            made = namedtuple(cls.__name__, cls._fields, defaults=cls._field_defaults.values())  # noqa: PYI024 - for its constructor
            cls.__new__ = staticmethod(made.__new__)
            return cls(*values, **named)

        @classmethod
        def _make(cls, values: Iterable[object]) -> NamedTuple:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes: object) -> NamedTuple:
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self))  # noqa: B905 - not in 3.9

        def __repr__(self) -> str:
            fields = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({fields})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)


__all__ = ["NamedTuple"]
