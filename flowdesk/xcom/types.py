"""Type expressions as pipeline files write them: `list[float] | None` read into a `Type`.

A grammar of our own, read by hand: the standard library's `ast` would take far more than is meant,
and an error needs the offset at which the author went wrong.
"""

from __future__ import annotations

import re
from functools import lru_cache

from flowdesk.xcom.containers import COLLECTIONS, Collection, Dict, Tuple, Union
from flowdesk.xcom.kept import KEPT, Kept, Model
from flowdesk.xcom.shapes import MAX_DEPTH, SCALARS, AnyType, JsonType, Literal, Mismatch, Scalar, Type

__all__ = ["Mismatch", "Type", "TypeExpressionError", "parse"]

ANY = AnyType()
BARE: dict[str, Type] = {
    **{name: Scalar(name) for name in SCALARS},
    **{name: Collection(name, ANY) for name in COLLECTIONS},
    "any": ANY,
    "json": JsonType(),
    "dict": Dict(ANY, ANY),
    "tuple": Tuple((), ANY),
    **{name: Kept(name) for name in KEPT},
}
NAMES = sorted([*BARE, "Literal"])
OTHER_WORDS = {
    "string": "str",
    "text": "str",
    "integer": "int",
    "long": "int",
    "number": "float",
    "double": "float",
    "boolean": "bool",
    "object": "dict",
    "map": "dict",
    "timestamp": "datetime",
    "duration": "timedelta",
    "null": "None",
    "nonetype": "None",
    "optional": "None",
    "dataframe": "table",
    "ndarray": "array",
}

TOKEN = re.compile(
    r"""\s*(?:
    (?P<model>[^\W\d][\w.]*:[\w.]+) | (?P<name>[^\W\d][\w.]*) | (?P<dots>\.\.\.) | (?P<sign>[\[\],|]) |
    (?P<string>"[^"\\]*"|'[^'\\]*') | (?P<number>-?\d{1,300}(?![\w.])) | (?P<end>$)
    )""",
    re.VERBOSE,
)


class TypeExpressionError(ValueError):
    """A type expression cannot be read. `offset` counts characters from 0."""

    def __init__(self, message: str, offset: int, suggestion: str | None = None) -> None:
        self.message = message
        self.offset = offset
        self.suggestion = suggestion
        super().__init__(f"{message}, {suggestion}" if suggestion else message)


@lru_cache(maxsize=1024)
def parse(text: str) -> Type:
    """Read a type expression.

    Raises:
        TypeExpressionError: the text is no type expression.
    """
    reader = _Reader(text)
    found = reader.union()
    reader.expect("", "the end")
    return found


class _Reader:
    """Recursive descent over one expression; `kind`, `word` and `offset` are of the next token."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        self._depth = 0
        self.advance()

    def advance(self) -> str:
        """Step over the next token and return it."""
        gone = getattr(self, "word", "")
        match = TOKEN.match(self._text, self._position)
        if match is None or match.lastgroup is None:
            rest = self._text[self._position :]
            offset = self._position + len(rest) - len(rest.lstrip())
            raise TypeExpressionError(f"unexpected {self._text[offset]!r} in a type", offset)
        self.kind = match.lastgroup
        self.word = match[self.kind]
        self.offset = match.start(self.kind)
        self._position = match.end()
        return gone

    def expect(self, sign: str, words: str) -> None:
        """Step over `sign`, or complain that `words` were expected."""
        if self.word != sign:
            raise self.error(f"expected {words}, found {self._found()}")
        if sign:
            self.advance()

    def error(self, message: str, suggestion: str | None = None) -> TypeExpressionError:
        """The complaint about the next token."""
        return TypeExpressionError(message, self.offset, suggestion)

    def union(self) -> Type:
        members: list[Type] = []
        while True:
            one = self._one()
            members += [m for m in (one.members if isinstance(one, Union) else (one,)) if m not in members]
            if self.word != "|":
                return members[0] if len(members) == 1 else Union(tuple(members))
            self.advance()

    def _found(self) -> str:
        return repr(self.word) if self.word else "nothing more"

    def _one(self) -> Type:
        if self.kind == "model":
            return self._model()
        if self.kind != "name":
            raise self.error(f"expected a type, found {self._found()}")
        if self.word not in NAMES:
            raise self.error(f"unknown type {self.word!r}", _nearest(self.word))
        name = self.advance()
        if self.word == "[":
            return self._bracketed(name)
        if name == "Literal":
            raise self.error("Literal needs its values: Literal['a', 'b']")
        return BARE[name]

    def _model(self) -> Type:
        module, _, name = self.word.partition(":")
        if not all(part.isidentifier() for part in (*module.split("."), *name.split("."))):
            raise self.error(f"{self.word!r} is no 'module:Class'")
        return Model(self.advance())

    def _bracketed(self, name: str) -> Type:
        if name not in COLLECTIONS and name not in ("dict", "tuple", "Literal"):
            raise self.error(f"{name} takes nothing in brackets")
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self.error(f"a type of more than {MAX_DEPTH} brackets in one another")
        self.advance()
        found = self._arguments(name)
        self.expect("]", f"']' to close {name}")
        self._depth -= 1
        return found

    def _arguments(self, name: str) -> Type:
        if name == "Literal":
            return self._literal()
        if name == "tuple":
            return self._tuple()
        first = self.union()
        if name != "dict":
            return Collection(name, first)
        self.expect(",", "',' and the type of the values")
        return Dict(first, self.union())

    def _tuple(self) -> Type:
        items = [self.union()]
        while self.word == ",":
            self.advance()
            if self.word == "..." and len(items) == 1:
                self.advance()
                return Tuple((), items[0])
            items.append(self.union())
        return Tuple(tuple(items))

    def _literal(self) -> Type:
        choices = [self._choice()]
        while self.word == ",":
            self.advance()
            choices.append(self._choice())
        return Literal(tuple(choices))

    def _choice(self) -> object:
        if self.kind in ("string", "number") or self.word in ("True", "False", "None"):
            try:
                from ast import literal_eval  # takes longer to import than types mostly do to read

                return literal_eval(self.word)
            except (SyntaxError, ValueError):
                raise self.error(f"cannot read {self.word!r} as a value") from None
            finally:
                self.advance()
        raise self.error(f"expected a string, a whole number, True, False or None, found {self._found()}")


def _nearest(name: str) -> str | None:
    word = OTHER_WORDS.get(name.lower())
    if word is None:
        folded = {known.lower(): known for known in NAMES}
        from difflib import get_close_matches

        near = get_close_matches(name.lower(), folded, n=1)
        word = folded[near[0]] if near else None
    if name.lower() == "optional":
        return "write T | None for an optional T"
    return word and f"did you mean '{word}'?"
