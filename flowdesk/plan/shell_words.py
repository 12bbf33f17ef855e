"""Where in a command the shell is: at its begin, in a `case`, in `[[ … ]]`, in a word that is run as code."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from flowdesk.plan.shell_quotes import SUBSCRIPT
from flowdesk.plan.shell_text import Clause, Unquotable

QUOTED = "\1"
"""Stands in a word for what is quoted or expanded in it."""

_BEFORE_COMMAND = frozenset(
    ("then", "do", "else", "elif", "if", "while", "until", "!", "{", "time", "coproc", "builtin", "command")
)
_COMPARES = frozenset(("-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-v", "-R"))
_ASSIGNS = re.compile(r"[A-Za-z_]\w*(\[.*\])?\+?=", re.ASCII | re.DOTALL)
_IN_SUBSCRIPT = re.compile(r"[A-Za-z_]\w*\[[^\]]*", re.ASCII)
_IN_KEY = re.compile(r"\[[^\]]*")
_RUN_TEXTS = frozenset(("eval", "trap"))
_TAKE_NAMES = frozenset(("declare", "typeset", "local", "readonly", "export", "unset"))
_SHELLS = frozenset(("bash", "sh", "dash", "zsh", "ksh", "ash"))
_COMMAND_OPTION = re.compile(r"-[a-zA-Z]*c")


@dataclass(slots=True)
class Words:
    """The words of one stretch of commands, as they go by. `word` is the one that is being read.

    `is_array`: it is the content of `name=( … )`.
    """

    is_array: bool = False
    clause: Clause | None = None
    word: str = ""
    at_command: bool = True
    command: str = ""
    last: str = ""
    cases: list[str] = field(default_factory=list)

    def finish(self) -> None:
        """The word is over."""
        word, self.word = self.word, ""
        if not word:
            return
        if self.clause is not None and not self.is_array:
            self._in_brackets(word)
        elif not self._of_case(word):
            self._of_command(word)
        self.last = word

    def separate(self) -> None:
        """A command is over: `;`, `|`, a line."""
        self.finish()
        self.at_command, self.command = True, ""

    def operator(self, sign: str) -> None:
        """One of `;` `;;` `&` `&&` `|` `||` and their kin."""
        self.separate()
        if self.clause is not None and sign in ("&&", "||"):
            self.clause = Clause()
        if sign in (";;", ";&", ";;&") and self.cases:
            self.cases[-1] = "pattern"

    @property
    def in_pattern(self) -> bool:
        """Whether a `)` would end a pattern of a `case`."""
        return bool(self.cases) and self.cases[-1] == "pattern"

    def end_pattern(self) -> None:
        """The `)` of a pattern."""
        self.word = ""
        self.cases[-1] = "body"
        self.at_command, self.command = True, ""

    @property
    def evaluated(self) -> str | None:
        """By what a value at this place would be computed, or None.

        Raises:
            Unquotable: it would be run as code.
        """
        if self.command in _RUN_TEXTS or (self.command in _SHELLS and _COMMAND_OPTION.fullmatch(self.last)):
            way = (
                f"""; {self.command} -c '… "$1"' _ {{{{ … }}}} hands it over"""
                if self.command in _SHELLS
                else ""
            )
            raise Unquotable(f"'{self.command}' would run it as code{way}")
        if self.command == "let":
            return "'let' computes what it is given"
        if _IN_SUBSCRIPT.fullmatch(self.word) or (self.is_array and _IN_KEY.fullmatch(self.word)):
            return SUBSCRIPT
        if self.command in _TAKE_NAMES and "=" not in self.word:
            raise Unquotable(f"'{self.command}' would take it for the name of a variable")
        return None

    def _in_brackets(self, word: str) -> None:
        if word == "]]":
            self.clause, self.at_command = None, False
        elif word in _COMPARES and self.clause is not None:
            self.clause.evaluates = True

    def _of_case(self, word: str) -> bool:
        """Whether the word belongs to a `case` itself."""
        if not self.cases:
            return False
        if self.cases[-1] == "word" and word == "in":
            self.cases[-1] = "pattern"
        elif word == "esac" and (self.in_pattern or self.at_command):
            self.cases.pop()
            self.at_command = False
        else:
            return self.in_pattern
        return True

    def _of_command(self, word: str) -> None:
        if self.is_array or not self.at_command:
            if word == "{" and self.command == "function":
                self.at_command, self.command = True, ""
            return
        if word == "case":
            self.cases.append("word")
        elif word == "[[":
            self.clause = Clause()
        if word in _BEFORE_COMMAND or _ASSIGNS.match(word):
            return
        self.at_command = False
        self.command = word.rpartition("/")[2]
