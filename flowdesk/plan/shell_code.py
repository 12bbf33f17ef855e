"""Reads a whole shell text: commands in one another, comments, here-documents."""

from __future__ import annotations

import re

from flowdesk.plan.shell_quotes import Quotes
from flowdesk.plan.shell_text import HOLE, Edge, Ending, Piece, Slot, Unquotable, Where
from flowdesk.plan.shell_words import QUOTED, Words

_PLAIN = re.compile(r"[^\s;&|()<>#'\"`\\$\0]+")
_ENDING = re.compile(
    r"""(?:[^ \t\n;&|()<>'"\\$`\x01\x7f]|\\[^\n]|'[^'\n]*'|"[^"\\$`\n]*")+(?=[ \t\n;&|)<>])"""
)
_OPERATORS = ("&>>", "&>", "&&", "&", "||", "|&", "|", ";;&", ";;", ";&", ";")
_REDIRECTIONS = ("<<<", "<&", "<>", "<", ">>", ">&", ">|", ">")
_ENDS_WORD = " \t\n;&|"
_BEFORE_WORD = f"{_ENDS_WORD}(=<>"


def read_shell(text: str) -> list[Piece]:
    """The pieces of a shell text in which `HOLE` stands for each value.

    Raises:
        Unquotable: a value stands where no quotes make it data, or the text cannot be followed.
    """
    reader = _Code(text)
    reader.code("")
    return reader.found


class _Code(Quotes):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._awaited: list[Ending] = []
        self._substitutions = 0
        self._awaited_outside = 0

    def code(self, close: str, words: Words | None = None) -> None:
        """Commands up to `close`, or to the end of the text. Without words, those of a substitution."""
        if close and words is None:
            self._substitutions += 1
            self._code(close, Words())
            self._substitutions -= 1
        else:
            self._code(close, words or Words())

    def _code(self, close: str, words: Words) -> None:
        outside, self._awaited = self._awaited, []
        self._awaited_outside += len(outside)
        while sign := self.peek():
            if sign == ")":
                words.finish()  # it may be the esac that ends a case
            if sign == ")" and not words.in_pattern and close:
                self._leave(outside)
                return
            self._one(sign, words)
        if close:
            raise Unquotable("the text's quotes cannot be followed: ( is not closed")

    def _leave(self, outside: list[Ending]) -> None:
        if self._awaited:
            raise Unquotable("a here-document is not closed before the ) after it")
        self._awaited = outside
        self._awaited_outside -= len(outside)
        self.take()

    def _one(self, sign: str, words: Words) -> None:
        """The next thing."""
        if sign in " \t":
            words.finish()
            self.take()
        elif sign == "\n":
            self._line_end(words)
        elif sign in ";&|":
            self._operator(words)
        elif sign in "<>":
            self._redirection(words)
        elif sign in "()":
            self._bracket(sign, words)
        elif sign == "#" and not words.word:
            self._comment()
        elif sign == HOLE:
            self._value(words)
        else:
            self._in_word(sign, words)

    def _in_word(self, sign: str, words: Words) -> None:
        if sign == "\\":
            words.word += "" if self.peek(1) == "\n" else QUOTED
            self.escape()
            return
        if sign not in "'\"`$":
            plain = _PLAIN.match(self.text, self.at)
            length = len(plain[0]) if plain else 1
            words.word += self.text[self.at : self.at + length]
            self.take(length)
            return
        if sign == "'":
            self.single(words.evaluated if self._holds("'") else None)
        elif sign == '"':
            self._double(words)
        elif sign == "`":
            self.backticks()
        elif self.starts('$"'):
            self.take()
            self._double(words)
        else:
            self.dollar(quoted=False)
        words.word += QUOTED

    def _holds(self, quote: str) -> bool:
        """Whether a value comes before the next quote."""
        hole, end = self.text.find(HOLE, self.at), self.text.find(quote, self.at + 1)
        return hole >= 0 and (hole < end or end < 0)

    def _double(self, words: Words) -> None:
        at, before = self.at, len(self.found)
        self.double()
        if not any(isinstance(piece, Slot) for piece in self.found[before:]):
            return
        if evaluated := words.evaluated:
            self.at = at
            del self.found[before:]
            self.double(evaluated)
        slot = Slot(Where.DOUBLE_IN_ARRAY if words.is_array else Where.DOUBLE, clause=words.clause)
        self.found[before:] = [
            slot if piece == Slot(Where.DOUBLE) else piece for piece in self.found[before:]
        ]

    def _value(self, words: Words) -> None:
        evaluated = words.evaluated
        if evaluated:
            self.put(Slot(Where.EVALUATED, why=evaluated))
        else:
            before, after = self.text[self.at - 1 : self.at], self.peek(1)
            alone = (not before or before in _BEFORE_WORD) and (not after or after in _ENDS_WORD + ")")
            slot = Slot(Where.CODE, alone=alone, before_redirection=after in ("<", ">"), clause=words.clause)
            self.put(slot)
        words.word += QUOTED

    def _operator(self, words: Words) -> None:
        sign = next(sign for sign in _OPERATORS if self.starts(sign))
        if sign.startswith("&>"):
            words.finish()
        else:
            words.operator(sign)
        self.take(len(sign))

    def _redirection(self, words: Words) -> None:
        if self.peek(1) == "(":
            words.word += QUOTED
            if self.peek(2) == "(":
                self.refuse_doubt()
            self.take(2)
            self.code(")")
            return
        words.finish()
        if self.starts("<<") and not self.starts("<<<"):
            self._await_heredoc()
            return
        self.take(len(next(sign for sign in _REDIRECTIONS if self.starts(sign))))

    def _bracket(self, sign: str, words: Words) -> None:
        if sign == ")":
            if words.in_pattern:
                words.end_pattern()
            else:
                words.separate()
            self.take()
            return
        if words.in_pattern and not words.word:
            self.take()
            return
        begins = not words.word and (words.at_command or words.last == "for")
        if not (begins and self.starts("((") and self.computation(2)):
            self._nested(words)

    def _nested(self, words: Words) -> None:
        """A subshell, the content of an array, or a part of a pattern."""
        is_array, before = words.word.endswith("="), len(self.found)
        self.take()
        self.code(")", Words(is_array=is_array, clause=words.clause))
        if is_array and self._substitutions:
            self.found[before:] = [
                piece._replace(in_inner_array=True) if isinstance(piece, Slot) else piece
                for piece in self.found[before:]
            ]
        if (words.word and words.word[-1] in "@?*+!=") or words.clause is not None:
            words.word += QUOTED
        else:
            words.separate()

    def _comment(self) -> None:
        while (sign := self.peek()) and sign != "\n":
            if sign == HOLE:
                self.put(Slot(Where.COMMENT))
            else:
                self.take()

    def _line_end(self, words: Words) -> None:
        if words.clause is None:
            words.separate()
        else:
            words.finish()
        if self._awaited_outside:  # in ( … ) it begins at once, and in $( … ) after that
            raise Unquotable("a ( … ) of several lines stands between << and its here-document; put it after")
        self.take()
        awaited, self._awaited = self._awaited, []
        for ending in awaited:
            self._heredoc(ending)

    def _await_heredoc(self) -> None:
        tabs = self.starts("<<-")
        self.take(3 if tabs else 2)
        while self.peek() in (" ", "\t"):
            self.take()
        word = _ENDING.match(self.text, self.at)
        if word is None or HOLE in word[0]:
            raise Unquotable("the word that ends a here-document must be plain: no value, no expansion")
        written = word[0]
        self.take(len(written))
        line = re.sub(r"""\\(.)|'([^']*)'|"([^"]*)\"""", r"\1\2\3", written)
        is_quoted = any(sign in written for sign in "'\"\\")
        self._awaited.append(Ending(line, tabs, is_quoted, is_inner=self._substitutions > 0))

    def _heredoc(self, ending: Ending) -> None:
        """The body that begins here, and the line that ends it."""
        end, after = self._body(ending)
        inner = _Code(self.text[self.at : end])
        while sign := inner.peek():
            inner.in_body(sign, ending)
        self.found += [Edge(ending, begins=True), *inner.found, Edge(ending, begins=False)]
        self.at = end
        self.take(after - end)

    def _body(self, ending: Ending) -> tuple[int, int]:
        """Where the body ends, and where the line that ends it."""
        at, goes_on = self.at, False
        while at < len(self.text):
            line_end = self.text.find("\n", at)
            line_end = len(self.text) if line_end < 0 else line_end
            line = self.text[at:line_end]
            if not goes_on and ending.ends(line):
                return at, line_end
            goes_on = not ending.quoted and (len(line) - len(line.rstrip("\\"))) % 2 == 1
            at = line_end + 1
        raise Unquotable(f"a here-document is not closed: no line is {ending.line}")

    def in_body(self, sign: str, ending: Ending) -> None:
        """The next thing of a here-document's body."""
        if sign == HOLE:
            self.put(Slot(Where.HEREDOC_QUOTED if ending.quoted else Where.HEREDOC, ending=ending))
        elif ending.quoted or sign not in "\\$`":
            plain = re.compile(r"[^\\$`\0]+").match(self.text, self.at)
            self.take(len(plain[0]) if plain else 1)
        elif sign == "\\":
            self.escape()
        elif sign == "$":
            self.dollar(quoted=True, heredoc=True)
        else:
            self.backticks()
