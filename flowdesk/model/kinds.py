"""What a task may be: one model per kind, told apart by the field that only this kind has.

A new kind is a class here with a field of its own and a `Tag` in `TaskTable`. Whatever all kinds
have in common stands in `AnyTask`.
"""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Discriminator, Field, Tag, ValidationInfo, field_validator

from flowdesk.model.codes import Code
from flowdesk.model.contract import RETURN_VALUE, Pull, PullTable, Push, PushTable, Table
from flowdesk.model.fields import Command, Duration, Environment, Filled, Retries, TypeText, listed
from flowdesk.model.names import Argument, FunctionName, Key, Target
from flowdesk.model.refusals import refusal

After = Annotated[tuple[Target, ...], BeforeValidator(listed)]


class Settings(Table):
    """What `[defaults]`, a group's defaults and a task may all set. None: not set here."""

    retries: Retries | None = None
    retry_delay: Duration | None = None
    env: Environment = Field(default_factory=dict)
    cwd: Filled | None = None


class AnyTask(Settings):
    """What every task may have, whatever it does."""

    kind: ClassVar[str]
    """The word of the kind, as `plan.Kind` has it."""

    label: str | None = None
    description: str | None = None
    after: After = ()
    push: dict[Key, Push] = Field(default_factory=dict)
    returns: TypeText | None = None
    pull: dict[Argument, Pull] = Field(default_factory=dict)
    do_xcom_push: bool = True

    @property
    def code(self) -> tuple[str, ...]:
        """What to carry out, as `plan.Task.code` has it."""
        return ()

    @property
    def pushes(self) -> dict[str, PushTable]:
        """All declared keys, `returns` among them as `return_value`."""
        if self.returns is None:
            return self.push
        return {**self.push, RETURN_VALUE: PushTable(type=self.returns)}

    @field_validator("returns")
    @classmethod
    def _declares_the_return_value_once(cls, returns: str, info: ValidationInfo) -> str:
        if RETURN_VALUE in info.data.get("push", {}):
            raise refusal(Code.FIELD_TWICE, "the return value is declared both in 'push' and in 'returns'")
        return returns


class BashTask(AnyTask):
    """A text for the shell."""

    kind = "bash"
    bash: Filled

    @property
    def code(self) -> tuple[str, ...]:
        """The shell's text, alone."""
        return (self.bash,)


class CommandTask(AnyTask):
    """A program with its arguments, without a shell."""

    kind = "command"
    command: Command

    @property
    def code(self) -> tuple[str, ...]:
        """The program and its arguments."""
        return self.command


class PythonTask(AnyTask):
    """A function of a module."""

    kind = "python"
    python: FunctionName

    @property
    def code(self) -> tuple[str, ...]:
        """The `module:function`, alone."""
        return (self.python,)


class JointTask(AnyTask):
    """Nothing to do: a point where the order of other tasks meets."""

    kind = "joint"

    @field_validator("push", "pull", "returns")
    @classmethod
    def _hands_on_nothing(
        cls, contract: dict[str, PushTable] | dict[str, PullTable] | str
    ) -> dict[str, PushTable] | dict[str, PullTable] | str:
        if contract:
            sentence = "a task with {field} must do something, and this one does nothing"
            raise refusal(Code.JOINT_HAS_DATA, sentence, suggestion="write bash, command or python")
        return contract


KINDS: dict[str, type[AnyTask]] = {kind.kind: kind for kind in (BashTask, CommandTask, PythonTask, JointTask)}


def kind_of(written: object) -> str:
    """The kind that a written task asks for: that of the first field that only one kind has."""
    if isinstance(written, dict):
        return next((kind for kind in KINDS if kind in written), "joint")
    return "joint"


TaskTable = Annotated[
    Annotated[BashTask, Tag("bash")]
    | Annotated[CommandTask, Tag("command")]
    | Annotated[PythonTask, Tag("python")]
    | Annotated[JointTask, Tag("joint")],
    Discriminator(kind_of),
]
