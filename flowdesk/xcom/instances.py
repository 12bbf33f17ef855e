"""Values of classes: dataclasses, pydantic models and enums, stored as their fields with the class's name.

    {"$model": ["shop:Item", {"name": "tea", "price": 3}]}      {"$enum": ["shop:Colour", "RED", 1]}

A class is imported only where a task's own code runs, within `importing()`: anywhere else such a value is an
`Instance`, plain data that shows its fields. What is imported must be a dataclass, a pydantic model or an
enum, so that no text can have anything else called. A value that a person or a shell wrote is held to the
class where it is pushed, or, if nobody there may import it, where it is pulled (`$fields`).

A pydantic model comes back by `model_construct`: exactly what it was, without its validators at work on it a
second time. Only where the class has other fields by now it is validated.
"""

from __future__ import annotations

from contextvars import ContextVar
from enum import Enum, Flag

from flowdesk.xcom.shapes import Mismatch, mismatch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_importing: ContextVar[bool] = ContextVar("importing", default=False)


class ClassLost(Exception):
    """The class of a stored value cannot be imported, or does not take it; the message is one sentence."""


class Unwritable(Exception):
    """An object cannot be stored by its fields; the message is a clause."""


class importing:  # noqa: N801 - used as a function, and three times as fast as one with a generator
    """While inside, classes are imported, in this thread: for a task's own code only."""

    __slots__ = ("_token",)

    def __enter__(self) -> None:
        self._token = _importing.set(True)

    def __exit__(self, *_error: object) -> None:
        _importing.reset(self._token)


class Instance:
    """A value of a class as plain data. `is_held` says whether the class has had a look at it.

    `fields` is a dict by name; of an enum the value of its member, whose `name` is there then.
    """

    def __init__(
        self, reference: str, fields: object, *, unset: tuple[str, ...] = (), name: str | None = None
    ) -> None:
        self.reference = reference
        self.fields: Any = fields
        self.unset = unset
        self.name = name
        self.is_held = True

    @classmethod
    def unheld(cls, reference: str, fields: object) -> Instance:
        """One that is still to be held to its class."""
        made = cls(reference, fields)
        made.is_held = False
        return made

    def __getitem__(self, name: str) -> object:
        return self.fields[name]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Instance) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((self.reference, repr(self.fields)))

    def __repr__(self) -> str:
        kind = self.reference.rpartition(":")[2]
        if self.name:
            return f"{kind}.{self.name}"
        if not isinstance(self.fields, dict):
            return f"{kind}({self.fields!r})"
        return f"{kind}({', '.join(f'{name}={value!r}' for name, value in self.fields.items())})"


class Live:
    """An object of a declared class, on its way into the store."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __str__(self) -> str:
        return repr(self.value)


def fitting(reference: str, value: object) -> Live | Instance:
    """What is pushed as a class: an object of it, or what its fields are.

    Raises:
        Mismatch: the value is neither, or the class does not take the fields.
    """
    if isinstance(value, Instance) and value.reference == reference:
        return value
    if not _importing.get():
        if isinstance(value, Instance):  # of a class of its own, which was held to this one
            return value
        if isinstance(value, (dict, str, int)):
            return Instance.unheld(reference, value)
        raise mismatch(reference, value)
    try:
        kind = find(reference)
        return Live(value if isinstance(value, kind) else _made(kind, value))
    except ClassLost as error:
        raise Mismatch(str(error)) from None


def find(reference: str) -> type:
    """Import a class.

    Raises:
        ClassLost: there is no such class, or it is none whose values are stored by their fields.
    """
    from importlib import import_module

    module, _, name = reference.partition(":")
    try:
        found: Any = import_module(module)
        for part in name.split("."):
            found = getattr(found, part)
    except (ImportError, AttributeError) as error:
        raise ClassLost(f"the class {reference} cannot be imported here: {error}") from None
    if not has_fields(found):
        raise ClassLost(f"{reference} is no dataclass, pydantic model or enum")
    return found  # type: ignore[no-any-return]  # a class: `has_fields` looked


def has_fields(kind: object) -> bool:
    """Whether values of a class can be stored by their fields."""
    return isinstance(kind, type) and (
        issubclass(kind, Enum) or hasattr(kind, "__dataclass_fields__") or _is_model(kind)
    )


def written(value: object, tree: Callable[[Any], object]) -> dict[str, object]:
    """An object, or an `Instance`, with its fields as `tree` writes them.

    Raises:
        Unwritable: whoever pulls it could not import its class.
    """
    if isinstance(value, Instance):
        return _written_instance(value, tree)
    kind = type(value)
    reference = f"{kind.__module__}:{kind.__qualname__}"
    if "<locals>" in reference or kind.__module__ == "__main__":
        raise Unwritable(f"{reference} cannot be imported by another task: define it at the top of a module")
    if isinstance(value, Enum):
        return {"$enum": [reference, None if isinstance(value, Flag) else value.name, tree(value.value)]}
    unset: list[str] = []
    if _is_model(kind):
        names = list(kind.model_fields)  # type: ignore[attr-defined]  # pydantic's
        fields = {name: getattr(value, name) for name in names}
        fields.update(getattr(value, "__pydantic_extra__", None) or {})
        unset = sorted(fields.keys() - value.model_fields_set)  # type: ignore[attr-defined]  # pydantic's
    else:
        from dataclasses import fields as fields_of

        fields = {one.name: getattr(value, one.name) for one in fields_of(kind)}  # type: ignore[arg-type]  # it is one
    return {"$model": [reference, tree(fields), *([unset] if unset else [])]}


def _written_instance(value: Instance, tree: Callable[[Any], object]) -> dict[str, object]:
    if not value.is_held:
        return {"$fields": [value.reference, tree(value.fields)]}
    if not isinstance(value.fields, dict) or value.name:
        return {"$enum": [value.reference, value.name, tree(value.fields)]}
    more = [list(value.unset)] if value.unset else []
    return {"$model": [value.reference, tree(value.fields), *more]}


def read_model(parts: list[Any]) -> object:
    """What `$model` stands for.

    Raises:
        ClassLost: the class cannot be imported, or has changed and does not take these fields.
    """
    reference, fields, *unset = parts
    if not _importing.get():
        return Instance(reference, fields, unset=tuple(*unset))
    kind = find(reference)
    try:
        return _rebuilt(kind, fields, set(*unset))
    except Mismatch as error:
        raise ClassLost(f"{reference} has changed since this value was pushed: {error}") from None


def read_fields(parts: list[Any]) -> object:
    """What `$fields` stands for.

    Raises:
        ClassLost: the class cannot be imported, or does not take these fields.
    """
    reference, fields = parts
    if not _importing.get():
        return Instance.unheld(reference, fields)
    try:
        return _made(find(reference), fields)
    except Mismatch as error:
        raise ClassLost(f"what was given as {reference} is none: {error}") from None


def read_enum(parts: list[Any]) -> object:
    """What `$enum` stands for.

    Raises:
        ClassLost: the class cannot be imported, or has no such member any more.
    """
    reference, name, value = parts
    if not _importing.get():
        return Instance(reference, value, name=name)
    kind: Any = find(reference)
    try:
        return kind(value) if name is None else kind[name]
    except (KeyError, ValueError):
        raise ClassLost(f"{reference} has no member {name or value!r} any more") from None


def _is_model(kind: type) -> bool:
    return hasattr(kind, "model_construct") and hasattr(kind, "model_fields")


def _made(kind: Any, value: object) -> object:  # noqa: ANN401 - a class
    """An object of a class, of fields that it has a look at."""
    try:
        if issubclass(kind, Enum):
            return kind[value] if isinstance(value, str) and value in kind.__members__ else kind(value)
        if _is_model(kind):
            return kind.model_validate(value)
        if isinstance(value, dict):
            return kind(**value)
    except Exception as error:  # noqa: BLE001 - the border to the class's own code
        raise Mismatch(f"expected {kind.__name__}: {_told(error)}") from None
    raise mismatch(kind.__name__, value)


def _told(error: Exception) -> str:
    errors = getattr(error, "errors", None)
    if not callable(errors):
        return f"{type(error).__name__}: {error}"
    each = [f"{'.'.join(map(str, one['loc'])) or 'it'}: {one['msg']}" for one in errors()]
    return "; ".join(each[:3]) + (f" (and {len(each) - 3} more)" if len(each) > 3 else "")  # noqa: PLR2004 - some


def _rebuilt(kind: Any, fields: dict[str, Any], unset: set[str]) -> object:  # noqa: ANN401 - a class
    """An object as it was, unless its class has other fields by now."""
    if _is_model(kind):
        known = set(kind.model_fields)
        takes_more = kind.model_config.get("extra") == "allow"
        if known - fields.keys() or (fields.keys() - known and not takes_more):
            return _made(kind, fields)
        return kind.model_construct(_fields_set=fields.keys() - unset, **fields)
    from dataclasses import fields as fields_of

    known_fields = fields_of(kind)
    if {one.name for one in known_fields} != fields.keys():
        return _made(kind, fields)
    if any(str(one.type).startswith(("dataclasses.InitVar", "InitVar")) for one in _all_fields(kind)):
        made = object.__new__(kind)
    else:
        made = _made(kind, {one.name: fields[one.name] for one in known_fields if one.init})
    for one in known_fields:  # also what its __post_init__ has just made anew
        object.__setattr__(made, one.name, fields[one.name])
    return made


def _all_fields(kind: Any) -> list[Any]:  # noqa: ANN401 - a class and dataclasses' fields
    return list(kind.__dataclass_fields__.values())
