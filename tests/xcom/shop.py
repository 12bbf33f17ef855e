"""Classes as a pipeline's own module has them."""

from __future__ import annotations

from dataclasses import InitVar, dataclass, field
from decimal import Decimal
from enum import Enum, Flag, IntEnum, StrEnum, auto
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, RootModel, field_validator
from pydantic.dataclasses import dataclass as checked_dataclass


class Colour(Enum):
    RED = 1
    BLUE = ("b", 2)


class Size(StrEnum):
    SMALL = "s"
    LARGE = "l"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Right(Flag):
    READ = auto()
    WRITE = auto()


@dataclass
class Item:
    name: str
    price: Decimal = Decimal(1)
    colour: Colour = Colour.RED
    tags: set[str] = field(default_factory=set)
    more: Any = None


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float = 0.0


@dataclass
class Derived:
    text: str
    salt: InitVar[str] = "s"
    length: int = field(init=False, default=0)

    def __post_init__(self, salt: str) -> None:
        self.length = len(self.text + salt)
        self.text += "!"


@dataclass
class Special(Item):
    discount: float = 0.5


@checked_dataclass
class Checked:
    count: int


class Order(BaseModel):
    id: int
    items: list[Item] = []
    by_colour: dict[Colour, tuple[int, ...]] = {}
    size: Size = Size.SMALL
    note: str | None = None
    point: Point | None = None


class Hashed(BaseModel):
    word: str

    @field_validator("word")
    @classmethod
    def _hash(cls, word: str) -> str:
        return word + "#"


class Renamed(BaseModel):
    model_config = ConfigDict(extra="allow", frozen=True)

    inner_name: int = Field(alias="innerName")


class Names(RootModel[list[str]]):
    pass


class Plain:
    pass


class Outer:
    @dataclass
    class Inner:
        value: int = 1
