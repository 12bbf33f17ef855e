"""Slips of a pen that edits pipelines: lines lost or doubled, names misspelt, values of other kinds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

VALUES = (
    *('""', "'a'", "0", "-1", "1.5", "nan", "inf", "true", "[]", "{}", "[[]]", "[1, 'a']", "{ a = 1 }"),
    *("1979-05-27", "07:32:00", "1979-05-27T07:32:00Z", "9" * 40, '"a.*"', '"a:k"', '"*"', '"1h30m"'),
    *('"@daily"', '"* * * * *"', '"every 5m"', '"Asia/Seoul"', '"list[int]"', '"int | None"', '"all_done"'),
    *('"env:A"', '"{{ ds }}"', '"{{ pull.x }}"', '"{% if %}"', '"os:getcwd"', '"한글"', '"\\u0000"', '"🙂"'),
    *(
        '{ from = "a", key = "k" }',
        '{ type = "int", ge = 1, default = 0 }',
        "{ seconds = 1 }",
        '["a", "b:k"]',
    ),
)
KEYS = (
    *("bash", "command", "python", "branch", "choices", "short_circuit", "wait", "approve", "pipeline"),
    *("push", "pull", "returns", "after", "expand", "setup", "teardown", "trigger_rule", "do_xcom_push"),
    *("retries", "retry_delay", "timeout", "pool", "env", "cwd", "params", "schedule", "timezone", "include"),
    *("start_date", "type", "from", "key", "default", "required", "pattern", "example", "label", "notify"),
    *("push.k", "pull.x", "expand.x", "params.n", '"a.b"', "''", "'[key]'"),
    *("skip_on_exit_code", "store", "defaults"),
)
HEADERS = (
    *("[tasks.a]", '[tasks."g.a"]', "[tasks.a.push]", "[tasks.a.pull.x]", "[[tasks]]", "[groups.g]"),
    *('[groups."g.h".defaults]', "[pipeline]", "[pipeline.params]", "[defaults]", "[pools]", "[store]", "[]"),
)
_VALUE = re.compile(r"=\s*(\S.*)")
_KEY = re.compile(r"^\s*([^=\n]+?)\s*=", re.MULTILINE)
_WORD = re.compile(r"\w+")


def _at(text: str, random: Random) -> int:
    return random.randrange(len(text) + 1)


def _cut(text: str, random: Random) -> str:
    return text[: _at(text, random)]


def _drop_line(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True)
    del lines[random.randrange(len(lines))]
    return "".join(lines)


def _repeat_line(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True)
    lines.insert(random.randrange(len(lines) + 1), random.choice(lines))
    return "".join(lines)


def _swap_lines(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True)
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "".join(lines)


def _add_line(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True)
    field = f"{random.choice(KEYS)} = {random.choice(VALUES)}"
    lines.insert(random.randrange(len(lines) + 1), random.choice([field, random.choice(HEADERS)]) + "\n")
    return "".join(lines)


def _swap_characters(text: str, random: Random) -> str:
    at = _at(text, random)
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def _drop_character(text: str, random: Random) -> str:
    at = _at(text, random)
    return text[:at] + text[at + 1 :]


def _add_character(text: str, random: Random) -> str:
    at = _at(text, random)
    return text[:at] + random.choice("\"'[]{}=.,:*#\\ \t\n\r\0한é🙂x0_-") + text[at:]


def _replace(pattern: re.Pattern[str], text: str, random: Random, word: str) -> str:
    """One match of the pattern's group, or of the pattern, with another word in its place."""
    found = list(pattern.finditer(text))
    if not found:
        return text
    start, end = random.choice(found).span(pattern.groups)
    return text[:start] + word + text[end:]


def _change_value(text: str, random: Random) -> str:
    return _replace(_VALUE, text, random, random.choice(VALUES))


def _change_key(text: str, random: Random) -> str:
    return _replace(_KEY, text, random, random.choice(KEYS))


def _rename(text: str, random: Random) -> str:
    words = _WORD.findall(text) or ["a"]
    return _replace(_WORD, text, random, random.choice([random.choice(words), "b", "x1", ""]))


def _rename_everywhere(text: str, random: Random) -> str:
    words = _WORD.findall(text) or ["a"]
    return re.sub(rf"\b{random.choice(words)}\b", random.choice(["b", "g.h", *words]), text)


SLIPS: tuple[Callable[[str, Random], str], ...] = (
    *(_cut, _drop_line, _repeat_line, _swap_lines, _add_line),
    *(_swap_characters, _drop_character, _add_character),
    *(_change_value, _change_value, _change_key, _rename, _rename_everywhere),
)


def mutated(text: str, random: Random, slips: int = 1) -> str:
    """The text after so many slips."""
    for _ in range(slips):
        text = random.choice(SLIPS)(text or "\n", random)
    return text
