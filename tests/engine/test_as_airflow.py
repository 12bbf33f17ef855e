"""Line by line, what Airflow does with XComs and what flowdesk does: as a file is run by each executor."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.engine.written import Folder, Ran

SOURCES = """
    [tasks.t]
    python = "work:t"
    push = { k = "any", none = "None" }
    [tasks.other]
    python = "work:other"
    push = { k = { type = "int", required = false } }
    [tasks.mapped]
    python = "work:mapped"
    expand.n = [10, 20, 30]
    push = { k = { type = "int", required = false } }
    [tasks.one]
    python = "work:mapped"
    expand.n = [40]
    push = { k = "int" }
    [tasks.ask]
    python = "work:ask"
    returns = "any"
    pull.a = { from = ["t", "other"], key = "k", required = false }
    pull.m = { from = "mapped", key = "k", required = false }
    pull.o = { from = "one", key = "k" }
    pull.n = "t:none"
"""
CODE = """
    def t(): return {"k": 1, "none": None}
    def other(): pass
    def mapped(n): return {"k": n} if n != 20 else None
    def ask(ti):
        pull = ti.xcom_pull  # by another name, as the check would refuse some of the calls before the run
        told = []
        for call in CALLS:
            try:
                told.append(eval(f"pull({call})"))
            except Exception as error:
                told.append(f"{type(error).__name__}: {error}")
        return told
"""


PULLS: list[tuple[str, object]] = [
    ('task_ids="t", key="k"', 1),
    ('task_ids=["t"], key="k"', [1]),
    ('task_ids=("t",), key="k"', [1]),
    ('task_ids={"t"}, key="k"', [1]),
    ('task_ids=["t", "other", "t"], key="k"', [1, None, 1]),  # `required = false`; see below for an error
    ('task_ids=["t", "other"], key="k", default=5', [1, 5]),
    ('task_ids="other", key="k", default=5', 5),
    ('task_ids="t", key="none", default=5', None),
    ('task_ids=[], key="k"', []),
    ('task_ids="mapped", key="k"', [10, 30]),
    ('task_ids="one", key="k"', [40]),
    ('task_ids="mapped", key="k", map_indexes=[2, 0]', [30, 10]),
    ('task_ids="mapped", key="k", map_indexes=0', 10),
    ('task_ids="mapped", key="k", map_indexes=9, default=5', 5),
    ('task_ids=["mapped", "t", "one"], key="k"', [10, 30, 1, 40]),
]
REFUSED = [
    ('task_ids="mapped", key="k", map_indexes=9', "task 'mapped' has no map index 9"),
    ('task_ids="t", key="no"', "the file does not declare that 'ask' pulls 'no' of 't'"),
    ('task_ids="t", key=None', "a key is a string that is not empty, not None"),
    ('key="k"', "task 'ask' has not pushed 'k' in this try"),
]


def told(world: Folder, calls: list[str]) -> list[object]:
    """What these calls of `xcom_pull` give, or the errors that they raise."""
    ran = world.run(SOURCES, CODE.replace("CALLS", repr(calls)))
    value = ran.values["ask"]["return_value"]
    assert isinstance(value, list)
    return value


def test_a_pull_gives_what_airflow_gives_or_what_is_said_beside_it(world: Folder) -> None:
    calls = [call for call, _ in PULLS]
    assert list(zip(calls, told(world, calls), strict=True)) == PULLS


def test_a_pull_that_cannot_be_right_is_refused_with_the_reason(world: Folder) -> None:
    for error, (_, refusal) in zip(told(world, [call for call, _ in REFUSED]), REFUSED, strict=True):
        assert str(error).startswith(f"Refused: xcom_pull: {refusal}")


def test_a_value_that_is_absent_and_required_fails_the_try(world: Folder) -> None:
    ran = world.run(
        """
        [tasks.a]
        bash = "true"
        push = { k = { type = "int", required = false } }
        [tasks.b]
        python = "work:b"
        pull.x = { from = "a", key = "k" }
        """,
        "def b(x): pass",
    )
    assert ran.states["b"] == "failed"
    assert (ran.reasons["b"] or "").startswith("'a' pushed no 'k', pulled here as 'x'")


def test_the_same_key_twice_leaves_the_last_and_both_are_in_the_events(world: Folder) -> None:
    ran = world.run(
        """
        [tasks.a]
        python = "work:a"
        push = { k = "int" }
        """,
        "def a(ti):\n  ti.xcom_push('k', 1)\n  ti.xcom_push('k', 2)\n",
    )
    assert ran.values["a"] == {"k": 2}
    assert [kind for kind, _ in ran.events].count("value_pushed") == 2


def test_keys_with_signs_in_them_are_pushed_and_pulled(world: Folder) -> None:
    ran = world.run(
        """
        [tasks.a]
        python = "work:a"
        push = { "a/b? c" = "int" }
        [tasks.b]
        python = "work:b"
        pull.x = { from = "a", key = "a/b? c" }
        returns = "int"
        """,
        "def a(): return 1\ndef b(x): return x + 1\n",
    )
    assert ran.values["b"] == {"return_value": 2}


RETURNED: list[tuple[str, str, dict[str, object]]] = [
    ('push = { a = "int", b = "str" }', "{'a': 1, 'b': 'x'}", {"a": 1, "b": "x"}),
    (
        'push = { a = "int" }\nreturns = "dict"',
        "{'a': 1, 'b': 'x'}",
        {"a": 1, "return_value": {"a": 1, "b": "x"}},
    ),
    ('returns = "int | None"', "None", {"return_value": None}),
    ('returns = "int"', "1 << 70", {"return_value": 1 << 70}),
    ('returns = "dict[int, str]"', "{1: 'a'}", {"return_value": {1: "a"}}),
    ('returns = "float"', "float('inf')", {"return_value": float("inf")}),
    ('returns = "bytes"', "b'\\xff'", {"return_value": b"\xff"}),
    ("do_xcom_push = false", "5", {}),
    ("", "5", {}),
]
IN_VAIN = [
    ('returns = "int"', "None", "did not push 'return_value', which the file declares"),
    ('push = { a = "int", b = "int" }', "{'a': 1}", "did not push 'b', which the file declares"),
    ('returns = "any"', "lambda: 0", "push 'return_value': "),
    ('returns = "any"', "object()", "push 'return_value': "),
    ('returns = "int"', "True", "push 'return_value': expected int, got bool"),
]


def returning(world: Folder, tasks: list[tuple[str, str]]) -> Ran:
    """A run of tasks t0, t1, … that declare the first and return the second."""
    pipeline = [
        f'[tasks.t{number}]\npython = "work:t{number}"\n{declared}\n'
        for number, (declared, _) in enumerate(tasks)
    ]
    code = [f"def t{number}(): return {returned}\n" for number, (_, returned) in enumerate(tasks)]
    return world.run("".join(pipeline), "".join(code))


def test_what_is_returned_is_pushed_as_it_is_declared(world: Folder) -> None:
    ran = returning(world, [(declared, returned) for declared, returned, _ in RETURNED])
    assert set(ran.states.values()) == {"success"}, ran.reasons
    for number, (_, _, values) in enumerate(RETURNED):
        assert ran.values.get(f"t{number}", {}) == values


def test_a_return_that_pushes_too_little_fails_the_try(world: Folder) -> None:
    ran = returning(world, [(declared, returned) for declared, returned, _ in IN_VAIN])
    for number, (_, _, reason) in enumerate(IN_VAIN):
        assert (ran.reasons[f"t{number}"] or "").startswith(reason)


LAST_LINES: dict[str, dict[str, object]] = {
    r"printf 'first\n  last \n'": {"return_value": "  last"},
    "echo out; echo err >&2": {"return_value": "out"},
    r"printf 'a\377b'": {"return_value": r"a\xffb"},
    "true": {},
}


def test_the_last_line_of_stdout_is_pushed_where_the_return_value_is_declared(world: Folder) -> None:
    push = 'push.return_value = { type = "str", required = false }'
    tasks = [f"[tasks.t{n}]\nbash = {json.dumps(code)}\n{push}\n" for n, code in enumerate(LAST_LINES)]
    ran = world.run("".join(tasks))
    assert [ran.values.get(f"t{number}", {}) for number in range(len(LAST_LINES))] == list(
        LAST_LINES.values()
    )
