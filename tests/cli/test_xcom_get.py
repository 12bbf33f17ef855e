from __future__ import annotations

import json
from datetime import UTC, datetime
from shutil import rmtree
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from flowdesk.plan.states import TaskState
from flowdesk.store.home import values_folder
from flowdesk.xcom.files import Files
from flowdesk.xcom.keeping import keep
from flowdesk.xcom.kept import FileToKeep
from flowdesk.xcom.places import Places
from flowdesk.xcom.values import decode
from tests.cli.conftest import SUCCESS, begin, carry_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flowdesk.store.store import Store
    from tests.cli.conftest import Told


@pytest.mark.usefixtures("finished_run")
class TestOfAFinishedRun:
    def test_text_is_printed_bare(self, flowdesk: Callable[..., Told]) -> None:
        assert flowdesk("xcom", "get", "train", "name").out == "한국어 model\n"

    def test_the_last_try_is_meant_unless_another_is_named(self, flowdesk: Callable[..., Told]) -> None:
        assert flowdesk("xcom", "get", "train", "accuracy").out == "0.75\n"
        assert flowdesk("xcom", "get", "train", "accuracy", "--try", "1").out == "0.5\n"

    def test_json_is_exact(self, flowdesk: Callable[..., Told]) -> None:
        assert flowdesk("xcom", "get", "train", "name", "--json").out in {
            '"한국어 model"\n',
            '"\\ud55c\\uad6d\\uc5b4 model"\n',
        }

    def test_a_misspelt_key_suggests_the_near_one(self, flowdesk: Callable[..., Told]) -> None:
        told = flowdesk("xcom", "get", "train", "acuracy")
        assert told.code == 2
        assert told.err == "flowdesk: task 'train' of run 1 pushed no 'acuracy', did you mean 'accuracy'?\n"

    def test_a_key_that_is_near_none_lists_them(self, flowdesk: Callable[..., Told]) -> None:
        assert flowdesk("xcom", "get", "train", "zzz").err.endswith(
            "pushed no 'zzz'; there are accuracy, name\n"
        )

    def test_a_task_that_pushed_nothing_is_told(self, flowdesk: Callable[..., Told]) -> None:
        told = flowdesk("xcom", "get", "report", "x")
        assert told.err == "flowdesk: task 'report' of run 1 pushed nothing; it is success\n"

    def test_a_misspelt_task_suggests_the_near_one(self, flowdesk: Callable[..., Told]) -> None:
        told = flowdesk("xcom", "get", "trian", "accuracy")
        assert told.err == "flowdesk: run 1 has no task 'trian', did you mean 'train'?\n"

    def test_a_try_that_there_was_not_is_told_as_such(self, flowdesk: Callable[..., Told]) -> None:
        told = flowdesk("xcom", "get", "train", "accuracy", "--try", "4")
        assert (told.code, told.err) == (2, "flowdesk: task 'train' of run 1 had 2 tries, no 4\n")

    def test_a_file_without_runs_is_told(self, flowdesk: Callable[..., Told]) -> None:
        told = flowdesk("xcom", "get", "train", "accuracy", "--file", "/pipelines/b.toml")
        assert told.code == 2
        assert "no run" in told.err


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ([1, 2.5, None], "[\n  1,\n  2.5,\n  null\n]\n"),
        (None, "null\n"),
        (True, "true\n"),
        (10**30, f"{10**30}\n"),
        ({(1, 2): {3}}, '{\n  "[\\n  1,\\n  2\\n]": [\n    3\n  ]\n}\n'),
        (datetime(2026, 3, 1, 9, tzinfo=UTC), "2026-03-01T09:00:00+00:00\n"),
        (b"\x00\xff", "\x00\udcff"),
        ("two\nlines", "two\nlines\n"),
    ],
    ids=repr,
)
def test_values_are_readable(flowdesk: Callable[..., Told], store: Store, value: object, text: str) -> None:
    with store.transaction():
        begin(store, "r", "a")
        carry_out(store, "r", "a", k=value)
    out = flowdesk("xcom", "get", "a", "k").out
    assert out == text or isinstance(value, dict | bytes)


def test_a_secret_value_is_printed_only_where_it_is_to_be_revealed(
    flowdesk: Callable[..., Told], store: Store
) -> None:
    with store.transaction():
        begin(store, "r", "a")
        store.start_try("r", "a", 1, log="logs/r/a/1.log")
        store.push_value("r", "a", 1, key="token", value='"hunter2"', secret=True)
    told = flowdesk("xcom", "get", "a", "token")
    assert (told.code, told.out) == (2, "")
    assert told.err == ("flowdesk: the value of 'token' is secret; --reveal prints it in plain text\n")
    assert flowdesk("xcom", "get", "a", "token", "--reveal").out == "hunter2\n"
    for command in (["show"], ["show", "1", "a"], ["xcom", "list"], ["xcom", "list", "--json"]):
        assert "hunter2" not in flowdesk(*command).out


def test_of_a_mapped_task_what_an_earlier_expansion_made_is_left_out(
    flowdesk: Callable[..., Told], store: Store
) -> None:
    with store.transaction():
        begin(store, "r", "a")
        store.expand_task("r", "a", 2)
        for index in range(2):
            carry_out(store, "r", f"a[{index}]", k=index)
            store.finish_try("r", f"a[{index}]", 1, SUCCESS)
        for name in ("a", "a[0]", "a[1]"):
            store.move_task("r", name, TaskState.WAITING)
        store.expand_task("r", "a", 1)
    assert flowdesk("xcom", "get", "a", "k", "--json").out == "[0]\n"
    with store.transaction():
        store.move_task("r", "a[0]", TaskState.REMOVED)
    assert flowdesk("xcom", "get", "a", "k", "--json").out == "[]\n", "it was mapped over nothing"


class TestOfStoredFiles:
    @pytest.fixture
    def places(self, home: Path) -> Places:
        return Places(values_folder(home))

    def _push(self, store: Store, places: Places, value: object) -> None:
        with store.transaction():
            begin(store, "big", "make")
            store.start_try("big", "make", 1, log="")
            store.push_value("big", "make", 1, key="v", value=keep(value, places))

    @pytest.mark.parametrize(
        ("value", "printed"),
        [("x" * 70_000, "x" * 70_000 + "\n"), (list(range(20_000)), None), (b"y" * 70_000, "y" * 70_000)],
    )
    def test_a_large_value_is_printed_whole(
        self, store: Store, places: Places, flowdesk: Callable[..., Told], value: object, printed: str | None
    ) -> None:
        self._push(store, places, value)
        out = flowdesk("xcom", "get", "make", "v").out
        assert out == printed if printed else json.loads(out) == value
        assert decode(flowdesk("xcom", "get", "make", "v", "--json").out) == value

    def test_a_file_is_told_in_a_line_and_written_as_it_was(
        self, store: Store, places: Places, flowdesk: Callable[..., Told], tmp_path: Path
    ) -> None:
        (tmp_path / "report.bin").write_bytes(b"\0data")
        self._push(store, places, FileToKeep(tmp_path / "report.bin"))
        assert flowdesk("xcom", "get", "make", "v").out == "report.bin 5 B\n"
        assert flowdesk("xcom", "get", "make", "v", "--output", str(tmp_path / "out")) == (0, "", "")
        assert (tmp_path / "out").read_bytes() == b"\0data"

    def test_a_directory_is_written_where_nothing_is_yet(
        self, store: Store, places: Places, flowdesk: Callable[..., Told], tmp_path: Path
    ) -> None:
        (tmp_path / "folder" / "sub").mkdir(parents=True)
        (tmp_path / "folder" / "sub" / "a").write_text("A")
        self._push(store, places, FileToKeep(tmp_path / "folder"))
        out = tmp_path / "out"
        assert flowdesk("xcom", "get", "make", "v", "--output", str(out)).code == 0
        assert (out / "sub" / "a").read_text() == "A"
        assert "is there already" in flowdesk("xcom", "get", "make", "v", "--output", str(out)).err

    def test_one_that_is_gone_is_told(
        self, store: Store, places: Places, flowdesk: Callable[..., Told], home: Path
    ) -> None:
        self._push(store, places, "x" * 70_000)
        rmtree(values_folder(home))
        told = flowdesk("xcom", "get", "make", "v")
        assert (told.code, told.out) == (1, "")
        assert "the stored file of this value is gone" in told.err


def test_of_a_table_the_columns_are_told(store: Store, flowdesk: Callable[..., Told]) -> None:
    table = pa.table({"city": ["서울", "Busan"], "people": [9, 3]})
    kept = keep(table, Files(values_folder(store.home)))
    with store.transaction():
        begin(store, "table", "load")
        carry_out(store, "table", "load")
        store.push_value("table", "load", 1, key="cities", value=kept)
    told = flowdesk("xcom", "get", "load", "cities")
    assert "2 rows x 2 columns" in told.out
    assert told.err.splitlines() == ["  city: string", "  people: int64"]
