"""Arrays, tables and objects of classes go from task to task; who lacks a library is told to install it."""

from __future__ import annotations

import venv
from typing import TYPE_CHECKING

from flowdesk.xcom.instances import Instance
from flowdesk.xcom.stored import Stored

if TYPE_CHECKING:
    from pathlib import Path

    from tests.engine.written import Folder


TASKS = """
    [tasks.make]
    python = "work:make"
    push = { a = "array", pandas = "table", polars = "table", arrow = "table" }
    [tasks.use]
    python = "work:use"
    pull = { a = "make:a", pandas = "make:pandas", polars = "make:polars", arrow = "make:arrow" }
    returns = "list"
"""
MAKE = """
    from __future__ import annotations
    import numpy, numpy as np, pandas as pd, polars as pl, pyarrow as pa
    from pathlib import Path

    def make():
        return {
            "a": np.arange(6).reshape(2, 3),
            "pandas": pd.DataFrame({"x": [1, 2]}, index=["a", "b"]),
            "polars": pl.DataFrame({"x": [1, 2]}),
            "arrow": pa.table({"x": [1, 2]}),
        }

    def name(value): return f"{type(value).__module__.partition('.')[0]}.{type(value).__name__}"
"""


def test_each_comes_as_what_it_was_pushed_as(world: Folder) -> None:
    ran = world.run(
        TASKS,
        MAKE + "    def use(a, pandas, polars, arrow):\n"
        "        return [name(v) for v in (a, pandas, polars, arrow)] + [int(a.sum()), list(pandas.index)]",
    )
    expected = ["numpy.ndarray", "pandas.DataFrame", "polars.DataFrame", "pyarrow.Table", 15, ["a", "b"]]
    assert ran.reasons["use"] is None
    assert ran.values["use"]["return_value"] == expected
    assert [type(value) for value in ran.values["make"].values()] == [Stored] * 4


def test_a_function_gets_each_as_its_annotation_says(world: Folder) -> None:
    ran = world.run(
        TASKS,
        MAKE + "    def use(a: numpy.memmap, pandas: pl.DataFrame, polars: pa.Table,\n"
        "            arrow: pd.DataFrame | None):\n"
        "        return [name(v) for v in (a, pandas, polars, arrow)] + [int(a.sum()), a.flags.writeable]",
    )
    expected = ["numpy.memmap", "polars.DataFrame", "pyarrow.Table", "pandas.DataFrame", 15, False]
    assert ran.values["use"]["return_value"] == expected


def test_each_can_be_taken_as_a_file_or_a_stream(world: Folder) -> None:
    ran = world.run(
        TASKS,
        MAKE + "    def use(a: Path, pandas: Path, polars: 'BinaryIO', arrow: bytes):\n"
        "        rows = pa.ipc.open_file(polars).read_all().num_rows\n"
        "        return [np.load(a).shape[1], pandas.name, rows, len(arrow) > 9]",
    )
    assert ran.values["use"]["return_value"] == [3, "pandas.arrow", 2, True]


def test_an_interpreter_without_the_libraries_is_told_what_to_install(world: Folder, tmp_path: Path) -> None:
    venv.create(tmp_path / "bare", symlinks=True)
    (tmp_path / "here" / "bare.py").write_text(
        "from pathlib import Path\ndef f(**pulled): return pulled\n"
        "def path(a: Path): return a.stat().st_size\n"
    )
    ran = world.run(
        TASKS
        + "".join(
            f"    [tasks.{name}]\n    python = 'bare:f'\n    interpreter = '{tmp_path}/bare/bin/python'\n"
            f"    pull.{name} = 'make:{name}'\n"
            for name in ("a", "pandas")
        )
        + f"    [tasks.path]\n    python = 'bare:path'\n    interpreter = '{tmp_path}/bare/bin/python'\n"
        "    pull.a = 'make:a'\n    returns = 'int'",
        MAKE + "    def use(a, pandas, polars, arrow): return []",
    )
    assert "pull 'a': this interpreter has no numpy, which arrays need: install numpy" in (
        ran.reasons["a"] or ""
    )
    assert "pull 'pandas': this interpreter has no pyarrow, which a table" in (ran.reasons["pandas"] or "")
    assert ran.values["path"]["return_value"] == 176


CLASSES = """
    from dataclasses import dataclass
    from enum import Enum
    from pydantic import BaseModel

    class Colour(Enum):
        RED = 1

    @dataclass
    class Item:
        name: str
        colour: Colour = Colour.RED

    class Order(BaseModel):
        items: list[Item]
"""
ITEMS = """
    [tasks.make]
    python = "work:make"
    push = { item = "work:Item", order = "work:Order", colour = "work:Colour", many = "list[work:Item]" }
    [tasks.shell]
    bash = 'echo $item $colour $many'
    pull = { item = "make:item", colour = "make:colour", many = "make:many" }
    returns = "str"
    [tasks.written]
    bash = '''echo 'item={"name": "milk"}' >> $FLOWDESK_PUSH'''
    push.item = "work:Item"
    [tasks.use]
    python = "work:use"
    pull = { item = "make:item", order = "make:order", colour = "make:colour", written = "written:item" }
    returns = "str"
"""


def test_objects_come_as_objects_and_in_a_shell_as_their_fields(world: Folder) -> None:
    ran = world.run(
        ITEMS,
        CLASSES + "    def make():\n        item = Item('tea')\n"
        "        return {'item': item, 'order': Order(items=[item]), 'colour': Colour.RED, 'many': [item]}\n"
        "    def use(item, order, colour, written):\n"
        "        return f'{item} {order.items[0] == item} {colour is Colour.RED} {written}'",
    )
    assert ran.reasons["use"] is None
    item = "Item(name='{}', colour=<Colour.RED: 1>)"
    assert ran.values["use"]["return_value"] == f"{item.format('tea')} True True {item.format('milk')}"
    shown = '{"name": "tea", "colour": 1}'
    assert ran.values["shell"]["return_value"] == f"{shown} 1 [{shown}]"
    assert isinstance(ran.values["make"]["item"], Instance)


def test_an_undeclared_object_is_refused_by_type_and_key(world: Folder) -> None:
    ran = world.run(
        "[tasks.make]\npython = 'work:make'\npush.item = 'any'",
        CLASSES + "    def make(ti): ti.xcom_push('item', Item('tea'))",
    )
    reason = ran.reasons["make"] or ""
    assert (
        "push 'item': a value of type work_1.Item cannot be stored; declare its key as \"work_1:Item\""
        in reason
    )
