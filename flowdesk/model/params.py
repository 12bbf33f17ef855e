"""The parameters of a pipeline: values that whoever starts a run may set."""

from typing import Annotated, Any, Self

from pydantic import AliasChoices, BeforeValidator, Field, ValidationInfo, field_validator, model_validator

from flowdesk.model.codes import Code
from flowdesk.model.constraints import Constraints, check_fit, fitting
from flowdesk.model.fields import Default, TypeText
from flowdesk.model.names import Argument
from flowdesk.model.refusals import refusal
from flowdesk.model.table import short_for


def _choices(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


class ParamTable(Constraints):
    """One parameter; a bare string in the file is its type."""

    type: Annotated[TypeText, Field(examples=["int", "float", "date"])]
    """The type of the value."""
    choices: Annotated[
        tuple[Any, ...] | None,
        BeforeValidator(_choices, json_schema_input_type=list[Any]),
        Field(validation_alias=AliasChoices("choices", "enum"), examples=[["small", "large"]]),
    ] = None
    """The values that are allowed; enum means the same."""
    default: Annotated[Default, Field(examples=[3])] = None
    """The value where none is given. Without one, every run must be given one."""
    required: bool | None = None
    """With false, a run may leave it out though it has no default: its value is null."""
    description: Annotated[str | None, Field(examples=["how often to go through the data"])] = None
    """What it is for, shown where it is asked for."""

    @field_validator("choices")
    @classmethod
    def _are_of_its_type(cls, choices: tuple[object, ...], info: ValidationInfo) -> tuple[object, ...]:
        if not choices:
            raise refusal(Code.WRONG_VALUE, "there must be at least one choice")
        return tuple(fitting(choice, info, Code.DEFAULT_MISFIT) for choice in choices)

    @field_validator("default")
    @classmethod
    def _is_of_its_type(cls, default: object, info: ValidationInfo) -> object:
        value = fitting(default, info, Code.DEFAULT_MISFIT)
        choices = info.data.get("choices")
        if choices is not None and value not in choices:
            sentence = f"{{field}} is none of the choices {', '.join(map(repr, choices))}"
            raise refusal(Code.DEFAULT_MISFIT, sentence)
        return value

    @property
    def has_default(self) -> bool:
        """Whether a default is written."""
        return "default" in self.model_fields_set

    @property
    def is_required(self) -> bool:
        """Whether a run must be given a value."""
        return not self.has_default and self.required is not False

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        check_fit(self.type, self.constraints)
        if self.has_default and self.required:
            hint = "remove one of the two"
            sentence = "a param with a default is not required"
            raise refusal(Code.FIELD_TWICE, sentence, suggestion=hint, at="required", other="default")
        return self


Param = Annotated[
    ParamTable, BeforeValidator(short_for("type", str), json_schema_input_type=TypeText | ParamTable)
]
Params = Annotated[
    dict[Argument, Param],
    Field(examples=[{"epochs": "int"}, {"epochs": {"type": "int", "default": 3, "ge": 1}}]),
]
