"""Large values go where the file says, and what a person gives for a marked task is kept like any other."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.engine.storing import from_folder, kept, text_of, values_at
from flowdesk.executors.local import Local
from flowdesk.xcom.kept import FileToKeep
from flowdesk.xcom.places import Places
from flowdesk.xcom.stored import Stored, reference
from flowdesk.xcom.values import Unstorable
from tests.builders import bash, plan_of
from tests.engine.written import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def world(home: Path, tmp_path: Path) -> Iterator[Folder]:
    (tmp_path / "here").mkdir()
    with closing(Local()) as executor:
        yield Folder(home, tmp_path / "here", executor)


@pytest.mark.parametrize(
    ("written", "at"),
    [(None, None), ("s3://bucket/x", "s3://bucket/x"), ("/big", "/big"), ("vals", "/pipelines/vals")],
)
def test_a_path_counts_from_the_pipelines_folder(written: str | None, at: str | None) -> None:
    assert values_at(plan_of(bash("a"))._replace(store_values=written), Path("/pipelines")) == at


def test_large_values_lie_beside_the_pipeline_where_it_says_so(
    world: Folder, home: Path, tmp_path: Path
) -> None:
    ran = world.run(
        "[store]\nvalues = 'vals'\n[tasks.a]\npython = 'work:a'\nreturns = 'str'\n"
        "[tasks.b]\nbash = 'wc -c < $a'\npull.a = 'a'\nreturns = 'int'",
        "def a(): return 'x' * 70_000",
    )
    assert ran.values["b"]["return_value"] == 70_000
    stored = ran.values["a"]["return_value"]
    assert isinstance(stored, Stored)
    assert stored.at == str(tmp_path / "here" / "vals")
    assert (tmp_path / "here" / "vals" / stored.sha256[:2] / stored.sha256[2:]).stat().st_size == 70_000
    assert not (home / "values" / stored.sha256[:2]).exists()


def test_a_file_that_a_person_gives_is_stored(tmp_path: Path) -> None:
    (tmp_path / "report.csv").write_text("1,2")
    value = from_folder(FileToKeep("report.csv"), tmp_path)
    text = kept(value, str(tmp_path / "values"), None)
    stored = reference(text)
    assert stored is not None
    assert (stored.name, Places(tmp_path / "values").read(stored)) == ("report.csv", b"1,2")
    with pytest.raises(Unstorable, match="3 bytes, more than its max_bytes = 2"):
        kept(value, str(tmp_path / "values"), None, limit=2)


def test_the_text_of_a_stored_value_is_that_of_the_value(tmp_path: Path) -> None:
    assert text_of("[1]", tmp_path) == "[1]"
    for value in (["x" * 70_000], "x" * 70_000, b"x" * 70_000):
        assert len(text_of(kept(value, str(tmp_path), None), tmp_path)) > 70_000
