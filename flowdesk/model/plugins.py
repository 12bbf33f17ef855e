"""Kinds of task that installed packages add, by an entry point of the group `flowdesk.kinds`.

    [project.entry-points."flowdesk.kinds"]
    http = "flowdesk_http.kinds:HttpTask"

The entry point's name is the kind, and the field that only this kind has; what it leads to is a
subclass of `AnyTask`, which says how its tasks are carried out. Which names there are is read from the
packages' metadata; a package's code is loaded when a task of its kind is read, and never else.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from flowdesk.model.codes import Code
from flowdesk.model.refusals import refusal
from flowdesk.model.task import AnyTask

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.metadata import EntryPoint

GROUP = "flowdesk.kinds"


@cache
def plugs() -> dict[str, EntryPoint]:
    """The kinds that installed packages add, by their names. Of two of one name the first one counts."""
    from importlib.metadata import entry_points

    found: dict[str, EntryPoint] = {}
    for entry in entry_points(group=GROUP):
        found.setdefault(entry.name, entry)
    return found


def plugged_in(fields: Iterable[str]) -> str | None:
    """The plugged-in kind that a task with these fields asks for, if any."""
    return next((field for field in fields if field in plugs()), None)


def load(kind: str) -> type[AnyTask]:
    """The model of a plugged-in kind.

    Raises:
        PydanticCustomError: the package is broken, or what it offers is no kind of task.
    """
    entry = plugs()[kind]
    package = entry.dist.name if entry.dist else entry.value
    try:
        model = entry.load()
    except Exception as error:  # noqa: BLE001 - a package's code may raise anything
        reason = f"{type(error).__name__}: {error}"
        raise refusal(
            Code.PLUGIN_BROKEN, f"the kind '{kind}' of the package {package} cannot be loaded: {reason}"
        ) from None
    if not isinstance(model, type) or not issubclass(model, AnyTask) or getattr(model, "kind", "") != kind:
        sentence = f"what the package {package} offers as the kind '{kind}' is no task of that kind"
        raise refusal(Code.PLUGIN_BROKEN, sentence)
    if not all(map(str.isidentifier, model.runs.replace(".", ":").split(":"))) or model.runs.count(":") != 1:
        sentence = f"the kind '{kind}' of the package {package} names no `module:function` to run its tasks"
        raise refusal(Code.PLUGIN_BROKEN, sentence)
    return model


# object: the second argument would validate as AnyTask, which is not what this is.
def plugged_task(written: object, _handler: object) -> AnyTask:
    """A task of a plugged-in kind."""
    assert isinstance(written, dict)  # noqa: S101 - kind_of looked
    kind = plugged_in(written)
    assert kind is not None  # noqa: S101 - kind_of looked
    return load(kind).model_validate(written)
