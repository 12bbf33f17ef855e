"""Reads what quotes and expansions of a shell text hold: `"…"`, `'…'`, `$'…'`, `${…}`, `$((…))`."""

from __future__ import annotations

import re
from abc import abstractmethod

from flowdesk.plan.shell_text import HOLE, Pieces, Slot, Unquotable, Where

_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_PARAMETER = re.compile(r"[!#]?(?:[A-Za-z_]\w*|\d+|[@*#?$!-])", re.ASCII)
_DEFAULT = re.compile(r":?[-=+?]")
_PATTERN = re.compile(r"##?|%%?|/[/#%]?|\^\^?|,,?|@")
_PLAIN = re.compile(r"[^\\\"'`$\0(){}\[\]]+")
COMPUTES = "the shell computes here"
SUBSCRIPT = "the shell computes the index of an array"


class Quotes(Pieces):
    """What the quotes and expansions hold."""

    @abstractmethod
    def code(self, close: str) -> None:
        """Read commands up to `close`, and take that too."""

    def double(self, evaluated: str | None = None, *, where: Where = Where.DOUBLE) -> None:
        """`"…"`; `evaluated` says by what its content is computed, if it is."""
        self.take()
        while (sign := self._next('"')) != '"':
            self._in_double(sign, self._slot(where, evaluated))
        self.take()

    def single(self, evaluated: str | None = None) -> None:
        """`'…'`."""
        self.take()
        while (sign := self._next("'")) != "'":
            self._plain_or_hole(sign, self._slot(Where.SINGLE, evaluated))
        self.take()

    def ansi(self) -> None:
        """`$'…'`."""
        self.take(2)
        while (sign := self._next("$'")) != "'":
            if sign == "\\":
                self.escape()
            else:
                self._plain_or_hole(sign, Slot(Where.ANSI))
        self.take()

    def dollar(self, *, quoted: bool, heredoc: bool = False) -> None:
        """An expansion, or a dollar that is none. `quoted`: within double quotes, or a here-document."""
        following = self.peek(1)
        if following == HOLE:
            raise Unquotable("a '$' stands right before it; take that away")
        if following == "(":
            self._substitution()
        elif following == "{":
            self.brace(quoted=quoted, heredoc=heredoc)
        elif following == "[":
            self.take(2)
            self._need(self.arithmetic("]"), "$[")
        elif following == "'" and not quoted:
            self.ansi()
        elif name := _NAME.match(self.text, self.at + 1):
            self._variable(name[0])
        else:
            self.take(2 if following and following in "0123456789@*#?$!-" else 1)

    def backticks(self) -> None:
        """Older form of `$(…)`, with rules of quoting of its own."""
        end = self.at + 1
        while end < len(self.text) and self.text[end] != "`":
            end += 2 if self.text[end] == "\\" else 1
        if HOLE in self.text[self.at : end]:
            raise Unquotable("it stands between backticks; write $(…) instead of `…`")
        self._need(end < len(self.text), "`")
        self.take(end + 1 - self.at)

    def brace(self, *, quoted: bool, heredoc: bool) -> None:
        """`${…}`."""
        self.take(2)
        name = _PARAMETER.match(self.text, self.at)
        if name is None or self.text[name.end() : name.end() + 1] == HOLE:
            raise Unquotable("'${' must be followed by the name of a variable; assign the value to one first")
        self.take(len(name[0]))
        if self.peek() == "[":
            self.take()
            self._need(self.arithmetic("]"), "[")
        if operator := _DEFAULT.match(self.text, self.at):
            self.take(len(operator[0]))
            self._word(Where.BRACE_DOUBLE if quoted else Where.BRACE, quoted=quoted, heredoc=heredoc)
        elif operator := _PATTERN.match(self.text, self.at):
            self.take(len(operator[0]))
            self._word(Where.PATTERN_DOUBLE if quoted else Where.BRACE, quoted=quoted, heredoc=heredoc)
        elif self.peek() == ":":
            self._need(self.arithmetic("}"), "${")
        else:
            self._need(self.peek() == "}", "${")
            self.take()

    def refuse_doubt(self) -> None:
        """Refuse values after brackets of which bash decides late, and at times otherwise, what they are."""
        if HOLE in self.text[self.at :]:
            raise Unquotable("'((' begins a computation or commands; with a space between, it is commands")

    def arithmetic(self, close: str) -> bool:
        """What is computed, up to `close`. False: there is no such end, so that it is something else."""
        opened: list[str] = []
        closes = {"(": ")", "[": "]", "{": "}"}
        while sign := self.peek():
            if not opened and self.starts(close):
                self.take(len(close))
                return True
            if sign in ")]}" and (not opened or opened.pop() != sign):
                return False
            if sign in closes:
                opened.append(closes[sign])
            self._computed(sign, close)
        return False

    def _computed(self, sign: str, close: str) -> None:
        why = SUBSCRIPT if close == "]" else COMPUTES
        if sign == "$":
            self.dollar(quoted=True)
        elif sign == '"' and close == "]":
            self.double(why)
        elif sign == "'" and close == "]":
            self.single(why)
        elif sign == "`":
            self.backticks()
        elif sign == "\\":
            self.escape()
        else:
            self._plain_or_hole(sign, Slot(Where.EVALUATED, why=why))

    def _word(self, where: Where, *, quoted: bool, heredoc: bool) -> None:
        """The word after an operator of `${…}`."""
        slot = Slot(Where.HEREDOC_BRACE if heredoc else where)
        while (sign := self._next("${")) != "}":
            if sign == "'" and not (quoted and where is Where.BRACE_DOUBLE):
                self.single()
            elif sign == '"':
                self.double(where=Where.DOUBLE_IN_BRACE if quoted else Where.DOUBLE)
            elif sign == "$" and self.peek(1) == "'" and quoted:
                raise Unquotable(
                    "$'…' within \"${…}\" is read in more than one way; assign it to a variable first"
                )
            else:
                self._in_double(sign, slot, quoted=quoted, heredoc=heredoc)
        self.take()

    def _in_double(self, sign: str, slot: Slot, *, quoted: bool = True, heredoc: bool = False) -> None:
        if sign == "\\":
            self.escape()
        elif sign == "$":
            self.dollar(quoted=quoted, heredoc=heredoc)
        elif sign == "`":
            self.backticks()
        else:
            self._plain_or_hole(sign, slot)

    def _plain_or_hole(self, sign: str, slot: Slot) -> None:
        if sign == HOLE:
            self.put(slot)
        else:
            plain = _PLAIN.match(self.text, self.at)
            self.take(len(plain[0]) if plain else 1)

    def _variable(self, name: str) -> None:
        """`$name`; written `${name}` where a value follows, which might go on with the name."""
        if self.peek(1 + len(name)) != HOLE:
            self.take(1 + len(name))
            return
        self.found.append(f"${{{name}}}")
        self.at += 1 + len(name)

    def _substitution(self) -> None:
        if not (self.starts("$((") and self.computation(3)):
            self.take(2)
            self.code(")")

    def computation(self, length: int) -> bool:
        """`$((…))` or `((…))`, whose begin is so long; False where it is commands in brackets twice."""
        before, size = self.at, len(self.found)
        self.take(length)
        if self.arithmetic("))"):
            return True
        self.at = before
        self.refuse_doubt()
        del self.found[size:]
        return False

    def _next(self, opened: str) -> str:
        sign = self.peek()
        self._need(bool(sign), opened)
        return sign

    @staticmethod
    def _slot(where: Where, evaluated: str | None) -> Slot:
        return Slot(Where.EVALUATED, why=evaluated) if evaluated else Slot(where)

    @staticmethod
    def _need(holds: bool, opened: str) -> None:  # noqa: FBT001 - a condition
        if not holds:
            raise Unquotable(f"the text's quotes cannot be followed: {opened} is not closed")
