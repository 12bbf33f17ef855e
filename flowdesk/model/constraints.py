"""What narrows a declared type: bounds, lengths and a pattern, of a push or a parameter alike."""

import math
from typing import Annotated, Self

from pydantic import Field, ValidationInfo, model_validator

from flowdesk.model.codes import Code
from flowdesk.model.fields import Length, Number, Pattern
from flowdesk.model.refusals import refusal
from flowdesk.model.table import Table
from flowdesk.xcom.containers import Collection, Dict, Tuple, Union
from flowdesk.xcom.shapes import AnyType, JsonType, Literal, Scalar, Type
from flowdesk.xcom.types import parse

BOUNDS = ("ge", "gt", "le", "lt")
LENGTHS = ("min_length", "max_length")
_NUMBERS = ("int", "float", "Decimal")
_TEXTS = ("str", "bytes")


class Constraints(Table):
    """What every table with a `type` may say besides it."""

    ge: Annotated[Number, Field(examples=[0])] = None
    """The least value: greater or equal."""
    gt: Annotated[Number, Field(examples=[0])] = None
    """The value must be greater than this."""
    le: Annotated[Number, Field(examples=[1, 100])] = None
    """The greatest value: less or equal."""
    lt: Annotated[Number, Field(examples=[1])] = None
    """The value must be less than this."""
    min_length: Annotated[Length | None, Field(examples=[1])] = None
    """The fewest characters of a text, or items of a list or dict."""
    max_length: Annotated[Length | None, Field(examples=[80])] = None
    """The most characters of a text, or items of a list or dict."""
    pattern: Annotated[Pattern | None, Field(examples=["^[a-z]+$"])] = None
    """A regular expression of Python's that a text must match somewhere; ^ and $ tie it to its ends."""

    @property
    def constraints(self) -> dict[str, object]:
        """What is written of all this, by name."""
        if not self.model_fields_set & NAMES:
            return {}
        values = ((name, getattr(self, name)) for name in (*BOUNDS, *LENGTHS, "pattern"))
        return {name: value for name, value in values if value is not None}

    @model_validator(mode="after")
    def _leave_room(self) -> Self:
        if not self.constraints:
            return self
        low = max((bound for bound in (self.ge, self.gt) if bound is not None), default=-math.inf)
        high = min((bound for bound in (self.le, self.lt) if bound is not None), default=math.inf)
        if low > high or (low == high and (self.gt == low or self.lt == high)):
            ends = [
                next(name for name in pair if getattr(self, name) is not None)
                for pair in (BOUNDS[:2], BOUNDS[2:])
            ]
            sentence = f"no value is both above {low} and below {high}"
            raise refusal(Code.BAD_CONSTRAINT, sentence, at=ends[1], other=ends[0])
        if self.min_length is not None and self.max_length is not None and self.min_length > self.max_length:
            raise refusal(
                Code.BAD_CONSTRAINT, "no value is that long and that short: min_length > max_length"
            )
        return self


NAMES = {*BOUNDS, *LENGTHS, "pattern"}


def check_fit(type_text: str, constraints: dict[str, object]) -> None:
    """Refuse constraints that mean nothing for the type; `any` takes all, a union what one of it takes."""
    if not constraints:
        return
    known = _kinds(parse(type_text))
    for name in constraints:
        kind = "number" if name in BOUNDS else "length" if name in LENGTHS else "text"
        if kind not in known:
            words = {"number": "numbers", "length": "what has a length", "text": "texts"}[kind]
            sentence = f"'{name}' is for {words}, and a value of type {type_text} is none"
            raise refusal(Code.BAD_CONSTRAINT, sentence, at=name, other="type")


def fitting(value: object, info: ValidationInfo, code: Code) -> object:
    """A field's value as one of the type and limits that the fields before it say; else it is refused."""
    from flowdesk.model.adapters import Misfit, value_of

    said = info.data
    if "type" not in said:
        return value
    limits = {name: said[name] for name in NAMES if said.get(name) is not None}
    try:
        return value_of(said["type"], value, limits)
    except Misfit as misfit:
        raise refusal(code, f"{{field}} does not fit its type {said['type']}: {misfit}") from None


def _kinds(type_: Type) -> set[str]:
    match type_:
        case AnyType() | JsonType():
            return {"number", "length", "text"}
        case Scalar(name):
            kinds = {"number"} if name in _NUMBERS else set()
            return kinds | ({"length"} if name in _TEXTS else set()) | ({"text"} if name == "str" else set())
        case Collection() | Dict() | Tuple():
            return {"length"}
        case Literal(choices):
            return set().union(*(_kinds(Scalar(type(choice).__name__)) for choice in choices))
        case Union(members):
            return set().union(*map(_kinds, members))
        case _:
            return set()
