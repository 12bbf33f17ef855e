from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flowdesk.assets import asset

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told


def test_the_schema_is_printed_as_the_assets_have_it(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk("schema")
    assert (told.code, told.err) == (0, "")
    assert told.out == asset("pipeline.schema.json").read_text("utf-8")


def test_it_is_written_to_a_file(flowdesk: Callable[..., Told], tmp_path: Path) -> None:
    file = tmp_path / "s.json"
    told = flowdesk("schema", "--write", str(file))
    assert (told.code, told.out) == (0, "")
    assert json.loads(file.read_text("utf-8"))["title"] == "flowdesk pipeline"


def test_a_file_that_cannot_be_written_is_told(flowdesk: Callable[..., Told], tmp_path: Path) -> None:
    told = flowdesk("schema", "--write", str(tmp_path / "none" / "s.json"))
    assert told.code == 1
    assert told.err.endswith("s.json cannot be written: no such file or directory\n")
