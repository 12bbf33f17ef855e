"""What a task may be: one model per kind, told apart by the field that only this kind has.

A new kind is a class here with a field of its own, called like the kind, and a `Tag` in `TaskTable`.
An installed package adds one by an entry point, see `plugins`. Whatever all kinds have in common
stands in `AnyTask`.
"""

from typing import Annotated

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    SerializeAsAny,
    Tag,
    WrapValidator,
    field_validator,
)

from flowdesk.model.acts import Approve, WaitTable
from flowdesk.model.codes import Code
from flowdesk.model.contract import RETURN_VALUE, PullTable, PushTable
from flowdesk.model.fields import Command, Default, Filled, listed
from flowdesk.model.names import Argument, FunctionName, Target
from flowdesk.model.plugins import plugged_in, plugged_task
from flowdesk.model.refusals import refusal
from flowdesk.model.settings import Settings
from flowdesk.model.table import HIDDEN
from flowdesk.model.task import After, AnyTask

__all__ = ["KINDS", "After", "AnyTask", "Settings", "TaskTable", "kind_of"]

PLUGGED = f"{HIDDEN}plugged"


class BashTask(AnyTask):
    """A text for the shell."""

    kind = "bash"
    bash: Annotated[Filled, Field(examples=["sleep 3", 'echo "accuracy=0.93" >> "$FLOWDESK_PUSH"'])]
    """A text for the shell. What it pulls is in its environment; it pushes by lines in $FLOWDESK_PUSH."""

    @property
    def code(self) -> tuple[str, ...]:
        """The shell's text, alone."""
        return (self.bash,)


class CommandTask(AnyTask):
    """A program with its arguments, without a shell."""

    kind = "command"
    command: Annotated[Command, Field(examples=[["rsync", "-a", "in/", "out/"]])]
    """A program with its arguments, started without a shell."""

    @property
    def code(self) -> tuple[str, ...]:
        """The program and its arguments."""
        return self.command


class PythonTask(AnyTask):
    """A function of a module."""

    kind = "python"
    python: Annotated[FunctionName, Field(examples=["shop:train"])]
    """A function, module:function. The module lies beside this file or is installed."""

    @property
    def code(self) -> tuple[str, ...]:
        """The `module:function`, alone."""
        return (self.python,)

    @property
    def function(self) -> str | None:
        """The `module:function`."""
        return self.python


class BranchTask(AnyTask):
    """A function that picks which of the tasks after it run."""

    kind = "branch"
    branch: Annotated[FunctionName, Field(examples=["shop:which_way"])]
    """A function, module:function, that returns the id, or a list of ids, of the choices that run."""
    choices: Annotated[
        tuple[Target, ...],
        BeforeValidator(listed, json_schema_input_type=str | list[str]),
        Field(examples=[["train_small", "train_large"]]),
    ]
    """The tasks and groups that it picks from; those that it does not pick are skipped."""

    @property
    def code(self) -> tuple[str, ...]:
        """The `module:function`, alone."""
        return (self.branch,)

    @property
    def function(self) -> str | None:
        """The `module:function`."""
        return self.branch

    @field_validator("choices")
    @classmethod
    def _has_a_choice(cls, choices: tuple[str, ...]) -> tuple[str, ...]:
        if not choices:
            raise refusal(Code.WRONG_VALUE, "a branch has at least one choice")
        return choices


class ShortCircuitTask(AnyTask):
    """A function that says whether what comes after it runs at all."""

    kind = "short_circuit"
    short_circuit: Annotated[FunctionName, Field(examples=["shop:is_there_news"])]
    """A function, module:function. If what it returns is false, all that comes after it is skipped."""

    @property
    def code(self) -> tuple[str, ...]:
        """The `module:function`, alone."""
        return (self.short_circuit,)

    @property
    def function(self) -> str | None:
        """The `module:function`."""
        return self.short_circuit


class WaitTask(AnyTask):
    """Waits for a file, some time, or a moment."""

    kind = "wait"
    wait: Annotated[WaitTable, Field(examples=[{"file": "data/ready.csv"}, {"seconds": 30}])]
    """Wait for a file, for so many seconds, or until a moment."""

    @property
    def code(self) -> tuple[str, ...]:
        """What is waited for, and its text: `("seconds", "30.0")`."""
        return self.wait.target


class ApproveTask(AnyTask):
    """A question that a person answers before it goes on."""

    kind = "approve"
    approve: Annotated[Approve, Field(examples=["Publish the report?"])]
    """A question that a person answers, in the window or by flowdesk approve."""

    @property
    def code(self) -> tuple[str, ...]:
        """The question, then the choices."""
        return (self.approve.question, *self.approve.choices)


class PipelineTask(AnyTask):
    """Another pipeline, run as one task: its params go in, and the keys that it is asked for come out."""

    kind = "pipeline"
    pipeline: Annotated[Filled, Field(examples=["reports.toml"])]
    """The file of another pipeline, counted from this file's folder, that is run as one task."""
    params: Annotated[dict[Argument, Default], Field(examples=[{"epochs": 3}])] = Field(default_factory=dict)
    """Values for the other pipeline's params. What this task pulls goes to the params of the same names."""

    @property
    def code(self) -> tuple[str, ...]:
        """The other file's path, as written."""
        return (self.pipeline,)

    @field_validator("push")
    @classmethod
    def _takes_nothing_from_inside(cls, push: dict[str, PushTable]) -> dict[str, PushTable]:
        for key, table in push.items():
            if table.source is None:
                hint = f'push.{key} = {{ type = "{table.type}", from = "task:key" }}'
                sentence = f"'{key}' does not say what it is in there"
                raise refusal(Code.MISSING_FIELD, sentence, suggestion=hint, at=key)
        return push

    @field_validator("returns")
    @classmethod
    def _returns_by_a_push(cls, returns: str) -> str:
        hint = f'push.{RETURN_VALUE} = {{ type = "{returns}", from = "task:key" }}'
        raise refusal(Code.WRONG_VALUE, "a pipeline returns nothing of its own", suggestion=hint)


class JointTask(AnyTask):
    """Nothing to do: a point where the order of other tasks meets."""

    kind = "joint"

    @field_validator("push", "pull", "returns", "expand")
    @classmethod
    def _hands_on_nothing(
        cls, contract: dict[str, PushTable] | dict[str, PullTable] | str
    ) -> dict[str, PushTable] | dict[str, PullTable] | str:
        if contract:
            sentence = "a task with {field} must do something, and this one does nothing"
            raise refusal(Code.JOINT_HAS_DATA, sentence, suggestion="write bash, command or python")
        return contract


KINDS: dict[str, type[AnyTask]] = {
    kind.kind: kind
    for kind in (
        BashTask,
        CommandTask,
        PythonTask,
        BranchTask,
        ShortCircuitTask,
        WaitTask,
        ApproveTask,
        PipelineTask,
        JointTask,
    )
}


def kind_of(written: object) -> str:
    """The kind that a written task asks for: that of the first field that only one kind has."""
    if not isinstance(written, dict):
        return "joint"
    if found := next((kind for kind in KINDS if kind in written), None):
        return found
    unknown = written.keys() - _JOINT_FIELDS
    return PLUGGED if unknown and plugged_in(unknown) else "joint"


_JOINT_FIELDS = frozenset(field.alias or name for name, field in JointTask.model_fields.items())

TaskTable = Annotated[
    Annotated[BashTask, Tag("bash")]
    | Annotated[CommandTask, Tag("command")]
    | Annotated[PythonTask, Tag("python")]
    | Annotated[BranchTask, Tag("branch")]
    | Annotated[ShortCircuitTask, Tag("short_circuit")]
    | Annotated[WaitTask, Tag("wait")]
    | Annotated[ApproveTask, Tag("approve")]
    | Annotated[PipelineTask, Tag("pipeline")]
    | Annotated[JointTask, Tag("joint")]
    | Annotated[SerializeAsAny[AnyTask], WrapValidator(plugged_task), Tag(PLUGGED)],
    Discriminator(kind_of),
]
