from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.in_process import InProcess
from flowdesk.executors.local import Local
from tests.builders import carried_out, job, printed

if TYPE_CHECKING:
    from pathlib import Path

URL = "postgresql://me:hunter2@host/runs"


@pytest.mark.parametrize("kind", [Local, InProcess])
def test_no_task_is_handed_the_password_of_the_store_but_an_inner_run(
    kind: type[Local | InProcess], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLOWDESK_STORE", URL)
    one = job(tmp_path, "printenv FLOWDESK_STORE")
    with closing(kind()) as executor:
        carried_out(executor, one)
        carried_out(executor, one._replace(env={"FLOWDESK_STORE": URL}))
    assert printed(one) == f"postgresql://me:***@host/runs\n{URL}\n"
    assert os.environ["FLOWDESK_STORE"] == URL
