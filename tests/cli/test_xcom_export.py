from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState
from flowdesk.xcom.values import decode, encode
from tests.cli.conftest import begin, carry_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flowdesk.store.store import Store
    from tests.cli.conftest import Told


@pytest.fixture
def run(store: Store) -> str:
    """Run 1: `train` pushed an int, a tuple, bytes, text with a comma, infinity and a secret."""
    with store.transaction():
        begin(store, "run", "train")
        values = {"n": 2**70, "pair": (1, 2), "raw": b"\x00\xff", "name": 'a, "b"', "inf": float("inf")}
        carry_out(store, "run", "train", 1, **values)
        store.push_value("run", "train", 1, key="hidden", value=encode("hunter2"), secret=True)
        store.finish_run("run", RunState.SUCCESS)
    return "run"


@pytest.mark.usefixtures("run")
def test_json_keeps_every_value_with_its_type(flowdesk: Callable[..., Told], tmp_path: Path) -> None:
    told = flowdesk("xcom", "export", "1", str(tmp_path / "values.json"))
    assert told.err == f"6 values of run 1 are in {tmp_path}/values.json\n"
    found = json.loads((tmp_path / "values.json").read_text("utf-8"))
    back = {value["key"]: decode(json.dumps(value["value"])) for value in found}
    assert back["n"] == 2**70
    assert back["pair"] == (1, 2)
    assert back["raw"] == b"\x00\xff"
    assert back["hidden"] == "***"


@pytest.mark.usefixtures("run")
def test_csv_has_each_value_as_text(flowdesk: Callable[..., Told], tmp_path: Path) -> None:
    assert flowdesk("xcom", "export", str(tmp_path / "values.csv")).code == 0
    with (tmp_path / "values.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["key"]: row for row in csv.DictReader(file)}
    assert rows["name"]["value"] == 'a, "b"'
    assert rows["raw"]["value"] == "00ff"
    assert rows["n"]["value"] == str(2**70)
    assert (rows["hidden"]["value"], rows["hidden"]["secret"]) == ("***", "true")


@pytest.mark.usefixtures("run")
def test_parquet_has_numbers_as_numbers(flowdesk: Callable[..., Told], tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert flowdesk("xcom", "export", str(tmp_path / "values.parquet")).code == 0
    table = parquet.read_table(tmp_path / "values.parquet")
    rows = {row["key"]: row for row in table.to_pylist()}
    assert rows["n"]["number"] == float(2**70)
    assert rows["inf"]["number"] == float("inf")
    assert rows["name"]["number"] is None
    assert decode(rows["pair"]["value"]) == (1, 2)
    assert rows["n"]["pushed_at"].tzinfo is not None


@pytest.mark.usefixtures("run")
def test_without_pyarrow_it_says_what_to_install(
    flowdesk: Callable[..., Told], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    told = flowdesk("xcom", "export", str(tmp_path / "values.parquet"))
    assert told.code == 1
    assert told.err == "flowdesk: a Parquet file is written by pyarrow; install it: pip install pyarrow\n"
    assert list(tmp_path.glob("*values*")) == []


@pytest.mark.usefixtures("run")
@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["values.xlsx"], 2, "values.xlsx must end with .json, .csv, .parquet, which says how it is written"),
        (["9", "values.json"], 2, "there is no run '9'; `flowdesk runs` lists them"),
        (["1", "gone/values.json"], 1, "gone/values.json cannot be written (No such file or directory)"),
    ],
)
def test_what_cannot_be_written_is_one_sentence(
    flowdesk: Callable[..., Told], words: list[str], code: int, sentence: str
) -> None:
    told = flowdesk("xcom", "export", *words)
    assert (told.code, told.out, told.err) == (code, "", f"flowdesk: {sentence}\n")
