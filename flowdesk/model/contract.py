"""The XCom contract as a file writes it: what a task pushes, and what it pulls into which argument."""

from typing import Annotated, Any, Self

from pydantic import (
    BeforeValidator,
    Field,
    ModelWrapValidatorHandler,
    ValidationInfo,
    field_validator,
    model_validator,
)

from flowdesk.model.codes import Code
from flowdesk.model.constraints import Constraints, check_fit, fitting
from flowdesk.model.fields import Default, Size, TypeText, listed
from flowdesk.model.names import Key, SourceText
from flowdesk.model.refusals import refusal
from flowdesk.model.table import Table, short_for

RETURN_VALUE = "return_value"
"""The key of what a function returns, and of a pull that names none (Airflow's word)."""


class PushTable(Constraints):
    """What is pushed under one key; a bare string in the file is its type."""

    type: Annotated[TypeText, Field(examples=["float", "dict[str, float]", "list[str] | None"])]
    """The type of the value: int, float, str, list[float], dict[str, float], T | None, Literal['a', 'b'] …"""
    required: bool = True
    """Whether a try that ends without having pushed it has failed."""
    description: Annotated[str | None, Field(examples=["share of right answers, 0 to 1"])] = None
    """What the value means, for people."""
    # Any: an example may be whatever a push may be.
    example: Annotated[Any, Field(examples=[0.93])] = None
    """A value as it might be; it must fit the type."""
    max_bytes: Annotated[Size | None, Field(examples=["10MB", 65536])] = None
    """The largest that the value may be: bytes, or a text like "10MB"."""
    secret: bool = False
    """Keep the value masked wherever it would be shown."""
    show: bool = False
    """It is there for people to look at, so that nobody need pull it."""
    source: Annotated[SourceText | None, Field(alias="from", examples=["choose_best_model:best"])] = None
    """Only where the task is another pipeline: the task and key in there whose value this is."""

    @field_validator("example")
    @classmethod
    def _is_of_its_type(cls, example: object, info: ValidationInfo) -> object:
        return fitting(example, info, Code.EXAMPLE_MISFIT)

    @model_validator(mode="after")
    def _suits_its_type(self) -> Self:
        check_fit(self.type, self.constraints)
        return self


class PullTable(Table):
    """What one argument takes.

    `sources` are as written: each a target, maybe with `:key`. `has_default` tells a default that
    is given from none; TOML has no null, so a default is never None.
    """

    sources: Annotated[
        tuple[SourceText, ...],
        BeforeValidator(listed, json_schema_input_type=str | list[str]),
        Field(alias="from", examples=["train:accuracy", "models.*", ["model_a", "model_b"]]),
    ]
    """The task to take from, a group or glob (group.*) for a list of all of theirs, or a list of these."""
    key: Annotated[Key | None, Field(examples=["accuracy"])] = None
    """The key to take, where `from` does not say it after a colon; return_value if neither does."""
    type: Annotated[TypeText | None, Field(examples=["float", "list[float]"])] = None
    """What the task expects; it is checked against what is pushed before anything runs."""
    default: Annotated[Default, Field(examples=[0])] = None
    """What the argument is where the value is absent. Without one, absence is an error."""
    required: bool = True
    """With false, an absent value leaves the argument out."""
    earlier: bool = False
    """Take the value of the latest run that has one, if this run has none (Airflow's include_prior_dates)."""

    @property
    def listed(self) -> bool:
        """Whether the sources are written as a list, so that the argument is one, however few they are."""
        return "_listed" in self.__dict__

    @property
    def has_default(self) -> bool:
        """Whether a default is written."""
        return "default" in self.model_fields_set

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Each source as its target (task id, group id or glob) and key."""
        return tuple(
            (target, key if colon else self.key or RETURN_VALUE)
            for target, colon, key in (source.partition(":") for source in self.sources)
        )

    @field_validator("default")
    @classmethod
    def _is_of_its_type(cls, default: object, info: ValidationInfo) -> object:
        return fitting(default, info, Code.DEFAULT_MISFIT) if info.data.get("type") else default

    @model_validator(mode="wrap")
    @classmethod
    def _says_the_key_once(cls, written: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        pull = handler(written)
        if isinstance(written, dict) and isinstance(written.get("from"), list):
            pull.__dict__["_listed"] = True  # a private attribute, most of them unset, takes twice the time
        if pull.key is not None and any(":" in source for source in pull.sources):
            raise refusal(
                Code.FIELD_TWICE, "the key is named both in 'from' and in 'key'", at="key", other="from"
            )
        if not pull.sources:
            raise refusal(Code.WRONG_VALUE, "this pull names no task to pull from")
        return pull


Push = Annotated[
    PushTable, BeforeValidator(short_for("type", str), json_schema_input_type=TypeText | PushTable)
]
Pull = Annotated[
    PullTable,
    BeforeValidator(short_for("from", str, list), json_schema_input_type=str | list[str] | PullTable),
]
