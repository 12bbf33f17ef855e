"""A job as the worker sees it."""

from __future__ import annotations

from flowdesk.executors.worker.stored_values import StoredValues
from flowdesk.records import NamedTuple

TYPE_CHECKING = False
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
        return cls(argument, [Given._make(one) for one in given], *rest)  # type: ignore[arg-type]  # as it was packed


class Job:
    """One try of one task, see `flowdesk.executors.executor.Job`."""

    id: str
    run_id: str
    task: str
    try_number: int
    map_index: int
    kind: str
    code: list[str]
    folder: str
    cwd: str
    temporary_cwd: bool
    log: str
    env: dict[str, str]
    context: dict[str, str]
    params: dict[str, str]
    choices: list[str]
    skip_on_exit_code: list[int]

    def __init__(self, message: Message) -> None:
        vars(self).update(message)
        self.secrets: list[str] = [*message["secrets"]]  # those that the task pushes are added
        self.stored = StoredValues(message["values"], message["values_at"])
        self.declared = {push[0]: Declared._make(push) for push in message["push"]}
        self.inputs = [Input.of(*one) for one in message["inputs"]]
