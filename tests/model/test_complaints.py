"""Each thing that a field can be wrong about is told in our words, at its place, with a way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from flowdesk.errors import Severity
from flowdesk.model.reader import read


def complaints(text: str) -> list[str]:
    """The problems as "FD101 2:5-2:8 sentence"; of an end on the same line only the column."""
    document = read(Path("p.toml"), text=text)
    assert all(problem.severity is Severity.ERROR for problem in document.problems)
    return [
        f"{p.code} {p.place.line}:{p.place.column}-{p.place.end_column} {p.message}"
        for p in document.problems
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[task.a]", "FD101 1:2-6 unknown field 'task'"),
        ("[tasks.a]\nbsh = 'x'", "FD101 2:1-4 unknown field 'bsh' in task 'a'"),
        ("[tasks.a]\nretries = '1'", "FD102 2:11-14 'retries' must be a whole number, not a string"),
        ("[tasks.a]\nretries = 1.0", "FD102 2:11-14 'retries' must be a whole number, not a number"),
        ("[tasks.a]\nretries = true", "FD102 2:11-15 'retries' must be a whole number, not a boolean"),
        ("[tasks.a]\nretries = -1", "FD104 2:11-13 'retries' must be at least 0"),
        (f"[tasks.a]\nretries = {10**30}", "FD104 2:11-42 'retries' must be at most 1,000,000"),
        ("[tasks]\na = 1", "FD102 2:5-6 task 'a' must be a table, not a whole number"),
        ("tasks = 1", "FD102 1:9-10 'tasks' must be a table, not a whole number"),
        ("pipeline = 1\n[tasks.a]", "FD102 1:12-13 'pipeline' must be a table, not a whole number"),
        (
            "[tasks.a]\nafter = ['b', 1]",
            "FD102 2:15-16 each item of 'after' must be a string, not a whole number",
        ),
        ("[tasks.a]\nbash = ''", "FD104 2:8-10 'bash' must not be empty"),
        (
            '[tasks.a]\nbash = "\\u0000"',
            "FD104 2:8-16 'bash' contains a NUL character, which no process can be given",
        ),
        ("[tasks.a]\ncommand = 'ls -l'", "FD102 2:11-18 'command' must be a list of strings, not a string"),
        ("[tasks.a]\ncommand = []", "FD104 2:11-13 'command' must begin with the program to run"),
        (
            "[tasks.a]\nbash = 'x'\nenv = { 'a=b' = 'x' }",
            "FD104 3:9-14 'a=b' cannot be the name of an environment variable",
        ),
        (
            "[tasks.a]\nbash = 'x'\ncommand = ['x']",
            "FD105 3:1-8 task 'a' does two things at once: bash and command",
        ),
        ("[tasks.a]\nretry_delay = '1x'", "FD107 2:15-19 '1x' is no duration"),
        ("[tasks.a]\nretry_delay = '30m1h'", "FD107 2:15-22 '30m1h' is no duration"),
        ("[tasks.a]\nretry_delay = -1", "FD107 2:15-17 'retry_delay' must not be negative"),
        ("[tasks.a]\nretry_delay = nan", "FD107 2:15-18 'retry_delay' must be a duration"),
        ("[tasks.a]\nretry_delay = []", "FD107 2:15-17 'retry_delay' must be a duration"),
        (
            "[tasks.a]\nbash = 'x'\npush.return_value = 'int'\nreturns = 'int'",
            "FD109 4:11-16 the return value is declared both in 'push' and in 'returns'",
        ),
        (
            "[tasks.a]\nbash = 'x'\npull.b = { from = 'c:d', key = 'd' }",
            "FD109 3:26-35 the key is named both in 'from' and in 'key'",
        ),
        (
            "[tasks.a]\npush.k = 'int'",
            "FD110 2:1-5 a task with 'push' must do something, and this one does nothing",
        ),
        ("[tasks.'b c']", "FD201 1:8-13 'b c' is no task id: ' ' is not allowed in it"),
        ("[tasks.'b..c']", "FD201 1:8-14 'b..c' is no task id: a part between its dots is empty"),
        ("[tasks.'']", "FD201 1:8-10 '' is no task id: it is empty"),
        ("[tasks.a]\n[groups.'b:c']", "FD202 2:9-14 'b:c' is no group id: ':' is not allowed in it"),
        ("[tasks.a]\nbash = 'x'\npush.'' = 'int'", "FD203 3:6-8 a key must not be empty"),
        (
            f"[tasks.a]\nbash = 'x'\npush.{'k' * 513} = 'int'",
            "FD203 3:6-519 a key of 513 characters; 512 are allowed",
        ),
        (
            "[tasks.a]\nbash = 'x'\npull.class = 'b'",
            "FD204 3:6-11 'class' is a keyword of Python and cannot be an argument",
        ),
        (
            "[tasks.a]\nbash = 'x'\npull.b-c = 'b'",
            "FD204 3:6-9 'b-c' cannot be the name of a function's argument",
        ),
        ("[tasks.a]\npython = 'os.getcwd'", "FD205 2:10-21 'python' must be 'module:function'"),
        (
            "[tasks.a]\npython = 'os:get.cwd'",
            "FD205 2:14-17 'get.cwd' is no name of a function at a module's top",
        ),
        (
            "[tasks.a]\nafter = ['b:c']",
            "FD206 2:10-15 'b:c' names no task, group or glob: ':' is not allowed in it",
        ),
        ("[tasks.a]\nbash = 'x'\npull.b = ':k'", "FD206 3:10-14 ':k' names no task: it is empty"),
        ("[tasks.a]\nbash = 'x'\npull.b = []", "FD104 3:10-12 this pull names no task to pull from"),
        ("[tasks.a]\nbash = 'x'\npull.b = { key = 'k' }", "FD103 3:6-7 'from' is missing in pull 'b'"),
        ("[tasks.a]\nbash = 'x'\npush.k = 'list[flaot]'", "FD401 3:16-21 unknown type 'flaot'"),
        ('[tasks.a]\nbash = "x"\npush.k = "\\u0069nt]"', "FD401 3:19-20 expected the end, found ']'"),
        (
            "[tasks.a]\nbash = 'x'\nreturns = 'fiel'",
            "FD401 3:12-16 unknown type 'fiel'",
        ),
        (
            "[tasks.a]\nbash = 'x'\npull.b = { from = 'c', default = 12:00:00 }",
            "FD402 3:34-42 a value of type datetime.time cannot be stored",
        ),
        (
            "[tasks.a]\nbash = 'x'\npush.k = { type = 'int', example = 'x' }",
            "FD405 3:36-39 'example' does not fit its type int: expected int, got str 'x'",
        ),
        (
            "[tasks.a]\nbash = 'x'\npush.k = { type = 'float', le = 1, example = 2 }",
            "FD405 3:46-47 'example' does not fit its type float: must be at most 1, and is 2.0",
        ),
        (
            "[tasks.a]\nbash = 'x'\npull.b = { from = 'c', type = 'list[int]', default = ['x'] }",
            "FD406 3:54-59 'default' does not fit its type list[int]: item 0: expected int, got str 'x'",
        ),
        (
            "[pipeline.params]\nn = { type = 'int', default = 0, ge = 1 }\n[tasks.a]",
            "FD406 2:31-32 'default' does not fit its type int: must be at least 1, and is 0",
        ),
        (
            "[pipeline.params]\nn = { type = 'int', choices = [1, 2], default = 3 }\n[tasks.a]",
            "FD406 2:49-50 'default' is none of the choices 1, 2",
        ),
        (
            "[pipeline.params]\nn = { type = 'str', enum = ['a', 2] }\n[tasks.a]",
            "FD406 2:28-36 'enum' does not fit its type str: expected str, got int 2",
        ),
        (
            "[pipeline.params]\nn = { type = 'int', default = 3, required = true }\n[tasks.a]",
            "FD109 2:34-49 a param with a default is not required",
        ),
        (
            "[tasks.a]\nbash = 'x'\npush.k = { type = 'str', ge = 1 }",
            "FD404 3:26-32 'ge' is for numbers, and a value of type str is none",
        ),
        (
            "[tasks.a]\nbash = 'x'\npush.k = { type = 'int', ge = 2, lt = 2 }",
            "FD404 3:34-40 no value is both above 2 and below 2",
        ),
        (
            "[tasks.a]\nbash = 'x'\npush.k = { type = 'str', min_length = 2, max_length = 1 }",
            "FD404 3:10-58 no value is that long and that short: min_length > max_length",
        ),
        (
            "[tasks.a]\nbash = 'x'\npush.k = { type = 'str', pattern = 'a(b' }",
            "FD403 3:38-39 this is no regular expression: missing ), unterminated subpattern",
        ),
        (
            "[tasks.a]\nbash = 'x'\npush.k = { type = 'int', ge = true }",
            "FD102 3:31-35 'ge' must be a number, not a boolean",
        ),
        (
            "[tasks.a]\nbash = 'x'\npush.k = { type = 'int', max_bytes = '10 X' }",
            "FD104 3:38-44 '10 X' is no size",
        ),
        ("[pipeline]\nschedule = '@dayly'\n[tasks.a]", "FD111 2:12-20 unknown preset '@dayly'"),
        ("[pipeline]\ntimezone = 'Asia/Soul'\n[tasks.a]", "FD112 2:12-23 there is no timezone 'Asia/Soul'"),
        (
            "[pipeline]\nstart_date = '2020-01-01'\n[tasks.a]",
            "FD113 2:14-26 'start_date' must be a date, not a string",
        ),
        (
            "[pipeline]\ntags = 1\n[tasks.a]",
            "FD102 2:8-9 'tags' must be a list of strings, not a whole number",
        ),
        ("[pipeline]\ntimeout = 0\n[tasks.a]", "FD107 2:11-12 'timeout' must be longer than nothing"),
        ("[pools]\ngpu = 0\n[tasks.a]", "FD104 2:7-8 'slots' must be at least 1"),
        ("[pools]\ngpu = 'x'\n[tasks.a]", "FD102 2:7-10 'gpu' must be a table, not a string"),
        ("[pools]\n'' = 1\n[tasks.a]", "FD104 2:1-3 a pool's name has 1 to 250 characters"),
        (
            "[store]\nurl = 'oracle://x/y'\n[tasks.a]",
            "FD116 2:7-21 a store's URL begins with sqlite:///, postgresql:// or mysql://",
        ),
        ("[store]\nurl = 'sqlite://x.db'\n[tasks.a]", "FD116 2:7-22 a SQLite store's URL names a file"),
        ("[tasks.a]\ntrigger_rule = 'all_sucess'", "FD104 2:16-28 'trigger_rule' cannot be 'all_sucess'"),
        ("[tasks.a]\ntrigger_rule = 1", "FD102 2:16-17 'trigger_rule' must be a string, not a whole number"),
        (
            "[tasks.a]\nenv = { T = { from = 'TOKEN' } }",
            "FD117 2:22-29 'TOKEN' names no place to take a value from",
        ),
        ("[tasks.a]\nenv = { T = { form = 'env:T' } }", "FD101 2:15-19 unknown field 'form' in env 'T'"),
        ("[tasks.a]\nenv = { T = 1 }", "FD102 2:13-14 'T' must be a string, not a whole number"),
        (
            "[tasks.a]\nskip_on_exit_code = 300",
            "FD104 2:21-24 each item of 'skip_on_exit_code' must be at most 255",
        ),
        ("[tasks.a]\nretry_backoff = 0.5", "FD104 2:17-20 'retry_backoff' must be at least 1"),
        ("[tasks.a]\nnotify = { on = ['start'] }", "FD104 2:18-25 an item of 'on' cannot be 'start'"),
        ("[tasks.a]\nwait = {}", "FD104 2:8-10 this waits for nothing"),
        (
            "[tasks.a]\nwait = { seconds = 1, file = 'x' }",
            "FD104 2:8-35 this waits for file and seconds at once",
        ),
        ("[tasks.a]\nwait = { until = 'soon' }", "FD114 2:18-24 'soon' is no time"),
        ("[tasks.a]\nwait = { unti = 1 }", "FD101 2:10-14 unknown field 'unti' in wait"),
        ("[tasks.a]\nbranch = 'os:getcwd'", "FD103 1:8-9 'choices' is missing in task 'a'"),
        ("[tasks.a]\nbranch = 'os:getcwd'\nchoices = []", "FD104 3:11-13 a branch has at least one choice"),
        ("[tasks.a]\nbash = 'x'\nchoices = ['b']", "FD101 3:1-8 'choices' is only for tasks with 'branch'"),
        ("[tasks.a]\napprove = ''", "FD104 2:11-13 'question' must not be empty"),
        (
            "[tasks.a]\napprove = { question = 'x', choices = ['y'] }",
            "FD104 2:29-44 there must be at least two choices, all different",
        ),
        ("[tasks.a]\nbash = 'x'\nexpand.x = 1", "FD102 3:12-13 'x' must be a list, not a whole number"),
        (
            "[tasks.a]\nbash = 'x'\nexpand.x = []",
            "FD104 3:12-14 'x' is an empty list, so the task would never run",
        ),
        (
            "[tasks.a]\nbash = 'x'\npull.x = 'b'\nexpand.x = [1]",
            "FD109 4:8-15 'x' is filled both by 'pull' and by 'expand'",
        ),
        (
            "[tasks.a]\nsetup = true\nteardown = true",
            "FD104 3:12-16 a task either sets up or tears down, not both",
        ),
        (
            "[tasks.a]\npipeline = 'q.toml'\npush.k = 'int'",
            "FD103 3:6-15 'k' does not say what it is in there",
        ),
        (
            "[tasks.a]\npipeline = 'q.toml'\nreturns = 'int'",
            "FD104 3:11-16 a pipeline returns nothing of its own",
        ),
        (
            "[tasks.a]\nbash = 'x'\npush.k = { type = 'int', from = 'b:k' }",
            "FD104 3:1-5 'from' in a push is only for tasks that are another pipeline",
        ),
        ("[pipeline]\nname = 'x'", "FD106 1:1-1 the file has no tasks"),
        ("[tasks]", "FD106 1:2-7 the file has no tasks"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, complaint: str) -> None:
    assert complaint in complaints(text)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("[task.a]", "did you mean 'tasks'?"),
        ("[tasks.a]\nbsh = 'x'", "did you mean 'bash'?"),
        ("[tasks.a]\nRetries = 1", "did you mean 'retries'?"),
        ("[tasks.a]\nbash = 'x'\npull.b = { form = 'c' }", "did you mean 'from'?"),
        ("[store]\nxyz = 1\n[tasks.a]", "known here: url, values"),
        ("[tasks.train.model_a]\nbash = 'x'", 'an id with dots needs quotes: [tasks."train.model_a"]'),
        ("[tasks.a]\npython = 'os.getcwd'", 'write "os:getcwd"'),
        ("[tasks.a]\nbash = 'x'\nreturns = 'string'", "did you mean 'str'?"),
        ("[tasks.a]\nretry_delay = true", 'write 90, "90s" or "1h30m"'),
        ("[tasks.a]\nafter = ['b:c']", 'write "b": a key is only named in a pull'),
    ],
)
def test_a_way_out_is_shown_where_one_is_near(text: str, suggestion: str) -> None:
    assert suggestion in [problem.suggestion for problem in read(Path("p.toml"), text=text).problems]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("'[key]' = nan\n[tasks.a]", "FD101 1:1-8 unknown field '[key]'"),
        ("[tasks.a]\n'[key]' = 1", "FD101 2:1-8 unknown field '[key]' in task 'a'"),
        ("[groups.a]\n'[key]' = 1\n[tasks.'a.b']", "FD101 2:1-8 unknown field '[key]' in group 'a'"),
        ("[tasks.'[key]']", "FD201 1:8-15 '[key]' is no task id: '[' is not allowed in it"),
        ("[tasks.a]\nenv.'[key]' = 1", "FD102 2:15-16 '[key]' must be a string, not a whole number"),
        ("[pools]\n'[key]' = 0\n[tasks.a]", "FD104 2:11-12 'slots' must be at least 1"),
    ],
)
def test_a_name_that_is_pydantics_mark_of_a_key_is_a_name_like_any_other(text: str, complaint: str) -> None:
    assert complaints(text) == [complaint]
