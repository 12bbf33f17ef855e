from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from flowdesk.errors import FlowdeskError, UsageError
from flowdesk.store.exchange.exporting import Exporter, without_passwords
from flowdesk.store.exchange.unpacking import Archive
from flowdesk.store.home import values_folder
from flowdesk.xcom.stored import reference
from tests.builders import start_run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_the_passwords_of_urls_are_masked() -> None:
    assert without_passwords('url = "mysql://me:pw@h/db"') == 'url = "mysql://me:***@h/db"'
    assert without_passwords('"https://h/a:b@c" "a" # b: c@d') == '"https://h/a:b@c" "a" # b: c@d'
    assert without_passwords("https://me:{{ params.pw }}@h") == "https://me:{{ params.pw }}@h"


def test_the_same_run_makes_the_same_file(export: Callable[..., Path]) -> None:
    assert export().read_bytes() == export().read_bytes()


def test_what_is_still_asked_is_left_out(export: Callable[..., Path]) -> None:
    with Archive(export()) as archive:
        (line,) = archive.text("runs/0/requests.jsonl").splitlines()
        assert '"kind":"mark"' in line


def test_a_run_under_way_is_refused(full: Path) -> None:
    with Exporter.open(full) as store:
        start_run(store, "now")
        with pytest.raises(UsageError, match="run 3 is still under way; export it once it is over"):
            store.export_run(store.find_run("now"), BytesIO())


@pytest.mark.parametrize(("content", "sentence"), [(None, "is gone"), (b"other", "is damaged")])
def test_a_value_that_is_lost_is_one_sentence(full: Path, content: bytes | None, sentence: str) -> None:
    with Exporter.open(full) as store:
        (row,) = store.values("full", task="train", key="text")
        stored = reference(row.value)
        assert stored is not None
        path = values_folder(full) / stored.sha256[:2] / stored.sha256[2:]
        path.chmod(0o600)
        path.write_bytes(content) if content else path.unlink()
        with pytest.raises(FlowdeskError, match=f"cannot be exported, as .* {sentence}"), BytesIO() as out:
            store.export_run(store.find_run("full"), out)
