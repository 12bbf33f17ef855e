"""Values that a person gives in a task's name, held to what the task declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.engine.answers import Refusal
from flowdesk.engine.storing import from_folder, kept, values_at
from flowdesk.executors.worker.plain_text import read
from flowdesk.store.home import values_folder
from flowdesk.xcom.files import Unkept, check_size
from flowdesk.xcom.limits import fault_of
from flowdesk.xcom.loading import Unloadable, loaded
from flowdesk.xcom.stored import size_of
from flowdesk.xcom.types import Mismatch, parse
from flowdesk.xcom.values import Unstorable, decode, encode

if TYPE_CHECKING:
    from flowdesk.engine.world import World
    from flowdesk.plan.plan import Push


def given(world: World, push: Push, text: str) -> str:
    """A value as it is kept: its text, or the reference to a stored file where it is large or a file.

    `text` is JSON, or what a shell task would write; a file's is the path, from the pipeline's folder.

    Raises:
        Refusal: it is not what is declared.
    """
    declared = parse(push.type)
    folder = world.request.path.parent
    try:
        value = declared.convert(loaded(_read(text, push.type), declared, folder))
    except Unloadable as why:
        raise Refusal(f"'{push.key}': {why}") from None
    except Mismatch as mismatch:
        raise Refusal(f"'{push.key}': {mismatch}") from None
    if fault := fault_of(push, value):
        raise Refusal(f"'{push.key}' {fault}")
    values = str(values_folder(world.request.home))
    try:
        if push.secret:
            return _within(encode(value), push.max_bytes)
        return kept(from_folder(value, folder), values, values_at(world.plan, folder), limit=push.max_bytes)
    except (Unstorable, Unkept) as error:
        raise Refusal(f"'{push.key}': {error}") from None


def _within(text: str, limit: int | None) -> str:
    check_size(size_of(text), limit)
    return text


def _read(text: str, type_text: str) -> object:
    """The value of a JSON text; of a text that is none, or a string where none is declared, as a shell's."""
    declared = parse(type_text)
    try:
        value = decode(text)
    except ValueError:
        return read(text, declared)
    if not isinstance(value, str):
        return value
    try:
        return declared.convert(value)
    except Mismatch:
        return read(value, declared)
