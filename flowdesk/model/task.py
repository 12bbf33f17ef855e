"""What every task may have, whatever it does."""

from functools import lru_cache
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator

from flowdesk.model.codes import Code
from flowdesk.model.contract import RETURN_VALUE, Pull, Push, PushTable
from flowdesk.model.fields import Count, Default, TypeText, listed
from flowdesk.model.names import Argument, Key, Target, check_source
from flowdesk.model.refusals import refusal, written
from flowdesk.model.settings import Settings
from flowdesk.model.table import nothing

After = Annotated[
    tuple[Target, ...],
    BeforeValidator(listed, json_schema_input_type=str | list[str]),
    Field(examples=["download", ["download", "models.*"]]),
]


def _expand(value: object) -> object:
    if isinstance(value, str):
        return check_source(value)
    if not isinstance(value, list):
        hint = 'write a list, or the task and key that a list comes from: "task:key"'
        raise refusal(Code.WRONG_TYPE, f"{{field}} must be a list, not {written(value)}", suggestion=hint)
    if not value:
        raise refusal(Code.WRONG_VALUE, "{field} is an empty list, so the task would never run")
    return tuple(value)


def _teardown(value: object) -> object:
    if isinstance(value, bool):
        return () if value else None
    return listed(value)


# Any: the items may be whatever a push may be. A text is the source of a list, a tuple the list itself.
Expand = Annotated[
    Default,
    BeforeValidator(_expand, json_schema_input_type=str | list[Any]),
]


@lru_cache
def _returned(type_text: str) -> PushTable:
    """What `returns` stands for: made once for each type, of which a file has few."""
    return PushTable(type=type_text)


class AnyTask(Settings):
    """What every task may have, whatever it does. A kind that is plugged in is a subclass of this.

        class HttpTask(AnyTask):
            kind = "http"
            runs = "flowdesk_http.tasks:fetch"
            http: str
            method: str = "GET"

    A task of a plugged-in kind is a call of the function that `runs` names, in a worker: with the fields of
    the kind as keyword arguments by their names here (`fetch(http="https://…", method="GET")`), what the
    task pulls, and what else any Python task may ask for. It pushes as a Python task does.
    """

    kind: ClassVar[str]
    """The word of the kind, as `plan.Kind` has it, and the field that only this kind has."""
    runs: ClassVar[str] = ""
    """Of a plugged-in kind: the `module:function` that carries its tasks out."""

    label: Annotated[str | None, Field(examples=["Train model A"])] = None
    """What people read in its place of its id."""
    description: Annotated[str | None, Field(examples=["Train on last week's data"])] = None
    """What it does, for people."""
    after: After = ()
    """Tasks, groups or globs (group.*) that must have ended first. A pull says so too."""
    push: Annotated[
        dict[Key, Push], Field(examples=[{"accuracy": "float"}, {"best": {"type": "float", "ge": 0}}])
    ] = Field(default_factory=nothing)
    """The keys that it pushes, each with its type or a table. What is not declared here is not stored."""
    returns: Annotated[TypeText | None, Field(examples=["float"])] = None
    """The type of what it returns: short for push.return_value."""
    pull: Annotated[
        dict[Argument, Pull],
        Field(examples=[{"accuracy": "train:accuracy"}, {"all": {"from": "models.*", "key": "accuracy"}}]),
    ] = Field(default_factory=nothing)
    """What it pulls, by the argument that it arrives in: "task:key", a list of those, or a table."""
    do_xcom_push: bool = True
    """With false, it pushes nothing, whatever it returns or prints."""
    expand: Annotated[
        dict[Argument, Expand], Field(examples=[{"day": ["mon", "tue"]}, {"file": "list_files:names"}])
    ] = Field(default_factory=nothing)
    """Run it once for each item of a list, written here or pulled ("task:key"); two lists: for each pair."""
    expand_limit: Annotated[Count | None, Field(examples=[1000])] = None
    """The most tasks that expand may make; more is an error. 1024 if not written."""
    max_active_tasks: Annotated[Count | None, Field(examples=[4])] = None
    """How many of the tasks that expand makes may run at once."""
    setup: bool = False
    """It prepares what others need: retried and cleared with them."""
    teardown: Annotated[
        tuple[Target, ...] | None,
        BeforeValidator(_teardown, json_schema_input_type=bool | str | list[str]),
        Field(examples=[True, "start_cluster", ["start_cluster"]]),
    ] = None
    """It cleans up, and runs however those before it ended. Names the setup tasks that it undoes, or true."""

    @property
    def code(self) -> tuple[str, ...]:
        """What to carry out, as `plan.Task.code` has it."""
        return ()

    @property
    def function(self) -> str | None:
        """The `module:function` that it calls, of a kind that calls one."""
        return None

    @property
    def pushes(self) -> dict[str, PushTable]:
        """All declared keys, `returns` among them as `return_value`."""
        if self.returns is None:
            return self.push
        return {**self.push, RETURN_VALUE: _returned(self.returns)}

    @field_validator("push")
    @classmethod
    def _takes_nothing_from_inside(cls, push: dict[str, PushTable]) -> dict[str, PushTable]:
        if any(table.source for table in push.values()):
            raise refusal(Code.WRONG_VALUE, "'from' in a push is only for tasks that are another pipeline")
        return push

    @field_validator("returns")
    @classmethod
    def _declares_the_return_value_once(cls, returns: str, info: ValidationInfo) -> str:
        if RETURN_VALUE in info.data.get("push", {}):
            sentence = "the return value is declared both in 'push' and in 'returns'"
            raise refusal(Code.FIELD_TWICE, sentence, beside=("push", RETURN_VALUE))
        return returns

    @field_validator("expand")
    @classmethod
    def _fills_an_argument_once(cls, expand: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
        if twice := info.data.get("pull", {}).keys() & expand.keys():
            name = min(twice)
            sentence = f"'{name}' is filled both by 'pull' and by 'expand'"
            raise refusal(Code.FIELD_TWICE, sentence, at=name, beside=("pull", name))
        return expand

    @field_validator("teardown")
    @classmethod
    def _prepares_or_cleans_up(cls, teardown: object, info: ValidationInfo) -> object:
        if teardown is not None and info.data.get("setup"):
            raise refusal(Code.WRONG_VALUE, "a task either sets up or tears down, not both")
        return teardown
