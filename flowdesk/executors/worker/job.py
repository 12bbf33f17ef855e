"""A job as the worker sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.executors.worker.stored_values import StoredValues
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from flowdesk.executors.talk import Message


class Declared(NamedTuple):
    """A key that the task pushes, see `flowdesk.plan.plan.Push`; `limits` by the names that the file has."""

    key: str
    type: str
    required: bool
    limits: dict[str, object]
    max_bytes: int | None
    secret: bool


class Given(NamedTuple):
    """A pulled value as JSON text; None: nothing was pushed. `map_index` is -1 where nothing is mapped."""

    task: str
    key: str
    value: str | None
    map_index: int


class Input(NamedTuple):
    """An argument and the values for it, see `flowdesk.executors.executor.Input`."""

    argument: str
    given: list[Given]
    many: bool
    default: str | None
    earlier: bool
    empty: list[tuple[str, str]]

    @classmethod
    def of(cls, argument: str, given: list[list[object]], *rest: object) -> Input:
        """An input as the message has it."""
        return cls(argument, [Given(*one) for one in given], *rest)  # type: ignore[arg-type]  # as it was packed


class Job:
    """One try of one task, see `flowdesk.executors.executor.Job`."""

    def __init__(self, message: Message) -> None:
        self.id: str = message["id"]
        self.run_id: str = message["run_id"]
        self.task: str = message["task"]
        self.try_number: int = message["try_number"]
        self.map_index: int = message["map_index"]
        self.kind: str = message["kind"]
        self.code: list[str] = message["code"]
        self.folder: str = message["folder"]
        self.cwd: str = message["cwd"]
        self.temporary_cwd: bool = message["temporary_cwd"]
        self.log: str = message["log"]
        self.env: dict[str, str] = message["env"]
        self.context: dict[str, str] = message["context"]
        self.params: dict[str, str] = message["params"]
        self.choices: list[str] = message["choices"]
        self.skip_on_exit_code: list[int] = message["skip_on_exit_code"]
        self.secrets: list[str] = list(message["secrets"])  # those that the task pushes are added
        self.stored = StoredValues(message["values"], message["values_at"])
        self.declared = {push[0]: Declared(*push) for push in message["push"]}
        self.inputs = [Input.of(*one) for one in message["inputs"]]
