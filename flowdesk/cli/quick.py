"""The plainest command lines, understood without click, whose import takes longer than what they ask for.

What is not understood here in full, be it a mistake, a question for help or a rarer option, is click's: it
parses the same line from the beginning. So there is one place that explains, and it is not this one.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FLAG, NUMBER, TEXT = "flag", "number", "text"
"""What follows an option: nothing, a number from 1, or any word."""

Command = tuple[str, tuple[str, ...], int, dict[str, tuple[str, str]]]
"""The function, its arguments by position, how many it needs, its options: parameter and what follows."""

LONGEST = 9
"""Digits of a number: no sensible one has more, and of thousands Python makes none."""

_JSON = {"--json": ("as_json", FLAG)}
_QUIET = {"--quiet": ("quiet", FLAG), "-q": ("quiet", FLAG)}

COMMANDS: dict[tuple[str, ...], Command] = {
    ("run",): (
        "flowdesk.cli.start:start_file",
        ("file",),
        1,
        {**_JSON, **_QUIET, "--workers": ("workers", NUMBER)},
    ),
    ("runs",): ("flowdesk.cli.run_list:print_runs", ("file",), 0, {**_JSON, "--limit": ("limit", NUMBER)}),
    ("show",): (
        "flowdesk.cli.run_show:print_run",
        ("run_ref", "task"),
        0,
        {**_JSON, "--file": ("file", TEXT)},
    ),
    ("xcom", "list"): (
        "flowdesk.cli.value_list:print_values",
        ("run_ref",),
        0,
        {**_JSON, "--file": ("file", TEXT)},
    ),
}

OTHERS = {("run", "export"), ("run", "import")}
"""What begins like one of them, and is another command unless a file has that name."""


def answered(arguments: Sequence[str]) -> int | None:
    """Carry out a command line that is one of these; its exit code. None: it is none of them."""
    for words, (where, names, least, options) in COMMANDS.items():
        if tuple(arguments[: len(words)]) == words and tuple(arguments[:2]) not in OTHERS:
            given = _given(arguments[len(words) :], names, options)
            if given is None or not set(names[:least]) <= given.keys():
                return None
            module, _, function = where.partition(":")
            code = getattr(import_module(module), function)(**given)
            return code if isinstance(code, int) else 0
    return None


def _given(
    arguments: Sequence[str], names: Sequence[str], options: Mapping[str, tuple[str, str]]
) -> dict[str, object] | None:
    """What the arguments say, by parameter; None where click must look at them."""
    given: dict[str, object] = {}
    words = iter(arguments)
    free = iter(names)
    for word in words:
        if word in options:
            name, takes = options[word]
            value = True if takes == FLAG else _value(next(words, ""), takes)
        elif word.startswith("-"):
            return None
        else:
            name, value = next(free, ""), word
        if not name or not value or name in given:
            return None
        given[name] = value
    return given


def _value(word: str, takes: str) -> str | int | None:
    """What follows an option. What looks like another option is for click."""
    if word.startswith("-"):
        return None
    if takes == TEXT:
        return word
    is_number = word.isascii() and word.isdecimal() and len(word) <= LONGEST
    return int(word) if is_number else None
