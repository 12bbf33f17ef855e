"""The XCom contract as a file writes it: what a task pushes, and what it pulls into which argument."""

from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    model_validator,
)

from flowdesk.model.codes import Code
from flowdesk.model.fields import Default, TypeText, listed
from flowdesk.model.names import Key, SourceText
from flowdesk.model.refusals import refusal

RETURN_VALUE = "return_value"
"""The key of what a function returns, and of a pull that names none (Airflow's word)."""


class Table(BaseModel):
    """A table of the file: nothing in it may change, and nothing unknown may be in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class PushTable(Table):
    """What is pushed under one key; a bare string in the file is its type."""

    type: TypeText
    required: bool = True
    description: str | None = None
    # Any: an example may be whatever a push may be.
    example: Any = None


class PullTable(Table):
    """What one argument takes.

    `sources` are as written: each a target, maybe with `:key`. `has_default` tells a default that
    is given from none; TOML has no null, so a default is never None.
    """

    sources: Annotated[tuple[SourceText, ...], BeforeValidator(listed)] = Field(alias="from")
    key: Key | None = None
    default: Default = None
    required: bool = True
    _listed: bool = PrivateAttr(default=False)

    @property
    def listed(self) -> bool:
        """Whether the sources are written as a list, so that the argument is one, however few they are."""
        return self._listed

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

    @model_validator(mode="wrap")
    @classmethod
    def _remember_the_list(cls, written: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        pull = handler(written)
        pull._listed = isinstance(written, dict) and isinstance(written.get("from"), list)  # noqa: SLF001 - its own
        return pull

    @model_validator(mode="after")
    def _says_the_key_once(self) -> Self:
        if self.key is not None and any(":" in source for source in self.sources):
            raise refusal(Code.FIELD_TWICE, "the key is named both in 'from' and in 'key'")
        if not self.sources:
            raise refusal(Code.WRONG_VALUE, "this pull names no task to pull from")
        return self


def _push_table(value: object) -> object:
    return {"type": value} if isinstance(value, str) else value


def _pull_table(value: object) -> object:
    return {"from": value} if isinstance(value, str | list) else value


Push = Annotated[PushTable, BeforeValidator(_push_table)]
Pull = Annotated[PullTable, BeforeValidator(_pull_table)]
