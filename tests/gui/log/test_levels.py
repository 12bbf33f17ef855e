from __future__ import annotations

import pytest

from flowdesk.gui.log.levels import Level, LevelReader, level_of


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("2026-11-24 11:47:39,123 INFO etl.load: reading", Level.INFO),
        ("[2026-11-24 11:47:39] {load.py:88} WARNING - careful", Level.WARNING),
        ("[2026-11-24T11:47:39.123+0000] {taskinstance.py:1} ERROR - Task failed", Level.ERROR),
        ("ERROR:root:it broke", Level.ERROR),
        ("CRITICAL it broke", Level.ERROR),
        ("\x1b[31mERROR\x1b[0m it broke", Level.ERROR),
        ('{"level": "warning", "event": "drift"}', Level.WARNING),
        ('{"ts": 1, "levelname": "DEBUG"}', Level.DEBUG),
        ('time="x" level=error msg="it broke"', Level.ERROR),
        ("[info     ] structlog's", Level.INFO),
        ("error: no such file", Level.ERROR),
        ("11:47:39 | DEBUG    | loguru's", Level.DEBUG),
        ("no error was found", Level.NONE),
        ("INFORMATION for all", Level.NONE),
        ("MY_ERROR_COUNT is 0", Level.NONE),
        ("ERROR=0", Level.NONE),
        ("x" * 300 + " ERROR far away", Level.NONE),
        ("", Level.NONE),
    ],
)
def test_a_level_is_known_in_the_ways_programs_say_it(line: str, level: Level) -> None:
    assert level_of(line.encode()) is level


def test_a_traceback_is_an_error_to_the_line_that_names_the_exception() -> None:
    reader = LevelReader()
    lines = [
        "INFO fine",
        "Traceback (most recent call last):",
        '  File "etl.py", line 7, in load',
        "    1 / 0",
        "ZeroDivisionError: division by zero",
        "after it",
    ]
    found = [reader.read(line.encode()) for line in lines]
    error = Level.ERROR
    assert [level for level, _ in found] == [Level.INFO, error, error, error, error, Level.NONE]
    assert [begins for _, begins in found] == [True, True, False, False, False, False]


def test_a_traceback_below_its_error_is_one_error_with_it() -> None:
    reader = LevelReader()
    assert reader.read(b"ERROR it broke") == (Level.ERROR, True)
    assert reader.read(b"Traceback (most recent call last):") == (Level.ERROR, False)


def test_indented_lines_are_as_grave_as_what_they_belong_to() -> None:
    reader = LevelReader()
    assert reader.read(b"WARNING several things:") == (Level.WARNING, True)
    assert reader.read(b"  - one of them") == (Level.WARNING, False)
