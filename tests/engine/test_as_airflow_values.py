"""What becomes of values that Airflow takes, changes or refuses: each is pushed, kept, pulled and compared.

The first word of a line is what Airflow 3 does with the value, by its documentation and as measured on
SQLite: `same` comes back as it was, `changed` as another value, `refused` fails the task, or takes what has
to be set up for it. `too large` is for some of its databases: 64 KB were the end on MySQL.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.in_process import InProcess
from flowdesk.executors.local import Local
from tests.engine.written import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flowdesk.executors.executor import Executor

VALUES = [
    ("same", "int", "42"),
    ("same", "float", "0.1 + 0.2"),
    ("same", "str", "'정확도\\n' * 3"),
    ("same", "str", "''"),
    ("same", "bool", "True"),
    ("same", "None", "None"),
    ("same", "list", "[1, 'a', None, [2.5]]"),
    ("same", "dict", "{'a': {'b': [1]}}"),
    ("same", "datetime", "datetime(2020, 1, 2, 3, 4, 5, 6, tzinfo=UTC)"),
    ("same", "datetime", "datetime(2020, 1, 2, 3, 4, 5, 6)"),
    ("same", "date", "date(2020, 2, 29)"),
    ("same", "timedelta", "timedelta(days=-1, microseconds=1)"),
    ("same", "Decimal", "Decimal('1.10')"),
    ("same", "UUID", "UUID(int=7)"),
    ("same", "tuple", "(1, 'a')"),
    ("same", "set[int]", "{1, 2}"),
    ("same", "frozenset[str]", "frozenset({'a'})"),
    ("changed", "int", "2**64 + 1"),
    ("changed", "int", "-(10**400)"),
    ("changed", "dict[int, str]", "{1: 'a', -2: 'b'}"),
    ("changed", "dict[tuple[int, int], float]", "{(1, 2): 0.5}"),
    ("changed", "datetime", "datetime(2021, 10, 31, 2, 30, fold=1, tzinfo=ZoneInfo('Europe/Berlin'))"),
    ("refused", "bytes", "b'\\x00\\xff'"),
    ("refused", "path", "Path('/data/정확도.csv')"),
    ("refused", "float", "math.inf"),
    ("refused", "float", "-math.inf"),
    ("refused", "float", "math.nan"),
    ("refused", "list[float]", "[math.nan, 1.0]"),
    ("refused", "str", "'\\ud800'"),
    ("refused", "work:Colour", "Colour.RED"),
    ("refused", "work:Model", "Model(name='x', colour=Colour.RED, at={Decimal(1): (b'x',)})"),
    ("refused", "list[work:Item | None]", "[Item('x', Colour.RED), None]"),
    ("refused", "array", "numpy.arange(6.0).reshape(2, 3)"),
    ("refused", "array", "numpy.array(['2020-01-01'], 'datetime64[D]')"),
    ("refused", "dict[str, array]", "{'a': numpy.zeros(0)}"),
    ("refused", "table", "pandas.DataFrame({'a': [1, 2]}, index=['x', 'y'])"),
    ("refused", "table", "polars.DataFrame({'a': [[1], None]})"),
    ("refused", "table", "pyarrow.table({'a': [1, None]})"),
    ("too large", "str", "'x' * 5_000_000"),
    ("too large", "bytes", "bytes(5_000_000)"),
    ("too large", "list[int]", "list(range(500_000))"),
]
REFUSED = [
    ("any", "object()", "a value of type object cannot be stored"),
    ("any", "lambda: 1", "a value of type function cannot be stored"),
    ("any", "1j", "a value of type complex cannot be stored"),
    ("any", "Item('x', Colour.RED)", 'cannot be stored; declare its key as "work_'),
    ("dict[int, str]", "{'1': 'a'}", "key '1': as a key, expected int, got str '1'"),
    ("json", "{1: 'a'}", "expected json, whose keys are str, got int 1"),
    ("int", "True", "expected int, got bool True"),
    ("float", "'0.5'", "expected float, got str '0.5'"),
    ("array", "[1, 2]", "expected array, got list [1, 2]; it takes an array of numpy"),
    ("array", "numpy.array([object()])", "an array of Python objects (dtype object) cannot be stored"),
    ("work:Colour", "Size.SMALL", "expected Colour: ValueError: "),
]
CODE = """
    import math
    from dataclasses import dataclass
    from datetime import UTC, date, datetime, timedelta
    from decimal import Decimal
    from enum import Enum
    from pathlib import Path
    from uuid import UUID
    from zoneinfo import ZoneInfo
    import numpy, pandas, polars, pyarrow
    from pydantic import BaseModel

    class Colour(Enum):
        RED = "r"

    class Size(Enum):
        SMALL = 1

    @dataclass
    class Item:
        name: str
        colour: Colour

    class Model(BaseModel):
        name: str
        colour: Colour
        at: dict[Decimal, tuple[bytes, ...]]

    VALUES = [{values}]

    def make(): return {{f"k{{number}}": value() for number, value in enumerate(VALUES)}}

    def is_same(one, other):
        if isinstance(one, numpy.ndarray):
            return one.dtype == other.dtype and one.shape == other.shape and (one == other).all()
        if isinstance(one, dict) and any(isinstance(value, numpy.ndarray) for value in one.values()):
            return one.keys() == other.keys() and all(is_same(one[key], other[key]) for key in one)
        if hasattr(one, "equals"):
            return one.equals(other)
        return one == other or repr(one) == repr(other)

    def look(ti):
        wrong = []
        for number, make in enumerate(VALUES):
            pulled, value = ti.xcom_pull("make", key=f"k{{number}}"), make()
            if type(pulled) is not type(value) or not is_same(pulled, value):
                wrong.append(f"{{number}}: {{value!r:.80}} came back as {{pulled!r:.80}}")
        return wrong

"""


@pytest.fixture(scope="module", params=[Local, InProcess])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    with closing(request.param()) as made:
        yield made


@pytest.fixture
def world(home: Path, tmp_path: Path, executor: Executor) -> Folder:
    (tmp_path / "here").mkdir()
    return Folder(home, tmp_path / "here", executor)


def code(expressions: list[str]) -> str:
    return CODE.format(values=", ".join(f"lambda: {expression}" for expression in expressions))


def test_every_value_comes_back_as_it_was(world: Folder) -> None:
    push = ", ".join(f'k{number} = "{kind}"' for number, (_, kind, _) in enumerate(VALUES))
    pulls = "".join(f'    pull.k{number} = "make:k{number}"\n' for number in range(len(VALUES)))
    ran = world.run(
        f'[tasks.make]\npython = "work:make"\npush = {{ {push} }}\n'
        f'[tasks.look]\npython = "work:look"\nreturns = "list[str]"\n{pulls}',
        code([expression for *_, expression in VALUES]),
    )
    assert ran.reasons == {"make": None, "look": None}
    assert ran.values["look"]["return_value"] == []


def test_what_cannot_be_stored_is_refused_by_type_and_key(world: Folder) -> None:
    tasks = "".join(
        f'[tasks.t{number}]\npython = "work:push_{number}"\npush.k = "{kind}"\n'
        for number, (kind, *_) in enumerate(REFUSED)
    )
    pushes = "".join(
        f"\n    def push_{number}(ti): ti.xcom_push('k', VALUES[{number}]())"
        for number in range(len(REFUSED))
    )
    ran = world.run(tasks, code([expression for _, expression, _ in REFUSED]) + pushes)
    for number, (_, expression, sentence) in enumerate(REFUSED):
        reason = ran.reasons[f"t{number}"] or ""
        assert reason.removeprefix("Refused: ").startswith("push 'k': "), (expression, reason)
        assert sentence in reason, (expression, reason)
