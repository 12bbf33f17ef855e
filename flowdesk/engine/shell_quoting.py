"""Puts values into shell text so that each arrives as data, byte for byte, wherever in the text it stands.

Chosen: the text is read as bash reads it, with the values left out, and each is quoted for its place; so
no value is ever read as shell. Refused: quoting all alike (a quoted word within quotes is code again), and
handing values over in variables (the text that is recorded would not be what was run).

What a command does with its argument is its own: a value handed to `ssh host …` or `python -c …` is read
once more there. `eval`, `trap` and `sh -c` are known to do so and are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from flowdesk.plan.shell_code import read_shell
from flowdesk.plan.shell_text import HOLE, Edge, Ending, Slot, Unquotable, Where

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from flowdesk.plan.shell_text import Piece

__all__ = ["HOLE", "Unquotable", "Value", "quote_into"]

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_BARE = re.compile(r"[\w./:@%+,-]+", re.ASCII)
_LETTERS = re.compile(r"[A-Za-z_]")
_RESERVED = frozenset(
    (
        *(
            "if",
            "then",
            "elif",
            "else",
            "fi",
            "case",
            "esac",
            "for",
            "select",
            "while",
            "until",
            "do",
            "done",
        ),
        *("in", "function", "time", "coproc"),
    )
)
_NOTHING = "${0+}"
"""Expands to nothing, and keeps two parts of a here-document's line apart."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value as text. `unknown`: it stands for one that is not known yet, and is shown as it is."""

    text: str
    unknown: bool = False


def quote_into(text: str, values: Sequence[Value]) -> str:
    """The shell text with the values in the places of its `HOLE`s, in order, each quoted for its place.

    Raises:
        Unquotable: a value stands where no quotes make it data, or holds what no quotes can.
    """
    if not values:
        return text
    filling = _Filling(values)
    for piece in _pieces(text):
        filling.add(piece)
    return "".join(filling.found)


@lru_cache(maxsize=64)
def _pieces(text: str) -> tuple[Piece, ...]:
    """The tries of mapped tasks differ in their values, and seldom in the text around them."""
    return tuple(read_shell(text))


class _Filling:
    def __init__(self, values: Sequence[Value]) -> None:
        self.found: list[str] = []
        self._values = iter(values)
        self._bodies: list[tuple[int, Ending]] = []

    def add(self, piece: str | Slot | Edge) -> None:
        if isinstance(piece, str):
            self.found.append(piece)
        elif isinstance(piece, Slot):
            self.found.append(self._filled(piece, next(self._values)))
        elif piece.begins:
            self._bodies.append((len(self.found), piece.ending))
        else:
            begin, ending = self._bodies.pop()
            self._check_body(ending, "".join(self.found[begin:]))

    def _filled(self, slot: Slot, value: Value) -> str:
        if value.unknown:
            return value.text
        if HOLE in value.text:
            raise Unquotable("it holds a NUL character, which no command can be given")
        written = self._written(slot, value)
        if slot.in_inner_array and re.search(r"['\\]", value.text):
            raise Unquotable(
                "it holds a ' or \\, at which bash loses its way in an array within $(…); "
                "assign it to a variable before, and write that"
            )
        if any(ending.changes(self._line(), written) for _, ending in self._bodies):
            raise Unquotable(
                "a line of it begins with a tab or ends with \\, which a here-document around takes away; "
                "assign it to a variable before, and write that"
            )
        return written

    def _written(self, slot: Slot, value: Value) -> str:
        if slot.where is Where.EVALUATED or (slot.clause is not None and slot.clause.evaluates):
            return _number(slot, value.text)
        if slot.where is Where.HEREDOC and slot.ending is not None:
            return self._in_heredoc(value.text, slot.ending)
        if slot.where is Where.HEREDOC_QUOTED and slot.ending is not None:
            return self._in_quoted(value.text, slot.ending)
        return _code(value.text, slot) if slot.where is Where.CODE else _WAYS[slot.where](value.text)

    def _line(self) -> str:
        """What the line that is being written has so far."""
        parts: list[str] = []
        for piece in reversed(self.found):
            parts.append(piece.rpartition("\n")[2])
            if "\n" in piece:
                break
        return "".join(reversed(parts))

    def _in_heredoc(self, text: str, ending: Ending) -> str:
        """Escaped, and so that no line of it ends the here-document or loses its tabs."""
        lines = re.sub(r"[\\$`]", r"\\\g<0>", text).split("\n")
        for position, line in enumerate(lines):
            before = "" if position else self._line()
            whole = before + line
            is_last = position == len(lines) - 1
            ends = _may_end(ending, before, line) and (is_last or bool(line) or ending.ends(whole))
            if ends or (ending.tabs and line.startswith("\t") and not before.strip("\t")):
                lines[position] = _NOTHING + line
        return "\n".join(lines)

    def _in_quoted(self, text: str, ending: Ending) -> str:
        starts = not self._line().strip("\t")
        lines = text.split("\n")
        if ending.tabs and any(line.startswith("\t") for line in (lines if starts else lines[1:])):
            raise Unquotable("a line of it begins with a tab, which <<- takes away; write << instead")
        if any(_loses(ending, line) for line in (self._line() + text).split("\n")):
            raise Unquotable(
                f"sh would lose a letter of it after one of {ending.line!r}; choose another word"
            )
        return text

    @staticmethod
    def _check_body(ending: Ending, body: str) -> None:
        if ending.is_broken_by(body):
            begins = ", or begin as if it did" if ending.is_inner else ""
            raise Unquotable(
                f"a line of the here-document would end it{begins}, with {ending.line!r}; choose another word"
            )


def _may_end(ending: Ending, before: str, line: str) -> bool:
    """Whether a line could be the one that ends the here-document, or seem so at first, from `line` on."""
    begun = ending.bare(before)
    whole = ending.bare(before + line)
    return ending.line.startswith(begun) and (not whole or ending.line.startswith(whole[0]))


def _loses(ending: Ending, line: str) -> bool:
    """Whether dash takes away a byte of a line: if none of ASCII comes after what began as the end does."""
    whole = ending.bare(line)
    alike = next((n for n in range(len(ending.line), 0, -1) if whole.startswith(ending.line[:n])), 0)
    return alike > 0 and not whole[alike : alike + 1].isascii()


def _number(slot: Slot, text: str) -> str:
    if not _NUMBER.fullmatch(text):
        why = "'[[' compares numbers here" if slot.clause else slot.why
        raise Unquotable(f"{why}, so it must be a whole number and not {text[:40]!r}")
    return f"({text})" if text.startswith("-") and slot.clause is None else text


def _code(text: str, slot: Slot) -> str:
    """A word, without quotes where it can be none but itself."""
    is_bare = _BARE.fullmatch(text) and not slot.before_redirection and slot.clause is None
    if is_bare and (not _LETTERS.search(text) or (slot.alone and text not in _RESERVED)):
        return text
    return _single(text)


def _single(text: str) -> str:
    return "'" + _in_single(text) + "'"


def _in_single(text: str) -> str:
    """A backslash at the end of a line is kept from it: around may be a here-document, which joins them."""
    return re.sub(r"\\(?=\n|\Z)", r"\\''", text.replace("'", "'\\''"))


def _in_double(text: str) -> str:
    return re.sub(r'[\\"$`]', r"\\\g<0>", text)


def _in_array(text: str) -> str:
    """Out of the quotes, as bash doubles some control characters in them."""
    return f'"{_single(text)}"'


def _in_double_in_brace(text: str) -> str:
    """As in double quotes; but bash looks for braces to expand as if there were none."""
    return _in_double(text).replace("{", "$(printf \\\\173)")


def _in_brace(text: str) -> str:
    """Bash looks for the other one of a single quote, and no backslash tells it not to."""
    return re.sub(r'[\\"$`}]', r"\\\g<0>", text).replace("'", "$(printf \\\\047)")


def _in_ansi(text: str) -> str:
    """In a quotation of its own, so that no escape before it goes on into it."""
    return "'$'" + text.replace("\\", "\\\\").replace("'", "\\047") + "'$'"


def _in_pattern(text: str) -> str:
    return f'"{_in_double_in_brace(text)}"'


def _in_comment(text: str) -> str:
    if "\n" in text:
        raise Unquotable("it has several lines and stands in a comment, which is one")
    return text + " " if text.endswith("\\") else text


def _plain_only(text: str) -> str:
    if text and not _BARE.fullmatch(text):
        raise Unquotable("within ${…} of a here-document it cannot be quoted; assign it to a variable first")
    return text


_WAYS: Mapping[Where, Callable[[str], str]] = {
    Where.DOUBLE: _in_double,
    Where.DOUBLE_IN_ARRAY: _in_array,
    Where.DOUBLE_IN_BRACE: _in_double_in_brace,
    Where.SINGLE: _in_single,
    Where.ANSI: _in_ansi,
    Where.BRACE: _single,
    Where.BRACE_DOUBLE: _in_brace,
    Where.PATTERN_DOUBLE: _in_pattern,
    Where.HEREDOC_BRACE: _plain_only,
    Where.COMMENT: _in_comment,
}
