"""A job as the worker sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from flowdesk.executors.talk import Message


class Declared(NamedTuple):
    """A key that the task pushes, its type as the file has it, and whether it must be pushed."""

    key: str
    type: str
    required: bool


class Given(NamedTuple):
    """A pulled value as JSON text; None: nothing was pushed."""

    task: str
    key: str
    value: str | None


class Input(NamedTuple):
    """An argument and the values for it, see `flowdesk.executors.executor.Input`."""

    argument: str
    given: list[Given]
    many: bool
    default: str | None


class Job:
    """One try of one task, see `flowdesk.executors.executor.Job`."""

    def __init__(self, message: Message) -> None:
        self.id: str = message["id"]
        self.run_id: str = message["run_id"]
        self.task: str = message["task"]
        self.try_number: int = message["try_number"]
        self.kind: str = message["kind"]
        self.code: list[str] = message["code"]
        self.folder: str = message["folder"]
        self.cwd: str = message["cwd"]
        self.log: str = message["log"]
        self.env: dict[str, str] = message["env"]
        self.context: dict[str, str] = message["context"]
        self.declared = {push[0]: Declared(*push) for push in message["push"]}
        self.inputs = [
            Input(argument, [Given(*one) for one in given], many, default)
            for argument, given, many, default in message["inputs"]
        ]
